"""The tables that the things need, as SQL.

A migration never changes once it is released, so migrations hold SQL as it was then. What is said
here is what it has to come to today: the tests compare the two, and print the missing statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.store.mapping import Child, Column, Plan, key_of, plan_of
from briefing.things import KINDS, Thing

_SOUGHT = {("candidate", "group")}
"""Columns that things are looked up by though they name no other: a key waits for the answer."""


def statements(kinds: Iterable[type[Thing]] = KINDS) -> Iterator[str]:
    """Every table and index of the things."""
    for kind in kinds:
        plan = plan_of(kind)
        yield from _thing_table(plan)
        for child in plan.children:
            yield from _child_table(plan, child)


def _thing_table(plan: Plan) -> Iterator[str]:
    lines = ["id INTEGER PRIMARY KEY"]
    lines += [_definition(c) + (" UNIQUE" if c.name == "uid" else "") for c in plan.columns]
    yield _table(plan.table, lines)
    yield from _indexes(plan.table, plan.columns)


def _child_table(plan: Plan, child: Child) -> Iterator[str]:
    owner = Column(child.owner, "TEXT", required=True, target=plan.table)
    lines = ["id INTEGER PRIMARY KEY", _definition(owner), "position INTEGER NOT NULL"]
    lines += [_definition(column) for column in child.part.columns]
    lines.append(f'UNIQUE ("{child.owner}", position)')
    yield _table(child.table, lines)
    yield from _indexes(child.table, child.part.columns)


def _definition(column: Column) -> str:
    words = [f'"{column.name}" {column.type}', "NOT NULL" if column.required else ""]
    if column.target:
        words.append(f'REFERENCES "{column.target}" ("{key_of(column.target)}")')
        words.append("DEFERRABLE INITIALLY DEFERRED")
    return " ".join(word for word in words if word)


def _table(name: str, lines: Iterable[str]) -> str:
    inside = ",\n    ".join(lines)
    return f'CREATE TABLE "{name}" (\n    {inside}\n) STRICT'


def _indexes(table: str, columns: Iterable[Column]) -> Iterator[str]:
    """For what is sought, and each reference: dropping a thing asks every table that names it."""
    for column in columns:
        if column.target or (table, column.name) in _SOUGHT:
            yield f'CREATE INDEX "{table}_by_{column.name}" ON "{table}" ("{column.name}")'
