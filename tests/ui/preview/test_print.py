"""Printing: the pages of the PDF in the printer's own dots."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from briefing.progress import Cancelled
from exports.tree import Paper
from tests.ui.preview.conftest import PATIENCE
from ui.preview import printing
from ui.preview.choices import Choices, remember
from ui.preview.publishing import Publishing
from ui.widgets.pdf import PdfFile


@pytest.fixture
def printed(monkeypatch, tmp_path):
    """Have the system's dialog answered with a printer that writes a file."""
    asked: list[QPrinter] = []
    path = tmp_path / "printed.pdf"

    def ask(printer, _parent, then):
        asked.append(printer)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(100)
        printer.setFromTo(1, 2)
        then()

    monkeypatch.setattr(printing, "ask_printer", ask)
    return path, asked


def test_what_is_printed_are_the_pages_of_the_book(qtbot, window, notices, printed):
    path, _ = printed
    window.context.actions["file.print"].trigger()

    qtbot.waitUntil(lambda: bool(notices), timeout=PATIENCE)

    assert notices[-1].text == "Sent 2 pages to the printer."
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 2
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    document.close()


def test_paper_and_sides_are_those_of_the_page_set_up(window, printed):
    _, asked = printed
    remember(window.context, Choices(paper=Paper.LETTER, duplex=False))

    window.context.actions["file.print"].trigger()

    assert asked[0].pageLayout().pageSize().id() is QPageSize.PageSizeId.Letter
    assert asked[0].duplex() is QPrinter.DuplexMode.DuplexNone


def test_a_print_that_is_cancelled_stops_at_the_next_page(tmp_path, sample_pdf):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    done = []

    def stop(at: int, _total: int) -> None:
        done.append(at)
        if at == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        printing.print_pages(printer, PdfFile(sample_pdf), stop)

    assert done == [0, 1]


def test_pages_come_in_the_order_that_was_asked_for(tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(2, 4)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)

    assert printing.chosen_pages(printer, 10) == [3, 2, 1]


def test_what_goes_to_a_printer_is_no_edition(window):
    (publishing,) = window.findChildren(Publishing)

    assert publishing.order(Choices(edition=True)).form.edition is None
    assert publishing.order(Choices(edition=True), [Path("book.pdf")]).form.edition == 1
