"""Overlays of sources, and parties by their words."""

from __future__ import annotations

import pytest

from briefing.anchoring import make_anchor, places_of
from briefing.errors import Refused
from briefing.operations import annotations, parties, sources
from briefing.prose import Prose
from briefing.things import Exclusion, Party, PartyKind, Passage, PassageKind, Repair, Source
from tests.shelf import Shelf


@pytest.fixture
def shelf() -> Shelf:
    text = "The leaders agreed to meet for the rest of"
    source = Source(
        uid="s", title="S", file_name="s.txt", media_type="text/plain", original="0", size=1,
        text=text, langs=("en",),
    )  # fmt: skip
    passage = Passage(
        uid="p", source="s", position=0, kind=PassageKind.PARAGRAPH, text=text, lang="en",
        start=0, end=len(text),
    )  # fmt: skip
    return Shelf.with_book(source, passage, Party(uid="x", code="XA", name="Aldmark"))


def test_a_repair_is_corrected_in_place(shelf: Shelf) -> None:
    passage = shelf.get(Passage, "p")
    shelf.run(sources.repair(passage, "the year"))

    shelf.run(sources.change_repair(shelf.all(Repair)[0], text="the decade", remark="Web copy"))

    (mended,) = shelf.all(Repair)
    assert (mended.text, mended.remark, mended.at) == ("the decade", "Web copy", len(passage.text))


def test_a_passage_with_a_remark_on_it_is_not_left_out(shelf: Shelf) -> None:
    passage = shelf.get(Passage, "p")
    anchor = make_anchor(shelf.get(Source, "s"), passage, 0, 11)
    shelf.run(annotations.annotate(Prose.plain("Who?"), anchor=anchor))

    with pytest.raises(Refused, match="passage-in-use"):
        sources.exclude(shelf, [passage])


def test_leaving_out_and_putting_back_are_each_an_edit(shelf: Shelf) -> None:
    passage = shelf.get(Passage, "p")

    shelf.run(sources.exclude(shelf, [passage]))
    assert sources.exclude(shelf, [passage]).changes == ()
    shelf.run(sources.restore(shelf, [passage]))

    assert shelf.all(Exclusion) == []


def test_words_mean_a_party_that_is_held_known_or_new(shelf: Shelf) -> None:
    assert parties.party_meant(shelf, "aldmark", "en").uid == "x"
    assert parties.party_meant(shelf, "Canada", "en").code == "CA"
    body = parties.party_meant(shelf, "Strait Science Council", "en")
    assert (body.code, body.kind) == ("body:strait-science-council", PartyKind.BODY)


def test_words_are_found_whatever_their_case_accents_and_width() -> None:
    text = "L’ÉNERGIE propre, l’énergie sale; ＥＮＥＲＧＩＥ"

    found = [text[start:end] for start, end in places_of("energie", text)]

    assert found == ["ÉNERGIE", "énergie", "ＥＮＥＲＧＩＥ"]
