"""Where the commitments of a book stand and when they fall due, counted without reading them.

Ten thousand are counted in the time in which a few hundred can be read.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.edits import EditName
from briefing.things import Deadline, DeadlineKind, Status

_PIECE = 500
"""Values that are asked for at once: older SQLite takes at most 999."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many commitments that are listed under a topic stand at a status."""

    topic: str | None
    """None for those without a topic."""
    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Due:
    """The commitments that fall due on one day, the settled ones apart from the open ones."""

    day: date
    settled: bool
    count: int
    uid: str
    """One of them."""
    action: str
    """What is promised, where there is only one."""


@dataclass(frozen=True, slots=True)
class Done:
    """How often something was done to the book."""

    name: EditName
    count: int
    subject: str
    """What it was done to, the last time."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the commitments stand, and when they fall due."""

    standings: tuple[Standing, ...]
    dues: tuple[Due, ...]
    """In the order of their days."""


def overview(conn: sqlite3.Connection) -> Overview:
    """All commitments of a book, counted."""
    standing = _standing(conn)
    counts: Counter[tuple[str | None, Status]] = Counter()
    due: dict[tuple[str, bool], list[str]] = defaultdict(list)
    for uid, topic, value in conn.execute(_COMMITMENTS):
        status = standing.get(uid, Status.UNKNOWN)
        counts[topic, status] += 1
        if value:
            due[value, status.settled].append(uid)
    return Overview(
        tuple(Standing(topic, status, count) for (topic, status), count in counts.items()),
        tuple(_dues(conn, due)),
    )


_COMMITMENTS = """
    SELECT c.uid,
        (SELECT topic FROM commitment_topic t WHERE t.commitment = c.uid AND t.position = 0),
        CASE WHEN c.deadline_kind IN ('date', 'range') THEN c.deadline_value END
    FROM commitment c
"""
_ENTRIES = "SELECT commitment, party, status FROM status_entry ORDER BY as_of, recorded, uid"


def _standing(conn: sqlite3.Connection) -> dict[str, Status]:
    """One status for a commitment of several parties: the least far of their latest ones."""
    latest = {(uid, party): status for uid, party, status in conn.execute(_ENTRIES)}
    ranks = {status.value: rank for rank, status in enumerate(Status)}
    least: dict[str, int] = {}
    for (uid, _), status in latest.items():
        least[uid] = min(ranks[status], least.get(uid, len(ranks)))
    order = tuple(Status)
    return {uid: order[rank] for uid, rank in least.items()}


def _dues(conn: sqlite3.Connection, due: Mapping[tuple[str, bool], Sequence[str]]) -> Iterator[Due]:
    by_day: dict[tuple[date, bool], list[str]] = defaultdict(list)
    for (value, settled), uids in due.items():
        day = Deadline(kind=DeadlineKind.RANGE, value=value).last_day
        if day is not None:
            by_day[day, settled].extend(uids)
    alone = [uids[0] for uids in by_day.values() if len(uids) == 1]
    actions = _actions(conn, alone)
    for (day, settled), uids in sorted(by_day.items()):
        action = actions[uids[0]] if len(uids) == 1 else ""
        yield Due(day, settled, len(uids), min(uids), action)


def _actions(conn: sqlite3.Connection, uids: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(uids), _PIECE):
        piece = uids[start : start + _PIECE]
        marks = ", ".join("?" * len(piece))
        query = f"SELECT uid, action FROM commitment WHERE uid IN ({marks})"
        found.update(conn.execute(query, piece))
    return found


def due_between(
    conn: sqlite3.Connection, first: date, last: date, limit: int
) -> list[tuple[str, str, date]]:
    """(uid, action, day) of commitments that fall due in a time, in order."""
    rows = conn.execute(
        f"SELECT uid, action, day FROM ({_DATED}) WHERE day BETWEEN ? AND ?"
        " ORDER BY day, uid LIMIT ?",
        (first.isoformat(), last.isoformat(), limit),
    )
    return [(uid, action, date.fromisoformat(day)) for uid, action, day in rows]


_LAST = "substr(deadline_value, instr(deadline_value, '/') + 1)"
_DATED = f"""
    SELECT uid, action, CASE length({_LAST})
        WHEN 4 THEN {_LAST} || '-12-31'
        WHEN 7 THEN date({_LAST} || '-01', '+1 month', '-1 day')
        WHEN 10 THEN {_LAST}
    END AS day
    FROM commitment WHERE deadline_kind IN ('date', 'range')
"""


def done_between(conn: sqlite3.Connection, after: int, upto: int) -> list[Done]:
    """What was done and stands, from after one line of the history up to another."""
    rows = conn.execute(
        "SELECT name, COUNT(*), subject, MAX(id) FROM journal"
        " WHERE id > ? AND id <= ? AND undone = 0 GROUP BY name ORDER BY 4 DESC",
        (after, upto),
    )
    return [Done(EditName(name), count, subject) for name, count, subject, _ in rows]
