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

from briefing.edits import Change, Replace, thing_of
from briefing.store.reading import Condition, having_uid, pieces, read
from briefing.text import fold, search_text
from briefing.things import Commitment, Standing, Status, StatusEntry

KEY_LETTERS = 60
"""So many letters of a text decide its place when rows are sorted."""
_PIECE = 2000
_COLUMNS = (
    "commitment",
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
    "status",
    "statuses",
    "settled",
    "as_of",
)
_BITS = {status: 1 << place for place, status in enumerate(Status)}


def index(conn: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring the rows of the commitments that changes are about up to date."""
    touched: set[str] = set()
    for change in changes:
        for thing in (thing_of(change), change.before if isinstance(change, Replace) else None):
            if isinstance(thing, Commitment):
                touched.add(thing.uid)
            elif isinstance(thing, StatusEntry):
                touched.add(thing.commitment)
    if touched:
        _refresh(conn, touched)


def rebuild(conn: sqlite3.Connection) -> None:
    """Make all rows anew from the things."""
    for table in ("register", "register_words", "register_set"):
        conn.execute(f"DELETE FROM {table}")
    for commitments in pieces(conn, Commitment, _PIECE):
        _enter(conn, commitments, {})


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


def _refresh(conn: sqlite3.Connection, uids: Collection[str]) -> None:
    named = json.dumps(sorted(uids))
    rows = conn.execute(
        "SELECT commitment, id FROM register WHERE commitment IN (SELECT value FROM json_each(?))",
        (named,),
    )
    numbers: dict[str, int] = dict(rows)
    present = read(conn, Commitment, having_uid(uids))
    # A row keeps its number while its commitment changes: windows hold numbers.
    gone = [numbers[uid] for uid in numbers.keys() - {c.uid for c in present}]
    for table in ("register", "register_words"):
        conn.executemany(f"DELETE FROM {table} WHERE id = ?", ((number,) for number in gone))
    _enter(conn, present, numbers)


def _enter(
    conn: sqlite3.Connection, commitments: Sequence[Commitment], numbers: dict[str, int]
) -> None:
    entries = _entries_of(conn, commitments)
    sets = _Sets(conn)
    names = ", ".join(_COLUMNS)
    marks = ", ".join("?" * (len(_COLUMNS) + 1))
    settings = ", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)
    for commitment in commitments:
        row = _row(commitment, Standing.of(entries.get(commitment.uid, ())), sets)
        (number,) = conn.execute(
            f"""INSERT INTO register (id, {names}) VALUES ({marks})
                ON CONFLICT (id) DO UPDATE SET {settings} RETURNING id""",
            (numbers.get(commitment.uid), *row),
        ).fetchone()
        conn.execute(
            """INSERT INTO register_words (id, words) VALUES (?, ?)
                ON CONFLICT (id) DO UPDATE SET words = excluded.words
                WHERE words <> excluded.words""",
            (number, search_text(searched_words(commitment))),
        )


def _entries_of(
    conn: sqlite3.Connection, commitments: Sequence[Commitment]
) -> dict[str, list[StatusEntry]]:
    named = json.dumps([commitment.uid for commitment in commitments])
    condition = Condition("commitment IN (SELECT value FROM json_each(?))", (named,))
    found: dict[str, list[StatusEntry]] = defaultdict(list)
    for entry in read(conn, StatusEntry, condition):
        found[entry.commitment].append(entry)
    return found


def _row(c: Commitment, standing: Standing, sets: _Sets) -> tuple[str | int | None, ...]:
    last_day, as_of = c.deadline.last_day, standing.as_of
    return (
        c.uid,
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
