"""What is said about time, in three languages, typed."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.candidates.deadlines import find_deadline
from briefing.interchange import deadline_value
from briefing.things import NO_DEADLINE, DeadlineKind

ISSUED = date(2021, 2, 23)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("achieve it by 2050", "2050"),
        ("achieve it no later than 2050", "2050"),
        ("by the end of 2027", "2027"),
        ("start in January 2023", "2023-01"),
        ("by 5 February 2023", "2023-02-05"),
        ("by February 5, 2023", "2023-02-05"),
        ("before the end of June 2023", "2023-06"),
        ("in the summer of 2023", "2023-06/2023-08"),
        ("in the first half of 2024", "2024-01/2024-06"),
        ("by the third quarter of 2022", "2022-07/2022-09"),
        ("between 2021 and 2025", "2021/2025"),
        ("for the period 2023-25", "2023/2025"),
        ("by the end of the year", "2021"),
        ("before the end of next year", "2022"),
        ("by the end of the decade", "2030"),
        ("by mid-century", "2050"),
        ("within six months", "duration:P6M"),
        ("over the next five years", "duration:P5Y"),
        ("within 90 days", "duration:P90D"),
        ("meet annually", "recurring:yearly"),
        ("report every two years", "recurring:P2Y"),
        ("hold an annual dialogue", "recurring:yearly"),
        ("at the next summit", "event:next summit"),
        ("before COP30", "event:COP30"),
        ("in advance of the Leaders' Climate Summit", "event:Leaders' Climate Summit"),
        ("act as soon as possible", "vague"),
    ],
)
def test_english_words_about_time_are_typed(words: str, value: str):
    found = find_deadline(words, "en", ISSUED)

    assert deadline_value(found) == value
    assert found.text in words


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("d'ici 2030", "2030"),
        ("d'ici à la fin de 2027", "2027"),
        ("avant le 1er juillet 2023", "2023-07-01"),
        ("au plus tard en mars 2024", "2024-03"),
        ("à l'été 2023", "2023-06/2023-08"),
        ("au premier semestre 2024", "2024-01/2024-06"),
        ("entre 2023 et 2026", "2023/2026"),
        ("d'ici la fin de l'année", "2021"),
        ("d'ici la fin de la décennie", "2030"),
        ("dans les six mois", "duration:P6M"),
        ("au cours des cinq prochaines années", "duration:P5Y"),
        ("se réunir chaque année", "recurring:yearly"),
        ("tous les deux ans", "recurring:P2Y"),
        ("lors du prochain sommet", "event:prochain sommet"),
        ("dans les meilleurs délais", "vague"),
    ],
)
def test_french_words_about_time_are_typed(words: str, value: str):
    assert deadline_value(find_deadline(words, "fr", ISSUED)) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("到 2030 年实现目标", "2030"),
        ("在2050年之前实现净零排放", "2050"),
        ("於2023年舉行會議", "2023"),
        ("2023年2月5日前提交", "2023-02-05"),
        ("于2023年9月会面", "2023-09"),
        ("在2024年底前完成", "2024"),
        ("2021至2025年", "2021/2025"),
        ("2023年上半年", "2023-01/2023-06"),
        ("在今年年底前", "2021"),
        ("在六个月内召开", "duration:P6M"),
        ("未来三年共同资助", "duration:P3Y"),
        ("每年公布报告", "recurring:yearly"),
        ("每两年举行一次", "recurring:P2Y"),
        ("在下届峰会上提交", "event:下届峰会"),
        ("在峰会召开之前准备好", "event:峰会"),
        ("本世纪中叶之前", "2050"),
        ("尽快提供", "vague"),
    ],
)
def test_chinese_words_about_time_are_typed(words: str, value: str):
    assert deadline_value(find_deadline(words, "zh", ISSUED)) == value


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("in line with the 2014 Wales Summit Pledge", "en"),
        ("consistent with the 2030 Agenda", "en"),
        ("reduce emissions below 2005 levels", "en"),
        ("as agreed in 2015", "en"),
        ("conformément à l'accord de 2016", "fr"),
        ("根据《2014年威尔士首脑会议承诺》", "zh"),
    ],
)
def test_a_year_that_names_a_thing_or_is_past_is_no_deadline(words: str, lang: str):
    assert find_deadline(words, lang, ISSUED) == NO_DEADLINE


def test_a_date_says_more_than_an_event_or_soon():
    found = find_deadline("as soon as possible, and by 2025, before the next summit", "en", ISSUED)

    assert (found.kind, found.value) == (DeadlineKind.DATE, "2025")


def test_this_year_means_nothing_where_the_date_of_the_source_is_unknown():
    assert find_deadline("by the end of the year", "en") == NO_DEADLINE
    assert find_deadline("by 30 February 2023", "en").value in {"", "2023"}
