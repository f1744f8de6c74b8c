from __future__ import annotations

from dataclasses import replace

import pytest

from exports.compose.walk import texts
from exports.layout import lay_out
from exports.layout.pages import LaidOut, Line, Node, Page
from exports.tree import (
    Contents,
    ContentsEntry,
    Form,
    Heading,
    Paper,
    Paragraph,
    Table,
    TableRole,
)
from tests.publications import call, cell, every_block, paragraph, words
from tests.unit.layout.laid import LONG, book_of, nodes, read_aloud, said, squeezed

FORMS = [
    Form(paper=paper, large_print=large, duplex=duplex)
    for paper in Paper
    for large in (False, True)
    for duplex in (False, True)
]


@pytest.fixture(params=FORMS, ids=str, scope="module")
def laid(request: pytest.FixtureRequest) -> LaidOut:
    return lay_out(every_block(request.param))


def test_every_word_of_the_tree_is_on_a_page(laid: LaidOut) -> None:
    shown = squeezed(read_aloud(laid))
    descriptions = {node.alt for node in nodes(laid.root)}

    for part in every_block().parts[2:]:
        for text in texts(part):
            if text not in descriptions and text != part.title:
                assert squeezed(text)[:40] in shown


def test_everything_stands_inside_the_page(laid: LaidOut) -> None:
    for page in laid.pages:
        for line in (one for one in (*page.placed, *page.furniture) if isinstance(one, Line)):
            width = sum(s.width for s in line.shapes) * line.size / 1000 + sum(line.gaps)
            assert line.x > 30
            assert line.x + width < page.width - 30
            assert 15 < line.y < page.height - 15


def test_parts_begin_on_the_right_where_both_sides_are_printed() -> None:
    laid = lay_out(every_block(Form(duplex=True)))

    for uid in ("cover", "contents", "n-1", "n-2", "sources"):
        assert laid.destinations[uid].page % 2 == 0


def test_the_contents_name_the_page_on_which_each_part_begins(laid: LaidOut) -> None:
    page = laid.pages[laid.destinations["contents"].page]

    for uid in ("n-1", "n-2", "sources"):
        link = next(link for link in page.links if link.target == uid)
        assert link.words.endswith(f" {laid.destinations[uid].page + 1}")


def test_contents_over_two_pages_count_their_own_pages() -> None:
    book = every_block(Form(duplex=False))
    parts = [
        replace(book.parts[2], uid=f"part{n}", blocks=book.parts[2].blocks[:2]) for n in range(60)
    ]
    entries = tuple(ContentsEntry(label=str(n), title="Part", target=f"part{n}") for n in range(60))
    contents = replace(book.parts[1], blocks=(Contents(entries=entries),))

    laid = lay_out(replace(book, parts=(contents, *parts)))

    links = [link for page in laid.pages for link in page.links if link.target.startswith("part")]
    assert laid.destinations["part0"].page > 1
    for link in links:
        assert link.words.endswith(f" {laid.destinations[link.target].page + 1}")


def test_a_footnote_stands_on_the_page_that_calls_it(laid: LaidOut) -> None:
    for number in range(1, 7):
        calls = [
            place
            for place, page in enumerate(laid.pages)
            for link in page.links
            if link.target == f"n-1-note-{number}"
        ]
        assert calls == [laid.destinations[f"n-1-note-{number}"].page]


def test_a_long_footnote_runs_on_and_loses_nothing() -> None:
    note = tuple(words(LONG) for _ in range(3))
    body = Paragraph(inlines=(words("Called here."), replace(call(1), note=note)))

    laid = lay_out(book_of(body, paragraph(LONG)))

    shown = "".join("".join(said(page.placed).split()) for page in laid.pages)
    assert len(laid.pages) > 1
    assert shown.count("reportonferries") == 120


def test_no_page_ends_or_begins_with_a_single_line_of_a_paragraph() -> None:
    blocks = [paragraph(LONG[: 200 + 37 * i], uid=f"p{i}") for i in range(60)]

    laid = lay_out(book_of(*blocks))

    for node in (n for n in nodes(laid.root) if n.tag == "P"):
        counts = [_lines(page, node) for page in laid.pages]
        spread = [count for count in counts if count]
        assert len(spread) == 1 or min(spread) > 1


def _lines(page: Page, node: Node) -> int:
    return sum(isinstance(one, Line) and one.node is node for one in page.placed)


def test_a_heading_stays_with_what_follows_it() -> None:
    blocks = []
    for i in range(40):
        blocks.append(Heading(level=2, inlines=(words(f"Heading {i}"),), uid=f"h{i}"))
        blocks.append(paragraph(LONG[: 200 + 61 * i], uid=f"p{i}"))

    laid = lay_out(book_of(*blocks))

    for i in range(40):
        assert laid.destinations[f"h{i}"].page == laid.destinations[f"p{i}"].page


def test_the_head_of_a_table_is_repeated_and_said_once() -> None:
    head = tuple(cell(text, head=True) for text in ("No.", "Promise"))
    rows = tuple((cell(str(i), head=True), cell(LONG[:150])) for i in range(80))
    table = Table(widths=(0.1, 0.9), rows=(head, *rows), role=TableRole.LEDGER)

    laid = lay_out(book_of(table))

    showing = [page for page in laid.pages if "Promise" in said(page.placed)]
    assert len(showing) == len(laid.pages) > 2
    spoken = [
        line
        for page in laid.pages
        for line in page.placed
        if isinstance(line, Line) and line.node and "Promise" in said([line])
    ]
    assert len(spoken) == 1


def test_a_row_higher_than_a_page_is_divided() -> None:
    head = (cell("Words", head=True),)
    table = Table(widths=(1.0,), rows=(head, (cell(*(LONG[:300] for _ in range(40))),)))

    laid = lay_out(book_of(table))

    assert len(laid.pages) > 1
    for page in laid.pages:
        assert all(one.y > 60 for one in page.placed if isinstance(one, Line) and one.node)


def test_an_element_holds_words_or_elements_never_both(laid: LaidOut) -> None:
    holding = {
        one.node for page in laid.pages for one in page.placed if isinstance(one, Line) and one.node
    }

    for node in nodes(laid.root):
        assert not (node in holding and node.children), node.tag


def test_heading_levels_are_never_skipped(laid: LaidOut) -> None:
    level = 0
    for node in nodes(laid.root):
        if node.tag[0] == "H" and node.tag[1:].isdigit():
            assert int(node.tag[1:]) <= level + 1
            level = int(node.tag[1:])


def test_a_blank_page_says_nothing() -> None:
    laid = lay_out(every_block(Form(duplex=True)))

    assert laid.pages[1].placed == []
    assert laid.pages[1].links == []
