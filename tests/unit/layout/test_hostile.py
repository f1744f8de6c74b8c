"""Whatever is written, pages are made, and nothing of it is lost or leaves the page."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.layout import lay_out
from exports.layout.pages import LaidOut, Line
from exports.tree import (
    Block,
    Cell,
    Form,
    Heading,
    Link,
    List,
    ListItem,
    Panel,
    Paper,
    Paragraph,
    Quote,
    Table,
)
from tests.publications import call, cell, every_block, paragraph, words
from tests.unit.layout.laid import LONG, book_of, read_aloud, spoken, squeezed, width_of

HOSTILE = {
    "markup": '<b>&amp; < > " \\ (unclosed',
    "greek": "Ελλάδα και Łódź",
    "arabic": "مرحبا بالعالم",
    "emoji": "🦀 👩‍🚀 ☃️",
    "marks": "\u0301\u0301 lone \u20dd",
    "joiners": "a\u200bb\u200dc\ufeffd",
    "controls": "a\x01b\rc\x0cd\u2028e",
    "spaces": " \u00a0 \u3000 \t\n ",
    "word": "x" * 5000,
    "address": "https://gazette.example/" + "segment/" * 60 + "?q=" + "y" * 300,
    "han": "国" * 3000,
    "opening": "（" * 200,
    "closing": "）" * 200,
    "dashes": "-" * 500 + " – " * 50,
}


def everywhere(text: str) -> tuple[Block, ...]:
    own = words(text)
    return (
        Heading(level=2, inlines=(own,)),
        paragraph(text, number="1.", handling=text[:300]),
        paragraph(text, lang="fr"),
        paragraph(text, lang="zh"),
        Quote(inlines=(own, call(1))),
        List(items=(ListItem(label=text[:20], inlines=(own,), blocks=(paragraph(text),)),)),
        Table(
            widths=(0.08, 0.92),
            rows=((cell(text[:200], head=True), cell("b")), (cell(text), cell(text))),
            caption=text[:300],
        ),
        Panel(title=text[:200], blocks=(paragraph(text),)),
        Paragraph(inlines=(Link(words=(own,), href="https://gazette.example"),)),
    )


def assert_inside(laid: LaidOut) -> None:
    for page in laid.pages:
        for line in (one for one in (*page.placed, *page.furniture) if isinstance(one, Line)):
            assert line.x > 30
            assert line.x + width_of(line) < page.width - 30
        assert all(line.y > 60 for line in spoken(page))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("form", [Form(), Form(large_print=True, paper=Paper.LETTER)], ids=str)
def test_no_text_is_lost_or_leaves_the_page(text: str, form: Form) -> None:
    laid = lay_out(book_of(*everywhere(text), form=form))

    assert_inside(laid)
    # Handling, heading, paragraphs, quote, item, its own, two cells, panel, link.
    shown = squeezed(read_aloud(laid).replace("\u202f", " "))
    assert shown.count(squeezed(text)) >= 9 or not squeezed(text)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
@settings(deadline=None, max_examples=60)
def test_any_text_can_stand_anywhere(text: str) -> None:
    assert_inside(lay_out(book_of(*everywhere(text))))


def test_a_lone_surrogate_is_shown_by_a_sign() -> None:
    laid = lay_out(book_of(paragraph("a \ud800 b")))

    assert "\ud800" in read_aloud(laid)


def test_a_cell_of_forty_lines_is_divided_between_lines() -> None:
    head = (cell("No.", head=True), cell("Words", head=True))
    rows = tuple((cell(str(i)), cell(LONG, LONG[:700])) for i in range(8))

    laid = lay_out(book_of(Table(widths=(0.3, 0.7), rows=(head, *rows))))

    assert_inside(laid)
    written = 8 * (LONG + LONG[:700]).count("cables and storms")
    assert squeezed(read_aloud(laid)).count("cablesandstorms") == written


def test_a_table_without_any_words_takes_its_place() -> None:
    empty = (Cell(), Cell())

    laid = lay_out(book_of(Table(widths=(0.5, 0.5), rows=(empty, empty, empty))))

    assert len(laid.pages) == 1


def test_heads_higher_than_the_page_are_not_repeated() -> None:
    head = (cell(LONG * 3, head=True),)
    rows = tuple((cell(LONG[:300]),) for _ in range(30))

    laid = lay_out(book_of(Table(widths=(1.0,), rows=(head, *rows))))

    assert len(laid.pages) < 12


def test_what_is_kept_together_but_higher_than_a_page_still_ends() -> None:
    headings = [Heading(level=2, inlines=(words(f"Heading {i}"),)) for i in range(80)]

    laid = lay_out(book_of(*headings))

    assert_inside(laid)
    assert [f"heading{i}" in squeezed(read_aloud(laid)) for i in range(80)] == [True] * 80


def test_the_same_book_is_laid_out_alike_each_time() -> None:
    def facts(laid: LaidOut) -> list[object]:
        return [
            (line.x, line.y, line.size, line.gaps, [shape.glyphs for shape in line.shapes])
            for page in laid.pages
            for line in (*page.placed, *page.furniture)
            if isinstance(line, Line)
        ]

    one, other = lay_out(every_block()), lay_out(every_block())

    assert facts(one) == facts(other)
    assert one.destinations == other.destinations


def test_work_grows_no_faster_than_the_book() -> None:
    def objects(count: int) -> int:
        laid = lay_out(book_of(*(paragraph(LONG[:600]) for _ in range(count))))
        return sum(len(page.placed) for page in laid.pages)

    counts = [objects(count) for count in (50, 100, 200)]

    for before, after in pairwise(counts):
        assert after / before < 2.1
