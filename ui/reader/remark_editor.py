"""Writes an annotation beside the words that it is about."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from briefing.anchor import Anchor
from briefing.edits import Edit, thing_of
from briefing.errors import BriefingError, Refused
from briefing.operations import annotations as remarks
from briefing.things import Annotation
from ui.clock import now
from ui.context import Context
from ui.doing import attempt_on
from ui.editor.annotation import AnnotationEditor, Draft
from ui.reader.in_place import InPlace
from ui.reader.paper import Spot
from ui.reader.view import ReadingText

_HEIGHT = 132
"""Pixels of the text, which scrolls when it is longer."""


class RemarkEditor(InPlace):
    """One annotation. A new one comes into the book with its first words."""

    def __init__(
        self, context: Context, text: ReadingText, anchor: Anchor, remark: Annotation | None
    ) -> None:
        first, last = Spot(anchor.passage, anchor.start), Spot(anchor.passage, anchor.end)
        super().__init__(context, text, last, beside=first)
        self._anchor = anchor
        self._uid = "" if remark is None else remark.uid
        self._gone = False
        self._owed: BriefingError | None = None
        """Why the words could not be stored, which are nowhere but here."""
        self._editor = AnnotationEditor(context, self)
        self._editor.setProperty("role", "")
        self._editor.setFrameShape(QFrame.Shape.NoFrame)
        self._editor.editor.setFixedHeight(_HEIGHT)
        self.column.setContentsMargins(4, 4, 4, 4)
        self.column.addWidget(self._editor)
        if remark is None:
            self._editor.begin(context.session.book.lang)
        else:
            self._editor.show_annotation(remark, context.session.book.lang)
        self._editor.written.connect(self._write)
        self._editor.classified.connect(self._classify)
        self._editor.remove_asked.connect(self._remove)
        self._editor.finished.connect(self.finish)
        context.session.unwritten.on_flush(self._flush)
        context.session.edited.connect(self._on_edited)

    @override
    def begin(self) -> None:
        """Show it, and write."""
        super().begin()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def finish(self) -> None:
        with suppress(BriefingError):  # which was said; the words stay
            self._flush()
            self.end()

    @override
    def end(self) -> None:
        """Write down what there is, and go."""
        self._editor.flush()
        self.context.session.unwritten.off_flush(self._flush)
        self.context.session.unwritten.owe(self, None)
        super().end()

    def _flush(self) -> None:
        before = self._owed
        self._editor.flush()
        if before is not None and self._owed is before:
            self._write(self._editor.draft())
        if self._owed is not None:
            raise self._owed

    def _remark(self) -> Annotation | None:
        return self.context.session.store.find(Annotation, self._uid or None)

    def _on_edited(self, edit: Edit) -> None:
        if self._uid and edit.touches(Annotation) and self._remark() is None:
            # Taken back: its words are not to come into the book again from here.
            self._gone = True
            self.end()

    def _write(self, draft: Draft) -> None:
        if self._gone:
            return
        remark = self._remark()
        if remark is not None:
            self._store(
                remarks.change_annotation(remark, body=draft.body), self.context.session.write
            )
        elif draft.body.text.strip():
            edit = self._new(draft)
            self._store(edit, self.context.session.run)
            self._uid = "" if self._owed else thing_of(edit.changes[0]).uid

    def _store(self, edit: Edit, write: Callable[[Edit], None]) -> None:
        self._owed = None
        try:
            write(edit)
        except Refused as error:
            self.context.notices.trouble(error)
        except BriefingError as error:
            self._owed = error
            self.context.notices.trouble(error)
        self.context.session.unwritten.owe(self, self._owed)

    def _new(self, draft: Draft) -> Edit:
        written = now()
        return remarks.annotate(
            draft.body,
            anchor=self._anchor,
            kind=draft.kind,
            flag=draft.flag,
            author=self.context.session.author,
            written=written,
        )

    def _classify(self, draft: Draft) -> None:
        make = partial(remarks.change_annotation, kind=draft.kind, flag=draft.flag)
        attempt_on(self.context, Annotation, self._uid, make)

    def _remove(self) -> None:
        if not self._uid:
            self._gone = True
            self.end()
            return
        attempt_on(self.context, Annotation, self._uid, remarks.remove_annotation)
