"""Changes of an edit become rows, many at a time where they are alike."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.edits import Add, Change, Drop, Replace, thing_of
from briefing.store.failures import StaleEdit
from briefing.store.mapping import Cell, Child, Plan, cells_of, plan_of
from briefing.store.reading import having_uid, read
from briefing.things import Thing


def write(conn: sqlite3.Connection, changes: Sequence[Change]) -> None:
    """Make the changes in order; StaleEdit if the book holds something else than they say."""
    for run in _runs(changes):
        plan = plan_of(type(thing_of(run[0])))
        match run[0]:
            case Add():
                _add(conn, plan, [change.thing for change in run if isinstance(change, Add)])
            case Drop():
                _drop(conn, plan, [change.thing for change in run if isinstance(change, Drop)])
            case Replace():
                _replace(conn, plan, [change for change in run if isinstance(change, Replace)])


def _runs(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """What does the same to things of one kind. Order matters only between changes of one thing."""
    alike: dict[tuple[type[Change], type[Thing]], list[Change]] = defaultdict(list)
    changed: set[str] = set()
    for change in changes:
        thing = thing_of(change)
        if thing.uid in changed:
            yield from alike.values()
            alike.clear()
            changed.clear()
        changed.add(thing.uid)
        alike[type(change), type(thing)].append(change)
    yield from alike.values()


def _add(conn: sqlite3.Connection, plan: Plan, things: Sequence[Thing]) -> None:
    names = [column.name for column in plan.columns]
    conn.executemany(_insert(plan.table, names), (plan.row(thing) for thing in things))
    for child in plan.children:
        _add_values(conn, child, things)


def _drop(conn: sqlite3.Connection, plan: Plan, things: Sequence[Thing]) -> None:
    _check(conn, plan, things)
    for child in plan.children:
        _drop_values(conn, child, things)
    conn.execute(f'DELETE FROM "{plan.table}" WHERE {_named("uid")}', _uids(things))


def _replace(conn: sqlite3.Connection, plan: Plan, changes: Sequence[Replace]) -> None:
    _check(conn, plan, [change.before for change in changes])
    for change in changes:
        if change.before.uid != change.after.uid:
            raise StaleEdit(change.before.uid, change.after.uid)
    _update(conn, plan, changes)
    for child in plan.children:
        changed = [c.after for c in changes if _differs(child, c)]
        _drop_values(conn, child, changed)
        _add_values(conn, child, changed)


def _differs(child: Child, change: Replace) -> bool:
    return bool(getattr(change.before, child.field) != getattr(change.after, child.field))


def _update(conn: sqlite3.Connection, plan: Plan, changes: Iterable[Replace]) -> None:
    """Write the columns that differ: a source's text is long and never does."""
    alike: dict[tuple[str, ...], list[tuple[Cell, ...]]] = defaultdict(list)
    for change in changes:
        cells = dict(_differing(plan, change))
        alike[tuple(cells)].append((*cells.values(), change.after.uid))
    alike.pop((), None)
    for names, rows in alike.items():
        setting = ", ".join(f'"{name}" = ?' for name in names)
        conn.executemany(f'UPDATE "{plan.table}" SET {setting} WHERE uid = ?', rows)


def _differing(plan: Plan, change: Replace) -> Iterator[tuple[str, Cell]]:
    for part in plan.parts:
        old, new = getattr(change.before, part.name), getattr(change.after, part.name)
        if old != new:
            cells = zip(part.columns, cells_of(part, old), cells_of(part, new), strict=True)
            yield from ((column.name, after) for column, before, after in cells if before != after)


def _check(conn: sqlite3.Connection, plan: Plan, expected: Sequence[Thing]) -> None:
    held = {
        thing.uid: thing
        for thing in read(conn, plan.kind, having_uid([thing.uid for thing in expected]))
    }
    for thing in expected:
        if held.get(thing.uid) != thing:
            raise StaleEdit(plan.table, thing.uid)


def _add_values(conn: sqlite3.Connection, child: Child, things: Sequence[Thing]) -> None:
    rows = (row for thing in things for row in child.rows(thing.uid, getattr(thing, child.field)))
    conn.executemany(_insert(child.table, child.columns), rows)


def _drop_values(conn: sqlite3.Connection, child: Child, things: Sequence[Thing]) -> None:
    if things:
        conn.execute(f'DELETE FROM "{child.table}" WHERE {_named(child.owner)}', _uids(things))


def _insert(table: str, names: Sequence[str]) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" * len(names))})'


def _named(column: str) -> str:
    return f'"{column}" IN (SELECT value FROM json_each(?))'


def _uids(things: Sequence[Thing]) -> tuple[str]:
    return (json.dumps([thing.uid for thing in things]),)
