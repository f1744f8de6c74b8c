"""What is written down of the program's own work: a log, and a report that can be copied.

Neither holds a word of any book, and neither leaves the machine by itself.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Signal, qVersion

from briefing.errors import BriefingError, Refused
from briefing.store import data_home, sqlite_version
from ui.version import version

log = logging.getLogger(__name__)
_SIZE = 500_000


def log_path() -> Path:
    """The file of the log."""
    return data_home() / "logs" / "briefing.log"


def keep_log() -> None:
    """Write warnings and worse to the file, which never grows beyond a megabyte."""
    try:
        log_path().parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            log_path(), maxBytes=_SIZE, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return  # a home that cannot be written to is no reason not to work
    # A fault of a library ends the process without a word; this leaves where it happened.
    faulthandler.enable(log_path().with_name("fault.log").open("w", encoding="utf-8"))
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)


def about_program() -> str:
    """Versions of everything that a fault may depend on."""
    lines = (
        f"Briefing {version()}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"SQLite {sqlite_version()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"platform {os.environ.get('QT_QPA_PLATFORM', 'native')}",
    )
    return "\n".join(lines)


class CrashReporter(QObject):
    """Takes every error that nobody caught.

    One that the adviser can act on is shown where they are, such as a disk that is full while they
    type. Any other is a bug, and the book is safe: each edit was committed.
    """

    crashed = Signal(str)  # the report
    troubled = Signal(object)  # the BriefingError or Refused

    def install(self) -> Callable[[], None]:
        """Listen; what is returned stops it."""
        before = sys.excepthook
        sys.excepthook = self.report

        def stop() -> None:
            sys.excepthook = before

        return stop

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Write an error down and tell the windows."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, BriefingError | Refused):
            log.warning("trouble: %s", kind.__qualname__)
            self.troubled.emit(error)
            return
        # Where, and not what: the message of an error may quote the adviser's words.
        frames = "".join(traceback.format_tb(trace))
        text = f"{about_program()}\n\n{kind.__module__}.{kind.__qualname__}\n{frames}"
        log.error("a bug: %s\n%s", kind.__qualname__, frames)
        self.crashed.emit(text)
