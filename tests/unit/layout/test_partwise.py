"""A book laid out part by part is the same book, and costs only what has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.progress import Cancelled
from exports.layout import Numbering, PartwiseLayout, lay_out, numbering_of, partwise
from exports.layout.pages import LaidOut
from exports.tree import Form, PartKind, Publication
from tests.publications import every_block, note_part, paragraph
from tests.unit.layout.laid import LONG, said


def pages_said(laid: LaidOut) -> list[str]:
    return [said((*page.placed, *page.furniture)) for page in laid.pages]


def numbered(layout: PartwiseLayout, book: Publication) -> Numbering:
    return numbering_of(book, [kept.length for kept in layout.parts(book)])


@pytest.mark.parametrize("duplex", [True, False])
def test_the_parts_one_by_one_are_the_pages_of_the_whole(duplex: bool) -> None:
    book = every_block(Form(duplex=duplex))
    layout = PartwiseLayout()
    whole = [page for page in pages_said(lay_out(book)) if page]
    numbers = numbered(layout, book)

    apart = [
        page
        for kept in layout.parts(book)
        for page in pages_said(
            layout.alone(book, kept, numbers.starts[kept.laid.part.uid], numbers.total)
        )
    ]

    assert apart == whole


def test_what_has_not_changed_is_not_laid_out_again() -> None:
    book = every_block()
    layout = PartwiseLayout()
    before = {kept.laid.part.uid: kept.serial for kept in layout.parts(book)}
    parts = tuple(
        note_part("n-1", "1", "Long", (paragraph(LONG),)) if part.uid == "n-1" else part
        for part in book.parts
    )

    after = {kept.laid.part.uid: kept.serial for kept in layout.parts(replace(book, parts=parts))}

    changed = {uid for uid in before if before[uid] != after[uid]}
    assert changed <= {"n-1", "contents"}
    assert "n-1" in changed


def test_pages_may_be_numbered_again_and_again() -> None:
    book = every_block()
    layout = PartwiseLayout()
    kept = layout.parts(book)[2]

    first = pages_said(layout.alone(book, kept, 5, 24))
    again = pages_said(layout.alone(book, kept, 7, 30))

    assert "Page 5 of 24" in first[0]
    assert "Page 7 of 30" in again[0]
    assert "Page 5 of 24" not in again[0]


def test_pages_whose_numbers_are_not_known_say_none() -> None:
    book = every_block()
    layout = PartwiseLayout()

    first = pages_said(layout.alone(book, layout.part(book, book.parts[2]), 1, 0))[0]

    assert "Page" not in first


def test_work_that_was_stopped_is_not_done_again() -> None:
    book = every_block()
    layout = PartwiseLayout()

    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        layout.parts(book, stop)
    serial = layout.part(book, book.parts[2]).serial

    assert serial in {kept.serial for kept in layout.parts(book)}
    assert serial <= 3


def test_single_parts_keep_the_numbers_of_their_book() -> None:
    book = every_block()
    numbers = numbered(PartwiseLayout(), book)
    alone = replace(book, parts=book.parts[3:4])

    laid = lay_out(alone, numbering=numbers)

    first = numbers.starts[book.parts[3].uid]
    assert f"Page {first} of {numbers.total}" in pages_said(laid)[0]


def test_parts_are_counted_as_they_are_laid_out() -> None:
    book = every_block(Form())
    layout = PartwiseLayout()
    counted = {p.uid: layout.length(book, p) for p in book.parts if p.kind is not PartKind.CONTENTS}

    laid = {kept.laid.part.uid: kept.length for kept in PartwiseLayout().parts(book)}

    assert counted == {uid: laid[uid] for uid in counted}
    assert max(counted.values()) > 1


def test_a_part_that_was_counted_is_not_laid_out_again_until_it_changes(monkeypatch) -> None:
    book = every_block(Form())
    layout, (part, *_) = PartwiseLayout(), [p for p in book.parts if p.kind is PartKind.NOTE]
    made: list[str] = []
    lay_out_part = partwise.lay_out_part

    def counting(part, *rest):
        made.append(part.uid)
        return lay_out_part(part, *rest)

    monkeypatch.setattr(partwise, "lay_out_part", counting)
    before = layout.length(book, part)
    assert layout.length(book, part) == before
    assert len(made) == 1

    longer = replace(part, blocks=(*part.blocks, *(paragraph(LONG) for _ in range(20))))
    assert layout.length(book, longer) > before
    large = replace(book, form=Form(large_print=True))
    assert layout.length(large, longer) > layout.length(book, longer)
