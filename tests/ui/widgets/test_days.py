"""Days as people type them."""

from __future__ import annotations

import pytest

from briefing.things import NO_DEADLINE, Deadline, DeadlineKind
from ui.speech import Speech
from ui.widgets.days import read_day, read_deadline, read_full_day, read_moment, shown_day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2027", "2027"),
        ("2027-3", "2027-03"),
        ("14 March 2027", "2027-03-14"),
        ("March 14, 2027", "2027-03-14"),
        ("14.3.2027", "2027-03-14"),
        ("3/14/2027", "2027-03-14"),
        ("14 mars 2027", "2027-03-14"),
        ("1er juin 2027", "2027-06-01"),
        ("févr. 2027", "2027-02"),
        ("2027年3月14日", "2027-03-14"),
        ("31 February 2027", None),
        ("juin juillet 2027", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_written(words, day):
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("14 March 2027, 09:30", "2027-03-14T09:30"),
        ("2027-03-14T09:30", "2027-03-14T09:30"),
        ("14 mars 2027 à 9h30", "2027-03-14T09:30"),
        ("2027年3月14日9时30分", "2027-03-14T09:30"),
        ("14 March 2027 3pm", "2027-03-14T15:00"),
        ("11:45", "2027-01-01T11:45"),
        ("14 March 2027", "2027-03-14"),
        ("14 March 2027, 25:00", None),
        ("March 2027", None),
    ],
)
def test_a_moment_is_read_and_a_bare_time_belongs_to_the_day_before_it(words, moment):
    assert read_moment(words, "2027-01-01T09:00") == moment


def test_half_a_day_is_no_day():
    assert read_full_day("March 2027") is None


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("2030", DeadlineKind.DATE, "2030"),
        ("March 2027 to June 2027", DeadlineKind.RANGE, "2027-03/2027-06"),
        ("de mars 2027 à juin 2027", DeadlineKind.RANGE, "2027-03/2027-06"),
        ("by the end of 2030", DeadlineKind.DATE, "2030"),
        ("d’ici la fin de 2030", DeadlineKind.DATE, "2030"),
        ("2030年底前", DeadlineKind.DATE, "2030"),
        ("end of 2021", DeadlineKind.DATE, "2021"),
        ("the end of 2021", DeadlineKind.DATE, "2021"),
        ("fin 2021", DeadlineKind.DATE, "2021"),
        ("fin juin 2031", DeadlineKind.DATE, "2031-06"),
        ("2021年底", DeadlineKind.DATE, "2021"),
        ("within five years", DeadlineKind.DURATION, "within five years"),
        ("as soon as possible", DeadlineKind.VAGUE, "as soon as possible"),
    ],
)
def test_a_deadline_is_read_and_the_words_typed_are_not_those_of_a_source(words, kind, value):
    assert read_deadline(words) == Deadline(kind=kind, value=value, text="")


@pytest.mark.parametrize("words", ["nonsense day", "31/02/2021", "31 February 2021"])
def test_what_speaks_of_no_time_is_not_read_as_a_deadline(words):
    assert read_deadline(words) is None


def test_nothing_is_no_deadline():
    assert read_deadline("  ") == NO_DEADLINE


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
@pytest.mark.parametrize("value", ["2027-08-14", "2027-08-14T09:30"])
def test_what_is_shown_can_be_read_again(lang, value):
    assert read_moment(shown_day(value, Speech.of(lang))) == value
