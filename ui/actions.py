"""Every action of a window: what it is called, how it is reached, when it can be done.

Menus, the command palette and the sheet of shortcuts are made from here, so that nothing can be
done by a key alone that is not found by reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.looks import Look
from ui.places import Room
from ui.speech import Speech

Keys = QKeySequence.StandardKey | str | tuple[str, ...]


class Menu(StrEnum):
    """The menus of a window, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    SOURCE = "source"
    CANDIDATE = "candidate"
    COMMITMENT = "commitment"
    NOTE = "note"
    TAB = "tab"
    INSERT = "insert"
    FORMAT = "format"
    HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """What an action is called and how it is reached; who answers it is decided elsewhere."""

    id: str
    """Its name, such as `source.import`."""
    text: str
    """A message, with its mnemonic; a text that ends with "…" asks for more."""
    menu: Menu
    keys: Keys = ""
    shown: QKeySequence.StandardKey | None = None
    """Keys that whatever has the focus answers itself; they are only shown."""
    icon: str = ""
    tip: str = ""
    """A message; what it does, where the text does not say it all."""
    room: Room | None = None
    """The workspace that it belongs to; None for those that are there everywhere."""
    read_in: Room | None = None
    """Where the menus show an action that can be done wherever one writes."""
    local: bool = False
    """Whether its keys count only while its owner has the focus: single letters."""
    checkable: bool = False
    group: str = ""
    """Actions of one group stand together in the menu, between separators."""
    writes: bool = False
    """Whether it changes the book, so that it cannot be done in one that is read-only."""

    def shown_in(self, room: Room) -> bool:
        """Whether the menus of a workspace show it."""
        return (self.room or self.read_in) in {None, room}


class Actions(QObject):
    """The actions of one window by their names."""

    added = Signal()  # there are more than there were

    def __init__(self, speech: Speech, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speech = speech
        self._look = look
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, QAction] = {}
        self._announced: dict[str, ActionSpec] = {}
        self._off: set[str] = set()
        self._hidden: set[str] = set()
        self._room = Room.OVERVIEW
        self._read_only = False
        look.changed.connect(self._tint)

    def add(self, specs: Iterable[ActionSpec], owner: QWidget) -> None:
        """Make actions; their keys work in the owner's window, or in the owner if local."""
        for spec in specs:
            action = QAction(self._text(spec), owner)
            action.setObjectName(spec.id)
            _name_bare(action)
            action.setCheckable(spec.checkable)
            if spec.tip:
                action.setStatusTip(self._speech.gettext(spec.tip))
            if spec.local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if spec.icon:
                action.setIcon(self._look.icon(spec.icon))
            action.setIconVisibleInMenu(False)
            owner.addAction(action)
            self._announced.pop(spec.id, None)
            self._specs[spec.id] = spec
            self._actions[spec.id] = action
            self._settle(spec.id)
        self.added.emit()

    def on(self, name: str, slot: Callable[..., Any]) -> QAction:
        """Have an action answered; checkable ones call with whether they are checked."""
        action = self._actions[name]
        action.triggered.connect(slot)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def keys(self, name: str) -> str:
        """The key of an action as the platform writes it, also while the action cannot be done."""
        return keys_of(self._specs[name])

    def all(self) -> list[tuple[ActionSpec, QAction]]:
        """Every action with what was said of it, in the order in which they were added."""
        return [(spec, self._actions[name]) for name, spec in self._specs.items()]

    def announce(self, specs: Iterable[ActionSpec]) -> None:
        """Say what there will be in workspaces that nobody has entered, so that it can be found."""
        self._announced |= {spec.id: spec for spec in specs if spec.id not in self._specs}

    def known(self) -> list[tuple[ActionSpec, QAction | None]]:
        """Every action, also those whose workspace is still to be made."""
        return [*self.all(), *((spec, None) for spec in self._announced.values())]

    def enable(self, name: str, on: bool) -> None:  # noqa: FBT001 - as QAction.setEnabled
        """Say whether an action can be done now, in its workspace."""
        if on is (name not in self._off):
            return  # it is asked after every key
        if on:
            self._off.discard(name)
        else:
            self._off.add(name)
        self._settle(name)

    def show(self, specs: Iterable[ActionSpec], *, on: bool) -> None:
        """Say whether the actions of a pane are offered now, in its workspace."""
        names = {spec.id for spec in specs}
        self._hidden = self._hidden - names if on else self._hidden | names
        for name in names & self._actions.keys():
            self._settle(name)

    def can(self, name: str) -> bool:
        """Whether an action can be done now, in the menus or not."""
        spec = self._specs[name]
        here = spec.room in {None, self._room}
        return here and name not in self._off and not (spec.writes and self._read_only)

    def enter(self, room: Room) -> None:
        """Another workspace is about to be shown: its actions can be done.

        Those of the one before are seen to when it is hidden, by `leave`: a button whose action
        goes off while it is seen lets go of the focus, and does not have it when one comes back.
        """
        self._room = room
        self.leave(room)

    def leave(self, room: Room) -> None:
        """A workspace is hidden: what can be done in it alone cannot be done any more."""
        for name, spec in self._specs.items():
            if room in {spec.room, spec.read_in}:
                self._settle(name)

    def forbid_writing(self) -> None:
        """The book cannot be written to."""
        self._read_only = True
        for name in self._specs:
            self._settle(name)

    def _settle(self, name: str) -> None:
        spec, action = self._specs[name], self._actions[name]
        action.setEnabled(self.can(name))
        action.setVisible(spec.shown_in(self._room) and name not in self._hidden)
        # Elsewhere its keys are another's: no menu, seen or not, has one key for two things.
        keys = sequences(spec) if action.isVisible() else []
        if action.shortcuts() != keys:
            action.setShortcuts(keys)
        text, without = self._text(spec), bare(self._text(spec))
        if action.text() in {text, without}:  # or somebody names the step that it takes back
            action.setText(text if action.isVisible() else without)

    def _text(self, spec: ActionSpec) -> str:
        text = self._speech.gettext(spec.text)
        return f"{text}\t{_native(spec.shown)}" if spec.shown is not None else text

    def _tint(self) -> None:
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(self._look.icon(spec.icon))


def keys_of(spec: ActionSpec) -> str:
    """The key of an action as the platform writes it; the first, where there are several."""
    keys = spec.shown or spec.keys
    if isinstance(keys, tuple):
        keys = keys[0]
    return _native(keys) if keys else ""


def _native(keys: QKeySequence.StandardKey | str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def bare(text: str) -> str:
    """Without the sign for the mnemonic: of “&Read” and “阅读(&R)” what is read out."""
    text = re.sub(r"\(&\w\)", "", text)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _name_bare(action: QAction) -> None:
    """Have buttons not show the letter that Chinese menus put behind a name; Qt keeps it."""
    if "(&" in action.text():
        words = bare(action.text()).rstrip("…")
        action.setIconText(words)
        action.setToolTip(words)


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """The keys of an action, also where it cannot be done just now."""
    keys = spec.keys
    if isinstance(keys, QKeySequence.StandardKey):
        return QKeySequence.keyBindings(keys)
    if isinstance(keys, tuple):
        return [QKeySequence(one) for one in keys]
    return [QKeySequence(keys)] if keys else []
