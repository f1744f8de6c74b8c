"""Deadlines on a line: what lies too close together to be told apart is counted. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum

from briefing.store.overview import Due


class Lane(IntEnum):
    """Where on the line a deadline stands, from the top."""

    OVERDUE = 0
    OPEN = 1
    SETTLED = 2


@dataclass(frozen=True, slots=True)
class Cluster:
    """Commitments that fall due close together."""

    lane: Lane
    first: date
    last: date
    count: int
    uid: str
    """Of the one, where it is one alone; else "", as the action."""
    action: str


def clustered(dues: Iterable[Due], today: date, days_apart: float) -> list[Cluster]:
    """Marks in the order of time, those of one lane at least so many days apart."""
    marks: list[Cluster] = []
    newest: dict[Lane, int] = {}
    for due in dues:
        lane = _lane(due, today)
        place = newest.get(lane)
        if place is not None and (due.day - marks[place].first).days < days_apart:
            before = marks[place]
            marks[place] = replace(before, last=due.day, count=before.count + due.count, action="")
        else:
            newest[lane] = len(marks)
            marks.append(Cluster(lane, due.day, due.day, due.count, due.uid, due.action))
    return marks


def _lane(due: Due, today: date) -> Lane:
    if due.settled:
        return Lane.SETTLED
    return Lane.OVERDUE if due.day < today else Lane.OPEN


def span(dues: Sequence[Due], today: date) -> tuple[date, date]:
    """Whole years around all days and today."""
    days = [today, *(due.day for due in dues)]
    return date(min(days).year, 1, 1), date(max(days).year, 12, 31)
