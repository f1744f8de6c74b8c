"""Writes an annotation beside the words that it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QToolButton
from typing_extensions import override

from briefing.anchor import Anchor
from briefing.edits import thing_of
from briefing.operations import annotations as remarks
from briefing.prose import Prose
from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.context import Context
from ui.editor.editor import ProseEditor
from ui.names import name_of
from ui.reader.in_place import InPlace
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.widgets.naming import name_choice

_HEIGHT = 132
"""Pixels of the text, which scrolls when it is longer."""
E = TypeVar("E", bound=StrEnum)


class RemarkEditor(InPlace):
    """One annotation. A new one comes into the book with its first words."""

    def __init__(
        self, context: Context, text: ReadingText, anchor: Anchor, remark: Annotation | None
    ) -> None:
        first, last = Spot(anchor.passage, anchor.start), Spot(anchor.passage, anchor.end)
        super().__init__(context, text, last, beside=first)
        self._anchor = anchor
        self._uid = "" if remark is None else remark.uid
        _ = context.gettext
        self._kind = _choice(AnnotationKind, self._kind_name)
        self._flag = _choice(PrintFlag, self._flag_name)
        self._body = ProseEditor(context, self)
        self._body.set_margin_words(shown=False)
        self._body.set_name(_("Annotation"))
        self._body.set_hint(_("What is to be remembered here?"))
        self._body.setFixedHeight(_HEIGHT)
        self._set_out()
        self._kind.setCurrentIndex(
            self._kind.findData(remark.kind if remark else AnnotationKind.BACKGROUND)
        )
        self._flag.setCurrentIndex(
            self._flag.findData(remark.flag if remark else PrintFlag.INTERNAL)
        )
        if remark is not None:
            self._body.set_prose(remark.body)
        self._kind.activated.connect(self._classify)
        self._flag.activated.connect(self._classify)
        self._body.typed.connect(self._write)
        context.session.on_flush(self._body.flush)

    @property
    def uid(self) -> str:
        """The annotation that is written, or "" while it has no words."""
        return self._uid

    @override
    def begin(self) -> None:
        """Show it, and write."""
        super().begin()
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def end(self) -> None:
        """Write down what there is, and go."""
        self._body.flush()
        self.context.session.off_flush(self._body.flush)
        super().end()

    def _set_out(self) -> None:
        _ = self.context.gettext
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._kind)
        row.addWidget(self._flag)
        row.addStretch(1)
        remove = QToolButton()
        remove.setIcon(self.context.look.icon("delete"))
        remove.setToolTip(_("Remove the annotation"))
        remove.setAccessibleName(_("Remove the annotation"))
        remove.clicked.connect(self._remove)
        row.addWidget(remove)
        done = QPushButton(_("Done  Ctrl+Enter"))
        done.setAccessibleName(_("Done"))
        done.clicked.connect(self.end)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(done)
        self.column.addLayout(row)
        self.column.addWidget(self._body, stretch=1)
        self.column.addLayout(foot)
        name_choice(self._kind, _("Kind of annotation"))
        name_choice(self._flag, _("Whether it is printed"))

    def _kind_name(self, kind: AnnotationKind) -> str:
        return self.context.speech.wording.named("annotation", kind)

    def _flag_name(self, flag: PrintFlag) -> str:
        return name_of(flag, self.context.gettext)

    def _details(self) -> dict[str, StrEnum]:
        # Qt gives back a plain str.
        kind = AnnotationKind(self._kind.currentData())
        return {"kind": kind, "flag": PrintFlag(self._flag.currentData())}

    def _remark(self) -> Annotation | None:
        return self.context.session.store.find(Annotation, self._uid or None)

    def _write(self, body: Prose) -> None:
        session, remark = self.context.session, self._remark()
        if remark is not None:
            session.write(remarks.change_annotation(remark, body=body))
        elif body.text.strip():
            written = datetime.now(UTC).isoformat(timespec="seconds")
            who = {"author": session.author, "written": written}
            edit = remarks.annotate(body, anchor=self._anchor, **who, **self._details())
            self._uid = thing_of(edit.changes[0]).uid
            session.run(edit)

    def _classify(self) -> None:
        self._body.flush()
        remark = self._remark()
        if remark is not None:
            self.context.session.run(remarks.change_annotation(remark, **self._details()))

    def _remove(self) -> None:
        self._body.flush()
        remark = self._remark()
        if remark is not None:
            self.context.session.run(remarks.remove_annotation(remark))
        self._uid = ""
        self.end()


def _choice(values: type[E], words: Callable[[E], str]) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem(words(value), value)
    return box
