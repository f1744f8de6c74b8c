"""A card on which an annotation is written: its words, what it is for, whether it is printed.

It takes values and gives values; who shows it makes the edits::

    card = AnnotationEditor(context)
    card.show_annotation(annotation)      # or `begin("fr")` for a new one
    card.written.connect(...)             # a Draft while keys rest: session.write(...)
    card.classified.connect(...)          # a Draft, its kind or flag chosen: session.run(...)
    card.finished.connect(...)            # Ctrl+Enter, Esc or Done
    card.remove_asked.connect(...)
    session.unwritten.on_flush(card.flush)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.prose import Prose
from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.context import Context
from ui.editor.editor import ProseEditor
from ui.names import name_of
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ending import ends
from ui.widgets.icon_button import IconButton
from ui.widgets.naming import name_choice

E = TypeVar("E", bound=StrEnum)
_LEAST_CHOICE = 64
"""Pixels: in a narrow column the choices are shortened before they widen it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an annotation says, before it is one."""

    body: Prose
    kind: AnnotationKind = AnnotationKind.BACKGROUND
    flag: PrintFlag = PrintFlag.INTERNAL


class AnnotationEditor(QFrame):
    """One annotation at a time."""

    written = Signal(object)  # the Draft, its words changed
    classified = Signal(object)  # the Draft, its kind or flag changed
    finished = Signal()
    remove_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self.setProperty("role", "card")
        self.editor = ProseEditor(context)
        self.editor.set_margin_words(shown=False)
        self.editor.set_hint(_("What is to be remembered here?"))
        self.editor.surface.setProperty("role", "field")
        self._kind = _choice(AnnotationKind, self._name_of_kind)
        self._flag = _choice(PrintFlag, self._name_of_flag)
        self._lay_out()
        self.number(0)
        self.editor.typed.connect(self._written)
        for box in (self._kind, self._flag):
            box.activated.connect(self._classified)

    def begin(self, lang: str = "") -> None:
        """Have a new annotation written, in a language."""
        self._show(Draft(Prose()), lang)

    def show_annotation(self, annotation: Annotation, lang: str = "") -> None:
        """Have an annotation read and written on; keys that are not handed on yet stay."""
        self._show(Draft(annotation.body, annotation.kind, annotation.flag), lang)

    def draft(self) -> Draft:
        """What stands on the card."""
        # Qt gives back a plain str.
        kind, flag = self._kind.currentData(), self._flag.currentData()
        return Draft(self.editor.prose(), AnnotationKind(kind), PrintFlag(flag))

    def number(self, number: int) -> None:
        """Say which of several it is, to who does not see where it stands; 0 for the only one."""
        _ = self._context.gettext
        names = [_("Annotation"), _("Remove the annotation"), _("Close")]
        if number:
            names = [_("Annotation {number}"), _("Remove annotation {number}")]
            names += [_("Close annotation {number}")]
        words, remove, done = (name.format(number=number) for name in names)
        self.editor.set_name(words)
        self._remove.setAccessibleName(remove)
        self._done.setAccessibleName(done)

    def flush(self) -> None:
        """Hand on what was typed and is not handed on yet."""
        self.editor.flush()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self.editor.surface, self._kind, self._flag, self._remove, self._done]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.editor.surface.setFocus(event.reason())

    @override
    def event(self, event: QEvent) -> bool:
        # Where one writes an annotation its keys come before those of the window.
        if event.type() is QEvent.Type.ShortcutOverride and ends(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if ends(event):
            self._finish()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        _ = self._context.gettext
        self._remove = IconButton(self._context.look, "delete", _("Remove the annotation"))
        self._remove.clicked.connect(self.remove_asked)
        self._done = QPushButton(_("Close"))
        self._done.setToolTip(_("Ctrl+Enter"))
        self._done.clicked.connect(self._finish)
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self._kind, self._flag):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._remove)
        row.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.editor, stretch=1)
        column.addLayout(row)
        name_choice(self._kind, _("Kind of annotation"))
        name_choice(self._flag, _("Whether it is printed"))

    def _show(self, draft: Draft, lang: str) -> None:
        self.editor.set_lang(lang or self._context.speech.lang)
        if not self.editor.pending:
            self.editor.set_prose(draft.body)
        self._kind.setCurrentIndex(self._kind.findData(draft.kind))
        self._flag.setCurrentIndex(self._flag.findData(draft.flag))
        read_only = self._context.session.read_only
        self.editor.read_only = read_only
        for box in (self._kind, self._flag):
            box.setEnabled(not read_only)

    def _written(self) -> None:
        self.written.emit(self.draft())

    def _classified(self) -> None:
        self.flush()
        self.classified.emit(self.draft())

    def _finish(self) -> None:
        self.flush()
        self.finished.emit()

    def _name_of_kind(self, kind: AnnotationKind) -> str:
        return self._context.speech.wording.named("annotation", kind)

    def _name_of_flag(self, flag: PrintFlag) -> str:
        return name_of(flag, self._context.gettext)


def _choice(values: type[E], words: Callable[[E], str]) -> QComboBox:
    box = ChoiceBox()
    box.setMinimumWidth(_LEAST_CHOICE)
    for value in values:
        box.addItem(words(value), value)
    return box
