"""Places in a passage and places in its paragraph, whatever stands between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.things import Cut, Exclusion, Passage, PassageKind, Repair, Source
from ui.reader.opened import OpenSource
from ui.reader.rows import ELLIPSIS, Addition, FoldRow, PassageRow, rows_of

TEXT = st.text(alphabet="ab é国🙂\n", min_size=1, max_size=30)


def passage(text: str = "They agreed.", uid: str = "p", **more) -> Passage:
    values = {
        "source": "s", "position": 0, "kind": PassageKind.PARAGRAPH, "lang": "en", "start": 0,
        "end": len(text),
    }  # fmt: skip
    return Passage(uid=uid, text=text, **(values | more))


def opened(*passages: Passage, exclusions=(), repairs=()) -> OpenSource:
    source = Source(
        uid="s", title="S", file_name="s.txt", media_type="text/plain", original="0", size=1,
        text="\n".join(p.text for p in passages),
    )  # fmt: skip
    by_uid = lambda things: {thing.uid: thing for thing in things}  # noqa: E731
    return OpenSource(source, passages, by_uid(exclusions), by_uid(repairs), {}, {}, {})


@st.composite
def rows(draw) -> PassageRow:
    text = draw(TEXT)
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    words = st.text(alphabet="x🙂 ", min_size=1, max_size=4)
    return PassageRow(passage(text), 1, additions=tuple(Addition(p, draw(words)) for p in places))


@given(rows())
def test_every_place_of_a_passage_is_found_again_in_its_paragraph(row):
    for at in range(len(row.passage.text) + 1):
        assert row.place(row.shown(at)) == at
        assert row.place(row.shown(at, end=True)) == at


@given(rows())
def test_words_stand_in_the_paragraph_where_they_are_said_to_stand(row):
    units = row.text.encode("utf-16-le")
    for at, char in enumerate(row.passage.text):
        start = row.shown(at)
        shown = units[2 * start :].decode("utf-16-le")
        assert shown[0] == char.replace("\n", "\u2028")


@given(rows())
def test_added_words_stand_where_they_are_said_to_stand(row):
    units = row.text.encode("utf-16-le")
    for addition, start, end in row.added():
        assert units[2 * start : 2 * end].decode("utf-16-le") == addition.text


def test_a_cut_passage_says_that_words_are_missing():
    (row,) = rows_of(opened(passage("for the rest of", cut=Cut.BOTH)), ())

    assert row.text == f"{ELLIPSIS} for the rest of {ELLIPSIS}"


def test_a_repair_takes_the_place_of_the_ellipsis():
    repair = Repair(uid="r", passage="p", at=15, text="the decade")
    (row,) = rows_of(opened(passage("for the rest of", cut=Cut.END), repairs=[repair]), ())

    assert row.text == "for the rest of [the decade]"


def test_han_words_are_mended_without_a_blank():
    repair = Repair(uid="r", passage="p", at=0, text="他们")
    (row,) = rows_of(opened(passage("同意加强合作", cut=Cut.START), repairs=[repair]), ())

    assert row.text == "[他们]同意加强合作"


def test_passages_left_out_are_folded_into_one_line_each_run():
    passages = [passage(uid=f"p{n}", position=n) for n in range(5)]
    out = [Exclusion(uid=f"e{n}", passage=f"p{n}", reason="menu") for n in (0, 1, 3)]
    source = opened(*passages, exclusions=out)

    folded = rows_of(source, ())
    unfolded = rows_of(source, {"p3"})

    assert [getattr(row, "number", "fold") for row in folded] == ["fold", 1, "fold", 2]
    assert [len(row.passages) for row in folded if isinstance(row, FoldRow)] == [2, 1]
    assert [row.passage.uid for row in unfolded if isinstance(row, PassageRow)] == [
        "p2", "p3", "p4",
    ]  # fmt: skip
