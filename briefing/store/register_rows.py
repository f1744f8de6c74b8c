"""A row for each commitment with what the register sorts and filters by, kept in step with edits.

Everything in these tables is worked out from the things, so they can be made anew at any time.
Who promises, on what and where is kept as sets: a book has few different ones, and a set is
compared by its number.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from briefing.edits import Change, Replace, thing_of
from briefing.store.reading import Condition, having_uid, pieces, read
from briefing.text import fold, search_text
from briefing.things import Commitment, Standing, Status, StatusEntry

KEY_LETTERS = 60
"""So many letters of a text decide its place when rows are sorted."""
_PIECE = 2000
_OWN = (
    "action",
    "promisors",
    "promisees",
    "topics",
    "sources",
    "kind",
    "firmness",
    "last_day",
    "deadline",
    "lead",
    "next_step",
)
"""Columns that a commitment says itself."""
_STANDING = ("status", "statuses", "settled", "as_of")
"""Columns that its status entries say."""
_Cells: TypeAlias = tuple[str | int | None, ...]
_BITS = {status: 1 << place for place, status in enumerate(Status)}


def index(conn: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring the rows of the commitments that changes are about up to date."""
    own: set[str] = set()
    worded: set[str] = set()
    standing: set[str] = set()
    for change in changes:
        thing, before = thing_of(change), change.before if isinstance(change, Replace) else None
        if isinstance(thing, Commitment):
            own.add(thing.uid)
            if not isinstance(before, Commitment) or searched_words(before) != searched_words(
                thing
            ):
                worded.add(thing.uid)
        elif isinstance(thing, StatusEntry):
            standing.add(thing.commitment)
            if isinstance(before, StatusEntry):
                standing.add(before.commitment)
    if own:
        _refresh(conn, own, worded)
    if standing:
        _refresh_standing(conn, standing)


def rebuild(conn: sqlite3.Connection) -> None:
    """Make all rows anew from the things."""
    for table in ("register", "register_words", "register_set"):
        conn.execute(f"DELETE FROM {table}")
    for commitments in pieces(conn, Commitment, _PIECE):
        _enter(conn, commitments)


def bits_of(statuses: Iterable[Status]) -> int:
    """Statuses as a number that has a bit for each."""
    return sum(_BITS[status] for status in set(statuses))


def statuses_of(bits: int) -> list[Status]:
    """The statuses whose bits a number has."""
    return [status for status, bit in _BITS.items() if bits & bit]


def sort_key(text: str) -> str:
    """A text as rows are sorted by it."""
    return fold(text[: 2 * KEY_LETTERS])[:KEY_LETTERS]


def searched_words(commitment: Commitment) -> str:
    """What the filter of the register looks through."""
    return "\n".join(
        (
            commitment.action,
            commitment.next_step,
            commitment.lead,
            commitment.deadline.text,
            *dict.fromkeys(anchor.quote for anchor in commitment.anchors),
        )
    )


def _refresh(conn: sqlite3.Connection, uids: set[str], worded: Collection[str]) -> None:
    held = _held(conn, uids, _OWN)
    present = read(conn, Commitment, having_uid(uids))
    # A row keeps its number while its commitment changes: windows hold numbers.
    gone = [held[uid][0] for uid in held.keys() - {c.uid for c in present}]
    for table in ("register", "register_words"):
        conn.executemany(f"DELETE FROM {table} WHERE id = ?", ((number,) for number in gone))
    known = [c for c in present if c.uid in held]
    sets = _Sets(conn)
    _update(conn, _OWN, [(*held[c.uid], _own(c, sets)) for c in known])
    _write_words(conn, [(held[c.uid][0], c) for c in known if c.uid in worded])
    _enter(conn, [c for c in present if c.uid not in held])


def _refresh_standing(conn: sqlite3.Connection, uids: set[str]) -> None:
    held = _held(conn, uids, _STANDING)
    entries = _entries_of(conn, held)
    found = [(*row, _standing(entries.get(uid, ()))) for uid, row in held.items()]
    _update(conn, _STANDING, found)


def _held(
    conn: sqlite3.Connection, uids: Iterable[str], names: Sequence[str]
) -> dict[str, tuple[int, _Cells]]:
    """The number of each row and what stands in some of its columns, by commitment."""
    rows = conn.execute(
        f"""SELECT commitment, id, {", ".join(names)} FROM register
            WHERE commitment IN (SELECT value FROM json_each(?))""",
        (json.dumps(sorted(uids)),),
    )
    return {uid: (number, tuple(cells)) for uid, number, *cells in rows}


def _update(
    conn: sqlite3.Connection, names: Sequence[str], rows: Iterable[tuple[int, _Cells, _Cells]]
) -> None:
    """Write what differs between the old cells of rows and the new.

    Nearly every column has an index, so that writing one that stays costs more than looking.
    """
    alike: dict[tuple[str, ...], list[_Cells]] = defaultdict(list)
    for number, old, new in rows:
        places = [place for place, cell in enumerate(new) if cell != old[place]]
        cells = (*(new[place] for place in places), number)
        alike[tuple(names[place] for place in places)].append(cells)
    alike.pop((), None)
    for changed, several in alike.items():
        setting = ", ".join(f"{name} = ?" for name in changed)
        conn.executemany(f"UPDATE register SET {setting} WHERE id = ?", several)


def _enter(conn: sqlite3.Connection, commitments: Sequence[Commitment]) -> None:
    """Make rows for commitments that have none."""
    if not commitments:
        return
    entries = _entries_of(conn, [commitment.uid for commitment in commitments])
    (last,) = conn.execute("SELECT coalesce(max(id), 0) FROM register").fetchone()
    sets = _Sets(conn)
    numbered = list(enumerate(commitments, start=last + 1))
    names = ("id", "commitment", *_OWN, *_STANDING)
    conn.executemany(
        f"""INSERT INTO register ({", ".join(names)}) VALUES ({", ".join("?" * len(names))})""",
        (
            (number, c.uid, *_own(c, sets), *_standing(entries.get(c.uid, ())))
            for number, c in numbered
        ),
    )
    _write_words(conn, numbered)


def _write_words(conn: sqlite3.Connection, numbered: Iterable[tuple[int, Commitment]]) -> None:
    conn.executemany(
        """INSERT INTO register_words (id, words) VALUES (?, ?)
            ON CONFLICT (id) DO UPDATE SET words = excluded.words
            WHERE words <> excluded.words""",
        ((number, search_text(searched_words(c))) for number, c in numbered),
    )


def _entries_of(
    conn: sqlite3.Connection, commitments: Iterable[str]
) -> dict[str, list[StatusEntry]]:
    named = json.dumps(list(commitments))
    condition = Condition("commitment IN (SELECT value FROM json_each(?))", (named,))
    found: dict[str, list[StatusEntry]] = defaultdict(list)
    for entry in read(conn, StatusEntry, condition):
        found[entry.commitment].append(entry)
    return found


def _own(c: Commitment, sets: _Sets) -> _Cells:
    last_day = c.deadline.last_day
    return (
        sort_key(c.action),
        sets.number(c.promisors),
        sets.number((*c.promisees, c.delegate) if c.delegate else c.promisees),
        sets.number(c.topics),
        sets.number(anchor.source for anchor in c.anchors),
        c.kind,
        c.firmness,
        last_day.isoformat() if last_day else None,
        sort_key(c.deadline.text or c.deadline.value),
        c.lead,
        sort_key(c.next_step),
    )


def _standing(entries: Iterable[StatusEntry]) -> _Cells:
    standing = Standing.of(entries)
    as_of = standing.as_of
    return (
        standing.status,
        bits_of(standing.statuses),
        int(standing.settled),
        as_of.isoformat() if as_of else None,
    )


class _Sets:
    """The numbers of sets of uids, their order kept."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._numbers: dict[str, int] = {}

    def number(self, uids: Iterable[str]) -> int:
        key = " ".join(dict.fromkeys(uids))
        if key not in self._numbers:
            self._conn.execute("INSERT OR IGNORE INTO register_set (uids) VALUES (?)", (key,))
            row = self._conn.execute("SELECT id FROM register_set WHERE uids = ?", (key,))
            self._numbers[key] = int(row.fetchone()[0])
        return self._numbers[key]
