"""A filter of the register as SQL."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from briefing.store.query import phrases_of
from briefing.store.register_order import Calendar, Due, Filter
from briefing.store.register_rows import bits_of
from briefing.store.register_sets import Shelves


@dataclass(frozen=True)
class Asking:
    """What turns a question into SQL: the sets, and the days."""

    shelves: Shelves
    calendar: Calendar

    @property
    def days(self) -> dict[str, str]:
        """The days that the clauses name."""
        calendar = self.calendar
        return {
            "today": calendar.today.isoformat(),
            "month_end": calendar.month_end.isoformat(),
            "quarter_end": calendar.quarter_end.isoformat(),
        }


@dataclass
class Clauses:
    """Conditions that all have to hold, with what they name."""

    sql: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    def add(self, sql: str, **values: Any) -> None:
        """Have a condition hold too."""
        self.sql.append(sql)
        self.values |= values

    @property
    def where(self) -> str:
        """The clause; empty if every row is meant."""
        return f"WHERE {' AND '.join(f'({one})' for one in self.sql)}" if self.sql else ""


DUE = {
    Due.OVERDUE: "last_day < :today AND NOT settled",
    Due.MONTH: "last_day BETWEEN :today AND :month_end",
    Due.QUARTER: "last_day BETWEEN :today AND :quarter_end",
    Due.LATER: "last_day > :quarter_end",
    Due.PASSED: "last_day < :today AND settled",
    Due.NONE: "last_day IS NULL",
}


def clauses_of(wanted: Filter, asking: Asking) -> Clauses:
    """The conditions that a filter comes to."""
    found = Clauses(values=dict(asking.days))
    shelves = asking.shelves
    if phrases := phrases_of(wanted.words):
        found.add(
            "id IN (SELECT rowid FROM register_search WHERE register_search MATCH :match)",
            match=" AND ".join(phrase.fts for phrase in phrases),
        )
    for column, uids in (
        ("topics", shelves.below(wanted.topics)),
        ("promisors", wanted.parties),
        ("sources", wanted.sources),
    ):
        if uids:
            sql = f"{column} IN (SELECT value FROM json_each(:{column}))"
            found.add(sql, **{column: shelves.holding(uids)})
    if wanted.statuses:
        found.add("statuses & :statuses", statuses=bits_of(wanted.statuses))
    if wanted.due:
        found.add(" OR ".join(f"({DUE[due]})" for due in wanted.due))
    _add_words(found, wanted)
    _add_days(found, wanted)
    return found


def without(wanted: Filter, name: str) -> Filter:
    """The filter, saying nothing of one of its fields."""
    nothing: dict[str, Any] = {name: ()}
    return replace(wanted, **nothing)


def _add_words(found: Clauses, wanted: Filter) -> None:
    for column, words in (
        ("kind", wanted.kinds),
        ("firmness", wanted.firmness),
        ("lead", wanted.leads),
    ):
        if words:
            sql = f"{column} IN (SELECT value FROM json_each(:{column}))"
            found.add(sql, **{column: json.dumps(words)})


def _add_days(found: Clauses, wanted: Filter) -> None:
    if wanted.first_day is not None:
        found.add("last_day >= :due_first", due_first=wanted.first_day.isoformat())
    if wanted.last_day is not None:
        found.add("last_day <= :due_last", due_last=wanted.last_day.isoformat())
