"""The command palette: every action by its name, with its key."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from briefing.text import fold
from ui.actions import ActionSpec, bare, keys_of
from ui.context import Context
from ui.places import Place
from ui.shell.finder import Finder, FinderRow
from ui.shell.menus import menu_titles
from ui.shell.twins import names_apart

Entry = tuple[ActionSpec, QAction | None]


class CommandPalette(Finder):
    """Actions that can be done now stand first; what cannot be done is shown greyed."""

    def __init__(self, context: Context, window: QWidget) -> None:
        _ = context.gettext
        super().__init__(context, _("Command palette"), _("What do you want to do?"), window)
        self._context = context
        self._entries: list[Entry] = []
        self.asked.connect(self._ask)
        self.chosen.connect(self._run)

    def _ask(self, words: str) -> None:
        _ = self._context.gettext
        titles, labelled = menu_titles(_), self._context.speech.wording.labelled
        self._entries = self._context.actions.known()
        specs = [spec for spec, _action in self._entries]
        called = [self._name(number) for number in range(len(specs))]
        names = names_apart(specs, called, self._context.speech)
        rows = [
            FinderRow(
                title=labelled(bare(titles[spec.menu]), names[number]),
                detail=keys_of(spec),
                enabled=self._is_elsewhere(spec) or (action is not None and action.isEnabled()),
                key=number,
            )
            for number, (spec, action) in enumerate(self._entries)
        ]
        found = [row for row in rows if _answers(row.title, words)]
        found.sort(key=lambda row: (not row.enabled, _rank(self._name(row.key), words)))
        self.show_rows(found, "" if found else _("No action is called so."))

    def _name(self, number: int) -> str:
        spec, action = self._entries[number]
        return name_of(action) if action is not None else bare(self._context.gettext(spec.text))

    def _is_elsewhere(self, spec: ActionSpec) -> bool:
        """Whether it can be done in another workspace, which is entered for it."""
        here = self._context.places.here.room
        return spec.room not in {None, here} and not spec.local

    def _run(self, key: int) -> None:
        spec, _action = self._entries[key]
        if spec.room is not None and self._is_elsewhere(spec):
            self._context.places.go(Place(spec.room))
        self._context.actions[spec.id].trigger()


def name_of(action: QAction) -> str:
    """What an action is called, without the sign for its mnemonic."""
    return bare(action.text().partition("\t")[0])


def _answers(title: str, words: str) -> bool:
    folded = fold(title)
    return all(word in folded for word in fold(words).split())


def _rank(name: str, words: str) -> tuple[int, str]:
    """Names that begin as was typed first."""
    return (0 if fold(name).startswith(fold(words)) else 1, "") if words else (0, "")
