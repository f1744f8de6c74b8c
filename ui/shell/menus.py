"""The menu bar, made from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.actions import Actions, Menu
from ui.context import Context
from ui.places import Room

Translate = Callable[[str], str]


class MenuFiller(QObject):
    """Has in the menus of a window what there is now, of it what the workspace can do."""

    def __init__(self, context: Context, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._context = context
        self._bar = bar
        self._menus: dict[Menu, QMenu] = {}
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._filling.timeout.connect(self.settle)
        context.actions.added.connect(self._filling.start)

    def settle(self) -> None:
        """Bring the menus up to date."""
        actions = self._context.actions
        if self._filling.isActive() or not self._menus:
            self._filling.stop()
            self._menus = fill_menus(self._bar, actions, self._context.gettext)
        show_menus_of(self._context.places.here.room, self._menus, actions)


def menu_titles(_: Translate) -> dict[Menu, str]:
    """What the menus are called."""
    return {
        Menu.FILE: _("&File"),
        Menu.EDIT: _("&Edit"),
        Menu.VIEW: _("&View"),
        Menu.GO: _("&Go"),
        Menu.SOURCE: _("&Source"),
        Menu.CANDIDATE: _("Can&didate"),
        Menu.COMMITMENT: _("&Commitment"),
        Menu.NOTE: _("&Note"),
        Menu.TAB: _("&Tab"),
        Menu.INSERT: _("&Insert"),
        Menu.FORMAT: _("F&ormat"),
        Menu.HELP: _("&Help"),
    }


def submenu_titles(_: Translate) -> dict[str, str]:
    """Groups that stand in a menu of their own, by what it is called."""
    return {
        "trim": _("&Trim the words"),
        "parts": _("&Add a part"),
        "text.table": _("T&able"),
        "text.language": _("Language of the &words"),
        "preview-size": _("Si&ze of the pages"),
    }


def fill_menus(bar: QMenuBar, actions: Actions, _: Translate) -> dict[Menu, QMenu]:
    """A menu for each of the table's that has actions, groups set apart.

    Filled again, menus stay the same: for a screen reader, an action belongs for good to the menu
    that it was read in first.
    """
    bar.clear()
    menus: dict[Menu, QMenu] = {}
    subtitles = submenu_titles(_)
    for menu, title in menu_titles(_).items():
        here = [(spec, action) for spec, action in actions.all() if spec.menu is menu]
        if not here:
            continue
        menus[menu] = _emptied(bar, menu, title)
        bar.addMenu(menus[menu])
        group = here[0][0].group
        below: dict[str, QMenu] = {}
        for spec, action in sorted(here, key=_group_order([s.group for s, _a in here])):
            if spec.group != group:
                menus[menu].addSeparator()
                group = spec.group
            if group in subtitles:
                if group not in below:
                    below[group] = _emptied(menus[menu], group, subtitles[group])
                    menus[menu].addMenu(below[group])
                below[group].addAction(action)
            else:
                menus[menu].addAction(action)
    return menus


def _emptied(parent: QWidget, name: str, title: str) -> QMenu:
    """The menu of that name, made if there is none yet, without its lines."""
    menu = parent.findChild(QMenu, name, Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(menu, QMenu):
        menu = QMenu(title, parent)
        menu.setObjectName(name)
    menu.clear()
    return menu


def show_menus_of(room: Room, menus: Mapping[Menu, QMenu], actions: Actions) -> None:
    """Leave only the menus that have something for a workspace."""
    wanted = {spec.menu for spec, _action in actions.all() if spec.shown_in(room)}
    for name, menu in menus.items():
        menu.menuAction().setVisible(name in wanted)


def _group_order(groups: list[str]) -> Callable[[tuple[object, object]], int]:
    """Groups in the order in which they first appear, with all of their actions together."""
    first = {group: groups.index(group) for group in groups}

    def order(entry: tuple[object, object]) -> int:
        return first[getattr(entry[0], "group", "")]

    return order
