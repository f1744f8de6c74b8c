"""Who answers the actions of texts: the editor with the cursor, or the one that had it last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.actions import sequences
from ui.context import Context
from ui.editor import pen
from ui.editor.actions import ACTIONS
from ui.editor.deeds import IN_TABLE, STATES
from ui.editor.spelling import speller_of

if TYPE_CHECKING:
    from ui.editor.editor import ProseEditor

_SETTLE = 50
"""Milliseconds after the last move of the cursor until buttons and menus show what is there."""


class Desk(QObject):
    """One for each window; every editor of the window is announced to it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.actions)
        self._actions = context.actions
        self._editor: ProseEditor | None = None
        self._speller = speller_of(context)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settling.timeout.connect(self.settle)
        # A window has not been made yet when its first editor is, so the actions have a home here.
        self._home = QWidget()
        self._actions.add(ACTIONS, self._home)
        self._by_name = {spec.id: self._actions[spec.id] for spec in ACTIONS}
        for name, action in self._by_name.items():
            action.triggered.connect(lambda _on, name=name: self._do(name))
        self.settle()

    def announce(self, editor: ProseEditor) -> None:
        """Have an editor's keys answered."""
        editor.surface.answers = self.answer
        for action in self._by_name.values():
            editor.addAction(action)

    @property
    def editor(self) -> ProseEditor | None:
        """The editor that would answer now."""
        editor = self._editor
        if editor is None or not shiboken6.isValid(editor) or not editor.isVisible():
            return None
        return editor

    def take(self, editor: ProseEditor) -> None:
        """An editor has the cursor now."""
        self._editor = editor
        self.settle()

    def answer(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key means in a text, so that no other action of the window takes it from there."""
        keys = QKeySequence(event.keyCombination())
        for spec in ACTIONS:
            if self._actions.can(spec.id) and any(keys == one for one in sequences(spec)):
                action = self._by_name[spec.id]
                # Where the menus do not offer an action, Qt will not trigger it.
                return action.trigger if action.isEnabled() else partial(self._do, spec.id)
        return None

    def settle_soon(self, editor: ProseEditor) -> None:
        """The cursor of an editor has moved, and may move on."""
        if editor is self.editor:
            self._settling.start()

    def settle(self) -> None:
        """Bring what can be done, and what is done already, up to date."""
        editor = self.editor
        writes = editor is not None and not editor.read_only
        in_table = editor is not None and pen.table_at(editor.surface.textCursor()) is not None
        for spec in ACTIONS:
            can = writes if spec.writes else editor is not None or spec.id == "text.spelling"
            self._actions.enable(spec.id, can and (in_table or spec.id not in IN_TABLE))
        self._by_name["text.spelling"].setChecked(self._speller.on)
        if editor is not None:
            for name, state in STATES.items():
                self._by_name[name].setChecked(state(editor.surface))

    def _do(self, name: str) -> None:
        if name == "text.spelling":
            self._speller.turn(not self._speller.on)
        elif self.editor is not None:
            self.editor.do(name)
        self.settle()


def desk_of(context: Context) -> Desk:
    """The desk of a window, made when the first editor asks for it."""
    found = context.actions.findChild(Desk)
    return found if isinstance(found, Desk) else Desk(context)
