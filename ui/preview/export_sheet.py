"""The export sheet: what was chosen the last time, so that Enter is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from briefing.operations import books
from briefing.store import data_home
from exports.files import safe_name
from ui.context import Context
from ui.preview.choices import Choices, recalled, remember
from ui.preview.form_fields import FormFields
from ui.preview.readiness_card import ReadinessCard
from ui.preview.tabs_model import TabsModel, tab_lines
from ui.widgets.form import Form

_FOLDER = "folders/export"
_LIST_HEIGHT = 124
_BESIDE_BAR = 8
"""Pixels between fields and a scroll bar."""


class ExportSheet(QDialog):
    """Asks once for everything; what it asks for is remembered for the next time."""

    chosen = Signal(object, list, str)  # Choices, paths, the remark of an edition
    list_asked = Signal()

    def __init__(
        self, context: Context, parent: QWidget | None = None, tabs: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._choices = recalled(context)
        self.setWindowTitle(_("Export"))
        self._pdf, self._docx = QCheckBox(_("&PDF")), QCheckBox(_("&Word (DOCX)"))
        self._fields = FormFields(context, self)
        self._tabs = TabsModel(tab_lines(context.session.store, context.speech), self)
        self._list = QListView()
        self._edition = QCheckBox()
        self._remark = QLineEdit()
        self._name, self._folder = QLineEdit(), QLabel(wordWrap=True)
        self._warning = QLabel(wordWrap=True)
        self._buttons = QDialogButtonBox()
        self._path = self._start_folder()
        self._lay_out()
        self._connect()
        self._show(tabs)

    # Building

    def _lay_out(self) -> None:
        _ = self._context.gettext
        card = ReadinessCard(self._context)
        card.list_asked.connect(self._ask_list)
        fields = QWidget()
        form = Form(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(8)
        form.addRow(_("Format"), _row(self._pdf, self._docx))
        self._fields.add_to(form)
        label = QLabel(_("&Tabs"))
        label.setBuddy(self._list)
        form.addRow(label, self._tab_list())
        form.addRow(_("&File name"), self._name)
        form.addRow(_("Folder"), self._folder_row())
        form.addRow("", self._edition)
        form.addRow(_("&Remark"), self._remark)
        self._warning.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(_scrolled(fields, form), stretch=1)
        column.addWidget(self._warning)
        column.addWidget(self._buttons)
        self._export = self._buttons.addButton(_("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._export.setDefault(True)
        self.setMinimumWidth(560)
        self.resize(600, min(690, self.screen().availableGeometry().height() - 40))

    def _tab_list(self) -> QVBoxLayout:
        _ = self._context.gettext
        self._list.setModel(self._tabs)
        self._list.setAccessibleName(_("Tabs to export"))
        self._list.setMinimumHeight(_LIST_HEIGHT)
        # It takes what is left, so that what stands below it is seen without scrolling.
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list.setTabKeyNavigation(False)
        every, none = QPushButton(_("A&ll")), QPushButton(_("&None"))
        every.clicked.connect(self._tabs.tick_all)
        none.clicked.connect(lambda: self._tabs.tick(()))
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._list)
        column.addLayout(_row(every, none))
        return column

    def _folder_row(self) -> QHBoxLayout:
        change = QPushButton(self._context.gettext("&Change…"))
        change.clicked.connect(self._ask_path)
        row = QHBoxLayout()
        row.addWidget(self._folder, stretch=1)
        row.addWidget(change)
        return row

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept_choices)
        self._buttons.rejected.connect(self.reject)
        for tick in (self._pdf, self._docx, self._edition):
            tick.clicked.connect(self._settle)
        self._fields.changed.connect(self._settle)
        self._tabs.ticked_changed.connect(self._settle)
        self._name.textChanged.connect(self._settle)

    def _show(self, tabs: Sequence[str]) -> None:
        _, kept = self._context.gettext, self._choices
        number = books.next_edition(self._context.session.store)
        self._pdf.setChecked("pdf" in kept.formats)
        self._docx.setChecked("docx" in kept.formats)
        self._fields.show_choices(kept)
        if tabs:
            self._tabs.tick(tabs)
        self._edition.setText(
            _("Keep this print in the book as &edition {number}").format(number=number)
        )
        self._edition.setChecked(kept.edition and not tabs)
        self._edition.setVisible(not self._context.session.read_only)
        self._name.setText(Path(safe_name(self._title(), ".pdf")).stem)
        self._settle()
        self._export.setFocus()

    def _title(self) -> str:
        return self._context.session.book.title

    def _start_folder(self) -> Path:
        kept = self._context.settings.recall(_FOLDER, "")
        if kept and Path(kept).is_dir():
            return Path(kept)
        beside = self._context.session.store.path.parent
        # The sample book lies where nobody looks for a print.
        return beside if beside != data_home() else _documents()

    # What is chosen

    def now(self) -> Choices:
        """What is chosen now."""
        formats = [
            name for name, box in (("pdf", self._pdf), ("docx", self._docx)) if box.isChecked()
        ]
        return replace(
            self._fields.chosen(self._choices),
            formats=tuple(formats),
            tabs=self._tabs.ticked,
            edition=self._edition.isChecked() and self._edition.isEnabled(),
        )

    def paths(self) -> list[Path]:
        """The files to be written."""
        name = self._name.text()
        return [self._path / safe_name(name, f".{suffix}") for suffix in self.now().formats]

    def accept_choices(self) -> None:
        """Write what is chosen."""
        choices, paths = self.now(), self.paths()
        if not self._export.isEnabled():
            return
        remember(self._context, choices)
        self._context.settings.remember(_FOLDER, str(self._path))
        self.accept()
        self.chosen.emit(choices, paths, self._remark.text().strip())

    def _settle(self) -> None:
        _, choices = self._context.gettext, self.now()
        # An edition is the whole book as it is read: in PDF.
        self._edition.setEnabled(
            "pdf" in choices.formats and not choices.tabs and self._tabs.count > 0
        )
        self._remark.setEnabled(choices.edition)
        self._folder.setText(str(self._path))
        there = [path.name for path in self.paths() if path.exists()]
        said = ""
        if not choices.formats:
            said = _("Choose a format.")
        elif not self._tabs.count:
            said = _("Choose at least one tab.")
        elif there:
            said = _("Takes the place of {names}, once the new one is complete.").format(
                names=_(", ").join(there)
            )
        self._warning.setText(said)
        self._export.setEnabled(bool(choices.formats) and self._tabs.count > 0)

    def _ask_path(self) -> None:
        _ = self._context.gettext
        paths = self.paths()
        if paths:
            names = _("Documents (*{suffix})").format(suffix=paths[0].suffix)
            self._context.files.save(
                self, _("Export to"), "export", names, paths[0].name, self._take_path
            )

    def _take_path(self, paths: list[Path]) -> None:
        self._path = paths[0].parent
        self._name.setText(paths[0].stem)
        self._settle()

    def _ask_list(self) -> None:
        self.reject()
        self.list_asked.emit()


def _scrolled(fields: QWidget, form: Form) -> QScrollArea:
    """Fields that a low screen has no room for, as wide as they need to be."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(fields)
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(fields.minimumSizeHint().width() + bar + _BESIDE_BAR)
    area.verticalScrollBar().rangeChanged.connect(
        lambda _low, high: form.setContentsMargins(0, 0, _BESIDE_BAR if high else 0, 0)
    )
    for ground in (area.viewport(), fields):
        ground.setAutoFillBackground(False)
    return area


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _documents() -> Path:
    """Where people keep their files."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()
