from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from exports.layout.atoms import Setter
from exports.layout.lines import SetLine, set_lines
from exports.layout.pages import Node
from exports.layout.script import tokens
from exports.layout.shaping import Shaper
from exports.layout.styles import StyleSheet
from exports.tree import Form, Text

CLOSING = "，。、；：！？）》」』】”’"
OPENING = "（《「『【“‘"
SHAPER = Shaper()
BODY = StyleSheet.of(Form()).body
HAN = st.sampled_from("双方同意到年将减少排放量")
CLUSTER = st.tuples(
    st.sampled_from(["", *OPENING]),
    st.one_of(HAN, st.just("aB2")),
    st.sampled_from(["", *CLOSING]),
).map("".join)
CHINESE = st.lists(CLUSTER, max_size=60).map("".join)


def lines_of(text: str, width: float, lang: str = "en") -> list[SetLine]:
    atoms = Setter(SHAPER, "p").atoms((Text(text=text),), BODY, Node("P"), lang)
    return set_lines(atoms, BODY, width, SHAPER, fill=lang == "zh")


def words_of(line: SetLine) -> str:
    pieces = [p for a in line.atoms for p in (*a.pieces, a.space) if p]
    said = (text for piece in pieces for shape in piece.shapes for text in shape.texts)
    return "".join(said).replace("\u00ad", "")


@given(CHINESE)
@settings(deadline=None)
def test_no_line_begins_with_closing_or_ends_with_opening_punctuation(text: str) -> None:
    lines = [words_of(line).strip() for line in lines_of(text, 120, "zh")]

    for before, after in pairwise(lines):
        assert after[0] not in CLOSING
        assert before[-1] not in OPENING


@given(st.text(max_size=200), st.sampled_from(["en", "fr", "zh"]))
@settings(deadline=None)
def test_no_character_is_lost_whatever_the_text(text: str, lang: str) -> None:
    shown = "".join(words_of(line) for line in lines_of(text, 90, lang))

    def plain(words: str) -> str:
        return "".join(words.replace("\u202f", " ").replace("\u00a0", " ").split(" "))

    assert plain(shown) == plain(text.translate({9: " ", 10: " ", 0xAD: ""}))


@given(st.lists(st.sampled_from(["Tab", "1", "–", "—", "the", "“so”", "said"]), min_size=1))
@settings(deadline=None)
def test_every_space_between_words_is_kept_for_who_reads_aloud(words: list[str]) -> None:
    text = " ".join(words)

    assert "".join(words_of(line) for line in lines_of(text, 90)) == text


def test_no_line_begins_with_a_dash_between_words() -> None:
    for width in range(60, 200, 7):
        for line in lines_of("one two – three four – five – six seven", width):
            assert not words_of(line).startswith("–")


@given(st.text(alphabet="abcdefgh -/中文，。", max_size=300), st.floats(30, 400))
@example("/abh，", 30.0)
@settings(deadline=None)
def test_no_line_is_wider_than_its_measure(text: str, width: float) -> None:
    for line in lines_of(text, width):
        assert line.width <= width + 0.02


def test_a_word_longer_than_the_line_is_divided_and_kept() -> None:
    lines = lines_of("x" * 5000, 200)

    assert len(lines) > 10
    assert "".join(words_of(line) for line in lines) == "x" * 5000


def test_the_last_word_is_not_divided_for_nothing() -> None:
    for width in range(50, 110, 3):
        assert words_of(lines_of("through agencies", width)[-1]).endswith("agencies")


def test_french_punctuation_stays_with_its_word() -> None:
    found = [token.text for token in tokens("Vraiment ? « Oui » : non.", "fr")]

    assert found == ["Vraiment\u202f?", "«\u202fOui\u202f»\u202f:", "non."]


def test_quotation_marks_stay_with_the_chinese_words_that_they_quote() -> None:
    quoted = {"en": "para. 2, “抗击疫情”, ", "fr": "par. 2, « 抗击疫情 », "}
    for lang, words in quoted.items():
        for width in range(60, 160, 3):
            said = [words_of(line).strip() for line in lines_of(words * 4, width, lang)]
            assert not [line for line in said if line[-1] in "“«"]
            assert not [line for line in said if line[0] in "”»"]


def test_quotation_marks_among_han_characters_take_the_chinese_face() -> None:
    (line,) = lines_of("他说“好”。", 400, "zh")

    faces = {shape.face for atom in line.atoms for piece in atom.pieces for shape in piece.shapes}
    assert faces == {"han"}


def test_chinese_lines_fill_their_measure() -> None:
    *full, _last = lines_of("两国领导人同意到年将渡轮的排放量减少百分之六十，" * 6, 200, "zh")

    assert full
    for line in full:
        assert line.width + line.spread >= 199.9 or 200 - line.width > 12


def test_a_character_that_no_face_has_is_shown_by_a_sign_and_kept_in_the_text() -> None:
    (line,) = lines_of("a 🦀 b", 400)

    assert words_of(line) == "a 🦀 b"
    glyphs = [g for a in line.atoms for p in a.pieces for s in p.shapes for g in s.glyphs]
    assert 0 not in glyphs
