"""The program is killed while somebody works, and opened again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from briefing.operations import books
from briefing.store import BookStore
from ui.places import Room

# Opens a book, changes its office, goes to the Book workspace and says so; then it waits.
ADVISER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from briefing.operations import books
from ui.program import Program
from ui.places import Place, Room
from ui.settings import SettingsStore

app = QApplication([])
program = Program(app, SettingsStore(), "en")
window = program.open(Path(sys.argv[1]))
session = window.context.session
session.run(books.change_book(session.store, office="Typed before the power went"))
window.context.places.go(Place(Room.BOOK))
QTimer.singleShot(1500, lambda: print("working", flush=True))
app.exec()
"""


def test_after_a_kill_nothing_is_lost_and_one_is_where_one_was(qtbot, request, sample_book: Path):
    adviser = subprocess.Popen(
        [sys.executable, "-c", ADVISER, str(sample_book)], stdout=subprocess.PIPE, text=True
    )
    assert adviser.stdout is not None
    assert adviser.stdout.readline() == "working\n"
    os.kill(adviser.pid, signal.SIGKILL)
    adviser.wait()
    adviser.stdout.close()

    program = request.getfixturevalue("program")  # only now: it reads the settings
    window = program.open(sample_book)

    assert window.context.places.here.room is Room.BOOK
    session = window.context.session
    assert session.book.office == "Typed before the power went"
    session.undo()
    assert session.book.office != "Typed before the power went"
    program.close()
    with BookStore.open(sample_book) as store:
        assert books.the_book(store).office != "Typed before the power went"
