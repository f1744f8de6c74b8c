"""The remarks on a note: read, added and changed below its text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.operations import annotations as remarks
from briefing.prose import Prose
from briefing.things import Annotation, AnnotationKind, Note, PrintFlag
from ui.book.chooser import DropDown
from ui.book.doing import attempt
from ui.context import Context
from ui.editor.editor import ProseEditor
from ui.names import name_of


class Remark(QFrame):
    """One remark: what it is for, whether it is printed, and its words."""

    def __init__(self, context: Context, annotation: Annotation, parent: QWidget) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._uid = annotation.uid
        self.setProperty("role", "card")
        self._kind = DropDown(_("What the remark is for"))
        self._flag = DropDown(_("Whether the remark is printed"))
        self._who = QLabel()
        self._who.setProperty("role", "quiet")
        self._remove = QToolButton()
        self._remove.setIcon(context.look.icon("delete"))
        self._remove.setToolTip(_("Remove the remark"))
        self._remove.setAccessibleName(_("Remove the remark"))
        self._remove.setAutoRaise(True)
        self.editor = ProseEditor(context)
        self.editor.grow()
        self.editor.set_margin_words(shown=False)
        self.editor.set_name(_("Remark"))
        self.editor.set_hint(_("Write a remark"))
        head = QHBoxLayout()
        for widget in (self._kind, self._flag):
            head.addWidget(widget)
        head.addWidget(self._who, stretch=1)
        head.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.editor)
        self._kind.asked.connect(lambda kept: self._change(kind=AnnotationKind(kept)))
        self._flag.asked.connect(lambda kept: self._change(flag=PrintFlag(kept)))
        self._remove.clicked.connect(self._take_away)
        self.editor.typed.connect(self._write)
        context.session.on_flush(self.editor.flush)
        self.show_remark(annotation)

    def show_remark(self, annotation: Annotation) -> None:
        """Show a remark as the book has it."""
        _, wording = self._context.gettext, self._context.speech.wording
        kinds = [(kind.value, wording.named("annotation", kind)) for kind in AnnotationKind]
        self._kind.offer(kinds, annotation.kind.value)
        flags = [(flag.value, name_of(flag, _)) for flag in PrintFlag]
        self._flag.offer(flags, annotation.flag.value)
        self._who.setText(annotation.author)
        if not self.editor.pending:
            self.editor.set_prose(annotation.body)
        closed = self._context.session.read_only
        self.editor.read_only = closed
        for widget in (self._kind, self._flag, self._remove):
            widget.setEnabled(not closed)

    def let_go(self) -> None:
        """The remark is not shown any more."""
        self._context.session.off_flush(self.editor.flush)
        self.hide()
        self.deleteLater()

    def _stored(self) -> Annotation | None:
        return self._context.session.store.find(Annotation, self._uid)

    def _change(self, **details: object) -> None:
        self._context.session.flush()
        if (stored := self._stored()) is not None:
            change = partial(remarks.change_annotation, stored, **details)
            attempt(self._context, change)

    def _write(self, body: Prose) -> None:
        if (stored := self._stored()) is not None:
            self._context.session.write(remarks.change_annotation(stored, body=body))

    def _take_away(self) -> None:
        self.editor.flush()
        if (stored := self._stored()) is not None:
            attempt(self._context, partial(remarks.remove_annotation, stored))


class RemarksPane(QWidget):
    """All remarks on the note that is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._note = ""
        self._shown: dict[str, Remark] = {}
        self._heading = QLabel(context.gettext("Remarks on this note"))
        self._heading.setProperty("role", "heading")
        self._heading.setContentsMargins(8, 16, 8, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._heading)
        context.session.edited.connect(self._on_edited)
        self.hide()

    def show_note(self, note: Note | None) -> None:
        """Show the remarks on a note."""
        self._note = note.uid if note else ""
        self._read()

    def add(self) -> None:
        """Begin a remark, and write in it."""
        session = self._context.session
        written = datetime.now(UTC).isoformat(timespec="seconds")
        make = partial(
            remarks.annotate,
            Prose(),
            note=self._note,
            author=session.author,
            written=written,
        )
        if self._note and attempt(self._context, make):
            last = list(self._shown.values())[-1]
            last.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_remark(self, uid: str) -> None:
        """Put the cursor into a remark."""
        if uid in self._shown:
            self._shown[uid].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edited(self, edit: Edit) -> None:
        if self._note and edit.touches(Annotation):
            self._read()

    def _read(self) -> None:
        store = self._context.session.store
        found: Sequence[Annotation] = store.where(Annotation, note=self._note) if self._note else []
        wanted = {annotation.uid: annotation for annotation in found}
        for uid in list(self._shown):
            if uid not in wanted:
                self._shown.pop(uid).let_go()
        for uid, annotation in wanted.items():
            if uid in self._shown:
                self._shown[uid].show_remark(annotation)
            else:
                self._shown[uid] = Remark(self._context, annotation, self)
                self._column.addWidget(self._shown[uid])
        self.setVisible(bool(wanted))
