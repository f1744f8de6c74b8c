from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefing.sample import make_sample
from briefing.store import BookStore
from briefing.things import Commitment, Note, Passage, Repair


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.briefing"
    make_sample(path).close()
    return path


@pytest.fixture
def store(sample: Path, tmp_path: Path):
    with BookStore.open(Path(shutil.copy(sample, tmp_path / "book.briefing"))) as store:
        yield store


def test_passages_are_cited_by_the_numbers_of_the_whole_book(store: BookStore) -> None:
    uids = [passage.uid for passage in store.all(Passage)]

    assert store.passage_numbers(uids) == store.whole().number_of


def test_the_ledger_is_numbered_without_reading_the_commitments(store: BookStore) -> None:
    listed = [(c.uid, c.topics[0] if c.topics else None) for c in store.all(Commitment)]

    assert store.listed_under() == listed


def test_any_number_of_things_is_one_question(store: BookStore) -> None:
    notes, commitments = store.all(Note), store.all(Commitment)
    passages = {anchor.passage for c in commitments for anchor in c.anchors}
    topics = {c.topics[0] for c in commitments if c.topics}

    assert store.among(Note, "uid", [note.uid for note in notes[1:]]) == notes[1:]
    assert store.among(Note, "uid", []) == []
    assert store.among(Commitment, "anchors__passage", passages) == commitments
    assert store.among(Commitment, "topics", topics) == [c for c in commitments if c.topics]
    assert store.among(Repair, "passage", passages) == [
        r for r in store.all(Repair) if r.passage in passages
    ]


def test_one_field_of_every_thing_is_read_without_the_things(store: BookStore) -> None:
    assert store.values(Commitment, "action") == {c.uid: c.action for c in store.all(Commitment)}
    assert store.values(Commitment, "kind") == {c.uid: c.kind for c in store.all(Commitment)}
