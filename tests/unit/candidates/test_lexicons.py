"""Lexicons are data that an adviser can extend, and that are refused when they are broken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.candidates import find
from briefing.candidates.lexicon import lexicon
from briefing.candidates.phrases import PhraseError, first_words, phrase_source
from briefing.errors import TemplateBroken
from briefing.things import Firmness
from tests.unit.candidates.short_sources import a_source

LISTS = {
    "adverbs": frozenset({"also"}),
    "adverb_endings": frozenset({"ly"}),
    "infinitive_marks": frozenset({"to"}),
    "sets.owners": frozenset({"our", "their"}),
}


def matches(phrase: str, text: str) -> bool:
    return re.compile(phrase_source(phrase, LISTS)).match(text) is not None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("agreed to", "agreed to act"),
        ("agreed to", "agreed also firmly to act"),
        ("agree/agreed to", "agree to act"),
        ("commit <owners>? to", "commit our to"),
        ("commit <owners>? to", "commit to"),
        ("work <words3> to", "work with our partners to"),
        ("commit to", "commit, with our partners, to"),
    ],
)
def test_a_phrase_matches_its_wordings(phrase: str, text: str):
    assert matches(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("agreed to", "agreed together"), ("work <words1> to", "work on a b to"), ("will", "willing")],
)
def test_a_phrase_matches_nothing_else(phrase: str, text: str):
    assert not matches(phrase, text)


@pytest.mark.parametrize("phrase", ["", "agreed <nowhere>", "agreed to?", "agreed <words3>"])
def test_a_phrase_that_breaks_the_rules_is_refused(phrase: str):
    with pytest.raises((PhraseError, ValueError)):
        phrase_source(phrase, LISTS)


def test_a_phrase_may_not_begin_with_what_may_be_missing():
    with pytest.raises(PhraseError):
        first_words("<owners>? agreed", LISTS)


@pytest.mark.parametrize("lang", ["en", "fr", "zh"])
def test_every_wording_of_the_shipped_lexicons_compiles(lang: str):
    rules = lexicon(lang)

    phrases = [phrase for found in rules.phrases.values() for phrase in found]

    assert all(phrase.pattern for phrase in phrases)
    assert {f for p in phrases if (f := p.rule.firmness)} >= set(Firmness) - {Firmness.ONGOING}


def test_an_adviser_can_teach_a_verb_and_a_state(tmp_path: Path):
    verbs, states = tmp_path / "verbs.toml", tmp_path / "states.toml"
    verbs.write_text(
        'lang = "en"\n[[triggers]]\nfirmness = "agreed"\n'
        'words = ["covenanted to"]\ntakes = ["base"]\n'
    )
    states.write_text(
        '[[states]]\ncode = "QV"\nen = ["Velmark"]\nfr = []\nzh = []\ntitles = ["president"]\n'
        '[[states]]\ncode = "QO"\nen = ["Ostrava"]\nfr = []\nzh = []\ntitles = ["premier"]\n'
    )
    source, passages = a_source(
        "The two leaders covenanted to dredge the river.", title="Velmark-Ostrava Joint Statement"
    )

    assert find(source, passages).candidates == ()
    finds = find(source, passages, extra=(verbs, states))

    (candidate,) = finds.candidates
    codes = {party.uid: party.code for party in finds.parties}
    assert candidate.firmness is Firmness.AGREED
    assert [codes[uid] for uid in candidate.promisors] == ["QV", "QO"]


@pytest.mark.parametrize(
    "text",
    [
        "lang = ",
        'lang = "en"\nadverbs = "not a list" \nadverbs2 = 1\n[[triggers]]\nwords = ["x"]\n',
        'lang = "en"\n[[triggers]]\nfirmness = "promised"\nwords = ["x"]\n',
        'lang = "en"\n[[triggers]]\nfirmness = "will"\nwords = ["x <nowhere> y"]\n',
        'lang = "en"\ntriggers = 3\n',
        'lang = "en"\n[[deadlines.patterns]]\nkind = "date"\npattern = "("\n',
        'lang = "en"\n[[deadlines.patterns]]\nkind = "date"\npattern = "{nowhere}"\n',
    ],
)
def test_a_broken_lexicon_is_refused_with_its_path(tmp_path: Path, text: str):
    path = tmp_path / "own.toml"
    path.write_text(text)
    source, passages = a_source("We will act by 2030.")

    with pytest.raises(TemplateBroken):
        find(source, passages, extra=(path,))


def test_a_lexicon_that_is_missing_or_no_text_is_refused(tmp_path: Path):
    source, passages = a_source("We will act.")
    binary = tmp_path / "own.toml"
    binary.write_bytes(b"\xff\xfe\x00")

    for path in (tmp_path / "nothing.toml", binary):
        with pytest.raises(TemplateBroken) as refused:
            find(source, passages, extra=(path,))
        assert refused.value.path == path
