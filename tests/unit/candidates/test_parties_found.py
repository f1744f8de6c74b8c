"""Who speaks in a document, and whom its words mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.candidates import document_parties, find
from briefing.candidates.gazetteer import gazetteer
from briefing.things import Party, PartyKind
from tests.unit.candidates.short_sources import a_source


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Canada and the U.S. met", ["CA", "US"]),
        ("the United States’ allies", ["US"]),
        ("les États-Unis et le Royaume-Uni", ["US", "UK"]),
        ("美国和加拿大", ["US", "CA"]),
        ("中法两国关系", ["CN", "FR"]),
        ("俄羅斯與日本", ["RU", "JP"]),
        ("the G7, the UN and NATO", ["G7", "UN", "NATO"]),
        ("give us time in North America", []),
        ("Latin America and Canadas", []),
    ],
)
def test_states_and_organisations_are_known_by_their_names(text: str, codes: list[str]):
    assert [mention.code for mention in gazetteer().mentions(text)] == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Roadmap for a Renewed U.S.-Canada Partnership", ("US", "CA")),
        ("G7 Leaders' Communiqué, Italy", ("G7",)),
        ("G20 New Delhi Leaders' Declaration, India", ("G20",)),
        ("EU-Canada Summit Joint Statement", ("EU", "CA")),
        ("Déclaration conjointe de la France et du Japon", ("FR", "JP")),
        ("日本和法国联合声明", ("JP", "FR")),
        ("中法关于气候变化的联合声明", ("CN", "FR")),
    ],
)
def test_the_title_tells_who_speaks(title: str, codes: tuple[str, ...]):
    source, passages = a_source("We will act.", title=title)

    assert document_parties(source, passages).codes == codes


def test_without_a_telling_title_the_text_does():
    source, passages = a_source(
        "Peru and Chile met. Chile and Peru agreed. Peru thanked the United Nations.",
        "Chile spoke of Bolivia.",
        title="Press release",
    )

    assert set(document_parties(source, passages).codes) == {"PE", "CL"}


def test_what_the_adviser_said_rules_over_the_title():
    source, passages = a_source("We will act.", title="U.S.-Canada Statement")
    velmark = Party(uid="v", code="QV", name="Velmark")
    source = replace(source, parties=("v",))

    found = document_parties(source, passages, (velmark,))

    assert (found.codes, found.evidence) == (("QV",), "source")


def promisors(*texts: str, title: str, known: tuple[Party, ...] = (), lang: str = "en"):
    source, passages = a_source(*texts, title=title, lang=lang)
    finds = find(source, passages, known)
    codes = {party.uid: party.code for party in (*known, *finds.parties)}
    return [[codes[uid] for uid in c.promisors] for c in finds.candidates]


def test_a_title_means_the_state_that_it_leads():
    assert promisors(
        "The President will visit. The Prime Minister will host the talks.",
        title="Joint Statement of France and Canada",
    ) == [["FR"], ["CA"]]


def test_a_person_who_was_introduced_speaks_for_that_state():
    assert promisors(
        "President Ana Ruiz of Peru met President Luis Vega of Chile.",
        "President Vega undertook to open the pass. President Ruiz agreed to widen the road.",
        title="Peru-Chile Statement",
    ) == [["CL"], ["PE"]]


def test_they_and_the_two_sides_mean_all_who_speak():
    for subject in ("They", "We", "The two leaders", "Both sides", "The two countries"):
        assert promisors(f"{subject} agreed to meet.", title="Peru-Chile") == [["PE", "CL"]]


def test_what_others_will_do_is_no_promise():
    assert promisors("Russia will hold an election.", title="Peru-Chile Statement") == []
    assert promisors("Japan will host the talks.", title="G7 Leaders' Communiqué") == [["JP"]]


def test_a_body_that_the_text_creates_is_a_party_and_is_known_by_its_short_name():
    source, passages = a_source(
        "The leaders agreed to launch a High Level Water Ministerial.",
        "This Ministerial will meet twice a year.",
    )

    finds = find(source, passages)

    body = next(p for p in finds.parties if p.kind is PartyKind.BODY)
    assert (body.code, body.name) == (
        "body:high-level-water-ministerial",
        "High Level Water Ministerial",
    )
    assert finds.candidates[-1].promisors == (body.uid,)


def test_parties_that_the_book_holds_are_used_and_not_found_again():
    canada = Party(uid="ca", code="CA", name="Canada")
    source, passages = a_source("Canada will act.", title="U.S.-Canada Statement")

    finds = find(source, passages, (canada,))

    assert finds.candidates[0].promisors == ("ca",)
    assert "CA" not in {party.code for party in finds.parties}
    assert "ca" in finds.speakers


def test_a_state_that_only_the_book_knows_can_promise():
    velmark = Party(uid="v", code="QV", name="Velmark", names=("la Velmarque",))
    ostrava = Party(uid="o", code="QO", name="Ostrava")

    assert promisors(
        "Velmark will dredge the river.",
        "They agreed to share the maps.",
        title="Velmark-Ostrava Roadmap",
        known=(velmark, ostrava),
    ) == [["QV"], ["QV", "QO"]]


def test_whom_something_is_promised_to_is_noted():
    source, passages = a_source(
        "Canada will provide boats to Haiti.", title="U.S.-Canada Statement"
    )

    finds = find(source, passages)

    haiti = next(party for party in finds.parties if party.code == "HT")
    assert finds.candidates[0].promisees == (haiti.uid,)
