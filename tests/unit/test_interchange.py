"""The form in which reading is exchanged."""

from __future__ import annotations

import json

from briefing.anchor import Anchor
from briefing.interchange import interchange
from briefing.things import (
    Candidate,
    Cut,
    Deadline,
    DeadlineKind,
    Exclusion,
    Firmness,
    Pair,
    Party,
    Passage,
    PassageKind,
    Source,
)


def a_passage(uid: str, position: int, text: str, **more) -> Passage:
    more.setdefault("kind", PassageKind.PARAGRAPH)
    return Passage(
        uid=uid, source="s", position=position, text=text, lang="en", start=0, end=len(text), **more
    )


MENU = a_passage("m", 0, "Home | News")
HEAD = a_passage("h", 1, "Rivers", kind=PassageKind.HEADING, level=1)
TEXT = a_passage("t", 2, "We will mend the dam by 2030.", section="h", cut=Cut.END)
ITEM = a_passage("i", 3, "Dredge the", kind=PassageKind.ITEM, section="h")
SOURCE = Source(
    uid="s",
    title="T",
    file_name="a.text.txt",
    media_type="text/plain",
    original="",
    size=1,
    text="",
)
CANADA = Party(uid="ca", code="CA", name="Canada")


def a_candidate(uid: str, passage: str, quote: str, **more) -> Candidate:
    return Candidate(
        uid=uid,
        source="s",
        anchors=(Anchor(source="s", passage=passage, start=0, end=len(quote), quote=quote),),
        firmness=Firmness.WILL,
        reasons=("trigger:will",),
        confidence=0.84,
        **more,
    )


def the_form() -> dict:
    candidates = [
        a_candidate("2", "i", "Dredge the"),
        a_candidate(
            "1",
            "t",
            "We will mend the dam by 2030",
            promisors=("ca",),
            promisor_text="We",
            subjects=("environment",),
            deadline=Deadline(kind=DeadlineKind.DATE, value="2030", text="by 2030"),
        ),
        a_candidate("3", "m", "Home"),
    ]
    return interchange(
        SOURCE,
        [ITEM, TEXT, HEAD, MENU],
        [Exclusion(uid="e", passage="m", reason="menu")],
        candidates,
        [CANADA],
        [Pair(uid="p", left=("t",), right=("i", "m"), confidence=0.973)],
    )


def test_the_keys_of_the_form_are_the_agreed_ones():
    form = the_form()

    assert list(form) == ["doc", "sections", "passages", "excluded", "commitments", "alignments"]
    assert form["doc"] == "a.text"
    assert form["sections"] == [{"id": "s1", "text": "Rivers", "level": 1}]
    assert form["excluded"] == [{"text": "Home | News", "reason": "menu"}]
    assert json.loads(json.dumps(form)) == form


def test_passages_are_numbered_in_reading_order_without_the_excluded():
    passages = the_form()["passages"]

    assert [(p["id"], p["section"], p["kind"], p["cut"]) for p in passages] == [
        ("p1", "s1", "heading", False),
        ("p2", "s1", "paragraph", True),
        ("p3", "s1", "item", False),
    ]


def test_commitments_point_at_their_words_and_name_their_parties():
    form = the_form()
    text_of = {p["id"]: p["text"] for p in form["passages"]}

    assert [c["id"] for c in form["commitments"]] == ["c1", "c2"]
    for found in form["commitments"]:
        assert text_of[found["passage"]][found["start"] : found["end"]] == found["quote"]
    first, second = form["commitments"]
    assert (first["actors"], first["actor_text"], first["strength"]) == (["CA"], "We", "will")
    assert first["deadline"] == {"text": "by 2030", "value": "2030"}
    assert first["topics"] == ["environment"]
    assert second["deadline"] is None


def test_pairs_name_passages_of_the_form_only():
    assert the_form()["alignments"] == [{"src": ["p2"], "tgt": ["p3"], "confidence": 0.97}]
