"""The register: every commitment to sort, filter and group, however many there are.

A question is answered with numbers of rows, which stay the same while a book is open; the rows
themselves are read a page at a time.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from briefing.store.reading import Condition, having_uid, read
from briefing.store.register_buckets import heads_of, ordered, under_heads
from briefing.store.register_order import Calendar, Field, Filter, Order
from briefing.store.register_rows import sort_key, statuses_of
from briefing.store.register_sets import Shelves
from briefing.store.register_sql import DUE, Asking, Clauses, clauses_of, without
from briefing.things import Commitment, Standing, StatusEntry


@dataclass(frozen=True, slots=True)
class Head:
    """What some rows stand under, and how many they are."""

    key: str
    """The uid of a topic, uids of parties with spaces between, a status or a due; "" is none."""
    count: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The numbers of the rows in their order, with the heads that divide them."""

    rows: array[int]
    heads: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One commitment of the register, and where it stands."""

    number: int
    commitment: Commitment
    standing: Standing


def listing(conn: sqlite3.Connection, wanted: Filter, order: Order, today: date) -> Listing:
    """The rows that a filter leaves, in order."""
    asking = _asking(conn, today)
    rows = ordered(conn, order, asking.shelves, asking.days)
    clauses = clauses_of(wanted, asking)
    if clauses.sql:
        left = _left(conn, clauses)
        rows = [number for number in rows if number in left]
    if order.grouping is None:
        return Listing(array("q", rows))
    heads = heads_of(conn, order.grouping, asking.shelves, asking.days)
    divided, found = under_heads(rows, heads)
    return Listing(divided, tuple(Head(key, count) for key, count in found))


def page(conn: sqlite3.Connection, numbers: Collection[int]) -> dict[int, Row]:
    """The rows of these numbers; one that is gone is left out."""
    uids = _uids(conn, numbers)
    commitments = read(conn, Commitment, having_uid(uids))
    entries: dict[str, list[StatusEntry]] = defaultdict(list)
    named = Condition("commitment IN (SELECT value FROM json_each(?))", (json.dumps(list(uids)),))
    for entry in read(conn, StatusEntry, named):
        entries[entry.commitment].append(entry)
    return {uids[c.uid]: Row(uids[c.uid], c, Standing.of(entries[c.uid])) for c in commitments}


def number_of(conn: sqlite3.Connection, uid: str) -> int | None:
    """The number of a commitment's row."""
    found = conn.execute("SELECT id FROM register WHERE commitment = ?", (uid,)).fetchone()
    return None if found is None else int(found[0])


def uids_of(conn: sqlite3.Connection, numbers: Collection[int]) -> list[str]:
    """The uids of the commitments whose rows have these numbers, in the order of the numbers."""
    found = {number: uid for uid, number in _uids(conn, numbers).items()}
    return [found[number] for number in numbers if number in found]


def beginning_with(conn: sqlite3.Connection, text: str) -> set[int]:
    """The numbers of the rows whose action begins with what was typed."""
    key = sort_key(text)
    rows = conn.execute(
        "SELECT id FROM register WHERE action >= ? AND action < ?", (key, f"{key}\U0010ffff")
    )
    return {number for (number,) in rows}


def counts(conn: sqlite3.Connection, field: Field, wanted: Filter, today: date) -> Counter[str]:
    """How many commitments each value of a field would leave, the other fields as they are.

    Of topics, with those below; "" stands for none.
    """
    asking = _asking(conn, today)
    clauses = clauses_of(without(wanted, field), asking)
    if field is Field.DUE:
        return _due(conn, clauses)
    column = _COLUMN_OF.get(field, str(field))
    query = f"SELECT {column}, count(*) FROM register {clauses.where} GROUP BY {column}"
    found: Counter[str] = Counter()
    for value, count in conn.execute(query, clauses.values):
        for member in _members(field, value, asking.shelves):
            found[member] += count
    return found


_COLUMN_OF = {Field.PARTIES: "promisors", Field.KINDS: "kind", Field.LEADS: "lead"}


def _members(field: Field, value: Any, shelves: Shelves) -> Iterable[str]:
    match field:
        case Field.TOPICS:
            return shelves.with_above(shelves.sets[value]) or ("",)
        case Field.PARTIES | Field.SOURCES:
            return shelves.sets[value] or ("",)
        case Field.STATUSES:
            return statuses_of(value)
        case _:
            return (value,)


def _due(conn: sqlite3.Connection, clauses: Clauses) -> Counter[str]:
    columns = ", ".join(f"count(*) FILTER (WHERE {sql})" for sql in DUE.values())
    query = f"SELECT {columns} FROM register {clauses.where}"
    row = conn.execute(query, clauses.values).fetchone()
    return Counter({str(due): count for due, count in zip(DUE, row, strict=True)})


def _asking(conn: sqlite3.Connection, today: date) -> Asking:
    return Asking(Shelves(conn), Calendar(today))


def _left(conn: sqlite3.Connection, clauses: Clauses) -> set[int]:
    query = f"SELECT json_group_array(id) FROM register {clauses.where}"
    (found,) = conn.execute(query, clauses.values).fetchone()
    return set(json.loads(found))


def _uids(conn: sqlite3.Connection, numbers: Collection[int]) -> dict[str, int]:
    rows = conn.execute(
        "SELECT commitment, id FROM register WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return dict(rows)
