"""Rows of the register in an order, and under heads, without sorting them.

The rows that have the same value lie together in an index and are taken out as one bucket; what
is sorted is the buckets, of which there are few.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, TypeAlias

from briefing.store.register_order import Column, Due, Grouping, Order
from briefing.store.register_sets import Shelves
from briefing.store.register_sql import DUE
from briefing.text import fold
from briefing.things import Firmness, Kind, Status

Numbers: TypeAlias = list[int]
Bucket: TypeAlias = tuple[str, Numbers]
Key: TypeAlias = Callable[[Any], Any]

_ALONG = {
    # Columns with about as many values as rows: walked along their index.
    Column.ACTION: ("action <> ''", "action", "action = ''"),
    Column.NEXT_STEP: ("next_step <> ''", "next_step", "next_step = ''"),
    Column.AS_OF: ("as_of IS NOT NULL", "as_of", "as_of IS NULL"),
}


def ordered(
    conn: sqlite3.Connection, order: Order, shelves: Shelves, days: dict[str, str]
) -> Numbers:
    """The numbers of all rows in an order; those that have nothing for it stand last."""
    column = order.column
    if column is Column.RECORDED:
        return _turned(_numbers(conn, "ORDER BY commitment"), order)
    if column in _ALONG:
        some, key, none = _ALONG[column]
        first = _turned(_numbers(conn, f"WHERE {some} ORDER BY {key}, id"), order)
        return [*first, *_numbers(conn, f"WHERE {none} ORDER BY id")]
    if column is Column.DEADLINE:
        dated = _numbers(conn, "WHERE last_day IS NOT NULL ORDER BY last_day, deadline, id")
        worded = "WHERE last_day IS NULL AND deadline <> '' ORDER BY deadline, id"
        bare = _numbers(conn, "WHERE last_day IS NULL AND deadline = '' ORDER BY id")
        return [*_turned(dated, order), *_turned(_numbers(conn, worded), order), *bare]
    if column is Column.OVERDUE:
        late = _numbers(conn, f"WHERE {DUE[Due.OVERDUE]} ORDER BY last_day, id", days)
        rest = f"WHERE NOT ({DUE[Due.OVERDUE]}) OR last_day IS NULL ORDER BY id"
        return [*_turned(late, order), *_numbers(conn, rest, days)]
    return _by_buckets(conn, order, shelves)


def under_heads(
    rows: Sequence[int], heads: Sequence[Bucket]
) -> tuple[array[int], list[tuple[str, int]]]:
    """Rows divided by heads, in the order that they had; heads without rows are left out."""
    size = max((max(numbers, default=0) for _key, numbers in heads), default=0)
    place = array("l", bytes(array("l").itemsize * (size + 1)))
    keys: list[str] = []
    for at, (key, numbers) in enumerate(heads):
        keys.append(key)
        for number in numbers:
            place[number] = at
    under: list[Numbers] = [[] for _ in keys]
    for number in rows:
        under[place[number]].append(number)
    found = [(key, len(some)) for key, some in zip(keys, under, strict=True) if some]
    return array("q", chain.from_iterable(under)), found


def heads_of(
    conn: sqlite3.Connection, grouping: Grouping, shelves: Shelves, days: dict[str, str]
) -> list[Bucket]:
    """The rows under each head, the heads in their order."""
    match grouping:
        case Grouping.TOPIC:
            return _merged(_of_sets(conn, "topics", shelves.by_topic()), shelves, _first)
        case Grouping.PARTY:
            by_name = shelves.by_name("party", "name")
            key = lambda number: sorted(by_name(number) or ()) or None  # noqa: E731 - of one use
            return _merged(_of_sets(conn, "promisors", key), shelves, _together)
        case Grouping.STATUS:
            found = _buckets(conn, "status")
            return [(status, found[status]) for status in Status if status in found]
        case Grouping.DEADLINE:
            return [(due, _numbers(conn, f"WHERE {_apart(due)}", days)) for due in Due]


def _by_buckets(conn: sqlite3.Connection, order: Order, shelves: Shelves) -> Numbers:
    column = order.column
    match column:
        case Column.TOPIC:
            found = _of_sets(conn, "topics", shelves.by_topic())
        case Column.PROMISORS | Column.PROMISEES:
            found = _of_sets(conn, column, shelves.by_name("party", "name"))
        case Column.SOURCES:
            found = _of_sets(conn, "sources", shelves.by_name("source", "title"))
        case Column.LEAD:
            found = _sorted(_buckets(conn, "lead"), lambda lead: fold(lead) or None)
        case Column.KIND | Column.FIRMNESS | Column.STATUS:
            members: list[str] = list(
                {Column.KIND: Kind, Column.FIRMNESS: Firmness, Column.STATUS: Status}[column]
            )
            found = _sorted(_buckets(conn, column), members.index)
        case _:
            raise LookupError(column)
    some = list(chain.from_iterable(n for key, _v, n in found if key is not None))
    none = chain.from_iterable(n for key, _v, n in found if key is None)
    return [*_turned(some, order), *none]


Keyed: TypeAlias = tuple[Any, Any, Numbers]
"""The key that a bucket is sorted by, its value, and its rows."""


def _of_sets(conn: sqlite3.Connection, column: str, key: Key) -> list[Keyed]:
    return _sorted(_buckets(conn, column), key)


def _sorted(buckets: dict[Any, Numbers], key: Key) -> list[Keyed]:
    """Buckets by their keys, those of one key as one; those without stand last."""
    joined: dict[Any, tuple[Any, Any, list[Numbers]]] = {}
    for value, numbers in buckets.items():
        one = key(value)
        at = tuple(one) if isinstance(one, list) else one
        joined.setdefault(at, (at, value, []))[2].append(numbers)
    found = sorted(joined.values(), key=_last_if_none)
    return [(at, value, sorted(chain.from_iterable(some))) for at, value, some in found]


def _merged(
    found: list[Keyed], shelves: Shelves, name: Callable[[tuple[str, ...]], str]
) -> list[Bucket]:
    return [(name(shelves.sets[value]), numbers) for _at, value, numbers in found]


def _first(members: tuple[str, ...]) -> str:
    return members[0] if members else ""


def _together(members: tuple[str, ...]) -> str:
    return " ".join(members)


def _apart(due: Due) -> str:
    """As a head, the quarter begins where the month ends."""
    if due is Due.QUARTER:
        return "last_day > :month_end AND last_day <= :quarter_end"
    return DUE[due]


def _buckets(conn: sqlite3.Connection, column: str) -> dict[Any, Numbers]:
    query = f"SELECT {column}, json_group_array(id) FROM register GROUP BY {column}"
    return {value: json.loads(numbers) for value, numbers in conn.execute(query)}


def _numbers(conn: sqlite3.Connection, rest: str, values: dict[str, str] | None = None) -> Numbers:
    # As one text: a hundred thousand rows of one number each take three times as long.
    query = f"SELECT json_group_array(id) FROM (SELECT id FROM register {rest})"
    (found,) = conn.execute(query, values or {}).fetchone()
    numbers: Numbers = json.loads(found)
    return numbers


def _turned(numbers: Numbers, order: Order) -> Numbers:
    return numbers[::-1] if order.descending else numbers


def _last_if_none(keyed: tuple[Any, Any, Any]) -> tuple[bool, Any]:
    return (True, 0) if keyed[0] is None else (False, keyed[0])
