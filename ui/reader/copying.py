"""What is taken out of the reader by copying or dragging: words, with their citation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QMimeData

from briefing.anchor import Anchor
from briefing.anchoring import make_anchor
from briefing.markings import load_scheme
from briefing.things import Book, WholeBook
from exports.compose.citations import citation_words
from exports.compose.desk import Desk
from exports.tree import Form
from exports.wording import Wording
from ui.extracts import MIME, packed
from ui.reader.opened import OpenSource
from ui.reader.paper import Stretch


def anchors_of(source: OpenSource, stretches: Sequence[Stretch]) -> tuple[Anchor, ...]:
    """The anchors of stretches of an open source."""
    return tuple(
        make_anchor(source.source, source.passages[source.place_of[one.passage]], *_span(one))
        for one in stretches
    )


def mime_of(anchors: Sequence[Anchor], source: OpenSource, book: Book, words: Wording) -> QMimeData:
    """Words as plain text, as rich text with their citation, and as an extract for a note."""
    mime = QMimeData()
    if anchors:
        quotes = [anchor.quote for anchor in anchors]
        mime.setText("\n".join(quotes))
        paragraphs = "".join(f"<p>{escape(quote)}</p>" for quote in quotes)
        cited = escape(citation(anchors[0], source, book, words))
        mime.setHtml(f"<blockquote>{paragraphs}</blockquote><p>({cited})</p>")
        mime.setData(MIME, packed(anchors))
    return mime


def citation(anchor: Anchor, source: OpenSource, book: Book, words: Wording) -> str:
    """Where words come from, as a footnote of the book would say it."""
    things = (book, source.source, *source.passages, *source.exclusions.values())
    desk = Desk(
        whole=WholeBook.of(things),
        form=Form(),
        wording=words,
        today=date.min,  # a citation does not say the day
        templates={},
        scheme=load_scheme(book.scheme),
        links=False,
    )
    return "".join(text.text for text in citation_words(desk, anchor))


def _span(stretch: Stretch) -> tuple[int, int]:
    return stretch.start, stretch.end
