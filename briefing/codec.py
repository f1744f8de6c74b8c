"""Things as plain JSON values and back: the form of the journal and of a dumped book.

One codec serves every dataclass. It is worked out from the type hints, once per type, so a field
that is added to a thing needs no line here.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from briefing import prose
from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.things import KINDS, Thing, WholeBook

FORMAT = 1
"""The version of a dumped book."""

D = TypeVar("D")
F = TypeVar("F", bound=Callable[..., Any])
Turn = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Turns:
    """How a value is turned into plain JSON and back; None stands for "as it is"."""

    plain: Turn | None = None
    value: Turn | None = None


@dataclass(frozen=True, slots=True)
class _Slot:
    """One field of a dataclass."""

    name: str
    turns: Turns
    default: Any
    """`MISSING` where the field has to be given."""


def once_per_type(function: F) -> F:
    """Remember what a function says of a type; mypy thinks that a dataclass cannot be hashed."""
    return cast("F", cache(function))


def name_of(kind: type[Any]) -> str:
    """The name of a kind in files and tables: `StatusEntry` is `status_entry`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


KIND_OF: dict[str, type[Thing]] = {name_of(kind): kind for kind in KINDS}


def to_plain(value: Any, *, short: bool = False) -> dict[str, Any]:
    """A dataclass as plain JSON; if short, without the fields that are at their default."""
    plain = {}
    for slot in _slots(type(value)):
        part = getattr(value, slot.name)
        if not (short and part == slot.default):
            plain[slot.name] = part if slot.turns.plain is None else slot.turns.plain(part)
    return plain


def from_plain(kind: type[D], plain: dict[str, Any]) -> D:
    """The value that `to_plain` made plain; ValueError if it has a field that is unknown here."""
    values = dict(plain)
    turned = 0
    for slot in _slots(kind):
        if slot.name in values:
            turned += 1
            if slot.turns.value is not None:
                values[slot.name] = slot.turns.value(values[slot.name])
    if turned != len(values):
        raise ValueError(f"unknown fields of {name_of(kind)} in {sorted(values)}")
    return kind(**values)


def book_to_plain(whole: WholeBook) -> dict[str, Any]:
    """Every thing of a book, by the name of its kind, oldest first."""
    things = {
        name_of(kind): [to_plain(thing) for thing in whole.all(kind)]
        for kind in KINDS
        if whole.all(kind)
    }
    return {"format": FORMAT, "things": things}


def book_from_plain(plain: dict[str, Any]) -> WholeBook:
    """The book that `book_to_plain` made plain; ValueError if it is of another format."""
    if plain.get("format") != FORMAT:
        raise ValueError(f"dump of format {plain.get('format')!r}")
    return WholeBook.of(
        from_plain(KIND_OF[name], thing)
        for name, things in plain["things"].items()
        for thing in things
    )


def changes_to_plain(changes: Iterable[Change]) -> list[list[Any]]:
    """Changes in short: of a replaced thing its first state whole, of the second what differs."""
    return [_change_to_plain(change) for change in changes]


def changes_from_plain(plain: Iterable[list[Any]]) -> tuple[Change, ...]:
    """The changes that `changes_to_plain` made plain."""
    return tuple(_change_from_plain(*change) for change in plain)


def edit_to_plain(edit: Edit) -> dict[str, Any]:
    """An edit in short."""
    changes = changes_to_plain(edit.changes)
    return {"name": edit.name.value, "subject": edit.subject, "changes": changes}


def edit_from_plain(plain: dict[str, Any]) -> Edit:
    """The edit that `edit_to_plain` made plain."""
    changes = changes_from_plain(plain["changes"])
    return Edit(EditName(plain["name"]), changes, plain["subject"])


def turns_of(hint: Any) -> Turns:
    """How values with this type hint are turned."""
    origin = get_origin(hint)
    if origin in {Union, types.UnionType}:
        (inner,) = (part for part in get_args(hint) if part is not type(None))
        return _optional(turns_of(inner))
    if origin is tuple:
        return _each(turns_of(get_args(hint)[0]))
    return _turns_of_type(hint)


def _turns_of_type(kind: type[Any]) -> Turns:
    if kind in {str, int, float, bool}:
        return Turns()
    if kind is date:
        return Turns(date.isoformat, date.fromisoformat)
    if kind is prose.Prose:
        return Turns(prose.to_json, prose.from_json)
    if issubclass(kind, StrEnum):
        # A look-up in a dictionary; calling the enumeration costs five times as much.
        return Turns(str, {member.value: member for member in kind}.__getitem__)
    if is_dataclass(kind):
        return Turns(partial(to_plain, short=True), partial(from_plain, kind))
    raise TypeError(f"no plain form for {kind}")


def _optional(turns: Turns) -> Turns:
    plain, value = turns.plain, turns.value
    return Turns(
        plain and (lambda v: None if v is None else plain(v)),
        value and (lambda v: None if v is None else value(v)),
    )


def _each(turns: Turns) -> Turns:
    plain, value = turns.plain, turns.value
    return Turns(
        list if plain is None else (lambda vs: [plain(v) for v in vs]),
        tuple if value is None else (lambda vs: tuple(value(v) for v in vs)),
    )


@once_per_type
def _slots(kind: type[Any]) -> tuple[_Slot, ...]:
    hints = get_type_hints(kind)
    return tuple(_Slot(f.name, turns_of(hints[f.name]), _default(f)) for f in fields(kind))


def _default(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _change_to_plain(change: Change) -> list[Any]:
    match change:
        case Add(thing):
            return ["add", name_of(type(thing)), to_plain(thing, short=True)]
        case Drop(thing):
            return ["drop", name_of(type(thing)), to_plain(thing, short=True)]
        case Replace(before, after):
            old, new = to_plain(before), to_plain(after)
            changed = {name: value for name, value in new.items() if value != old[name]}
            return ["replace", name_of(type(before)), to_plain(before, short=True), changed]


def _change_from_plain(
    deed: str, name: str, plain: dict[str, Any], changed: dict[str, Any] | None = None
) -> Change:
    thing = from_plain(KIND_OF[name], plain)
    if deed == "replace":
        return Replace(thing, from_plain(KIND_OF[name], plain | (changed or {})))
    return Add(thing) if deed == "add" else Drop(thing)
