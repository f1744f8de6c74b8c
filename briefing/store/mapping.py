"""How a kind of thing lies in tables, worked out once from its type hints.

A field lies in one column; a value with parts of its own (a deadline, an anchor) in a column for
each part; a tuple in a table of its own, a row for each item.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from briefing import prose
from briefing.codec import name_of, once_per_type
from briefing.store.references import KEY_OF, references_of
from briefing.things import Thing

Cell: TypeAlias = str | int | float | None
Turn: TypeAlias = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; `target` is the table that it names a row of."""

    name: str
    type: str
    required: bool
    target: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Where a value lies in a row. A turn that is None leaves the value as it is."""

    name: str
    columns: tuple[Column, ...]
    to_cells: Turn | None = None
    """To the cell of the one column, or to a tuple of cells if there are several."""
    from_cells: Turn | None = None

    @property
    def whole(self) -> bool:
        """Whether it lies in one column."""
        return len(self.columns) == 1


@dataclass(frozen=True, slots=True)
class Child:
    """The table of a field that holds several values; `part` is one of them."""

    field: str
    table: str
    owner: str
    part: Part

    @property
    def columns(self) -> tuple[str, ...]:
        """Its columns without the row's own id."""
        return (self.owner, "position", *(column.name for column in self.part.columns))

    def rows(self, owner: str, values: Sequence[Any]) -> list[tuple[Cell, ...]]:
        """The rows for the values of one owner."""
        return [(owner, place, *cells_of(self.part, value)) for place, value in enumerate(values)]


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the fields of a kind lie. Parts of one column stand before those of several."""

    kind: type[Thing]
    table: str
    parts: tuple[Part, ...]
    children: tuple[Child, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the kind's own table, without the row's own id."""
        return tuple(column for part in self.parts for column in part.columns)

    def row(self, thing: Thing) -> tuple[Cell, ...]:
        """The cells of a thing, in the order of the columns."""
        return tuple(
            cell for part in self.parts for cell in cells_of(part, getattr(thing, part.name))
        )


def cells_of(part: Part, value: Any) -> tuple[Cell, ...]:
    """A value as the cells of its columns."""
    turned = value if part.to_cells is None else part.to_cells(value)
    return (turned,) if part.whole else turned


@once_per_type
def plan_of(kind: type[Thing]) -> Plan:
    """The plan of a kind."""
    hints, table = get_type_hints(kind), name_of(kind)
    targets = references_of(kind)
    parts, children = [], []
    for field in fields(kind):
        hint, target = hints[field.name], targets.get(field.name, "")
        if get_origin(hint) is tuple:
            children.append(_child(table, field.name, get_args(hint)[0], target))
        else:
            parts.append(_part(field.name, hint, target))
    parts.sort(key=lambda part: not part.whole)
    return Plan(kind, table, tuple(parts), tuple(children))


def _child(owner: str, field: str, hint: Any, target: str) -> Child:
    one = "party" if field == "parties" else field.removesuffix("s")
    part = _part(target or one, hint, target)
    if not part.whole:
        part = _several(one, hint, prefix="", optional=False)
    return Child(field, f"{owner}_{one}", owner, part)


def _part(name: str, hint: Any, target: str = "") -> Part:
    optional = get_origin(hint) in {Union, types.UnionType}
    kind: Any = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
    if isinstance(kind, type) and is_dataclass(kind) and kind is not prose.Prose:
        return _several(name, kind, prefix=f"{name}_", optional=optional)
    cell_type, to_cell, from_cell = _single(kind)
    column = Column(name, cell_type, not optional, target)
    if optional:
        return Part(name, (column,), _unless_none(to_cell), _unless_none(from_cell))
    return Part(name, (column,), to_cell, from_cell)


def _single(kind: Any) -> tuple[str, Turn | None, Turn | None]:
    if kind is bool:
        return "INTEGER", int, bool
    if kind in {str, int, float}:
        return {str: "TEXT", int: "INTEGER", float: "REAL"}[kind], None, None
    if kind is date:
        return "TEXT", date.isoformat, date.fromisoformat
    if kind is prose.Prose:
        return "TEXT", _prose_to_cell, _prose_from_cell
    if issubclass(kind, StrEnum):
        return "TEXT", str, {member.value: member for member in kind}.__getitem__
    raise TypeError(f"no column for {kind}")


def _prose_to_cell(value: prose.Prose) -> str:
    return json.dumps(prose.to_json(value), ensure_ascii=False, separators=(",", ":"))


def _prose_from_cell(cell: str) -> prose.Prose:
    return prose.from_json(json.loads(cell))


def _unless_none(turn: Turn | None) -> Turn | None:
    return turn and (lambda value: None if value is None else turn(value))


def _several(name: str, kind: type[Any], prefix: str, *, optional: bool) -> Part:
    """A value with parts of its own; NULL in a part that names nothing, so that it is checked."""
    hints, targets = get_type_hints(kind), references_of(kind)
    inner = [
        _part(field.name, hints[field.name], targets.get(field.name, "")) for field in fields(kind)
    ]
    columns = tuple(_prefixed(part.columns[0], prefix, optional=optional) for part in inner)

    def to_cells(value: Any) -> tuple[Cell, ...]:
        if value is None:
            return (None,) * len(inner)
        cells = (cells_of(part, getattr(value, part.name))[0] for part in inner)
        return tuple(
            (c or None) if col.target else c for c, col in zip(cells, columns, strict=True)
        )

    def from_cells(cells: Sequence[Cell]) -> Any:
        if optional and all(cell is None for cell in cells):
            return None
        values = {}
        for part, column, cell in zip(inner, columns, cells, strict=True):
            given = "" if column.target and cell is None else cell
            values[part.name] = given if part.from_cells is None else part.from_cells(given)
        return kind(**values)

    return Part(name, columns, to_cells, from_cells)


def _prefixed(column: Column, prefix: str, *, optional: bool) -> Column:
    required = column.required and not optional and not column.target
    return Column(prefix + column.name, column.type, required, column.target)


def key_of(table: str) -> str:
    """The column by which other tables name a row of this one."""
    return KEY_OF.get(table, "uid")
