"""What comes into a window from outside: dropped on it, or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.making import SUFFIX
from ui.places import Place, Places, Room
from ui.shell.workspaces import Workspaces
from ui.workspace import Receiver


class Arrivals(QObject):
    """Opens what is a book, and offers all else as sources."""

    book_came = Signal(object)  # a Path

    def __init__(self, places: Places, workspaces: Workspaces, parent: QObject) -> None:
        super().__init__(parent)
        self._places = places
        self._workspaces = workspaces

    def take_in(self, paths: list[Path]) -> None:
        """Open books among some files, and offer the others as sources."""
        for path in paths:
            if path.suffix == SUFFIX:
                self.book_came.emit(path)
        others = [path for path in paths if path.suffix != SUFFIX]
        if others and (receiver := self._receiver()):
            receiver.import_files(others)

    def drop(self, mime: QMimeData) -> None:
        """Take in the files that are dropped."""
        self.take_in(_files(mime))

    def paste(self) -> None:
        """Take in what is on the clipboard: files, else its words as a source."""
        mime = QApplication.clipboard().mimeData()
        files = _files(mime)
        if files:
            self.take_in(files)
        elif mime.hasText() and (receiver := self._receiver()):
            receiver.offer_text(mime.text(), mime.html() if mime.hasHtml() else "")

    def _receiver(self) -> Receiver | None:
        """Go to the workspace of the sources, which receives them."""
        self._places.go(Place(Room.SOURCES))
        sources = self._workspaces.of(Room.SOURCES)
        return sources if isinstance(sources, Receiver) else None


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
