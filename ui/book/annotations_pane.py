"""The annotations on a note: read, added and changed below its text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.errors import BriefingError, Refused
from briefing.operations import annotations as operations
from briefing.prose import Prose
from briefing.things import Annotation, Note
from ui.clock import now
from ui.context import Context
from ui.doing import attempt, attempt_on
from ui.editor.annotation import AnnotationEditor, Draft
from ui.widgets.naming import number_apart

_LINES = 3
"""For which a card has room before anything is written."""


class AnnotationsPane(QWidget):
    """A card for each annotation on the note that is shown."""

    entered = Signal(object)  # the card that is written on now
    left = Signal()  # the adviser is done with a card
    dealt = Signal()  # there are other cards than before

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._note: Note | None = None
        self._cards: dict[str, AnnotationEditor] = {}
        self._owed: dict[str, BriefingError] = {}
        """Why the words of a card could not be written, by the uid of its annotation."""
        heading = QLabel(context.gettext("Annotations on this note"))
        heading.setProperty("role", "heading")
        heading.setContentsMargins(8, 16, 8, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(heading)
        context.session.edited.connect(self._on_edited)
        context.session.unwritten.on_flush(self.flush)
        self.hide()

    def show_note(self, note: Note | None) -> None:
        """Show the annotations on a note."""
        self.flush()
        self._note = note
        self._read()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [stop for card in self._cards.values() for stop in card.tab_stops()]

    def flush(self) -> None:
        """Write down what was typed; the error, where the disk does not take it."""
        for uid, card in tuple(self._cards.items()):
            before = self._owed.get(uid)
            card.flush()
            if before is not None and self._owed.get(uid) is before:
                self._write(uid, card.draft())
        if self._owed:
            raise next(iter(self._owed.values()))

    def add(self) -> None:
        """Begin an annotation, and write on its card."""
        if self._note is None:
            return
        session = self._context.session
        written = now()
        make = partial(
            operations.annotate,
            Prose(),
            note=self._note.uid,
            author=session.author,
            written=written,
        )
        if attempt(self._context, make):
            self.show_annotation(list(self._cards)[-1])

    def show_annotation(self, uid: str) -> None:
        """Put the cursor into an annotation."""
        if uid in self._cards:
            card = self._cards[uid]
            card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self.entered.emit(card)

    # Cards

    def _on_edited(self, edit: Edit) -> None:
        if self._note is not None and edit.touches(Annotation):
            self._read()

    def _read(self) -> None:
        store, note = self._context.session.store, self._note
        found = store.where(Annotation, note=note.uid) if note else []
        wanted, known = {annotation.uid: annotation for annotation in found}, set(self._cards)
        for uid in [uid for uid in self._cards if uid not in wanted]:
            card = self._cards.pop(uid)
            self._owed.pop(uid, None)
            card.hide()
            card.deleteLater()
        for uid, annotation in wanted.items():
            if uid not in self._cards:
                self._cards[uid] = self._made(uid)
            if uid not in self._owed:
                self._cards[uid].show_annotation(annotation, note.lang if note else "")
        number_apart(self._cards.values())
        self.setVisible(bool(wanted))
        if wanted.keys() != known:
            self.dealt.emit()

    def _made(self, uid: str) -> AnnotationEditor:
        card = AnnotationEditor(self._context)
        card.editor.grow(_LINES)
        card.editor.asking.connect(self.entered)
        card.written.connect(partial(self._write, uid))
        card.classified.connect(partial(self._classify, uid))
        card.remove_asked.connect(partial(self._remove, uid))
        card.finished.connect(self.left)
        self._column.addWidget(card)
        return card

    # Writing

    def _stored(self, uid: str) -> Annotation | None:
        return self._context.session.store.find(Annotation, uid)

    def _write(self, uid: str, draft: Draft) -> None:
        stored = self._stored(uid)
        if stored is None or stored.body == draft.body:
            return
        self._owed.pop(uid, None)
        try:
            self._context.session.write(operations.change_annotation(stored, body=draft.body))
        except Refused as error:
            self._context.notices.trouble(error)
        except BriefingError as error:
            self._owed[uid] = error
            self._context.notices.trouble(error)
        self._context.session.unwritten.owe(self, next(iter(self._owed.values()), None))

    def _classify(self, uid: str, draft: Draft) -> None:
        change = partial(operations.change_annotation, kind=draft.kind, flag=draft.flag)
        attempt_on(self._context, Annotation, uid, change)

    def _remove(self, uid: str) -> None:
        attempt_on(self._context, Annotation, uid, operations.remove_annotation)
