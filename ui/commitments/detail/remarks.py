"""The annotations on a commitment, written and changed where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.commitments.detail.parts import button, empty, heading, let_go, quiet, row
from ui.context import Context
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ending import ends
from ui.widgets.fields import TextField
from ui.widgets.form import Form
from ui.widgets.naming import number_apart


class Remarks(QWidget):
    """A card for each annotation; what is typed goes into the book as elsewhere.

    A new one is a card that stands for no annotation yet: there is none before it has words.
    """

    added = Signal(str)  # the words of a new one
    changed = Signal(str, object)  # (the uid, the fields and their new values)
    written = Signal(str, str)  # (the uid, the words)
    removed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._cards: dict[str, _RemarkCard] = {}
        self._draft: _RemarkCard | None = None
        _ = context.gettext
        self._add = add = button(context, _("Annotate"), "annotate", self.begin)
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
        uids = [annotation.uid for annotation in annotations]
        if self._draft is not None and uids[:-1] == list(self._cards) and uids:
            self._draft.uid = uids[-1]
            self._cards[uids[-1]] = self._draft
            self._draft = None
        elif list(self._cards) != uids:
            self._empty()
            self._cards = {uid: self._card(uid) for uid in uids}
        for annotation in annotations:
            self._cards[annotation.uid].show_annotation(annotation)
        self._number()

    def begin(self) -> None:
        """Have a new annotation typed."""
        if self._draft is None:
            self._draft = self._card("")
            self._number()
        self._draft.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number(self) -> None:
        """Name the cards apart, for who does not see which is which."""
        number_apart([*self._cards.values(), *filter(None, [self._draft])])

    def drop_draft(self) -> None:
        """Another commitment is about to be shown: a card without words goes."""
        if self._draft is not None:
            self._draft.words.close_typing()
        if self._draft is not None:
            self._list.removeWidget(self._draft)
            let_go(self._draft)
            self._draft = None
            self._number()

    def _empty(self) -> None:
        for card in self._cards.values():
            card.words.close_typing()
        self.drop_draft()
        empty(self._list)

    def _card(self, uid: str) -> _RemarkCard:
        made = _RemarkCard(self._context, uid)
        made.changed.connect(self.changed)
        made.written.connect(self._written)
        made.removed.connect(self._removed)
        made.finished.connect(self._add.setFocus)
        self._list.addWidget(made)
        return made

    def _written(self, uid: str, words: str) -> None:
        if uid:
            self.written.emit(uid, words)
        elif words.strip():
            self.added.emit(words)

    def _removed(self, uid: str) -> None:
        if uid:
            self.removed.emit(uid)
        else:
            self.drop_draft()


class _RemarkCard(QFrame):
    changed = Signal(str, object)
    written = Signal(str, str)
    removed = Signal(str)
    finished = Signal()

    def __init__(self, context: Context, uid: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.uid = uid
        _ = context.gettext
        self.words = TextField(context.session, _("Annotation"))
        self.words.setPlaceholderText(_("The remark"))
        self._kind = ChoiceBox()
        self._kind.setAccessibleName(_("Kind of annotation"))
        for kind in AnnotationKind:
            self._kind.addItem(context.speech.wording.named("annotation", kind), kind)
        self._flag = ChoiceBox()
        self._flag.setAccessibleName(_("Where it goes"))
        for flag in PrintFlag:
            self._flag.addItem(name_of(flag, _), flag)
        self._gettext = _
        remove = button(context, _("Remove the annotation"), "delete", self._remove, bare=True)
        self._away = remove
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.words)
        form = Form()
        form.setVerticalSpacing(4)
        form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, box in ((_("Kind"), self._kind), (_("Where it goes"), self._flag)):
            label = quiet(words)
            label.setBuddy(box)
            form.addRow(label, box)
        column.addLayout(form)
        line = row(remove)
        line.insertStretch(0, 1)
        column.addLayout(line)
        self.words.written.connect(self._written)
        self._kind.activated.connect(self._kind_chosen)
        self._flag.activated.connect(self._flag_chosen)
        for widget in (self.words, self._kind, self._flag, remove):
            widget.setEnabled(not context.session.read_only)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and ends(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if ends(event):
            self.words.flush()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def number(self, number: int) -> None:
        """Say which of several it is; 0 for the only one."""
        _ = self._gettext
        names = [_("Annotation"), _("Remove the annotation")]
        if number:
            names = [_("Annotation {number}"), _("Remove annotation {number}")]
        words, remove = (name.format(number=number) for name in names)
        self.words.setAccessibleName(words)
        self._away.setAccessibleName(remove)

    def show_annotation(self, annotation: Annotation) -> None:
        """Show a state of the annotation."""
        self.words.show_text(annotation.body.text)
        self._kind.setCurrentIndex(self._kind.findData(annotation.kind))
        self._flag.setCurrentIndex(self._flag.findData(annotation.flag))

    def _written(self, text: str) -> None:
        self.written.emit(self.uid, text)

    def _kind_chosen(self, place: int) -> None:
        self.changed.emit(self.uid, {"kind": AnnotationKind(self._kind.itemData(place))})

    def _flag_chosen(self, place: int) -> None:
        self.changed.emit(self.uid, {"flag": PrintFlag(self._flag.itemData(place))})

    def _remove(self) -> None:
        self.removed.emit(self.uid)
