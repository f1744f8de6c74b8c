"""The pages of a received PDF, drawn as they come into view."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ui.context import Context
from ui.processes import Job
from ui.sources.originals import Forgotten, Picture, picture

_GAP = 16
_HELD = 12
"""Pages whose pictures are held."""
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_SETTLED = 60
"""Milliseconds without scrolling before pages are asked for."""


class PdfView(QAbstractScrollArea):
    """Pages below each other, as wide as the view; Ctrl+wheel makes them larger."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._digest = ""
        self._data = b""
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._zoom = _ZOOMS.index(1.0)
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._job: Job | None = None
        self._asked = (-1, 0)
        self._sent = ""
        self.setAccessibleName(context.gettext("Pages of the original"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._later = QTimer(self, singleShot=True, interval=_SETTLED)
        self._later.timeout.connect(self._ask)

    def show_pages(self, digest: str, data: bytes, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show a file from its first page on."""
        self._digest, self._data, self._sizes = digest, data, sizes
        self._sent = digest  # the process read the sizes out of it
        self._pictures.clear()
        self._set_bars()
        self.verticalScrollBar().setValue(0)
        self._refresh()

    def clear(self) -> None:
        """Show nothing, and hold nothing of the file."""
        self.show_pages("", b"", ())

    def go_to(self, page: int) -> None:
        """Scroll to a page, counted from 1."""
        if 1 <= page <= len(self._sizes):
            self.verticalScrollBar().setValue(self._tops()[page - 1] - _GAP // 2)

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        tops = self._tops()
        return max(sum(top <= middle for top in tops), 1) if tops else 0

    def zoom(self, step: int) -> None:
        """Make the pages larger or smaller, staying at the same place."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        self._set_bars()
        bar.setValue(round(share * bar.maximum()))
        self._refresh()

    # Where pages lie

    def _width(self) -> int:
        return max(int((self.viewport().width() - 2 * _GAP) * _ZOOMS[self._zoom]), 80)

    def _heights(self) -> list[int]:
        width = self._width()
        return [round(width * high / max(wide, 1)) for wide, high in self._sizes]

    def _tops(self) -> list[int]:
        tops, at = [], _GAP
        for height in self._heights():
            tops.append(at)
            at += height + _GAP
        return tops

    def _in_view(self) -> list[tuple[int, QRect]]:
        left = max((self.viewport().width() - self._width()) // 2, _GAP)
        left -= self.horizontalScrollBar().value()
        up = self.verticalScrollBar().value()
        pages = []
        for page, (top, height) in enumerate(zip(self._tops(), self._heights(), strict=True)):
            rect = QRect(left, top - up, self._width(), height)
            if rect.intersects(self.viewport().rect()):
                pages.append((page, rect))
        return pages

    def _set_bars(self) -> None:
        heights = self._heights()
        total = sum(heights) + (len(heights) + 1) * _GAP
        view = self.viewport()
        self.verticalScrollBar().setRange(0, max(total - view.height(), 0))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setRange(0, max(self._width() + 2 * _GAP - view.width(), 0))
        self.horizontalScrollBar().setPageStep(view.width())

    # Pictures

    def _refresh(self) -> None:
        self.viewport().update()
        self._later.start()

    def _pixels(self) -> int:
        return round(self._width() * self.devicePixelRatioF())

    def _ask(self) -> None:
        """Ask for the first page in view that has no picture of this size."""
        width = self._pixels()
        wanted = [page for page, _rect in self._in_view() if (page, width) not in self._pictures]
        if self._job is None and wanted and self._digest:
            self._asked = (wanted[0], width)
            data = None if self._sent == self._digest else self._data
            job = self._context.file_shop.job(picture, self._digest, data, *self._asked)
            job.finished.connect(self._on_picture)
            job.failed.connect(self._on_failed)
            job.cancelled.connect(self._on_cancelled)
            job.setObjectName(self._digest)
            self._job = job
            self._sent = self._digest
            job.start()

    def _on_picture(self, made: Picture) -> None:
        digest, self._job = self.sender().objectName(), None
        if digest == self._digest:
            image = QImage(
                made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32
            ).copy()
            self._pictures[self._asked] = image
            while len(self._pictures) > _HELD:
                self._pictures.popitem(last=False)
            self.viewport().update()
        self._ask()

    def _on_failed(self, error: Exception) -> None:
        digest, self._job = self.sender().objectName(), None
        if digest != self._digest:
            self._ask()
        elif isinstance(error, Forgotten):
            self._sent = ""
            self._ask()
        else:
            self._pictures[self._asked] = QImage()  # a page that cannot be drawn stays blank

    def _on_cancelled(self) -> None:
        self._job = None

    # Events

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = self._context.look.colours
        painter.fillRect(event.rect(), QColor(colours.window))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page, rect in self._in_view():
            painter.fillRect(rect, QColor("white"))
            image = self._nearest(page)
            if image is not None:
                painter.drawImage(rect, image)
            painter.setPen(QColor(colours.line))
            painter.drawRect(rect)

    def _nearest(self, page: int) -> QImage | None:
        """The page's picture, of another size while the right one is being made."""
        here = [image for (at, _w), image in self._pictures.items() if at == page]
        exact = self._pictures.get((page, self._pixels()))
        return exact if exact is not None else next(iter(here), None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        page = self.page
        self._set_bars()
        if event.size().width() != event.oldSize().width():
            self.go_to(page)
        self._refresh()

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._refresh()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()
