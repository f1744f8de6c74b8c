"""Words as they are shaped, and divided where they do not fit."""

from __future__ import annotations

import pytest

from exports.layout.atoms import Atom, Setter
from exports.layout.hyphens import divisions
from exports.layout.lines import SetLine, balanced, draw_line, set_lines
from exports.layout.pages import Line, Node, Page
from exports.layout.script import apart, french_spaces, tokens
from exports.layout.shaping import Shaper, end_trimmed
from exports.layout.slabs import Column, Slab
from exports.layout.styles import StyleSheet
from exports.tree import Form, Text

SHAPER = Shaper()
SHEET = StyleSheet.of(Form())


def atoms(text: str, lang: str = "en") -> list[Atom]:
    return Setter(SHAPER, "p").atoms((Text(text=text),), SHEET.body, Node("P"), lang)


def lines_of(text: str, width: float, lang: str = "en") -> list[SetLine]:
    return set_lines(atoms(text, lang), SHEET.body, width, SHAPER)


def shown(line: SetLine) -> str:
    pieces = [p for a in line.atoms for p in (*a.pieces, a.space) if p]
    return "".join(text for piece in pieces for shape in piece.shapes for text in shape.texts)


def test_statuses_come_from_one_face_whatever_the_words_around_them() -> None:
    faces = {
        SHAPER.shape(name, sign).shapes[0].face for sign in "◌○◎◐●" for name in ("sans", "serif")
    }

    assert faces == {"han"}


def test_small_capitals_keep_the_letters_that_were_written() -> None:
    (plain,) = SHAPER.shape("sans-semibold", "May").shapes
    (small,) = SHAPER.shape("sans-semibold", "May", small_capitals=True).shapes

    assert small.texts == plain.texts == ("M", "a", "y")
    assert small.glyphs != plain.glyphs


def test_a_ligature_says_all_its_letters_once() -> None:
    (shape,) = SHAPER.shape("serif", "office").shapes

    assert "".join(shape.texts) == "office"
    assert len(shape.glyphs) == len(shape.texts) == len(shape.advances)
    assert shape.width == pytest.approx(sum(shape.advances))


def test_characters_that_join_have_no_width_and_are_kept() -> None:
    joined = SHAPER.shape("sans", "a\u200db\ufe0f")

    assert joined.width == pytest.approx(SHAPER.shape("sans", "ab").width)
    assert "".join(text for shape in joined.shapes for text in shape.texts) == "a\u200db\ufe0f"


def test_two_chinese_marks_share_one_blank_half() -> None:
    one = SHAPER.shape("han", "。").width

    assert SHAPER.shape("han", "）。").width == pytest.approx(1.5 * one)
    assert SHAPER.shape("han", "国。").width == pytest.approx(2 * one)
    assert apart("好。", "（") == -0.5


def test_a_chinese_mark_at_the_end_of_a_line_gives_up_its_blank_half() -> None:
    (shape,) = SHAPER.shape("han", "国。").shapes
    (word,) = SHAPER.shape("serif", "word.").shapes

    assert end_trimmed(shape).width == pytest.approx(1500)
    assert end_trimmed(word) is word


def test_scripts_stand_a_little_apart_without_a_space() -> None:
    assert apart("国", "COVAX") == apart("COVAX", "国") == 0.2
    assert apart("国", "家") == apart("。", "COVAX") == apart("国", "(") == 0.0


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("leaders’ meeting", "leaders’ meeting"),
        ("Marenne’s harbour", "Marenne’s harbour"),
        ("见“Clean Energy”，第 2 段", "Clean Energy2"),
        ("note · draft", "note · draft"),
        ("他说：“好。”", ""),
        ("迈克尔·科夫里格", ""),
    ],
)
def test_quotation_marks_in_a_chinese_text_belong_to_the_words_beside_them(
    text: str, latin: str
) -> None:
    found = "".join(t.text + t.space for t in tokens(text, "zh") if not t.han)

    assert found.strip().replace(" ", "") == latin.replace(" ", "")


def test_an_english_text_keeps_its_own_marks_around_a_chinese_name() -> None:
    found = [token.text for token in tokens("the “渡轮” line, 他说“好”吗", "en") if not token.han]

    assert found == ["the", "“", "”", "line,"]


def test_french_numbers_stay_on_one_line() -> None:
    assert french_spaces("12 000 hectares, 60 %") == "12\u202f000 hectares, 60\u202f%"
    assert french_spaces("en 2030 100 navires") == "en 2030\u202f100 navires"


def test_a_long_word_in_a_narrow_column_is_divided_by_its_language() -> None:
    said = [shown(line) for line in lines_of("the international preparedness", 62)]

    assert "".join(said).replace("\u00ad", "") == "the international preparedness"
    for line in said:
        if line.endswith("\u00ad"):
            assert len(line) > 3
    assert any(line.endswith("\u00ad") for line in said)


def test_names_are_divided_only_where_no_line_holds_them() -> None:
    assert "\u00ad" not in "".join(shown(line) for line in lines_of("for Internationals", 86))
    assert "\u00ad" in "".join(shown(line) for line in lines_of("for Internationals", 60))


def test_running_text_is_never_divided() -> None:
    text = "the institutionalisation of counterrevolutionaries and " * 20

    assert not any("\u00ad" in shown(line) for line in lines_of(text, 392))


def test_no_language_is_guessed_for_dividing() -> None:
    assert divisions("gouvernement", "fr")
    assert not divisions("правительство", "en")
    assert not divisions("Regierung", "de")


def test_an_address_is_divided_behind_its_marks() -> None:
    address = "https://gazette.example/2026/roadmaps/strait-partnership/annexes/energy"

    said = [shown(line) for line in lines_of(address, 150)]

    assert "".join(said) == address
    assert len(said) > 1
    for line in said[:-1]:
        assert line[-1] in "/-.="


def test_a_name_without_spaces_is_divided_behind_its_marks() -> None:
    name = "roadmap_of_the_strait_release_final_version_for_ministers.txt"

    said = [shown(line) for line in lines_of(name, 120)]

    assert "".join(said) == name
    for line in said[:-1]:
        assert line[-1] in "_."


def test_a_mark_that_fits_by_its_half_stays_on_the_line() -> None:
    style = SHEET.body
    han = atoms("国" * 9 + "，" + "家" * 5, "zh")

    first, second = set_lines(han, style, 9.5 * style.size, SHAPER, fill=True)

    assert shown(first).endswith("，")
    assert first.width == pytest.approx(9.5 * style.size)
    assert shown(second) == "家" * 5


def test_a_filled_line_ends_at_its_measure_and_spaces_take_most() -> None:
    style = SHEET.body
    measure = 10.4 * style.size
    line = set_lines(atoms("国家 国家" + "国" * 12, "zh"), style, measure, SHAPER, fill=True)[0]
    page = Page(600, 800)

    draw_line(page, line, 0.0, 0.0)

    (placed,) = page.placed
    assert isinstance(placed, Line)
    gaps = dict(zip((s.texts[-1] for s in placed.shapes), placed.gaps, strict=True))
    width = sum(s.width for s in placed.shapes) * placed.size / 1000 + sum(placed.gaps)
    assert width == pytest.approx(measure)
    assert gaps[" "] == pytest.approx(3 * placed.gaps[0])


def test_a_line_counts_the_room_between_scripts() -> None:
    (line,) = lines_of("国COVAX", 400, "zh")

    shaped = SHAPER.shape("han", "国").width + SHAPER.shape("serif", "COVAX").width
    assert line.width == pytest.approx((shaped / 1000 + 0.2) * SHEET.body.size)


def test_of_two_gaps_that_meet_the_larger_counts() -> None:
    column = Column()

    for before, after in ((5, 30), (8, 2), (12, 0)):
        column.add([Slab(10)], before, after)

    assert [slab.gap for slab in column.slabs] == [5, 30, 12]


def test_a_title_is_broken_into_lines_of_about_one_length() -> None:
    words = atoms("Strait Partnership: the second meeting of leaders")

    full = set_lines(words, SHEET.body, 200, SHAPER)
    even = balanced(words, SHEET.body, 200, SHAPER)

    assert len(even) == len(full) == 2
    widths = [line.width for line in even]
    assert max(widths) - min(widths) < abs(full[0].width - full[1].width)
