"""What is loaded while nobody waits."""

from __future__ import annotations

import subprocess
import sys

from ui.looks import Look
from ui.prefetch import Prefetch

LOADED = ("ui.book.workspace", "exports.pdf", "briefing.candidates")
PROGRAM = f"""
import sys
from PySide6.QtWidgets import QApplication
from ui.looks import Look
from ui.prefetch import Prefetch
app = QApplication([])
prefetch = Prefetch(Look(app), app)
prefetch.ended.connect(app.quit)
prefetch.begin()
app.exec()
print(*(name for name in {LOADED} if name in sys.modules))
"""


def test_every_workspace_is_loaded_with_what_it_is_made_of():
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], check=True, capture_output=True, text=True, timeout=120
    )

    assert done.stdout.split() == list(LOADED)


def test_a_program_that_is_closed_at_once_waits_for_no_more_than_one_part(qapp):
    turn = sys.getswitchinterval()
    prefetch = Prefetch(Look(qapp), qapp)
    prefetch.begin()

    prefetch.close()

    assert not prefetch.loading
    assert sys.getswitchinterval() == turn
    prefetch.deleteLater()
