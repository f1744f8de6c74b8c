"""Original bytes: kept once, named by their hash, swept when nothing names them."""

from __future__ import annotations

import hashlib

import pytest

from briefing.edits import Add, Edit, EditName
from briefing.store import BookStore
from briefing.things import Source

DATA = bytes(range(256)) * 4000


def importing(digest: str) -> Edit:
    source = Source(
        uid="d1",
        title="Roadmap",
        file_name="r.txt",
        media_type="text/plain",
        original=digest,
        size=len(DATA),
        text="",
    )
    return Edit(EditName.IMPORT_SOURCE, (Add(source),), "Roadmap")


def reopened(store: BookStore) -> BookStore:
    store.close()
    return BookStore.open(store.path)


def test_bytes_come_back_as_they_were(store: BookStore) -> None:
    digest = store.keep(DATA)

    assert digest == hashlib.sha256(DATA).hexdigest()
    assert store.original(digest) == DATA


def test_bytes_are_kept_once(store: BookStore) -> None:
    assert store.keep(DATA) == store.keep(DATA)
    assert store._conn.execute("SELECT count(*), sum(size) FROM original").fetchone() == (
        1,
        len(DATA),
    )


def test_bytes_that_are_not_there_are_a_key_error(store: BookStore) -> None:
    with pytest.raises(KeyError):
        store.original("0" * 64)


def test_bytes_that_nothing_names_are_gone_after_closing_and_so_is_their_room(
    store: BookStore,
) -> None:
    empty = store.path.stat().st_size
    digest = store.keep(DATA)
    assert store.original(digest) == DATA

    with reopened(store) as again, pytest.raises(KeyError):
        again.original(digest)
    assert store.path.stat().st_size < empty + len(DATA) / 10


def test_bytes_stay_while_a_source_names_them(store: BookStore) -> None:
    digest = store.keep(DATA)
    store.apply(importing(digest))

    with reopened(store) as again:
        assert again.original(digest) == DATA


def test_bytes_stay_while_an_edit_that_can_come_back_names_them(store: BookStore) -> None:
    digest = store.keep(DATA)
    store.apply(importing(digest))
    store.undo()

    with reopened(store) as again:
        assert again.original(digest) == DATA
        assert again.redo() == importing(digest)
        again.undo()
        again.apply(Edit(EditName.CHANGE_BOOK, ()))
        store = again

    with reopened(store) as last, pytest.raises(KeyError):
        last.original(digest)
