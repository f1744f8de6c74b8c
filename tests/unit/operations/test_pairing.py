"""Two language versions beside each other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefing.edits import changed
from briefing.operations import pairing
from briefing.operations.pairing import Version
from briefing.things import Exclusion, Finding, Pair, Passage, PassageKind, WholeBook

ENGLISH = (
    "We will open 12 ferry lines by 2030.",
    "We will close every coal plant by 2031.",
    "We will meet each year in Saltholm.",
)
FRENCH = (
    "Nous ouvrirons 12 lignes de traversier d’ici 2030.",
    "Nous fermerons toutes les centrales au charbon d’ici 2031.",
    "Nous nous réunirons chaque année à Saltholm.",
)


def passages(lang: str, texts: Sequence[str], source: str = "s") -> list[Passage]:
    return [
        Passage(
            uid=f"{lang}{place}", source=source, position=place, kind=PassageKind.PARAGRAPH,
            text=text, lang=lang, start=0, end=len(text),
        )
        for place, text in enumerate(texts)
    ]  # fmt: skip


def pair(left: Sequence[str], right: Sequence[str], **more: object) -> Pair:
    return Pair(uid=f"{left}-{right}", left=tuple(left), right=tuple(right), **more)


@pytest.fixture
def book() -> WholeBook:
    return WholeBook.of([*passages("en", ENGLISH), *passages("fr", FRENCH)])


def test_a_source_has_a_version_for_each_language(book):
    assert pairing.versions_of(book, ["s"]) == [Version("s", "fr"), Version("s", "en")]


def test_what_is_left_out_is_in_no_version(book):
    out = WholeBook.of([*book.all(Passage), Exclusion(uid="x", passage="en1", reason="adviser")])

    assert [p.uid for p in pairing.passages_in(out, Version("s", "en"))] == ["en0", "en2"]


def test_pairs_are_seen_from_the_left_version_whichever_way_they_are_kept(book):
    left, right = (pairing.passages_in(book, Version("s", lang)) for lang in ("en", "fr"))
    pairs = [pair(["en0"], ["fr0"]), pair(["fr1"], ["en1"]), pair(["en2"], ["elsewhere"])]

    seen = pairing.between(pairs, left, right)

    assert [(p.left, p.right) for p in seen] == [(("en0",), ("fr0",)), (("en1",), ("fr1",))]


def test_a_pair_by_hand_takes_the_place_of_those_its_passages_were_in(book):
    pairs = [pair(["en0"], ["fr0"]), pair(["en1"], ["fr1"]), pair(["en2"], ["fr2"])]
    held = WholeBook.of([*book.all(Passage), *pairs])

    edit = pairing.pair_by_hand(pairs, ["en0", "en1"], ["fr1"])

    after = changed(held, edit.changes).all(Pair)
    assert {(p.left, p.right, p.fixed) for p in after} == {
        (("en2",), ("fr2",), False),
        (("en0", "en1"), ("fr1",), True),
    }


def test_a_finding_is_recorded_even_where_nothing_answers(book):
    (made,) = pairing.pair_by_hand([], ["en0"], [], Finding.ABSENT).changes

    assert (made.thing.right, made.thing.finding) == ((), Finding.ABSENT)


def test_aligning_again_keeps_what_was_set_by_hand(book):
    left, right = (pairing.passages_in(book, Version("s", lang)) for lang in ("en", "fr"))
    fixed, wrong = pair(["en0"], ["fr0"], fixed=True), pair(["en1"], ["fr2"])
    held = WholeBook.of([*left, *right, fixed, wrong])

    new = pairing.aligned(left, right, [fixed])
    edit = pairing.align_again([fixed, wrong], new)

    after = changed(held, edit.changes).all(Pair)
    assert {(p.left, p.right) for p in after} == {
        ((f"en{n}",), (f"fr{n}",)) for n in range(3)
    }  # fmt: skip
    assert fixed in after


def test_a_pair_can_be_taken_apart_and_put_back(book):
    held = WholeBook.of([*book.all(Passage), pair(["en0"], ["fr0"])])

    edit = pairing.unpair(held.all(Pair))

    apart = changed(held, edit.changes)
    assert apart.all(Pair) == []
    assert changed(apart, edit.inverse.changes).all(Pair) == held.all(Pair)
