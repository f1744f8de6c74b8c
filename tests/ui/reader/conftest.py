"""The reader in a window of its own, over the sample book and over what the tests write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.store import BookStore
from briefing.things import Commitment, Source
from ui.context import Context
from ui.places import Place, Room
from ui.program import Program
from ui.reader.pane import ReaderPane
from ui.rooms import MAKERS
from ui.settings import SettingsStore
from ui.shell.window import BookWindow
from ui.workspace import Workspace


class Host(Workspace):
    """A workspace that hosts nothing but the reader and its card."""

    room = Room.SOURCES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.reader = ReaderPane(context)
        self.columns([self.reader, self.reader.card], [900, 360])

    def show_place(self, place: Place) -> None:
        self.reader.show_place(place)


@pytest.fixture
def hosting(qapp: QApplication, settings: SettingsStore) -> Iterator[Program]:
    """The program, with the reader alone in its workspace of sources."""
    program = Program(qapp, settings, "en", {**MAKERS, Room.SOURCES: Host})
    yield program
    program.deleteLater()


@pytest.fixture
def fresh_book(sample_book: Path) -> Path:
    """The sample book as it was before anything was accepted, annotated or written."""
    with BookStore.open(sample_book) as store:
        while store.count(Commitment):
            store.undo()
    return sample_book


def reader_of(qtbot: QtBot, program: Program, path: Path) -> ReaderPane:
    """The reader of a book's window, over the first source; it has the focus."""
    window: BookWindow = program.open_book(path)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.context.places.go(Place(Room.SOURCES))
    reader = window.workspace(Room.SOURCES).reader
    reader.show_source(window.context.session.store.all(Source)[0].uid)
    reader.text.setFocus()
    return reader


@pytest.fixture
def fresh(qtbot: QtBot, hosting: Program, fresh_book: Path) -> ReaderPane:
    """The reader over a book in which all candidates are still proposed."""
    return reader_of(qtbot, hosting, fresh_book)


@pytest.fixture
def settled(qtbot: QtBot, hosting: Program, sample_book: Path) -> ReaderPane:
    """The reader over the sample book, in which the adviser has done all of the work."""
    return reader_of(qtbot, hosting, sample_book)


@pytest.fixture
def store(fresh: ReaderPane) -> BookStore:
    """What the book of the fresh reader holds."""
    return fresh.context.session.store
