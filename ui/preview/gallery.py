"""Pictures of pages: drawn one after the other off the GUI thread, the last ones kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QObject, QRect, QSize, Signal
from PySide6.QtGui import QImage

from briefing.progress import Progress
from ui.preview.press import TabPages
from ui.tasks import Task, TaskRunner, Work
from ui.widgets.pdf import PageText, PdfFile

_KEPT = 96_000_000
"""Bytes of pictures."""
_STRIP = 1_600
"""Pixels: a higher page is drawn in strips, so that a large one never takes long."""

Page = tuple[str, int]
"""A tab and the number of a page in it."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of a page that is drawn in one go."""

    page: Page
    size: QSize
    """Of the whole page, in pixels."""
    number: int

    @property
    def part(self) -> QRect:
        """The stretch in pixels."""
        top = self.number * _STRIP
        return QRect(0, top, self.size.width(), min(_STRIP, self.size.height() - top))


@dataclass(frozen=True, slots=True)
class Picture:
    """A strip as it was drawn, of a version of its tab."""

    strip: Strip
    image: QImage
    file: PdfFile


def strips_of(page: Page, size: QSize) -> list[Strip]:
    """A page from top to bottom."""
    return [Strip(page, size, number) for number in range(ceil(size.height() / _STRIP))]


class Gallery(QObject):
    """Holds the PDF of each tab, and what was drawn of it.

    Pages that are out of date are shown until the new ones are drawn: nothing flickers.
    """

    drawn = Signal()
    read = Signal(str, int)  # the words of a page of a tab are there

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._tabs: dict[str, TabPages] = {}
        self._files: dict[str, PdfFile] = {}
        self._pictures: OrderedDict[Page, dict[int, Picture]] = OrderedDict()
        self._texts: dict[Page, PageText] = {}
        self._wanted: list[Strip] = []
        self._unread: list[Page] = []
        self._working = self._closed = False

    def put(self, pages: TabPages) -> None:
        """Take the pages of a tab in, in place of older ones."""
        old = self._files.get(pages.uid)
        self._tabs[pages.uid] = pages
        self._files[pages.uid] = PdfFile(pages.pdf)
        self._texts = {page: text for page, text in self._texts.items() if page[0] != pages.uid}
        if old is not None:
            self._put_away(old)
        self.drawn.emit()

    def pages(self, tab: str) -> TabPages | None:
        """What is known of a tab."""
        return self._tabs.get(tab)

    def pictures(self, page: Page) -> list[Picture]:
        """What there is of a page, the best last."""
        found = self._pictures.get(page, {})
        if found:
            self._pictures.move_to_end(page)
        return sorted(found.values(), key=self._current)

    def want(self, strips: list[Strip]) -> None:
        """Draw these next, in this order, and nothing that was wanted before."""
        self._wanted = [strip for strip in strips if not self._has(strip)]
        self._work()

    def text(self, page: Page) -> PageText | None:
        """The words of a page; None until they have been read, which `read` tells."""
        if page in self._texts:
            return self._texts[page]
        if page[0] in self._files and page not in self._unread:
            self._unread.append(page)
            self._work()
        return None

    def close(self) -> None:
        """Let go of all files, and begin nothing more."""
        self._closed = True
        self._wanted, self._unread = [], []
        for file in self._files.values():
            file.close()

    def _current(self, picture: Picture) -> bool:
        return picture.file is self._files.get(picture.strip.page[0])

    def _has(self, strip: Strip) -> bool:
        picture = self._pictures.get(strip.page, {}).get(strip.number)
        return picture is not None and picture.strip == strip and self._current(picture)

    # One piece of work at a time

    def _work(self) -> None:
        if self._working or self._closed:
            return
        while self._wanted:
            strip = self._wanted.pop(0)
            file = self._files.get(strip.page[0])
            if file is not None and not self._has(strip):
                self._start(partial(_draw, file, strip))
                return
        if self._unread:
            page = self._unread[0]
            self._start(partial(_read, self._files[page[0]], page))

    def _start(self, work: Work) -> None:
        task = Task(work)
        task.finished.connect(self._done)
        task.cancelled.connect(self._idle)
        self._working = True
        self._tasks.start(task)

    def _idle(self) -> None:
        self._working = False

    def _done(self, result: object) -> None:
        self._working = False
        if isinstance(result, Picture):
            self._keep(result)
            self.drawn.emit()
        elif isinstance(result, tuple):
            page, file, text = result
            if page in self._unread:
                self._unread.remove(page)
            if file is self._files.get(page[0]):
                self._texts[page] = text
                self.read.emit(*page)
                self.drawn.emit()
        self._work()

    def _keep(self, picture: Picture) -> None:
        strip = picture.strip
        if not self._current(picture):
            return
        held = self._pictures.setdefault(strip.page, {})
        held[strip.number] = picture
        if all(self._has(one) for one in strips_of(strip.page, strip.size)):
            # What was drawn in another size served while this one was waited for.
            self._pictures[strip.page] = {
                number: one for number, one in held.items() if one.strip.size == strip.size
            }
        self._pictures.move_to_end(strip.page)
        held_bytes = sum(
            one.image.sizeInBytes() for page in self._pictures.values() for one in page.values()
        )
        while held_bytes > _KEPT and len(self._pictures) > 1:
            _, dropped = self._pictures.popitem(last=False)
            held_bytes -= sum(one.image.sizeInBytes() for one in dropped.values())

    def _put_away(self, file: PdfFile) -> None:
        if self._closed:
            file.close()
            return
        self._tasks.start(Task(partial(_close, file)))


def _draw(file: PdfFile, strip: Strip, _progress: Progress) -> Picture:
    return Picture(strip, file.picture(strip.page[1], strip.size, strip.part), file)


def _read(file: PdfFile, page: Page, _progress: Progress) -> tuple[Page, PdfFile, PageText]:
    return page, file, file.text(page[1])


def _close(file: PdfFile, _progress: Progress) -> None:
    file.close()
