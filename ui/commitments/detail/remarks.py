"""The annotations on a commitment, written and changed where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout, QWidget

from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.commitments.detail.parts import button, empty, heading, quiet, row
from ui.commitments.detail.typed import TextField
from ui.context import Context
from ui.names import name_of


class Remarks(QWidget):
    """A card for each annotation; what is typed goes into the book as elsewhere."""

    added = Signal()
    changed = Signal(str, object)  # (the uid, the fields and their new values)
    written = Signal(str, str)  # (the uid, the words)
    removed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._cards: dict[str, _RemarkCard] = {}
        _ = context.gettext
        add = button(context, _("Annotate"), "annotate", self.added.emit)
        add.setEnabled(not context.session.read_only)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(heading(_("Annotations")), add, stretch=0))
        column.addLayout(self._list)

    def show_annotations(self, annotations: Sequence[Annotation]) -> None:
        """Show these; a card that is there already stays, with what is typed in it."""
        if list(self._cards) != [annotation.uid for annotation in annotations]:
            for card in self._cards.values():
                card.words.close_typing()
            empty(self._list)
            self._cards = {a.uid: self._card(a) for a in annotations}
        for annotation in annotations:
            self._cards[annotation.uid].show_annotation(annotation)

    def focus(self, uid: str) -> None:
        """Have an annotation typed."""
        if uid in self._cards:
            self._cards[uid].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, annotation: Annotation) -> _RemarkCard:
        made = _RemarkCard(self._context, annotation.uid)
        made.changed.connect(self.changed)
        made.written.connect(self.written)
        made.removed.connect(self.removed)
        self._list.addWidget(made)
        return made


class _RemarkCard(QFrame):
    changed = Signal(str, object)
    written = Signal(str, str)
    removed = Signal(str)

    def __init__(self, context: Context, uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._uid = uid
        _ = context.gettext
        self.words = TextField(context, _("Annotation"))
        self.words.setPlaceholderText(_("The remark"))
        self._kind = QComboBox()
        self._kind.setAccessibleName(_("Kind of annotation"))
        for kind in AnnotationKind:
            self._kind.addItem(context.speech.wording.named("annotation", kind), kind)
        self._flag = QComboBox()
        self._flag.setAccessibleName(_("Where it goes"))
        for flag in PrintFlag:
            self._flag.addItem(name_of(flag, _), flag)
        remove = button(context, _("Remove this annotation"), "delete", self._remove, bare=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.words)
        for words, box in ((_("Kind"), self._kind), (_("Where it goes"), self._flag)):
            label = quiet(words)
            label.setBuddy(box)
            column.addLayout(row(label, box, stretch=1))
        line = row(remove)
        line.insertStretch(0, 1)
        column.addLayout(line)
        self.words.written.connect(self._written)
        self._kind.activated.connect(self._kind_chosen)
        self._flag.activated.connect(self._flag_chosen)
        for widget in (self.words, self._kind, self._flag, remove):
            widget.setEnabled(not context.session.read_only)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show a state of the annotation."""
        self.words.show_text(annotation.body.text)
        self._kind.setCurrentIndex(self._kind.findData(annotation.kind))
        self._flag.setCurrentIndex(self._flag.findData(annotation.flag))

    def _written(self, text: str) -> None:
        self.written.emit(self._uid, text)

    def _kind_chosen(self, place: int) -> None:
        self.changed.emit(self._uid, {"kind": AnnotationKind(self._kind.itemData(place))})

    def _flag_chosen(self, place: int) -> None:
        self.changed.emit(self._uid, {"flag": PrintFlag(self._flag.itemData(place))})

    def _remove(self) -> None:
        self.removed.emit(self._uid)
