"""The program is left with something on the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys

# Copies what Python made, as the reader and the register do, and leaves.
ADVISER = """
import sys
from pathlib import Path
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication
from ui.app import run
from ui.program import Program

def copy_and_leave():
    mime = QMimeData()
    mime.setText("words")
    mime.setData("application/x-briefing-extract+json", b"[]")
    QApplication.clipboard().setMimeData(mime)
    QApplication.instance().quit()

begin = Program.begin

def begin_and_leave(program, books):
    begin(program, books)
    QTimer.singleShot(500, copy_and_leave)

Program.begin = begin_and_leave
raise SystemExit(run([Path(sys.argv[1])], "en"))
"""


def test_the_program_ends_well_with_something_on_the_clipboard(qtbot, sample_book):
    ended = subprocess.run(
        [sys.executable, "-c", ADVISER, str(sample_book)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 0, ended.stderr
    assert not sample_book.with_name(f"{sample_book.name}-wal").exists()
