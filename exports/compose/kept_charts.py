"""Charts of signed notes: what they showed is kept as a table of facts, and drawn again from it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.prose import Run, Table, runs_text
from exports.compose.charts import deadlines_in_words, standings_in_words
from exports.compose.desk import Desk
from exports.tree import Bar, Chart, Event

_OVERDUE = "▲"


def table_of(chart: Chart) -> Table:
    """The facts of a chart."""
    rows = _standings(chart.bars) if chart.bars else _deadlines(chart)
    cells = tuple(tuple((Run(text=words),) if words else () for words in row) for row in rows)
    return Table(rows=cells, caption=chart.caption)


def chart_of(desk: Desk, table: Table, kind: str, uid: str = "") -> Chart | None:
    """The chart of that kind that the facts were taken from; None if they are no such facts.

    A book may have been made by anybody.
    """
    try:
        return _chart_of(desk, table, kind, uid)
    except ValueError:
        return None


def _chart_of(desk: Desk, table: Table, kind: str, uid: str) -> Chart:
    head, *rows = ([runs_text(cell) for cell in row] for row in table.rows)
    if kind == "deadlines":
        events = tuple(_event(row) for row in rows)
        return Chart(
            events=events,
            today=_event(head),
            caption=table.caption,
            description=deadlines_in_words(desk, events),
            uid=uid,
            lang=desk.lang,
        )
    bars = tuple(_bar(head, row) for row in rows)
    return Chart(
        bars=bars,
        caption=table.caption,
        description=standings_in_words(desk, bars),
        uid=uid,
        lang=desk.lang,
    )


def _standings(bars: Sequence[Bar]) -> list[list[str]]:
    """A column for each status, headed by its symbol and word; a row for each bar."""
    statuses = dict.fromkeys((word, sign) for bar in bars for word, sign, _count in bar.stretches)
    rows = [["", *(f"{sign} {word}" for word, sign in statuses)]]
    for bar in bars:
        counts = {(word, sign): str(count) for word, sign, count in bar.stretches}
        rows.append([bar.name, *(counts.get(status, "") for status in statuses)])
    return rows


def _bar(head: Sequence[str], row: Sequence[str]) -> Bar:
    name, *counts = row
    stretches = []
    for status, count in zip(head[1:], counts, strict=True):
        sign, _space, word = status.partition(" ")
        if count:
            stretches.append((word, sign, int(count)))
    return Bar(name=name, stretches=tuple(stretches))


def _deadlines(chart: Chart) -> list[list[str]]:
    """Day, day as printed, whether it has passed, what is due; the day of the book as the head."""
    events = (*((chart.today,) if chart.today else ()), *chart.events)
    return [[e.day, e.label, _OVERDUE if e.overdue else "", e.name] for e in events]


def _event(row: Sequence[str]) -> Event:
    day, label, overdue, name = row
    return Event(day=day, label=label, overdue=bool(overdue), name=name)
