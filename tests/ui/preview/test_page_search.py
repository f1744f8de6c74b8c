"""Words in the text of a page."""

from __future__ import annotations

from ui.preview.page_search import END, next_place
from ui.widgets.pdf import PageText


def page(text):
    return PageText(text, ((0.0, 0.0, 1.0, 1.0),) * len(text))


def found(text, words, at=0, step=1):
    place = next_place(page(text), words, at, step)
    return text[place[0] : place[1]] if place else None


def test_words_are_found_over_the_end_of_a_line():
    assert found("exchange customs\r\ndata", "Customs data") == "customs\r\ndata"


def test_a_word_that_is_divided_is_found_whole():
    assert found("the commit\x02\r\nments made", "commitments") == "commit\x02\r\nments"


def test_the_next_place_is_behind_the_last_one_and_the_previous_before_it():
    text = "ferry, Ferry, ferry"

    assert next_place(page(text), "ferry", 1, 1) == (7, 12)
    assert next_place(page(text), "ferry", 7, -1) == (0, 5)
    assert next_place(page(text), "ferry", END, -1) == (14, 19)


def test_nothing_is_found_where_nothing_is():
    assert found("", "ferry") is None
    assert found("ferry", " ") is None
