"""The table of actions, and the menus that are made from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from ui.actions import Menu, bare
from ui.places import Place, Room
from ui.program import Program
from ui.settings import SettingsStore
from ui.shell.window import BookWindow
from ui.words import LANGUAGES


@pytest.mark.parametrize(
    ("text", "read_out"),
    [("&Read", "Read"), ("阅读(&R)…", "阅读…"), ("Terms && &names", "Terms & names")],
)
def test_a_name_is_read_out_without_its_mnemonic(text: str, read_out: str) -> None:
    assert bare(text) == read_out


def menus_of(bar: QMenuBar) -> Iterator[QMenu]:
    """The menus of a bar that are shown, and those within them."""
    for line in bar.actions():
        menu = line.menu()
        if line.isVisible() and isinstance(menu, QMenu):
            yield menu
            yield from menu.findChildren(QMenu)


def views(window: BookWindow) -> Iterator[str]:
    """Shows each workspace in turn, then the views of sources that have actions of their own."""
    for room in Room:
        window.context.places.go(Place(room))
        yield room
    window.context.places.go(Place(Room.SOURCES))
    sources = window.workspace(Room.SOURCES)
    sources.begin()
    window.context.actions["source.parallel"].trigger()
    assert sources.desk.pairing
    yield "parallel"
    sources.desk.show_sheet()
    assert sources.desk.importing
    yield "import"


def mnemonic(text: str) -> str:
    found = re.search(r"&(\w)", text.replace("&&", ""))
    return found[1].upper() if found else ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_a_menu_has_a_letter_of_its_own(
    qtbot: QtBot, qapp: QApplication, settings: SettingsStore, sample_book: Path, lang: str
) -> None:
    program = Program(qapp, settings, lang)
    window = program.open_book(sample_book)
    qtbot.addWidget(window)

    for _view in views(window):
        for menu in (window.menuBar(), *menus_of(window.menuBar())):
            lines = [a.text() for a in menu.actions() if a.isVisible() and not a.isSeparator()]
            letters = [mnemonic(line) for line in lines]
            assert "" not in letters, lines
            assert len(set(letters)) == len(letters), lines
    program.close()


def test_annotating_stands_among_what_is_done_with_a_source(window: BookWindow) -> None:
    window.context.places.go(Place(Room.SOURCES))
    menu = window.menuBar().findChild(QMenu, Menu.SOURCE)
    annotate = window.context.actions["reader.annotate"]

    assert annotate in menu.actions()
    assert annotate.shortcut().toString() == "N"


def test_a_key_stands_in_the_menus_once(window: BookWindow) -> None:
    for room in Room:
        window.context.places.go(Place(room))
        lines = {line for menu in window.findChildren(QMenu) for line in menu.actions()}
        keys = Counter(key.toString() for line in lines for key in line.shortcuts())

        assert keys["Ctrl+K"] == 1
        assert not [key for key, count in keys.items() if count > 1]


def test_a_screen_reader_finds_the_lines_in_the_menus_that_are_shown(window: BookWindow) -> None:
    for room in (*Room, *Room):
        window.context.places.go(Place(room))
        for menu in menus_of(window.menuBar()):
            read = QAccessible.queryAccessibleInterface(menu)
            owners = {read.child(n).parent().object() for n in range(read.childCount())}

            assert owners == {menu}
