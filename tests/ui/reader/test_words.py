"""Where words begin and end, why something is proposed, and what is nearly the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.operations import commitments
from briefing.store import BookStore
from briefing.things import Candidate, Commitment
from ui.reader.alike import Wordings, compared
from ui.reader.reasons import confidence_in_words, reasons_in_words
from ui.reader.words import word_end, word_start
from ui.speech import Speech

SENTENCE = "They agreed (in 2021) to “act”, now."


def test_the_ends_of_words_leave_punctuation_out():
    assert SENTENCE[: word_end(SENTENCE, len(SENTENCE), -1)].endswith("now")
    end = word_end(SENTENCE, SENTENCE.index("now") + 3, -1)
    assert SENTENCE[:end].endswith("“act")
    assert word_end(SENTENCE, end, 1) == SENTENCE.index("now") + 3
    assert word_start(SENTENCE, 0, 1) == SENTENCE.index("agreed")
    assert word_start(SENTENCE, SENTENCE.index("agreed"), -1) == 0


def test_each_han_character_is_a_word():
    assert word_end("同意加强合作", 6, -1) == 5
    assert word_start("同意加强合作", 0, 1) == 1


@given(st.text(alphabet="ab 国.é🙂", max_size=20), st.data())
def test_moving_an_end_never_leaves_the_text(text, data):
    at = data.draw(st.integers(0, len(text)))

    for move in (word_start, word_end):
        assert 0 <= move(text, at, -1) <= at
        assert at <= move(text, at, 1) <= len(text)


def test_every_reason_of_the_sample_has_words(sample_file, tmp_path):
    copy = tmp_path / "copy.briefing"
    copy.write_bytes(sample_file.read_bytes())
    with BookStore.open(copy) as store:
        for candidate in store.all(Candidate):
            said = reasons_in_words(candidate, str)
            assert len(said) == len(candidate.reasons)
            assert not any("{" in words for words in said)


@pytest.mark.parametrize(
    ("number", "word"), [(0.99, "Very sure"), (0.8, "Fairly sure"), (0.4, "Doubtful")]
)
def test_confidence_is_said_in_words(number, word):
    assert confidence_in_words(number, Speech.of("en")).startswith(word)


def test_a_number_is_written_as_the_language_does():
    assert confidence_in_words(0.92, Speech.of("en")).endswith("(0.92)")
    assert confidence_in_words(0.92, Speech.of("fr")).endswith("(0,92)")


def test_what_differs_is_marked_in_a_comparison():
    marked = compared("They agreed to open a fund", "They agreed to close <two> funds")

    assert marked == "They agreed to <b><u>close &lt;two&gt; funds</u></b>"


@pytest.fixture
def book(sample_book):
    with BookStore.open(sample_book) as store:
        yield store


def test_a_commitment_in_nearly_the_same_words_is_found(book):
    wordings = Wordings(book)
    one = book.all(Commitment)[0]

    assert wordings.nearest(one.action + " soon").uid == one.uid
    assert wordings.nearest(one.action, but=one.uid) is None
    assert wordings.nearest("Something else altogether") is None


def test_wordings_keep_up_with_the_book(book):
    wordings = Wordings(book)
    one = book.all(Commitment)[0]
    wordings.nearest("anything")
    edit = commitments.change_commitment(one, action="Open an observatory of whales by 2031")
    book.apply(edit)
    wordings.take(edit)

    assert wordings.nearest("Open an observatory of whales by 2031").uid == one.uid
    assert wordings.nearest(one.action) is None
