"""What comes in: files that are chosen or dropped, and text that is pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from briefing.things import Source
from ui.context import Context
from ui.places import Place, Room
from ui.sources.desk import Desk, Mode
from ui.sources.importing import Importer

_PATTERNS = "*.txt *.text *.md *.html *.htm *.xhtml *.docx *.pdf"


class Reception(QObject):
    """Shows what was received on the sheet of the desk; nothing is stored before it is wanted."""

    opening = Signal()  # the sheet is about to be shown

    def __init__(self, context: Context, importer: Importer, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._importer = importer
        self._desk = desk
        self._over = parent
        desk.more_wanted.connect(self._ask_for_files)
        importer.imported.connect(self._on_imported)
        importer.failed.connect(context.notices.trouble)
        context.actions.on("source.import", self.choose_files)
        context.actions.on("source.paste", self.paste)

    def take_files(self, paths: list[Path]) -> None:
        """Read files, and show what they hold."""
        self._open_sheet()
        self._importer.add_files(_files(paths))

    def take_text(self, text: str, html: str = "") -> None:
        """Show a text that was copied elsewhere."""
        if text.strip() or html.strip():
            self._open_sheet()
            self._importer.add_text(text, html, self._context.gettext("Pasted text"))

    def choose_files(self) -> None:
        """Ask for files with the platform's dialog; files that wait in the sheet come first."""
        if self._importer.rows and not self._desk.importing:
            self._open_sheet()
        else:
            self._ask_for_files()

    def paste(self) -> None:
        """Take what is on the clipboard: files, or a text."""
        mime = QApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.take_files(paths)
        elif mime.hasText() or mime.hasHtml():
            self.take_text(mime.text(), mime.html() if mime.hasHtml() else "")
        else:
            _ = self._context.gettext
            self._context.notices.advise(_("There is no text on the clipboard: copy one first."))

    def _ask_for_files(self) -> None:
        _ = self._context.gettext
        names = _("Sources ({patterns});;All files (*)").format(patterns=_PATTERNS)
        title = _("Import sources")
        self._context.files.open(self._over, title, "sources", names, self.take_files)

    def _open_sheet(self) -> None:
        self.opening.emit()
        self._context.book_shop.warm_up()
        self._desk.show_sheet()

    def _on_imported(self, news: tuple[tuple[str, ...], int]) -> None:
        uids, brought = news
        if not uids:
            return
        few = self._context.speech.ngettext
        count = few("{n} source imported", "{n} sources imported", len(uids)).format(n=len(uids))
        found = few("{n} candidate to decide", "{n} candidates to decide", brought)
        said = [count, found.format(n=brought)] if self._importer.look else [count]
        sentence = self._context.gettext("{sentence}.")
        self._context.notices.done(" ".join(sentence.format(sentence=words) for words in said))
        if not self._importer.rows:
            self._desk.mode = Mode.READ
            self._context.places.go(Place(Room.SOURCES, Source, uids[0]))


def _files(paths: list[Path]) -> list[Path]:
    """Files, and those that lie in folders among them."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    return found
