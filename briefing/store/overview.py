"""Where the commitments of a book stand and when they fall due, counted in the register's rows."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.edits import EditName
from briefing.things import Status


@dataclass(frozen=True, slots=True)
class Count:
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
    """Of the one, where there is only one; else "", as the action."""
    action: str


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

    counts: tuple[Count, ...]
    dues: tuple[Due, ...]
    """In the order of their days."""


def overview(conn: sqlite3.Connection) -> Overview:
    """All commitments of a book, counted."""
    counts = conn.execute(
        """
        SELECT s.uids, r.status, COUNT(*)
        FROM register r JOIN register_set s ON s.id = r.topics GROUP BY r.topics, r.status
        """
    )
    return Overview(
        tuple(Count(_first(topics), Status(status), count) for topics, status, count in counts),
        tuple(_dues(conn)),
    )


def _dues(conn: sqlite3.Connection) -> Iterator[Due]:
    # By number and not by uid, so that the index over the days says all that is asked.
    rows = conn.execute(
        "SELECT last_day, settled, COUNT(*), MIN(id) FROM register"
        " WHERE last_day IS NOT NULL GROUP BY last_day, settled ORDER BY last_day, settled"
    ).fetchall()
    alone = _promised(conn, [number for *_, count, number in rows if count == 1])
    for day, settled, count, number in rows:
        uid, action = alone.get(number, ("", ""))
        yield Due(date.fromisoformat(day), bool(settled), count, uid, action)


def _promised(conn: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """What is promised in rows of the register: the uid and the action, by the row's number."""
    rows = conn.execute(
        "SELECT r.id, c.uid, c.action FROM register r JOIN commitment c ON c.uid = r.commitment"
        " WHERE r.id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    return {number: (uid, action) for number, uid, action in rows}


def _first(uids: str) -> str | None:
    """The topic that a commitment is listed under is the first of its set."""
    return uids.split(" ", 1)[0] or None


def done_between(conn: sqlite3.Connection, after: int, upto: int) -> list[Done]:
    """What was done and stands, from after one line of the history up to another."""
    rows = conn.execute(
        "SELECT name, COUNT(*), subject, MAX(id) FROM journal"
        " WHERE id > ? AND id <= ? AND undone = 0 GROUP BY name ORDER BY 4 DESC",
        (after, upto),
    )
    return [Done(EditName(name), count, subject) for name, count, subject, _ in rows]
