"""The import sheet: files on their way into the book, to be looked at before anything is stored."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.things import Party, Passage
from ui.context import Context
from ui.sources.actions import SHEET
from ui.sources.form import SourceForm
from ui.sources.import_model import TITLE, ImportModel
from ui.sources.import_row import Row, Stage
from ui.sources.import_views import FileTable, TextPreview
from ui.sources.import_words import error_words, state_words
from ui.sources.importing import Importer
from ui.sources.preview_model import PreviewModel


class ImportSheet(QFrame):
    """A table of files, the text of the chosen one, its details, and *Import*."""

    more_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._importer = importer
        self._shown = ""
        self._model = ImportModel(context, importer, self)
        self._preview_model = PreviewModel(context, self)
        self.table = FileTable(context, self._model)
        self.preview = TextPreview(context, self._preview_model)
        context.actions.add(SHEET, self.preview)
        for name in ("import.toggle", "import.remove"):
            self.table.addAction(context.actions[name])
        self.form = SourceForm(context)
        self.look = QCheckBox(_("Look for &commitments now"))
        self.look.setChecked(True)
        self.take = QPushButton(_("Import"))
        self._state, self._hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._lay_out()
        self._connect()

    def focus(self) -> None:
        """Put the keyboard where Enter imports and Space leaves passages out."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(self.focusWidget(), QLineEdit):
                self.focus()  # what was typed counts; a second Enter imports
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.take.click()
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                super().keyPressEvent(event)

    def leave(self) -> None:
        """Close the sheet; of what is in it nothing was stored."""
        self._importer.clear()
        self.closed.emit()

    def toggle(self) -> None:
        """Leave the chosen passages out, or put them back."""
        if self.table.hasFocus():
            row = self._importer.row(self._shown)
            if row is not None:
                self._importer.want(row.key, wanted=not row.wanted)
            return
        rows = {index.row() for index in self.preview.selectionModel().selectedIndexes()}
        chosen = [self._preview_model.passage(row) for row in sorted(rows)]
        if chosen:
            self._importer.toggle(self._shown, chosen)

    def remove(self) -> None:
        """Take the chosen file off the list."""
        if self._shown:
            self._importer.remove(self._shown)
        if not self._importer.rows:
            self.leave()

    # Building

    def _lay_out(self) -> None:
        _ = self._context.gettext
        title = QLabel(_("Import"))
        title.setProperty("role", "heading")
        self._hint.setText(
            _("Nothing is stored yet. Space leaves a passage out or puts it back; Enter imports.")
        )
        self._hint.setProperty("role", "quiet")
        self.more = QPushButton(_("&Add files…"))
        self.away = QPushButton(_("Cancel"))
        head = _row(title, self._hint, self.more)
        head.setStretch(1, 1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        self._state.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._state)
        column.addStretch(1)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.addWidget(self.preview)
        body.addWidget(side)
        body.setStretchFactor(0, 1)
        body.setSizes([560, 320])
        body.setHandleWidth(1)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.addWidget(self.table)
        self._halves.addWidget(body)
        self._halves.setStretchFactor(1, 1)
        self._halves.setHandleWidth(1)
        self.take.setDefault(True)
        stretch = QWidget()
        foot = _row(self.look, stretch, self.away, self.take)
        foot.setStretch(1, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(self._halves, stretch=1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self._context.actions.on("import.toggle", self.toggle)
        self._context.actions.on("import.remove", self.remove)
        self.more.clicked.connect(self.more_wanted)
        self.away.clicked.connect(self.leave)
        self.take.clicked.connect(self._importer.take_in)
        self.take.clicked.connect(self._settle)
        self.look.toggled.connect(self._set_look)
        self.form.edited.connect(self._change)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.preview.selectionModel().selectionChanged.connect(self._on_passages)
        self.preview.doubleClicked.connect(self._on_double)
        self.table.customContextMenuRequested.connect(self._table_menu)
        self.preview.customContextMenuRequested.connect(self._preview_menu)
        self._preview_model.toggled.connect(self._on_toggled)
        self._importer.changed.connect(self._on_changed)
        self._importer.reset.connect(self._on_reset)
        # The first row is chosen once the table has taken the rows in.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._choose)

    # What is shown

    def _on_reset(self) -> None:
        self._first.start()

    def _choose(self) -> None:
        at = max(self._model.row_of(self._shown), 0)
        if self._model.rowCount():
            self.table.setCurrentIndex(self._model.index(at, TITLE))
        self._show(self._model.key(at))
        self._settle()
        above = self.table.sizeHint().height()
        self._halves.setSizes([above, max(self._halves.height() - above, 0)])

    def _on_row(self, current: QModelIndex) -> None:
        self._show(self._model.key(current.row()))

    def _on_changed(self, key: str) -> None:
        if key == self._shown:
            self._show(key)
        self._settle()

    def _show(self, key: str) -> None:
        self._shown = key
        row = self._importer.row(key)
        source = row.source if row else None
        self.form.setVisible(source is not None)
        self.form.setEnabled(row is not None and row.stage in {Stage.LOOKING, Stage.READY})
        self._preview_model.show(row.taken.reading if row and row.taken else None)
        self._state.setText(self._said(row))
        if row is not None and source is not None and not self._typing():
            known = sorted(party.name for party in self._context.session.store.all(Party))
            self.form.show_source(source, row.speakers, known)

    def _typing(self) -> bool:
        focus = self.form.focusWidget()
        return isinstance(focus, QLineEdit) and focus.hasFocus() and focus.isModified()

    def _said(self, row: Row | None) -> str:
        if row is None:
            return ""
        if row.error is not None:
            return "⚠ " + error_words(row, self._context.speech)
        titles = self._model.titles
        words = state_words(row, titles, self._context.speech)
        if row.stage is Stage.READY and row.held and not row.wanted:
            _ = self._context.gettext
            words += "\n" + _("Not ticked: this very file is in the book or above already.")
        return words

    def _settle(self) -> None:
        _, few = self._context.gettext, self._context.speech.ngettext
        count = len([row for row in self._importer.rows if row.wanted and row.error is None])
        ready = bool(count)
        words = few("&Import {n} source", "&Import {n} sources", count).format(n=count)
        if self._importer.asked and self._importer.busy:
            words = _("Importing when read…")
        self.take.setText(words if ready else _("&Import"))
        self.take.setEnabled(ready)
        row = self._importer.row(self._shown)
        self._context.actions.enable("import.remove", row is not None)
        self._context.actions.enable("import.toggle", row is not None and row.taken is not None)

    # What is said

    def _set_look(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._importer.look = on

    def _change(self, name: str, value: object) -> None:
        if self._importer.row(self._shown) is not None:
            self._importer.change(self._shown, name, value)

    def _on_toggled(self, passage: Passage) -> None:
        self._importer.toggle(self._shown, [passage])

    def _on_double(self, index: QModelIndex) -> None:
        self._importer.toggle(self._shown, [self._preview_model.passage(index.row())])

    def _on_passages(self, chosen: QItemSelection) -> None:
        self._context.actions.enable("import.toggle", not chosen.isEmpty())

    def _table_menu(self, place: QPoint) -> None:
        self._menu("import.remove", "source.import").popup(self.table.viewport().mapToGlobal(place))

    def _preview_menu(self, place: QPoint) -> None:
        self._menu("import.toggle").popup(self.preview.viewport().mapToGlobal(place))

    def _menu(self, *names: str) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in names:
            menu.addAction(self._context.actions[name])
        return menu


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 8, 12, 8)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    return row
