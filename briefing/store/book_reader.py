"""What can be asked of a book on disk."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from briefing.store import journal, library, numbering, originals, overview, register, search
from briefing.store.failures import readable_errors
from briefing.store.journal import JournalLine
from briefing.store.library import SourceLine
from briefing.store.overview import Done, Overview
from briefing.store.reading import count, having, having_any, having_uid, pieces, read, uids, values
from briefing.store.register import Listing, Row
from briefing.store.register_order import Field, Filter, Order
from briefing.store.search import LIMIT, Hit
from briefing.things import KINDS, Pair, Thing, WholeBook

T = TypeVar("T", bound=Thing)


class BookReader:
    """The questions that an open book answers, each with values."""

    def __init__(self, path: Path, conn: sqlite3.Connection) -> None:
        self.path = path
        self._conn = conn

    def all(self, kind: type[T]) -> list[T]:
        """Every thing of a kind, oldest first."""
        with readable_errors(self.path):
            return read(self._conn, kind)

    def pieces(self, kind: type[T], size: int) -> Iterator[list[T]]:
        """Every thing of a kind, oldest first, some at a time, for who must not be held up."""
        with readable_errors(self.path):
            yield from pieces(self._conn, kind, size)

    def where(self, kind: type[T], **equals: Any) -> list[T]:
        """The things whose fields equal these values, oldest first.

        Of a field with several values, one has to be equal: `where(Commitment, topics=uid)`. Part
        of a value is asked for with two underscores: `where(Commitment, anchors__passage=uid)`.
        """
        with readable_errors(self.path):
            return read(self._conn, kind, having(kind, equals))

    def among(self, kind: type[T], name: str, values: Collection[str]) -> list[T]:
        """The things whose field of that name is one of the values, or holds one; oldest first.

        Names are those of `where`. However many values there are, it is one question.
        """
        # Looked up once, not again for each table of values: not every field has an index.
        found = self.uids_among(kind, name, values)
        with readable_errors(self.path):
            return read(self._conn, kind, having_uid(found)) if found else []

    def uids_among(self, kind: type[Thing], name: str, values: Collection[str]) -> list[str]:
        """The uids of those that `among` would give, for who reads them some at a time."""
        if not values:
            return []
        with readable_errors(self.path):
            return uids(self._conn, kind, having_any(kind, name, values))

    def values(self, kind: type[Thing], name: str) -> dict[str, Any]:
        """One field of every thing of a kind by uid, where the things themselves are too many."""
        with readable_errors(self.path):
            return values(self._conn, kind, name)

    def get(self, kind: type[T], uid: str) -> T:
        """The thing of that kind and uid, or KeyError."""
        found = self.find(kind, uid)
        if found is None:
            raise KeyError(uid)
        return found

    def find(self, kind: type[T], uid: str | None) -> T | None:
        """The thing of that kind and uid, if there is one."""
        if uid is None:
            return None
        with readable_errors(self.path):
            return next(iter(read(self._conn, kind, having_uid([uid]))), None)

    def count(self, kind: type[Thing]) -> int:
        """How many things of a kind there are."""
        with readable_errors(self.path):
            return count(self._conn, kind)

    def passage_numbers(self, passages: Collection[str]) -> dict[str, int]:
        """The numbers by which these passages are cited, as `WholeBook.number_of` has them."""
        with readable_errors(self.path):
            return numbering.passage_numbers(self._conn, passages)

    def listed_under(self) -> list[tuple[str, str | None]]:
        """(commitment, the topic that lists it), oldest first: enough to number the ledger."""
        with readable_errors(self.path):
            return numbering.listed_under(self._conn)

    def source_titles(self) -> dict[str, str]:
        """What each source is called, by its uid."""
        with readable_errors(self.path):
            return numbering.source_titles(self._conn)

    def whole(self) -> WholeBook:
        """The whole book as a value, for work that looks at all of it."""
        return WholeBook.of(thing for kind in KINDS for thing in self.all(kind))

    def search(
        self, words: str, limit: int = LIMIT, kinds: Collection[type[Thing]] | None = None
    ) -> list[Hit]:
        """The things that hold all the words, best first; whatever is typed, it never fails."""
        with readable_errors(self.path):
            return search.search(self._conn, words, limit, kinds)

    def overview(self) -> Overview:
        """Where the commitments stand, and when they fall due."""
        with readable_errors(self.path):
            return overview.overview(self._conn)

    def done_between(self, after: int, upto: int) -> list[Done]:
        """What was done and stands, from after one line of the history up to another."""
        with readable_errors(self.path):
            return overview.done_between(self._conn, after, upto)

    def source_lines(self) -> list[SourceLine]:
        """Every source as the library lists it, with its counts, oldest first."""
        with readable_errors(self.path):
            return library.source_lines(self._conn)

    def pairs_of(self, sources: Collection[str]) -> list[Pair]:
        """The pairs in which passages of these sources stand, oldest first."""
        with readable_errors(self.path):
            return read(self._conn, Pair, having_uid(library.pairs_of(self._conn, sources)))

    def register(self, wanted: Filter, order: Order, today: date) -> Listing:
        """The commitments that a filter leaves, in order, as numbers of rows."""
        with readable_errors(self.path):
            return register.listing(self._conn, wanted, order, today)

    def register_rows(self, numbers: Collection[int]) -> dict[int, Row]:
        """Rows of the register by their numbers; what is gone is left out."""
        with readable_errors(self.path):
            return register.page(self._conn, numbers)

    def register_counts(self, field: Field, wanted: Filter, today: date) -> Counter[str]:
        """How many commitments each value of a field would leave, the others as they are."""
        with readable_errors(self.path):
            return register.counts(self._conn, field, wanted, today)

    def register_number(self, uid: str) -> int | None:
        """The number of a commitment's row."""
        with readable_errors(self.path):
            return register.number_of(self._conn, uid)

    def register_uids(self, numbers: Collection[int]) -> list[str]:
        """The commitments of rows, in the order of their numbers."""
        with readable_errors(self.path):
            return register.uids_of(self._conn, numbers)

    def register_beginning(self, text: str) -> set[int]:
        """The numbers of the rows whose words begin like this."""
        with readable_errors(self.path):
            return register.beginning_with(self._conn, text)

    def history(self, limit: int = 200) -> list[JournalLine]:
        """What was done to the book, newest first; what was undone is listed too."""
        with readable_errors(self.path):
            return journal.lines(self._conn, limit)

    def undoable(self) -> JournalLine | None:
        """What undo would take back."""
        with readable_errors(self.path):
            return journal.next_line(self._conn, undone=False)

    def redoable(self) -> JournalLine | None:
        """What redo would make again."""
        with readable_errors(self.path):
            return journal.next_line(self._conn, undone=True)

    def original(self, digest: str) -> bytes:
        """The bytes of that hash as they were received, or KeyError."""
        with readable_errors(self.path):
            return originals.original(self._conn, digest)
