"""Rows become things again, a handful of queries for any number of them."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from briefing.codec import once_per_type
from briefing.store.mapping import Cell, Child, Part, Plan, cells_of, plan_of
from briefing.things import Thing

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Condition:
    """Which rows of a kind's own table are meant."""

    sql: str = ""
    parameters: tuple[Cell, ...] = ()

    @property
    def where(self) -> str:
        """The clause for a query; empty if all rows are meant."""
        return f"WHERE {self.sql}" if self.sql else ""


EVERYTHING = Condition()


def having_uid(uids: Collection[str]) -> Condition:
    """The things with these uids."""
    # One parameter for any number of uids: SQLite has a limit on parameters.
    return Condition("uid IN (SELECT value FROM json_each(?))", (json.dumps(list(uids)),))


def having_any(kind: type[Thing], name: str, values: Collection[Cell]) -> Condition:
    """The things whose field `name`, a name or a word, is one of these or holds one of them."""
    field, _, inner = name.partition("__")
    some = "(SELECT value FROM json_each(?))"
    for child in plan_of(kind).children:
        if child.field == field:
            column = inner or child.part.columns[0].name
            owners = f'SELECT "{child.owner}" FROM "{child.table}" WHERE "{column}" IN {some}'
            return Condition(f"uid IN ({owners})", (json.dumps(list(values)),))
    column = f"{field}_{inner}" if inner else field
    return Condition(f'"{column}" IN {some}', (json.dumps(list(values)),))


def having(kind: type[Thing], equals: dict[str, Any]) -> Condition:
    """The things whose fields equal these values; of a field of several values, hold one.

    A part of a value is named with two underscores: `anchor__passage`, `anchors__passage`.
    """
    clauses, parameters = [], []
    for name, value in equals.items():
        sql, cell = _clause(plan_of(kind), name, value)
        clauses.append(sql)
        parameters += [] if cell is None else [cell]
    return Condition(" AND ".join(clauses), tuple(parameters))


def read(conn: sqlite3.Connection, kind: type[T], condition: Condition = EVERYTHING) -> list[T]:
    """The things that are meant, oldest first."""
    reader = _reader_of(kind)
    rows = conn.execute(reader.query(condition), condition.parameters).fetchall()
    if not rows:
        return []
    several = {
        child.field: _values_of(conn, reader.plan, child, condition)
        for child in reader.plan.children
    }
    return [reader.thing(row, several) for row in rows]  # type: ignore[misc]


def uids(conn: sqlite3.Connection, kind: type[Thing], condition: Condition) -> list[str]:
    """The uids of the things that are meant."""
    query = f'SELECT uid FROM "{plan_of(kind).table}" {condition.where}'
    return [uid for (uid,) in conn.execute(query, condition.parameters)]


def values(conn: sqlite3.Connection, kind: type[Thing], name: str) -> dict[str, Any]:
    """The value of one field of every thing of a kind, by uid."""
    plan = plan_of(kind)
    part = next(part for part in plan.parts if part.name == name and part.whole)
    rows = conn.execute(f'SELECT uid, "{part.columns[0].name}" FROM "{plan.table}" ORDER BY uid')
    turn = part.from_cells
    return dict(rows) if turn is None else {uid: turn(cell) for uid, cell in rows}


def pieces(conn: sqlite3.Connection, kind: type[T], size: int) -> Iterator[list[T]]:
    """All things of a kind, oldest first, some at a time; the book may change between two."""
    table = plan_of(kind).table
    after = ""
    while True:
        rows = conn.execute(
            f'SELECT uid FROM "{table}" WHERE uid > ? ORDER BY uid LIMIT ?', (after, size)
        ).fetchall()
        if not rows:
            return
        last = rows[-1][0]
        yield read(conn, kind, Condition("uid > ? AND uid <= ?", (after, last)))
        after = last


def count(conn: sqlite3.Connection, kind: type[Thing]) -> int:
    """How many things of a kind there are."""
    (number,) = conn.execute(f'SELECT count(*) FROM "{plan_of(kind).table}"').fetchone()
    return int(number)


class _Reader:
    """Makes things of one kind; what can be worked out beforehand is worked out once."""

    def __init__(self, plan: Plan) -> None:
        single = [part for part in plan.parts if part.whole]
        self.plan = plan
        self._names = [part.name for part in single]
        self._turned = [(p.name, p.from_cells) for p in single if p.from_cells is not None]
        self._grouped: list[tuple[Part, int, int]] = []
        place = len(single)
        for part in plan.parts[place:]:
            self._grouped.append((part, place, place := place + len(part.columns)))

    def query(self, condition: Condition) -> str:
        columns = ", ".join(f'"{column.name}"' for column in self.plan.columns)
        return f'SELECT {columns} FROM "{self.plan.table}" {condition.where} ORDER BY uid'

    def thing(self, row: Sequence[Any], several: dict[str, dict[str, tuple[Any, ...]]]) -> Thing:
        values: dict[str, Any] = dict(zip(self._names, row, strict=False))
        for name, turn in self._turned:
            values[name] = turn(values[name])
        for part, start, end in self._grouped:
            values[part.name] = _value_of(part, row[start:end])
        for field, found in several.items():
            values[field] = found.get(values["uid"], ())
        return self.plan.kind(**values)


@once_per_type
def _reader_of(kind: type[Thing]) -> _Reader:
    return _Reader(plan_of(kind))


def _values_of(
    conn: sqlite3.Connection, plan: Plan, child: Child, condition: Condition
) -> dict[str, tuple[Any, ...]]:
    columns = ", ".join(f'"{name}"' for name in child.columns)
    owners = f'SELECT uid FROM "{plan.table}" {condition.where}'
    where = f'WHERE "{child.owner}" IN ({owners})' if condition.sql else ""
    query = f'SELECT {columns} FROM "{child.table}" {where} ORDER BY "{child.owner}", position'
    found: dict[str, list[Any]] = defaultdict(list)
    for owner, _position, *cells in conn.execute(query, condition.parameters):
        found[owner].append(_value_of(child.part, cells))
    return {owner: tuple(values) for owner, values in found.items()}


def _value_of(part: Part, cells: Sequence[Cell]) -> Any:
    value = cells[0] if part.whole else cells
    return value if part.from_cells is None else part.from_cells(value)


def _clause(plan: Plan, name: str, value: Any) -> tuple[str, Cell]:
    field, _, inner = name.partition("__")
    for child in plan.children:
        if child.field == field:
            column = inner or child.part.columns[0].name
            cell = value if inner else cells_of(child.part, value)[0]
            owners = f'SELECT "{child.owner}" FROM "{child.table}" WHERE "{column}" = ?'
            return f"uid IN ({owners})", cell
    if inner:
        return _equal(f"{field}_{inner}", value)
    part = next(part for part in plan.parts if part.name == field)
    return _equal(part.columns[0].name, cells_of(part, value)[0])


def _equal(column: str, cell: Cell) -> tuple[str, Cell]:
    return (f'"{column}" IS NULL', None) if cell is None else (f'"{column}" = ?', cell)
