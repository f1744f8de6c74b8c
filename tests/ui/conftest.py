"""Fixtures that keep every test of a window honest."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

LOOKS_A_SECOND = 10
PATIENCE = 2 * LOOKS_A_SECOND


@pytest.fixture(autouse=True)
def no_stray_modal(qapp: QApplication) -> Iterator[None]:
    """Close a dialog that nobody answers after two seconds, and fail the test.

    Nothing else ends such a test: a time limit set from outside never fires inside Qt's loop.
    """
    stray: list[str] = []
    seen: Counter[int] = Counter()

    def look() -> None:
        widget = QApplication.activeModalWidget()
        if widget is None:
            seen.clear()
            return
        seen[id(widget)] += 1
        if seen[id(widget)] > PATIENCE:
            stray.append(f"{type(widget).__name__} {widget.windowTitle()!r}")
            _dismiss(widget)

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1000 // LOOKS_A_SECOND)
    yield
    timer.stop()

    assert not stray


@pytest.fixture(autouse=True)
def no_leftovers(qapp: QApplication) -> Iterator[None]:
    """Destroy what the test deleted, and complain about what it left open."""
    yield
    # Deferred deletions wait for the event loop, which does not run between tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()

    assert not names


@pytest.fixture(autouse=True)
def no_surprises(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning in the log; a test that expects one says `caplog.clear()`."""
    yield
    assert [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING] == []


def _dismiss(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        widget.reject()
    else:
        widget.close()
