"""The menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QMenuBar

from ui.actions import Actions, Menu

Translate = Callable[[str], str]


def menu_titles(_: Translate) -> dict[Menu, str]:
    """What the menus are called."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.VIEW: _("&View"),
        Menu.GO: _("&Go"),
        Menu.SOURCE: _("&Source"),
        Menu.COMMITMENT: _("&Commitment"),
        Menu.NOTE: _("&Note"),
        Menu.HELP: _("&Help"),
    }


def fill_menus(bar: QMenuBar, actions: Actions, _: Translate) -> dict[Menu, QMenu]:
    """A menu for each of the table's that has actions, groups set apart."""
    bar.clear()
    menus: dict[Menu, QMenu] = {}
    for menu, title in menu_titles(_).items():
        here = [(spec, action) for spec, action in actions.all() if spec.menu is menu]
        if not here:
            continue
        menus[menu] = bar.addMenu(title)
        group = here[0][0].group
        for spec, action in sorted(here, key=_group_order([s.group for s, _a in here])):
            if spec.group != group:
                menus[menu].addSeparator()
                group = spec.group
            menus[menu].addAction(action)
    return menus


def _group_order(groups: list[str]) -> Callable[[tuple[object, object]], int]:
    """Groups in the order in which they first appear, with all of their actions together."""
    first = {group: groups.index(group) for group in groups}

    def order(entry: tuple[object, object]) -> int:
        return first[getattr(entry[0], "group", "")]

    return order
