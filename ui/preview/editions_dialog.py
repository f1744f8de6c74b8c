"""The prints that are kept: open one, save a copy, see what has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.things import Edition, Tab
from exports.compose.labels import labels
from exports.compose.parts import print_line
from exports.files import safe_name, whole_file
from exports.tree import Form, Paper, Profile
from ui.clock import now_here
from ui.context import Context
from ui.preview.changes_model import ChangesModel
from ui.preview.choices import recalled
from ui.preview.comparing import Change, TabChange, compare, compare_with_now
from ui.preview.editions_model import EditionsModel
from ui.preview.export_job import Order
from ui.processes import Job, WorkerLost
from ui.widgets.empty import EmptyPanel
from ui.widgets.lines_table import lines_table
from ui.words import wording

_THIS_ROW = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_AT_ONCE = 300
"""Pages up to which it is said without being asked what has changed since the last edition."""


class EditionsDialog(QDialog):
    """Stays open beside the work."""

    export_asked = Signal(list)  # uids of tabs

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._job: Job | None = None
        self._about = ""
        self.setWindowTitle(_("Editions"))
        self.resize(820, 560)
        self._editions = EditionsModel(context, self)
        self._changes = ChangesModel(context.speech, self)
        self._table = lines_table(self._editions, _("Editions of the book"), (70, 150, 60, 170))
        self._list = lines_table(self._changes, _("What has changed"), (220, 90, 170))
        self._said = QLabel(wordWrap=True)
        self._said.setProperty("role", "heading")
        self._buttons = {
            "open": QPushButton(_("&Open")),
            "save": QPushButton(_("&Save a copy…")),
            "now": QPushButton(_("&What has changed since")),
            "two": QPushButton(_("&Compare the two")),
            "export": QPushButton(_("&Export the changed tabs…")),
        }
        self._lay_out()
        for name, slot in (
            ("open", self._open),
            ("save", self._save),
            ("now", self._compare_with_now),
            ("two", self._compare_two),
            ("export", self._export),
        ):
            self._buttons[name].clicked.connect(slot)
        self._table.selectionModel().selectionChanged.connect(self._settle)
        self._editions.modelReset.connect(self._settle)
        self._choose_first()
        self._settle()
        self.finished.connect(self._stop)

    # Building

    def _lay_out(self) -> None:
        _ = self._context.gettext
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._empty = EmptyPanel(
            _("No edition yet"),
            _("Tick “Keep this print in the book” when you export: the PDF stays in the book,"
              " and you can see later what has changed since."),
        )  # fmt: skip
        export = self._empty.add_button(_("Export…"))
        export.clicked.connect(lambda: self.export_asked.emit([]))
        first, second = QHBoxLayout(), QHBoxLayout()
        for name in ("open", "save", "now", "two"):
            first.addWidget(self._buttons[name])
        first.addStretch(1)
        second.addStretch(1)
        second.addWidget(self._buttons["export"])
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.rejected.connect(self.close)
        second.addWidget(closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._empty)
        column.addWidget(self._table, stretch=2)
        column.addLayout(first)
        column.addWidget(self._said)
        column.addWidget(self._list, stretch=3)
        column.addLayout(second)

    def _choose_first(self) -> None:
        if self._editions.rowCount():
            # Not by `selectRow`, which heeds the keys that are held, such as those of a shortcut.
            self._table.selectionModel().setCurrentIndex(self._editions.index(0, 0), _THIS_ROW)
            if self._editions.lines[0].pages <= _AT_ONCE:
                self._compare_with_now()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _chosen(self) -> list[Edition]:
        """The chosen editions, the newest first."""
        rows = self._table.selectionModel().selectedRows()
        return [self._editions.lines[row] for row in sorted(index.row() for index in rows)]

    def _settle(self) -> None:
        count, there = len(self._chosen()), self._editions.rowCount() > 0
        self._empty.setVisible(not there)
        for widget in (self._table, *self._buttons.values()):
            widget.setVisible(there)
        for name, on in (
            ("open", count == 1),
            ("save", count == 1),
            ("now", count == 1 and self._job is None),
            ("two", count == 2 and self._job is None),  # noqa: PLR2004 - two are compared
            ("export", bool(self._changed_tabs())),
        ):
            self._buttons[name].setEnabled(on)
        found = self._changes.rowCount() > 0
        self._list.setVisible(found)
        self._buttons["export"].setVisible(found)

    # One edition

    def _data(self, edition: Edition) -> bytes:
        return self._context.session.store.original(edition.original)

    def _open(self) -> None:
        from ui.preview.viewer import PdfWindow  # noqa: PLC0415

        (edition,) = self._chosen()
        title = self._context.gettext("Edition {number}").format(number=edition.number)
        window = PdfWindow(self._context, self._data(edition), title, self)
        window.show()

    def _save(self) -> None:
        _ = self._context.gettext
        (edition,) = self._chosen()
        title = _("{title}, edition {number}").format(
            title=self._context.session.book.title, number=edition.number
        )
        names = _("Documents (*{suffix})").format(suffix=".pdf")

        def save(paths: list[Path]) -> None:
            try:
                with whole_file(paths[0]) as scratch:
                    scratch.write_bytes(self._data(edition))
            except BriefingError as error:
                self._context.notices.trouble(error)
            else:
                self._context.notices.done(_("A copy is in {path}.").format(path=paths[0]))

        self._context.files.save(
            self, _("Save a copy"), "export", names, safe_name(title, ".pdf"), save
        )

    # Two

    def _compare_two(self) -> None:
        newer, older = self._chosen()
        job = self._context.book_shop.job(
            compare, self._data(older), self._data(newer), (self._line(older), self._line(newer))
        )
        _ = self._context.gettext
        self._begin(
            job,
            _("From edition {older} to edition {newer}").format(
                older=older.number, newer=newer.number
            ),
        )

    def _compare_with_now(self) -> None:
        (edition,) = self._chosen()
        job = self._context.book_shop.book_job(
            compare_with_now, self._order(edition), self._data(edition), self._line(edition)
        )
        _ = self._context.gettext
        self._begin(job, _("Since edition {number}").format(number=edition.number))

    def _line(self, edition: Edition) -> str:
        """What its cover says of which print it is."""
        words = wording(recalled(self._context).lang or self._context.session.book.lang)
        form = Form(profile=Profile(edition.profile), edition=edition.number)
        return print_line(words, edition.made, form)

    def _order(self, edition: Edition) -> Order:
        """The book as it would be printed now, in the looks of the edition."""
        choices = recalled(self._context)
        form = replace(choices.form, paper=Paper(edition.paper), profile=Profile(edition.profile))
        lang = choices.lang or self._context.session.book.lang
        return Order((), form, lang, now_here())

    def _begin(self, job: Job, about: str) -> None:
        self._job, self._about = job, about
        job.finished.connect(self._show)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._ended)
        self._said.setText(self._context.gettext("Comparing…"))
        self._context.notices.watch(self._context.gettext("Comparing"), job)
        self._settle()
        job.start()

    def _ended(self) -> None:
        self._job = None
        self._said.setText("")
        self._settle()

    def _failed(self, error: Exception) -> None:
        self._ended()
        if isinstance(error, WorkerLost):
            self._said.setText(self._context.gettext("The comparison was not finished. Try again."))
        else:
            self._context.notices.trouble(error)

    def _show(self, changes: Sequence[TabChange]) -> None:
        self._job = None
        self._changes.show(changes)
        count = self._changes.rowCount()
        said = self._context.speech.ngettext(
            "{about}: {count} tab differs.", "{about}: {count} tabs differ.", count
        )
        if not count:
            said = self._context.gettext("{about}: nothing differs.")
        self._said.setText(said.format(about=self._about, count=count))
        self._settle()

    def _changed_tabs(self) -> list[str]:
        """Uids of the tabs that differ and can be printed."""
        tabs = sorted(self._context.session.store.all(Tab), key=lambda tab: tab.position)
        by_label = {label: tab.uid for tab, label in zip(tabs, labels(tabs), strict=True) if label}
        return [
            by_label[change.label]
            for change in self._changes.lines
            if change.change is not Change.GONE and change.label in by_label
        ]

    def _export(self) -> None:
        self.export_asked.emit(self._changed_tabs())
