"""Things, edits and books as plain JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from briefing.anchor import Anchor
from briefing.codec import (
    KIND_OF,
    book_from_plain,
    book_to_plain,
    edit_from_plain,
    edit_to_plain,
    from_plain,
    name_of,
    to_plain,
)
from briefing.edits import Edit, EditName, Replace
from briefing.prose import Prose
from briefing.things import (
    KINDS,
    Book,
    Commitment,
    Deadline,
    DeadlineKind,
    Note,
    NoteState,
    Section,
    StatusEntry,
    WholeBook,
)

ANCHOR = Anchor(source="d1", passage="a1", start=2, end=4, quote="气候", lang="zh")
COMMITMENT = Commitment(
    uid="c1",
    action="Protect the climate",
    promisors=("p1", "p2"),
    deadline=Deadline(kind=DeadlineKind.DATE, value="2030", text="by 2030"),
    anchors=(ANCHOR,),
)
NOTE = Note(
    uid="n1",
    title="Climate",
    template="information",
    state=NoteState.SIGNED_OFF,
    signed_on=date(2027, 3, 1),
)


def test_a_thing_in_full_shows_every_field_by_its_name() -> None:
    assert to_plain(NOTE) == {
        "uid": "n1",
        "title": "Climate",
        "template": "information",
        "topic": None,
        "lang": "en",
        "state": "signed off",
        "marking": "",
        "author": "",
        "signed_by": "",
        "signed_on": "2027-03-01",
    }


def test_a_thing_in_short_leaves_out_what_goes_without_saying() -> None:
    assert to_plain(COMMITMENT, short=True) == {
        "uid": "c1",
        "action": "Protect the climate",
        "promisors": ["p1", "p2"],
        "deadline": {"kind": "date", "value": "2030", "text": "by 2030"},
        "anchors": [
            {"source": "d1", "passage": "a1", "start": 2, "end": 4, "quote": "气候", "lang": "zh"}
        ],
    }


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize("thing", [COMMITMENT, NOTE])
def test_a_thing_comes_back_from_json(thing: Commitment | Note, short: bool) -> None:
    text = json.dumps(to_plain(thing, short=short))

    back = from_plain(type(thing), json.loads(text))

    assert back == thing
    assert type(back.uid) is str


def test_enumerations_and_dates_come_back_as_what_they_were() -> None:
    back = from_plain(Note, to_plain(NOTE))

    assert back.state is NoteState.SIGNED_OFF
    assert back.signed_on == date(2027, 3, 1)


@pytest.mark.parametrize(
    "plain",
    [{"uid": "n1", "title": "t", "template": "x", "colour": "red"}, {"uid": "n1", "colour": "red"}],
)
def test_a_field_that_is_unknown_here_is_refused(plain: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="colour"):
        from_plain(Note, plain)


def test_a_replaced_thing_is_written_once_with_what_differs() -> None:
    after = replace(NOTE, title="Energy", signed_on=None)
    edit = Edit(EditName.CHANGE_NOTE, (Replace(NOTE, after),), "Climate")

    plain = edit_to_plain(edit)

    assert plain["changes"][0][3] == {"title": "Energy", "signed_on": None}
    assert edit_from_plain(json.loads(json.dumps(plain))) == edit


def test_a_book_is_listed_by_kind_in_the_order_of_the_vocabulary() -> None:
    whole = WholeBook.of([NOTE, COMMITMENT, Book(uid="b", title="Book")])

    plain = book_to_plain(whole)

    assert list(plain["things"]) == ["book", "commitment", "note"]
    assert book_from_plain(json.loads(json.dumps(plain))) == whole


def test_a_dump_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 9"):
        book_from_plain({"format": 9, "things": {}})


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len(KIND_OF) == len(KINDS)
    assert name_of(StatusEntry) == "status_entry"


def test_prose_stands_in_json_as_a_tree() -> None:
    section = Section(uid="s", note="n1", name="issue", body=Prose.plain("One"))

    assert to_plain(section)["body"]["blocks"][0]["runs"] == [{"text": "One"}]
