"""Fixtures that keep every test of a window honest."""

from __future__ import annotations

import gc
import logging
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from briefing.sample import make_sample
from ui.program import Program
from ui.settings import SettingsStore
from ui.shell.window import BookWindow

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
    """Destroy what the test deleted, and complain about what it left open.

    As in the program, nothing is collected meanwhile: on another thread, a widget might go.
    """
    gc.disable()
    # QTest leaves the keys held that a test pressed last, and a list heeds them when it selects.
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)
    yield
    # What was made in Python and lies on the clipboard must not outlive Python.
    QApplication.clipboard().clear()
    # Deferred deletions wait for the event loop, which does not run between tests.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    gc.collect()
    gc.enable()

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


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What belongs to the user lies in the test's own folder."""
    monkeypatch.setenv("BRIEFING_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("BRIEFING_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def settings(own_home: None) -> SettingsStore:
    """Settings of their own for each test."""
    return SettingsStore()


@pytest.fixture
def program(qapp: QApplication, settings: SettingsStore) -> Iterator[Program]:
    """The program without windows, speaking English."""
    program = Program(qapp, settings, "en")
    yield program
    program.deleteLater()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book, closed; never to be opened itself."""
    path = tmp_path_factory.mktemp("sample") / "sample.briefing"
    make_sample(path).close()
    return path


@pytest.fixture
def sample_book(sample_file: Path, tmp_path: Path) -> Path:
    """A sample book of the test's own."""
    return Path(shutil.copy(sample_file, tmp_path / "sample.briefing"))


@pytest.fixture
def window(qtbot: QtBot, program: Program, sample_book: Path) -> BookWindow:
    """The window of a sample book, shown; closed when the test is over."""
    window = program.open_book(sample_book)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window
