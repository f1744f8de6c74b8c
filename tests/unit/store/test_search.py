"""Searching a book: what is found, what is not, and where the words stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.edits import Add, Drop, Edit, EditName, Replace
from briefing.prose import Prose
from briefing.store import BookStore
from briefing.store.query import phrases_of, spans_of
from briefing.store.search import RANKED
from briefing.things import (
    Annotation,
    Commitment,
    Exclusion,
    Note,
    Passage,
    PassageKind,
    Section,
    Source,
)
from tests.histories import BOOK

TEXTS = (
    "Both sides agreed to strengthen co-operation on defence.",
    "The Labour Organisation will report by 2030.",
    "Les deux pays s’engagent à soutenir l’économie numérique, cœur de l’Œuvre commune.",
    "雙方同意就氣候變化加強合作。",
    "双方将启动人工智能 (AI) 对话。",
    "The U.S. and Canada launched a Centre for Clean Energy.",
    "Energy; labour, and clean water.",
)


def passage(number: int, text: str) -> Passage:
    return Passage(
        uid=f"a{number}",
        source="d1",
        position=number,
        kind=PassageKind.PARAGRAPH,
        text=text,
        lang="en",
        start=0,
        end=len(text),
    )


@pytest.fixture
def book(store: BookStore) -> BookStore:
    source = Source(
        uid="d1",
        title="Roadmap of Avaria",
        file_name="r.txt",
        media_type="text/plain",
        original=store.keep(b""),
        size=0,
        text="",
    )
    passages = (passage(n, text) for n, text in enumerate(TEXTS))
    store.apply(Edit(EditName.IMPORT_SOURCE, (Add(source), *map(Add, passages)), "Roadmap"))
    return store


def found(book: BookStore, words: str) -> list[str]:
    return sorted(hit.uid for hit in book.search(words))


@pytest.mark.parametrize(
    ("words", "uids"),
    [
        ("defense", ["a0"]),
        ("DEFENCE", ["a0"]),
        ("cooperation", ["a0"]),
        ("co-operation defence", ["a0"]),
        ("organization", ["a1"]),
        ("labor", ["a1", "a6"]),
        ("labou", ["a1", "a6"]),
        ("organis", ["a1"]),
        ("la", []),
        ("lab ", []),
        ("labor qu", ["a1", "a6"]),
        ("labor qui", []),
        ("labor qu ", []),
        ("labor 7", []),
        ("economie", ["a2"]),
        ("l'économie", ["a2"]),
        ("oeuvre coeur", ["a2"]),
        ("气候变化", ["a3"]),
        ("氣候", ["a3"]),
        ("候气", []),
        ("合作", ["a3"]),
        ("ai 对话", ["a4"]),
        ("双方", ["a3", "a4"]),
        ("US Canada", ["a5"]),
        ("u.s.", ["a5"]),
        ("center", ["a5"]),
        ("clean energy", ["a5", "a6"]),
        ('"clean energy"', ["a5"]),
        ("“Clean Energy”", ["a5"]),
        ('"clean energ"', []),
        ("energy -clean", ["a5", "a6"]),
        ("energy NOT clean", []),
        ("roadmap", ["d1"]),
        ("", []),
        (" \t\n", []),
        ('"', []),
        ("...", []),
    ],
)
def test_the_right_passages_are_found(book: BookStore, words: str, uids: list[str]) -> None:
    assert found(book, words) == uids


@given(st.text(), st.text(alphabet="\"*^(){}[]:+-\\'\0 ANDORNEARabc\ud800", max_size=20))
def test_whatever_is_typed_never_fails(box: BookStore, anything: str, hostile: str) -> None:
    for typed in (anything, hostile, f'"{hostile}', f"clean {hostile}"):
        box.search(typed)


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BookStore]:
    path = tmp_path_factory.mktemp("typing") / "b.briefing"
    with BookStore.create(path, BOOK) as store:
        store.apply(Edit(EditName.ADD_COMMITMENT, (Add(Commitment(uid="c", action="Clean abc")),)))
        yield store


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        ("defense", TEXTS[0], ["defence"]),
        ("cooperation def", TEXTS[0], ["co-operation", "defence"]),
        ("oeuvre", TEXTS[2], ["Œuvre"]),
        ("氣候变化", TEXTS[3], ["氣候變化"]),
        ("us", TEXTS[5], ["U.S."]),
        ('"clean energy"', TEXTS[5], ["Clean Energy"]),
        ("numerique s’engagent", TEXTS[2], ["s’engagent", "numérique"]),
        ("cafe", "Le cafe\u0301 😀 café", ["cafe\u0301", "café"]),
        ("aa", "aa aa aaa", ["aa", "aa"]),
        ('"a a"', "a a a", ["a a a"]),
        ("absent", TEXTS[0], []),
    ],
)
def test_matches_are_marked_in_the_text_as_it_is_written(
    words: str, text: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in spans_of(phrases_of(words), text)] == marked


def test_every_searched_kind_is_found_with_where_it_lies(book: BookStore) -> None:
    prose = Prose.plain("Peatlands matter")
    things = (
        Commitment(uid="c1", action="Restore peatlands", next_step="Ask"),
        Note(uid="n1", title="Peatlands", template="information"),
        Section(uid="s1", note="n1", name="issue", body=prose),
        Annotation(uid="r1", note="n1", body=prose),
        passage(99, "Peatlands will be restored"),
    )
    book.apply(Edit(EditName.ADD_NOTE, tuple(map(Add, things))))

    hits = {hit.uid: hit for hit in book.search("peatland")}

    assert {uid: (hit.kind, hit.within) for uid, hit in hits.items()} == {
        "c1": (Commitment, ""),
        "n1": (Note, ""),
        "s1": (Section, "n1"),
        "r1": (Annotation, ""),
        "a99": (Passage, "d1"),
    }
    assert hits["c1"].text == "Restore peatlands\nAsk"
    assert hits["c1"].spans == ((8, 17),)
    assert [h.uid for h in book.search("peatlands", kinds=[Note])] == ["n1"]
    assert book.search("peatlands", kinds=[]) == []
    assert len(book.search("peatlands", limit=2)) == 2
    assert book.search("peatlands", limit=0) == []


def test_the_best_answer_comes_first(book: BookStore) -> None:
    long = passage(50, "water " + "and many other words " * 40)
    short = passage(51, "Water, water.")
    book.apply(Edit(EditName.IMPORT_SOURCE, (Add(long), Add(short))))

    assert [hit.uid for hit in book.search("water")] == ["a51", "a6", "a50"]


def test_an_excluded_passage_is_left_out_until_it_is_put_back(book: BookStore) -> None:
    exclusion = Edit(
        EditName.EXCLUDE_PASSAGE, (Add(Exclusion(uid="x", passage="a0", reason="ad")),)
    )

    book.apply(exclusion)
    assert found(book, "defence") == []
    book.undo()
    assert found(book, "defence") == ["a0"]


def test_excluded_passages_do_not_use_up_the_limit(book: BookStore) -> None:
    menus = [passage(n, "Energy") for n in range(100, 160)]
    out = [Exclusion(uid=f"x{p.uid}", passage=p.uid, reason="menu") for p in menus]
    book.apply(Edit(EditName.IMPORT_SOURCE, (*map(Add, menus), *map(Add, out))))

    assert sorted(hit.uid for hit in book.search("energy", limit=2)) == ["a5", "a6"]


def test_of_very_many_answers_the_newest_are_ranked(book: BookStore) -> None:
    numbers = count(1000)
    many = [passage(next(numbers), "Steel is made.") for _ in range(RANKED + 10)]
    book.apply(Edit(EditName.IMPORT_SOURCE, tuple(map(Add, many))))
    book.apply(Edit(EditName.ADD_COMMITMENT, (Add(Commitment(uid="c1", action="Steel")),)))

    assert book.search("steel")[0].uid == "c1"
    assert [hit.uid for hit in book.search("steel", kinds=[Commitment])] == ["c1"]


def test_the_search_follows_every_edit(book: BookStore) -> None:
    commitment = Commitment(uid="c1", action="Plant trees")
    changed = replace(commitment, action="Plant hedges")
    book.apply(Edit(EditName.ADD_COMMITMENT, (Add(commitment),)))
    book.apply(Edit(EditName.CHANGE_COMMITMENT, (Replace(commitment, changed),)))
    assert (found(book, "trees"), found(book, "hedges")) == ([], ["c1"])

    book.apply(Edit(EditName.REMOVE_COMMITMENT, (Drop(changed),)))
    assert (found(book, "trees"), found(book, "hedges")) == ([], [])

    book.undo()
    book.undo()
    assert (found(book, "trees"), found(book, "hedges")) == (["c1"], [])
