from __future__ import annotations

from datetime import date

import pytest

from briefing.errors import Refused
from briefing.operations import inserts, notes, outline
from briefing.prose import InsertBlock, Paragraph, Prose, Run
from briefing.things import Annotation, Insert, InsertKind, Note, NoteState, Section, Tab, TabKind
from briefing.uid import new_uid
from tests.shelf import Shelf

TODAY = date(2026, 11, 20)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf.with_book(*(change.thing for change in notes.first_tabs()))


def added(shelf: Shelf, title: str = "One") -> Note:
    note = Note(uid=new_uid(), title=title, template="information-note")
    shelf.run(notes.add_note(shelf, note))
    return note


def table(uid: str) -> Insert:
    return Insert(uid=uid, note="", kind=InsertKind.TABLE)


def section(shelf: Shelf, note: Note, name: str = "background") -> Section:
    (found,) = shelf.where(Section, note=note.uid, name=name)
    return found


def titles(shelf: Shelf) -> list[str]:
    return [shelf.get(Note, tab.note).title if tab.note else tab.kind.value for tab in shelf.tabs]


def words(text: str) -> Paragraph:
    return Paragraph(runs=(Run(text=text),))


def test_material_goes_where_the_cursor_is(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.write_section(shelf, note, "background", Prose((words("a"), words("b")))))

    block = InsertBlock(insert="i")
    shelf.run(inserts.place_material(shelf, note, "background", (block,), (table("i"),), 1))

    assert section(shelf, note).body.blocks == (words("a"), block, words("b"))
    assert shelf.get(Insert, "i").note == note.uid


def test_material_takes_the_place_of_an_empty_paragraph(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.write_section(shelf, note, "background", Prose((words("a"), Paragraph()))))

    shelf.run(inserts.place_material(shelf, note, "background", (words("b"),), at=2))

    assert section(shelf, note).body.blocks == (words("a"), words("b"))


def test_one_insert_is_frozen_and_thawed_alone(shelf: Shelf) -> None:
    note = added(shelf)
    for uid in ("i", "j"):
        shelf.run(notes.add_insert(shelf, note, "background", table(uid)))

    shelf.run(inserts.freeze_insert(note, shelf.get(Insert, "i"), Prose.plain("As it was."), TODAY))

    assert shelf.get(Insert, "i").frozen_on == TODAY
    assert shelf.get(Insert, "j").frozen is None

    shelf.run(inserts.thaw_insert(note, shelf.get(Insert, "i")))

    assert shelf.get(Insert, "i").frozen is None


def test_an_insert_is_taken_out_with_its_place(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.write_section(shelf, note, "background", Prose.plain("Words.")))
    shelf.run(notes.add_insert(shelf, note, "background", table("i")))

    shelf.run(inserts.remove_insert(shelf, note, shelf.get(Insert, "i")))

    assert section(shelf, note).body == Prose.plain("Words.")
    assert shelf.all(Insert) == []


def test_a_signed_note_keeps_its_inserts(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.add_insert(shelf, note, "background", table("i")))
    shelf.run(notes.sign_off(shelf, note, "Head", TODAY))
    signed, insert = shelf.get(Note, note.uid), shelf.get(Insert, "i")

    for change in (
        lambda: inserts.place_material(shelf, signed, "issue", (words("x"),)),
        lambda: inserts.change_insert(signed, insert, caption="x"),
        lambda: inserts.remove_insert(shelf, signed, insert),
    ):
        with pytest.raises(Refused):
            change()


def test_an_insert_that_undo_brings_back_into_the_text_is_there_again(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.add_insert(shelf, note, "background", table("i")))
    known = {"i": shelf.get(Insert, "i")}
    with_it = section(shelf, note).body
    shelf.run(notes.write_section(shelf, note, "background", Prose()))

    shelf.run(notes.write_section(shelf, note, "background", with_it, known))

    assert shelf.all(Insert) == [known["i"]]
    assert section(shelf, note).body == with_it


def test_an_insert_that_is_pasted_again_becomes_a_second_one(shelf: Shelf) -> None:
    note = added(shelf)
    shelf.run(notes.add_insert(shelf, note, "background", table("i")))
    twice = Prose(section(shelf, note).body.blocks * 2)

    shelf.run(notes.write_section(shelf, note, "background", twice))

    first, second = section(shelf, note).body.inserts
    assert first == "i" != second
    assert {insert.uid for insert in shelf.all(Insert)} == {first, second}


def test_an_insert_of_another_note_is_copied(shelf: Shelf) -> None:
    one, two = added(shelf, "One"), added(shelf, "Two")
    shelf.run(notes.add_insert(shelf, one, "background", table("i")))

    shelf.run(notes.write_section(shelf, two, "issue", section(shelf, one).body))

    (copy,) = section(shelf, two, "issue").body.inserts
    assert shelf.get(Insert, copy).note == two.uid
    assert shelf.get(Insert, "i").note == one.uid


def test_the_place_of_an_insert_that_nobody_knows_goes(shelf: Shelf) -> None:
    note = added(shelf)
    body = Prose((words("a"), InsertBlock(insert="lost")))

    shelf.run(notes.write_section(shelf, note, "issue", body))

    assert section(shelf, note, "issue").body == Prose((words("a"),))


def test_a_note_changes_its_format_and_keeps_every_word(shelf: Shelf) -> None:
    note = added(shelf)
    for name in ("issue", "next-steps"):
        shelf.run(notes.write_section(shelf, note, name, Prose.plain(name)))

    shelf.run(notes.change_note(note, template="decision-note"))

    assert {s.name: s.body.text for s in shelf.all(Section)} == {
        "issue": "issue",
        "next-steps": "next-steps",
    }


@pytest.mark.parametrize(
    ("before", "order"),
    [
        (0, ["Two", "Three", "cover", "contents", "One"]),
        (2, ["cover", "contents", "Two", "Three", "One"]),
        (4, ["cover", "contents", "One", "Two", "Three"]),
        (99, ["cover", "contents", "One", "acronyms", "sources"]),
    ],
)
def test_several_tabs_move_together(shelf: Shelf, before: int, order: list[str]) -> None:
    for title in ("One", "Two", "Three"):
        added(shelf, title)
    moved = [tab for tab, title in zip(shelf.tabs, titles(shelf), strict=True) if title[0] == "T"]

    shelf.run(outline.move_tabs(shelf, moved, before))

    found = [title for title in titles(shelf) if title != "commitments"]
    assert found[: len(order)] == order
    assert [tab.position for tab in shelf.tabs] == list(range(8))


def test_several_tabs_go_in_one_step_with_all_that_hangs_on_them(shelf: Shelf) -> None:
    one, two = added(shelf, "One"), added(shelf, "Two")
    shelf.run(notes.add_insert(shelf, one, "background", table("i")))
    shelf.things[Annotation] = {"a": Annotation(uid="a", body=Prose.plain("?"), note=two.uid)}
    gone = [tab for tab in shelf.tabs if tab.kind in {TabKind.NOTE, TabKind.ACRONYMS}]

    shelf.run(outline.remove_tabs(shelf, gone))

    assert titles(shelf) == ["cover", "contents", "commitments", "sources"]
    assert [tab.position for tab in shelf.tabs] == [0, 1, 2, 3]
    for kind in (Note, Section, Insert, Annotation):
        assert shelf.all(kind) == []


def test_a_copy_of_a_note_stands_behind_it_and_is_a_draft(shelf: Shelf) -> None:
    note = added(shelf, "One")
    added(shelf, "Two")
    shelf.run(notes.write_section(shelf, note, "background", Prose.plain("Words.")))
    shelf.run(notes.add_insert(shelf, note, "background", table("i")))
    shelf.run(notes.sign_off(shelf, note, "Head", TODAY, [("i", Prose.plain("Then."))]))

    shelf.run(outline.duplicate_note(shelf, shelf.get(Note, note.uid), "Copy of One"))

    assert titles(shelf)[2:5] == ["One", "Copy of One", "Two"]
    copy = next(n for n in shelf.all(Note) if n.title == "Copy of One")
    assert copy.state is NoteState.DRAFT
    (uid,) = section(shelf, copy).body.inserts
    assert shelf.get(Insert, uid).note == copy.uid
    assert shelf.get(Insert, uid).frozen is None
    assert section(shelf, copy).body.text == "Words."
    assert len(shelf.all(Tab)) == 8
