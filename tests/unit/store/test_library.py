"""The sources as the library lists them."""

from __future__ import annotations

import pytest

from briefing.operations import annotations
from briefing.prose import Prose
from briefing.sample import make_sample
from briefing.things import Candidate, Cut, Exclusion, Pair, Passage, Repair, Source


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with make_sample(tmp_path_factory.mktemp("library") / "b.briefing") as store:
        yield store


def test_a_line_says_what_its_source_says(store):
    lines = {line.uid: line for line in store.source_lines()}

    for source in store.all(Source):
        line = lines[source.uid]
        for name in ("title", "issuer", "issued", "instrument", "langs", "copy_of", "marking"):
            assert getattr(line, name) == getattr(source, name), name


def test_a_language_version_belongs_to_the_release_of_the_first(store):
    first, second = store.source_lines()

    assert first.release == second.release == first.uid


def test_what_is_counted_is_what_there_is(store):
    excluded = {exclusion.passage for exclusion in store.all(Exclusion)}
    mended = {repair.passage for repair in store.all(Repair)}

    for line in store.source_lines():
        cuts = [
            p for p in store.where(Passage, source=line.uid)
            if p.cut is not Cut.NO and p.uid not in excluded | mended
        ]  # fmt: skip
        assert line.cuts == len(cuts)
        assert line.candidates == 0
        assert line.commitments > 0


def test_counts_follow_edits(store):
    first = store.source_lines()[0]
    candidate = store.where(Candidate, source=first.uid)[0]
    before = first.annotations
    edit = annotations.annotate(Prose.plain("Ask."), anchor=candidate.anchors[0])
    store.apply(edit)

    assert store.source_lines()[0].annotations == before + 1
    store.undo()
    assert store.source_lines()[0].annotations == before


def test_the_pairs_of_a_source_are_all_those_its_passages_stand_in(store):
    first = store.all(Source)[0]
    uids = {passage.uid for passage in store.where(Passage, source=first.uid)}
    expected = [p for p in store.all(Pair) if uids & {*p.left, *p.right}]

    assert store.pairs_of([first.uid]) == expected
    assert expected
