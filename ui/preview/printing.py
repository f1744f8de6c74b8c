"""Sends the book to a printer: the same pages as the PDF, in the printer's own dots."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from briefing.progress import Cancelled, Progress
from exports.tree import Paper
from ui.context import Context
from ui.preview.choices import Choices, recalled
from ui.preview.export_job import pdf_bytes
from ui.tasks import Task
from ui.widgets.pdf import PdfFile

if TYPE_CHECKING:
    from ui.preview.publishing import Publishing

_DOTS = 600
"""To the inch: letters look the same as those that a printer sets itself."""
_BAND = 1_400
"""Dots: a page is drawn in bands, or it would take a hundred megabytes."""
_POINTS = 72
_PAPERS = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_printer(printer: QPrinter, parent: QWidget, then: Callable[[], None]) -> None:
    """The system's own dialog."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    # Its own `open` wants a slot by its C++ name.
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


class Printing(QObject):
    """One print, from the question to the last page."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        publishing: Publishing,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._publishing = publishing
        self._choices = recalled(context)
        self._printer = _printer(self._choices, context.session.book.title)

    def ask(self) -> None:
        """Ask for a printer, then print."""
        ask_printer(self._printer, self._window, self._make_pages)

    def _make_pages(self) -> None:
        _ = self._context.gettext
        job = self._context.book_shop.book_job(pdf_bytes, self._publishing.order(self._choices))
        self._publishing.begin(job, _("Laying out the pages"), self._send, self.ask)

    def _send(self, data: bytes) -> None:
        _ = self._context.gettext
        file = PdfFile(data)
        task = Task(partial(print_pages, self._printer, file))
        task.finished.connect(self._done)
        self._context.notices.watch(_("Printing"), task)
        self._context.tasks.start(task)

    def _done(self, pages: int) -> None:
        said = self._context.speech.ngettext(
            "Sent {count} page to the printer.", "Sent {count} pages to the printer.", pages
        )
        self._context.notices.done(said.format(count=pages))
        self.deleteLater()


def _printer(choices: Choices, title: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(_PAPERS[choices.paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setResolution(_DOTS)
    sides = QPrinter.DuplexMode.DuplexLongSide if choices.duplex else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(sides)
    return printer


def print_pages(printer: QPrinter, file: PdfFile, progress: Progress) -> int:
    """Draw pages on a printer, on whatever thread; how many were drawn."""
    pages = chosen_pages(printer, file.count())
    painter = QPainter(printer)
    try:
        for done, page in enumerate(pages):
            progress(done, len(pages))
            if done:
                printer.newPage()
            _draw(painter, printer, file, page)
    except Cancelled:
        printer.abort()
        raise
    finally:
        painter.end()
        file.close()
    return len(pages)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for, from 0, in the order in which they are printed."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(first, 1) - 1, min(last, count)))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def _draw(painter: QPainter, printer: QPrinter, file: PdfFile, page: int) -> None:
    width, height = file.size(page)
    dots = printer.resolution() / _POINTS
    size = QSize(round(width * dots), round(height * dots))
    for top in range(0, size.height(), _BAND):
        band = QRect(0, top, size.width(), min(_BAND, size.height() - top))
        picture = file.picture(page, size, band)
        if picture.allGray():
            picture = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        painter.drawImage(QPoint(0, top), picture)
