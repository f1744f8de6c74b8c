"""Days as people type them."""

from __future__ import annotations

import pytest

from briefing.things import NO_DEADLINE, DeadlineKind
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
        ("as soon as possible", DeadlineKind.VAGUE, "as soon as possible"),
    ],
)
def test_a_deadline_keeps_the_words_as_written(words, kind, value):
    read = read_deadline(words)

    assert (read.kind, read.value, read.text) == (kind, value, words)


def test_nothing_is_no_deadline():
    assert read_deadline("  ") == NO_DEADLINE


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
@pytest.mark.parametrize("value", ["2027-08-14", "2027-08-14T09:30"])
def test_what_is_shown_can_be_read_again(lang, value):
    assert read_moment(shown_day(value, Speech.of(lang))) == value
