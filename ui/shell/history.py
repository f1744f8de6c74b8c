"""What was done to the book: a list to read, beside the work."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.store import JournalLine
from ui.context import Context
from ui.explain import edit_name
from ui.session import BookSession
from ui.shell.closing import closing
from ui.speech import Speech
from ui.widgets.lines_table import LinesModel, lines_table

_SHOWN = 1000


class HistoryModel(LinesModel):
    """The lines of the journal, newest first."""

    def __init__(self, session: BookSession, speech: Speech, parent: QObject | None = None) -> None:
        _ = speech.gettext
        super().__init__((_("When"), _("What"), _("To what"), _("By whom")), parent)
        self._session = session
        self._speech = speech
        self.read()
        session.history_changed.connect(self.read)

    def read(self) -> None:
        """Look again."""
        self.show(self._session.store.history(_SHOWN))

    @override
    def cells(self, line: JournalLine) -> Sequence[str]:
        _ = self._speech.gettext
        done = edit_name(line.name, _)
        return (
            self._speech.moment(line.made),
            _("{step} (undone)").format(step=done) if line.undone else done,
            " ".join(line.subject.split()),
            line.author,
        )


class HistoryDialog(QDialog):
    """Stays open beside the work, and follows it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.gettext
        self.setWindowTitle(_("History"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(860, 480)
        model = HistoryModel(context.session, context.speech, self)
        table = lines_table(model, _("What was done to the book"), (160, 220, 260, 120))
        table.horizontalHeader().setStretchLastSection(False)
        table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        about = QLabel(
            _("The last 200 steps can be undone, also after the book was closed and opened again."),
            wordWrap=True,
        )
        about.setProperty("role", "quiet")
        column_of = QVBoxLayout(self)
        column_of.addWidget(about)
        column_of.addWidget(table)
        column_of.addWidget(closing(self))
