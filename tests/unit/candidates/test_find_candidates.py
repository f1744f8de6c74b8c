"""What is found in short texts, and how it is reported."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.candidates import find
from briefing.things import Cut, DeadlineKind, Firmness
from tests.unit.candidates.short_sources import a_source


def quotes(*texts: str, **more) -> list[str]:
    return [c.quote for c in find(*a_source(*texts, **more)).candidates]


def test_coordinated_verbs_are_separate_candidates():
    found = quotes("They agreed to mend the dam, train the crews, and share the maps.")

    assert found == ["They agreed to mend the dam", "train the crews", "share the maps"]


def test_purposes_and_means_stay_with_their_verb():
    text = "We will widen the bridge to ease traffic and cut delays, including by adding lanes."

    assert quotes(text) == [text.rstrip(".")]


def test_two_verbs_with_one_object_are_one_candidate():
    assert len(quotes("The two leaders agreed to renew and update the treaty.")) == 1


def test_the_items_of_a_list_inherit_from_the_lead_in_which_is_none_itself():
    source, passages = a_source("The leaders agreed to:", "- open a desk;", "- publish a map.")

    found = find(source, passages).candidates

    assert [c.quote for c in found] == ["open a desk", "publish a map"]
    assert {c.firmness for c in found} == {Firmness.AGREED}
    assert all(any(r.startswith("lead-in:") for r in c.reasons) for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "They welcomed the plan and discussed how to fund it.",
        "The leaders agreed on the importance of clean rivers.",
        "This will create jobs for many years.",
        "They noted that Canada will open a school.",
        "We call on all countries to ratify the treaty.",
    ],
)
def test_look_alikes_are_not_proposed(text: str):
    assert quotes(text) == []


def test_who_promises_is_resolved_to_the_parties_of_the_document():
    source, passages = a_source(
        "The Prime Minister committed to opening the port by 2030.", "They will meet annually."
    )

    finds = find(source, passages)

    codes = {party.uid: party.code for party in finds.parties}
    assert [[codes[u] for u in c.promisors] for c in finds.candidates] == [["CA"], ["CA", "US"]]
    assert [c.deadline.kind for c in finds.candidates] == [
        DeadlineKind.DATE,
        DeadlineKind.RECURRING,
    ]


def test_a_tasking_names_who_is_to_do_it():
    source, passages = a_source("They directed their Ministers of Trade to meet in May.")

    finds = find(source, passages)

    (candidate,) = finds.candidates
    delegate = next(p for p in finds.parties if p.uid == candidate.delegate)
    assert candidate.firmness is Firmness.DIRECTED
    assert (delegate.code, delegate.name) == ("body:ministers-of-trade", "Ministers of Trade")


def test_a_candidate_that_reaches_a_cut_says_so():
    source, passages = a_source("We will rebuild the old", cut=Cut.END)

    (candidate,) = find(source, passages).candidates

    assert "cut" in candidate.reasons


@given(st.lists(st.text(max_size=200), max_size=4))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_the_search_and_every_anchor_quotes_its_passage(texts: list[str]):
    source, passages = a_source(*texts)

    candidates = find(source, passages).candidates

    text_of = {p.uid: p.text for p in passages}
    for candidate in candidates:
        (anchor,) = candidate.anchors
        assert text_of[anchor.passage][anchor.start : anchor.end] == anchor.quote
        assert anchor.start < anchor.end


def test_a_bare_verb_after_a_relative_clause_with_a_verb_in_s_is_a_promise_of_its_own():
    assert quotes("We will adopt a plan that covers ports, open an office, and train staff.") == [
        "We will adopt a plan that covers ports",
        "open an office",
        "train staff",
    ]
    whole = "We will support programmes that help workers, create jobs, and train staff"
    assert quotes(f"{whole}.") == [whole]


def test_it_means_the_body_that_the_sentence_before_names():
    assert quotes("The two sides will set up a committee. It will meet twice a year.")[1:] == [
        "It will meet twice a year"
    ]
    assert quotes("The leaders welcomed the rain. It will meet all needs.") == []


def test_it_after_that_is_whoever_speaks():
    assert quotes("Canada announced that it will join the club and publish a report.") == [
        "Canada announced that it will join the club",
        "publish a report",
    ]


def test_verbs_in_a_row_are_promises_and_one_after_a_comma_is_an_aim():
    title = "新加坡和新西兰联合声明"

    row = quotes("双方决定启动基金第二阶段，扩大青年交流，推动学历互认。", title=title, lang="zh")
    aim = quotes("双方同意深化合作，促进共同发展。", title=title, lang="zh")

    assert row == ["双方决定启动基金第二阶段", "扩大青年交流", "推动学历互认"]
    assert aim == ["双方同意深化合作，促进共同发展"]
