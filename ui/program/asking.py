"""Books are asked for, and made where there is none yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.store import data_home
from ui.files import FileAsker
from ui.login import login_name
from ui.making import SUFFIX, make_book, make_sample_at
from ui.processes import Workshop
from ui.speech import Speech


class BookAsker(QObject):
    """Says which books are to be opened; it opens none."""

    chosen = Signal(object)  # a Path
    made = Signal(object, object)  # a Path, and those of the files that are to be sources in it
    making = Signal(object)  # the Job that makes a book
    failed = Signal(object)

    def __init__(self, files: FileAsker, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._shop: Workshop | None = None

    def ask(self, front: QWidget, speech: Speech) -> None:
        """Ask for books that are there."""
        self._files.open(
            front, speech.gettext("Open a book"), "books", _names(speech), self._choose
        )

    def ask_new(self, front: QWidget, speech: Speech, sources: list[Path]) -> None:
        """Ask where a new book is to lie, and make it."""
        _ = speech.gettext
        name = f"{sources[0].stem if sources else _('Briefing book')}{SUFFIX}"

        def make(paths: list[Path]) -> None:
            self._make(paths[0], speech.lang, sources)

        self._files.save(front, _("New book"), "books", _names(speech), name, then=make)

    def choose_sample(self) -> None:
        """Choose the sample book, which is made the first time."""
        path = data_home() / f"sample{SUFFIX}"
        if path.exists():
            self.chosen.emit(path)
            return
        self._shop = self._shop or Workshop(parent=self)
        job = self._shop.job(make_sample_at, path)
        job.finished.connect(self.chosen)
        job.failed.connect(self.failed)
        self.making.emit(job)
        job.start()

    def close(self) -> None:
        """Make nothing more."""
        if self._shop is not None:
            self._shop.close()

    def _choose(self, paths: list[Path]) -> None:
        for path in paths:
            self.chosen.emit(path)

    def _make(self, path: Path, lang: str, sources: list[Path]) -> None:
        try:
            make_book(path, path.stem, lang, author=login_name()).close()
        except BriefingError as error:
            self.failed.emit(error)
        else:
            self.made.emit(path, sources)


def _names(speech: Speech) -> str:
    return speech.gettext("Briefing books (*{suffix})").format(suffix=SUFFIX)
