"""New notes, in place: choose a format and topics, and press Enter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.edits import Edit, thing_of
from briefing.operations import notes
from briefing.operations.drafting import drafting
from briefing.progress import Steps
from briefing.things import Note, Topic, topics_in_order
from briefing.uid import new_uid
from ui.book.choices import language_choices, template_choices, templates
from ui.book.chooser import DropDown
from ui.context import Context
from ui.doing import at_once, begin

_ROW = 28
"""Pixels: a row is a target."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, how many commitments it lists, and whether a note is about it."""

    topic: Topic
    depth: int
    commitments: int
    noted: bool


class TopicModel(QAbstractListModel):
    """The topics of the book as their tree reads."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[TopicRow] = []

    def read(self) -> None:
        """Look at the book again."""
        store = self._context.session.store
        self.beginResetModel()
        counts = Counter(topic for _commitment, topic in store.listed_under())
        noted = {note.topic for note in store.all(Note)}
        topics = store.all(Topic)
        above = {topic.uid: topic.parent for topic in topics}
        self._rows = [
            TopicRow(topic, _depth(topic.uid, above), counts[topic.uid], topic.uid in noted)
            for topic in topics_in_order(topics)
        ]
        self.endResetModel()

    def topic(self, row: int) -> Topic:
        """The topic of a row."""
        return self._rows[row].topic

    def to_draft(self) -> list[int]:
        """The rows of topics that have commitments and no note."""
        return [n for n, row in enumerate(self._rows) if row.commitments and not row.noted]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            ngettext, number = self._context.speech.ngettext, row.commitments
            counted = ngettext("{n} commitment", "{n} commitments", number).format(n=number)
            noted = self._context.gettext("has a note") if row.noted else ""
            facts = " · ".join(filter(None, (counted if number else "", noted)))
            indent = "    " * row.depth if role == Qt.ItemDataRole.DisplayRole else ""
            return f"{indent}{row.topic.name}" + (f"   ({facts})" if facts else "")
        return None


def _depth(uid: str, above: dict[str, str | None]) -> int:
    depth, parent = 0, above.get(uid)
    while parent is not None:
        depth, parent = depth + 1, above.get(parent)
    return depth


class NewNotes(QWidget):
    """A page for the middle column; Enter makes the notes, Escape goes back."""

    made = Signal(str)  # the uid of the first note that was made
    left = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._template = DropDown(_("Format of the notes"))
        self._lang = DropDown(_("Language of the notes"))
        self._topics = TopicModel(context)
        self.view = QListView()
        self.view.setUniformItemSizes(True)
        self.view.setModel(self._topics)
        self.view.setAccessibleName(_("Topics"))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._title = QLineEdit()
        self._title.setPlaceholderText(_("Title of a note without a topic"))
        self._title.setAccessibleName(_("Title of a note without a topic"))
        self._make = QPushButton()
        self._make.setDefault(True)
        self._cancel = QPushButton(_("Cancel"))
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(self._settle)
        self._title.textChanged.connect(self._settle)
        self._make.clicked.connect(self.make)
        self._cancel.clicked.connect(self.left)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self._template, self._lang, self.view, self._title, self._cancel, self._make]

    def begin(self, *, drafting: bool) -> None:
        """Ask; with `drafting`, all topics that want a note are chosen already."""
        settings, book = self._context.settings, self._context.session.book
        kept = str(settings.recall("book/template", "information-note"))
        self._template.offer(template_choices(self._context, ""), kept)
        self._lang.offer(language_choices(self._context), book.lang)
        self._topics.read()
        self._title.clear()
        selection = QItemSelection()
        for row in self._topics.to_draft() if drafting else []:
            selection.select(self._topics.index(row), self._topics.index(row))
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(selection, flag.ClearAndSelect)
        first = next(iter(self._topics.to_draft()), 0)
        self.view.selectionModel().setCurrentIndex(self._topics.index(first), flag.NoUpdate)
        # Who asks for one note may begin to type its title; a letter or space must choose no topic.
        listed = drafting and self._topics.rowCount() > 0
        (self.view if listed else self._title).setFocus(Qt.FocusReason.OtherFocusReason)
        self._settle()

    def make(self) -> None:
        """Make the notes."""
        chosen = self._chosen()
        template, lang = self._template.kept, self._lang.kept
        if self._context.session.busy:
            return  # they are being made
        if template not in templates() or not (chosen or self._title.text().strip()):
            return
        self._context.settings.remember("book/template", template)
        make = (
            partial(self._drafted, template, lang, chosen)
            if chosen
            else partial(self._blank, template, lang)
        )
        begin(self._context, make, then=self._tell)

    def _tell(self, edit: Edit) -> None:
        things = map(thing_of, edit.changes)
        first = next((thing.uid for thing in things if isinstance(thing, Note)), "")
        if first:
            self.made.emit(first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.make()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _drafted(self, template: str, lang: str, topics: Sequence[Topic]) -> Steps[Edit]:
        return drafting(self._context.session.store, templates()[template], lang, topics)

    def _blank(self, template: str, lang: str) -> Steps[Edit | None]:
        return at_once(partial(self._note, template, lang))

    def _note(self, template: str, lang: str) -> Edit:
        session = self._context.session
        note = Note(
            uid=new_uid(),
            title=self._title.text().strip(),
            template=template,
            lang=lang,
            author=session.author,
        )
        return notes.add_note(session.store, note)

    def _chosen(self) -> list[Topic]:
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self._topics.topic(row) for row in rows]

    def _lay_out(self) -> None:
        _ = self._context.gettext
        heading = QLabel(_("New notes"))
        heading.setProperty("role", "title")
        said = QLabel(
            _(
                "Each topic that you choose gets a note with its commitments, extracts and"
                " annotations in place, and its other sections open. Ctrl and Shift choose several."
            ),
            wordWrap=True,
        )
        said.setProperty("role", "quiet")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._template)
        top.addWidget(self._lang)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._title, stretch=1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(said)
        column.addLayout(top)
        column.addWidget(self.view, stretch=1)
        column.addLayout(foot)

    def _settle(self) -> None:
        ngettext = self._context.speech.ngettext
        chosen = len(self._chosen())
        number = chosen or int(bool(self._title.text().strip()))
        self._make.setText(ngettext("Make {n} note", "Make {n} notes", number).format(n=number))
        self._make.setEnabled(number > 0)
        self._title.setEnabled(not chosen)
