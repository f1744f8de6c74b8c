"""The program is started: Qt is set up, the windows open, and who waits for them comes back."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.collector import Collector
from ui.looks.icons import program_icon
from ui.prefetch import Prefetch
from ui.program import Program
from ui.report import keep_log
from ui.settings import SettingsStore
from ui.speech import speak_qt

_PREFETCH_AFTER = 800


def run(books: list[Path], lang: str) -> int:
    """Open windows and stay until the last one is closed; the exit code."""
    keep_log()
    app = _application()
    collector = Collector(app)
    collector.begin()
    program = Program(app, SettingsStore(), lang)
    speak_qt(app, program.speech)
    prefetch = Prefetch(program.look, program)
    prefetch.ended.connect(collector.settle)
    QTimer.singleShot(_PREFETCH_AFTER, prefetch.begin)
    stop = program.crashes.install()
    program.begin([path.resolve() for path in books])
    code = app.exec()
    prefetch.close()
    program.close()
    _leave_clipboard()
    stop()
    return code


def _application() -> QApplication:
    QGuiApplication.setDesktopFileName("briefing")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("briefing")
    app.setApplicationDisplayName("Briefing")
    app.setStyle("Fusion")
    app.setWindowIcon(program_icon())
    return app


def _leave_clipboard() -> None:
    """Leave words alone on the clipboard: what Python made for it must not outlive Python."""
    clipboard = QApplication.clipboard()
    # A platform without a screen has a clipboard of its own, and does not say so.
    if clipboard.ownsClipboard() or QGuiApplication.platformName() == "offscreen":
        clipboard.setText(clipboard.text())
