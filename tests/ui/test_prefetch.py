"""What is loaded while nobody waits."""

from __future__ import annotations

import sys

from ui.prefetch import Prefetch


def test_every_workspace_is_loaded_step_by_step(qtbot, monkeypatch, qapp):
    gone = [name for name in sys.modules if name == "ui.book.workspace"]
    for name in gone:
        monkeypatch.delitem(sys.modules, name)
    prefetch = Prefetch(qapp)

    prefetch.begin()

    qtbot.waitUntil(lambda: "ui.book.workspace" in sys.modules, timeout=60_000)
    prefetch.deleteLater()
