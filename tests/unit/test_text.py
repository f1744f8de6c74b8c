"""What is done to text alike wherever it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import fingerprint, fold, has_han, search_text, word_count, words_at

ANY_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("aeœŒﬁ½é\U0002ebe1\u0301\u00ad\u200d.-‑'’ 气氣U2０Ａ😀"),
    )
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence", "defense"),
        ("defences", "defenses"),
        ("offence", "offense"),
        ("licence", "license"),
        ("practise", "practice"),
        ("labour", "labor"),
        ("neighbouring", "neighboring"),
        ("favourable", "favorable"),
        ("harbours", "harbors"),
        ("organisation", "organization"),
        ("organisations", "organizations"),
        ("recognise", "recognize"),
        ("decarbonising", "decarbonizing"),
        ("analyse", "analyze"),
        ("analysing", "analyzing"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("centre", "center"),
        ("centred", "centered"),
        ("theatre", "theater"),
        ("kilometres", "kilometers"),
        ("dialogue", "dialog"),
        ("catalogues", "catalogs"),
        ("travelled", "traveled"),
        ("labelling", "labeling"),
        ("counsellor", "counselor"),
        ("enrol", "enroll"),
        ("fulfilment", "fulfillment"),
        ("judgement", "judgment"),
        ("greyish", "grayish"),
        ("aluminium", "aluminum"),
        ("cooperation", "co-operation"),
        ("coordinated", "co‑ordinated"),
        ("US", "U.S."),
        ("UN", "U.N"),
    ],
)
def test_british_and_american_forms_are_searched_for_as_one(one: str, other: str) -> None:
    assert search_text(one) == search_text(other)
    assert search_text(one.upper()) == search_text(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("four", "for"),
        ("hour", "hor"),
        ("size", "sise"),
        ("price", "prise"),
        ("advice", "advise"),
        ("central", "center"),
        ("called", "caled"),
        ("metal", "meter"),
        ("hospitalier", "hospitaliser"),
        ("offer", "offre"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert search_text(one) != search_text(other)


@pytest.mark.parametrize(
    "word",
    [
        "labour",
        "organisation",
        "defence",
        "programme",
        "travelled",
        "favourite",
        "analysing",
        "licence",
    ],
)
def test_the_beginning_of_a_word_is_the_beginning_of_both_its_forms(word: str) -> None:
    whole = search_text(word)
    for length in range(3, len(word)):
        start = search_text(word[:length])
        assert whole.startswith(start) or (word, length) == ("programme", 8), word[:length]


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("L’économie de l’Œuvre", "l economie de l oeuvre"),
        ("ÉCOLE e\u0301cole", "ecole ecole"),
        ("Łódź, København, ısı, straße", "lodz kobenhavn isi strasse"),
        ("Ελλάδα", "ελλαδα"),
        ("ﬁnancial ﬂow", "financial flow"),
        ("ＡＩ　２０３０", "ai 2030"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("氣候變化", "气 候 变 化"),
        ("中美AI对话2030年", "中 美 ai 对 话 2030 年"),
        ("COVID-19, 1.5 %", "covid 19 1 5"),
        ("snake_case", "snake case"),
        ("\x00\x0c…—«»", ""),
    ],
)
def test_text_is_indexed_as_folded_words(text: str, searched: str) -> None:
    assert search_text(text) == searched


@given(ANY_TEXT)
def test_searched_words_are_letters_and_digits_between_single_blanks(text: str) -> None:
    searched = search_text(text)

    words = searched.split(" ") if searched else []
    assert all(word.isalnum() or has_han(word) for word in words)
    assert [word for word, _, _ in words_at(text)] == searched.split()


@given(ANY_TEXT)
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    for word, start, end in words_at(text):
        assert word in search_text(text[start:end]).split()


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Climate  Change\n", "climate change"),
        ("“Ça”", '"ca"'),
        ("l’État", "L'ETAT"),
        ("臺灣", "台湾"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_folded_texts_compare_as_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_fingerprint_sees_letters_and_digits_alone() -> None:
    assert fingerprint("They agreed: by 2030.") == fingerprint("they  agreed — BY 2030")
    assert fingerprint("They agreed by 2030") != fingerprint("They agreed by 2031")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("— , …", 0),
        ("Don't re-elect Canada's U.S. team.", 5),
        ("l’économie de 1,5 %", 3),
        ("气候变化，AI 2030", 6),
        ("one\ttwo\nthree", 3),
    ],
)
def test_words_are_counted_as_an_adviser_counts_them(text: str, words: int) -> None:
    assert word_count(text) == words
