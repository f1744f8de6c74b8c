"""reportlab's own page layout, plain: the same words, no footnotes at the foot, no tags."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from benchmarks.cases import publication_of
from benchmarks.peers.flat import Piece, pieces
from briefing.text import has_han

_WIDTH = 451


def _words(piece: Piece, style: ParagraphStyle) -> Paragraph:
    notes = "".join(f" [{escape(note)}]" for note in piece.notes)
    return Paragraph(escape(piece.text).replace("\n", "<br/>") + notes, style)


def story(found: Iterator[Piece]) -> list[Any]:
    """The pieces as flowables."""
    fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
    pdfmetrics.registerFont(TTFont("Serif", fonts / "source-serif-4" / "SourceSerif4-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Han", fonts / "noto-sans-sc" / "NotoSansSC-Regular.ttf"))
    sheet = getSampleStyleSheet()
    latin = ParagraphStyle("latin", fontName="Serif", fontSize=11, leading=15.5)
    han = ParagraphStyle("han", fontName="Han", fontSize=11, leading=15.5, wordWrap="CJK")
    flowables: list[Any] = []
    rows: list[list[Paragraph]] = []
    widths: tuple[float, ...] = ()
    for piece in found:
        match piece.kind:
            case "tablestart":
                rows, widths = [], piece.widths
            case "rowhead" | "row":
                rows.append([_words(c, han if has_han(c.text) else latin) for c in piece.cells])
            case "tableend":
                table = LongTable(rows, colWidths=[_WIDTH * w for w in widths], repeatRows=1)
                table.setStyle(
                    [
                        ("GRID", (0, 0), (-1, -1), 0.25, colors.grey),
                        ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ]
                )
                flowables.append(table)
            case kind if kind.startswith("heading"):
                flowables.append(_words(piece, sheet[f"Heading{kind[-1]}"]))
            case _:
                flowables.append(_words(piece, latin))
    return flowables


def main(book: Path, out: Path) -> None:
    """Build the document."""
    document = SimpleDocTemplate(str(out / f"{book.stem}-platypus.pdf"), pagesize=A4)
    document.build(story(pieces(publication_of(book, out))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
