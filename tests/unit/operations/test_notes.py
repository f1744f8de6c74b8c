from __future__ import annotations

from datetime import date

import pytest

from briefing.anchor import Anchor
from briefing.errors import Refused
from briefing.operations import notes
from briefing.operations.drafting import draft
from briefing.prose import InsertBlock, Prose
from briefing.templates import load_templates
from briefing.things import (
    Annotation,
    Commitment,
    Insert,
    InsertKind,
    Note,
    NoteState,
    Section,
    Tab,
    TabKind,
    Topic,
)
from briefing.uid import new_uid
from tests.shelf import Shelf


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.with_book(*(change.thing for change in notes.first_tabs()))


def kinds(shelf: Shelf) -> list[str]:
    return [tab.kind for tab in shelf.tabs]


def added(shelf: Shelf, title: str) -> Note:
    note = Note(uid=new_uid(), title=title, template="information-note")
    shelf.run(notes.add_note(shelf, note))
    return note


def test_notes_stand_between_the_front_and_the_generated_parts(shelf: Shelf) -> None:
    added(shelf, "One")
    added(shelf, "Two")

    assert kinds(shelf) == [
        "cover",
        "contents",
        "note",
        "note",
        "commitments",
        "acronyms",
        "sources",
    ]
    titles = [shelf.get(Note, tab.note).title for tab in shelf.tabs if tab.note]
    assert titles == ["One", "Two"]
    assert [tab.position for tab in shelf.tabs] == list(range(7))


@pytest.mark.parametrize("position", [-3, 0, 2, 99])
def test_a_tab_can_be_moved_anywhere_and_places_stay_whole(shelf: Shelf, position: int) -> None:
    note = added(shelf, "One")
    tab = next(tab for tab in shelf.tabs if tab.note == note.uid)

    shelf.run(notes.move_tab(shelf, tab, position))

    assert [tab.position for tab in shelf.tabs] == list(range(6))
    assert shelf.tabs[max(0, min(position, 5))].uid == tab.uid


def test_a_generated_part_can_be_taken_out_and_brought_back(shelf: Shelf) -> None:
    acronyms = next(tab for tab in shelf.tabs if tab.kind is TabKind.ACRONYMS)
    shelf.run(notes.remove_tab(shelf, acronyms))
    assert "acronyms" not in kinds(shelf)

    shelf.run(notes.add_tab(shelf, TabKind.ACRONYMS))

    assert kinds(shelf)[-1] == "acronyms"
    with pytest.raises(Refused):
        notes.add_tab(shelf, TabKind.ACRONYMS)


def test_an_insert_that_is_written_over_goes_with_its_place(shelf: Shelf) -> None:
    note = added(shelf, "One")
    insert = Insert(uid="i", note="", kind=InsertKind.TABLE)
    shelf.run(notes.add_insert(shelf, note, "background", insert))
    assert shelf.all(Section)[0].body.inserts == ("i",)

    shelf.run(notes.write_section(shelf, note, "background", Prose.plain("Words alone.")))

    assert shelf.all(Insert) == []


def test_what_is_signed_off_keeps_what_it_showed_and_is_closed(shelf: Shelf) -> None:
    note = added(shelf, "One")
    insert = Insert(uid="i", note="", kind=InsertKind.TABLE)
    shelf.run(notes.add_insert(shelf, note, "background", insert))
    shown = Prose.plain("As it was.")

    shelf.run(notes.sign_off(shelf, note, "Head", date(2026, 11, 1), [("i", shown)]))

    signed = shelf.get(Note, note.uid)
    assert (signed.state, signed.signed_by) == (NoteState.SIGNED_OFF, "Head")
    assert shelf.get(Insert, "i").frozen == shown
    for edit in (
        lambda: notes.change_note(signed, title="Other"),
        lambda: notes.write_section(shelf, signed, "issue", Prose()),
        lambda: notes.add_insert(shelf, signed, "issue", insert),
    ):
        with pytest.raises(Refused):
            edit()


def test_a_note_that_is_reopened_follows_the_book_again(shelf: Shelf) -> None:
    note = added(shelf, "One")
    insert = Insert(uid="i", note="", kind=InsertKind.TABLE)
    shelf.run(notes.add_insert(shelf, note, "background", insert))
    shelf.run(notes.sign_off(shelf, note, "Head", date(2026, 11, 1), [("i", Prose.plain("x"))]))

    shelf.run(notes.reopen(shelf, shelf.get(Note, note.uid)))

    assert shelf.get(Insert, "i").frozen is None
    assert shelf.get(Note, note.uid).state is NoteState.DRAFT


def test_a_note_goes_with_everything_that_hangs_on_it(shelf: Shelf) -> None:
    note = added(shelf, "One")
    insert = Insert(uid="i", note="", kind=InsertKind.TABLE)
    shelf.run(notes.add_insert(shelf, note, "background", insert))
    remark = Annotation(uid="a", body=Prose.plain("?"), note=note.uid)
    shelf.things[Annotation] = {"a": remark}

    shelf.run(notes.remove_note(shelf, note))

    for kind in (Note, Section, Insert, Annotation):
        assert shelf.all(kind) == []
    assert [tab for tab in shelf.all(Tab) if tab.kind is TabKind.NOTE] == []


def test_a_draft_makes_a_note_for_each_topic_that_has_commitments(shelf: Shelf) -> None:
    for position, name in enumerate(("Second", "First")):
        topic = Topic(uid=name, name=name, position=1 - position)
        shelf.things.setdefault(Topic, {})[name] = topic
        commitment = Commitment(uid=f"c{name}", action=name, topics=(name,), next_step=f"Do {name}")
        shelf.things.setdefault(Commitment, {})[commitment.uid] = commitment
    shelf.things[Topic]["Empty"] = Topic(uid="Empty", name="Empty", position=2)

    shelf.run(draft(shelf, load_templates()["information-note"]))

    titles = [shelf.get(Note, tab.note).title for tab in shelf.tabs if tab.note]
    assert titles == ["First", "Second"]
    first = next(note for note in shelf.all(Note) if note.title == "First")
    sections = {s.name: s.body for s in shelf.where(Section, note=first.uid)}
    assert "Do First" in sections["next-steps"].text
    (block,) = sections["considerations"].blocks
    assert isinstance(block, InsertBlock)
    assert shelf.get(Insert, block.insert).topic == "First"


def test_extracts_are_in_the_language_of_the_note_where_there_are_such_words(shelf: Shelf) -> None:
    def words(lang: str, quote: str) -> Anchor:
        return Anchor(source="s", passage="p", start=0, end=len(quote), quote=quote, lang=lang)

    fully = [words("zh", "双方同意开放学校"), words("en", "They agreed to open the schools")]
    pieces = [(words("en", f"open school {number}"),) for number in range(3)]
    quoted = [(words("zh", "双方同意保护森林"),), tuple(fully), *pieces]
    shelf.things[Topic] = {"t": Topic(uid="t", name="Schools")}
    shelf.things[Commitment] = {
        f"c{number}": Commitment(uid=f"c{number}", action="Act", topics=("t",), anchors=anchors)
        for number, anchors in enumerate(quoted)
    }

    shelf.run(draft(shelf, load_templates()["information-note"]))

    extracts = [i.anchor for i in shelf.all(Insert) if i.kind is InsertKind.EXTRACT]
    assert {anchor.lang for anchor in extracts if anchor} == {"en"}
    assert fully[1] in extracts


def test_a_second_draft_leaves_the_notes_alone(shelf: Shelf) -> None:
    shelf.things[Topic] = {"t": Topic(uid="t", name="Trade")}
    shelf.things[Commitment] = {"c": Commitment(uid="c", action="Trade", topics=("t",))}
    template = load_templates()["information-note"]
    shelf.run(draft(shelf, template))

    again = draft(shelf, template)

    assert again.changes == ()


@pytest.mark.parametrize("name", sorted(load_templates()))
def test_every_template_can_be_drafted(shelf: Shelf, name: str) -> None:
    shelf.things[Topic] = {"t": Topic(uid="t", name="Trade")}
    shelf.things[Commitment] = {"c": Commitment(uid="c", action="Trade", topics=("t",))}

    shelf.run(draft(shelf, load_templates()[name]))

    (note,) = shelf.all(Note)
    written = {section.name for section in shelf.where(Section, note=note.uid)}
    assert written == {section.name for section in load_templates()[name].sections}
