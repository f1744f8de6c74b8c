"""An open source follows edits as if it had been read anew."""

from __future__ import annotations

import pytest

from briefing.operations import annotations, commitments, sources, triage
from briefing.prose import Prose
from briefing.store import BookStore
from briefing.things import Annotation, CandidateState, Commitment, Passage, Source
from ui.reader.opened import OpenSource


@pytest.fixture
def book(fresh_book):
    with BookStore.open(fresh_book) as store:
        yield store


def same(one: OpenSource, other: OpenSource) -> bool:
    marks = [{p: m for p, m in source.marks_of.items() if m} for source in (one, other)]
    return (
        one == other
        and one.order == other.order
        and one.number_of == other.number_of
        and marks[0] == marks[1]
    )


def warm(source: OpenSource) -> OpenSource:
    """With everything worked out that an edit could make wrong."""
    assert source.order is not None
    assert source.marks_of is not None
    assert source.number_of is not None
    assert source.excluded is not None
    return source


def edits(store: BookStore, source: OpenSource):
    """One of each kind, made one after the other."""
    order = source.order
    yield triage.accept(store, [order[0].uid])
    yield triage.accept(store, [c.uid for c in order[1:4]])
    yield triage.reject(store, [order[5].uid])
    yield triage.trim(store, order[6], order[6].anchors[0].start, order[6].anchors[0].end - 4)
    yield triage.split(store, order[7], order[7].anchors[0].start + 12)
    yield triage.join(store, order[8], order[9])
    anchor = order[0].anchors[0]
    yield annotations.annotate(Prose.plain("Ask"), anchor=anchor)
    made = store.where(Commitment, anchors__source=source.source.uid)[0]
    yield annotations.annotate(Prose.plain("Ask"), commitment=made.uid)
    yield annotations.change_annotation(store.all(Annotation)[0], body=Prose.plain("Do not ask"))
    yield annotations.remove_annotation(store.all(Annotation)[0])
    yield commitments.change_commitment(made, anchors=made.anchors[:1])
    passage = next(p for p in source.passages if not source.marks_of.get(p.uid))
    yield sources.exclude(store, [passage])
    yield sources.restore(store, [passage])
    yield sources.repair(passage, "and more")
    yield sources.change_source(store.get(Source, source.source.uid), title="Another title")
    yield commitments.remove_commitment(store, store.get(Commitment, made.uid))


def test_after_any_edit_it_is_what_the_book_holds(book):
    uid = book.all(Source)[0].uid
    source = warm(OpenSource.read(book, uid))

    for edit in edits(book, source):
        book.apply(edit)
        source = source.after(edit)
        assert same(warm(source), OpenSource.read(book, uid)), edit.name


def test_undoing_leads_back_through_every_state(book):
    uid = book.all(Source)[0].uid
    source = first = warm(OpenSource.read(book, uid))
    made = 0
    for edit in edits(book, first):
        book.apply(edit)
        source = source.after(edit)
        made += 1

    for _ in range(made):
        source = warm(source).after(book.undo())
        assert same(warm(source), OpenSource.read(book, uid))

    assert same(source, first)


def test_an_edit_elsewhere_changes_nothing(book):
    one, other = (source.uid for source in book.all(Source))
    source = OpenSource.read(book, one)
    elsewhere = next(p for p in book.where(Passage, source=other))

    assert source.after(sources.repair(elsewhere, "more")) is source


def test_candidates_in_a_passage_that_is_left_out_are_not_walked_through(book):
    uid = book.all(Source)[0].uid
    source = warm(OpenSource.read(book, uid))
    first = source.order[0]
    passage = book.get(Passage, first.anchors[0].passage)

    source = source.after(sources.exclude(book, [passage]))

    assert all(c.anchors[0].passage != passage.uid for c in source.order)
    assert source.candidates[first.uid].state is CandidateState.PROPOSED
