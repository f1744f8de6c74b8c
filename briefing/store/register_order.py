"""What is asked of the register: which commitments, in which order, under which heads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from briefing.things import Firmness, Kind, Status


class Column(StrEnum):
    """What the register can be sorted by."""

    RECORDED = "recorded"
    ACTION = "action"
    PROMISORS = "promisors"
    PROMISEES = "promisees"
    TOPIC = "topic"
    KIND = "kind"
    FIRMNESS = "firmness"
    DEADLINE = "deadline"
    STATUS = "status"
    AS_OF = "as-of"
    OVERDUE = "overdue"
    LEAD = "lead"
    NEXT_STEP = "next-step"
    SOURCES = "sources"


class Grouping(StrEnum):
    """What rows can stand under heads of."""

    TOPIC = "topic"
    PARTY = "party"
    STATUS = "status"
    DEADLINE = "deadline"


class Due(StrEnum):
    """When something is due, as seen from a day. Of a filter, a quarter holds its month."""

    OVERDUE = "overdue"
    MONTH = "month"
    QUARTER = "quarter"
    LATER = "later"
    PASSED = "passed"
    """The day has passed, and nothing more is expected."""
    NONE = "none"
    """No day is named: no deadline at all, or a vague one."""


class Field(StrEnum):
    """The fields of a filter that hold values to choose from, by their names there."""

    TOPICS = "topics"
    PARTIES = "parties"
    STATUSES = "statuses"
    DUE = "due"
    SOURCES = "sources"
    KINDS = "kinds"
    FIRMNESS = "firmness"
    LEADS = "leads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which commitments are meant: of each field that says something, one value has to fit."""

    words: str = ""
    """As in a search box: all of them, in the commitment or a quote."""
    topics: tuple[str, ...] = ()
    """Uids, each with the topics below it; "" means without a topic."""
    parties: tuple[str, ...] = ()
    """Uids of promisors; "" means that nobody is named."""
    statuses: tuple[Status, ...] = ()
    """What the last entry of any party says."""
    due: tuple[Due, ...] = ()
    sources: tuple[str, ...] = ()
    """Uids; "" means without a source."""
    kinds: tuple[Kind, ...] = ()
    firmness: tuple[Firmness, ...] = ()
    leads: tuple[str, ...] = ()
    """As they are written; "" means without."""
    first_day: date | None = None
    """The deadline's last day lies on this day or after."""
    last_day: date | None = None
    """The deadline's last day lies on this day or before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How rows follow each other. What a row has nothing for stands last either way."""

    column: Column = Column.RECORDED
    descending: bool = False
    grouping: Grouping | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that decide what is due when."""

    today: date

    @property
    def month_end(self) -> date:
        """The last day of this month."""
        return _month_end(self.today.year, self.today.month)

    @property
    def quarter_end(self) -> date:
        """The last day of this quarter."""
        return _month_end(self.today.year, (self.today.month + 2) // 3 * 3)

    def due(self, last_day: date | None, *, settled: bool) -> Due:
        """Under which head a deadline stands."""
        if last_day is None:
            return Due.NONE
        if last_day < self.today:
            return Due.PASSED if settled else Due.OVERDUE
        if last_day <= self.month_end:
            return Due.MONTH
        return Due.QUARTER if last_day <= self.quarter_end else Due.LATER


def _month_end(year: int, month: int) -> date:
    following = date(year + 1, 1, 1) if month == 12 else date(year, month + 1, 1)  # noqa: PLR2004
    return following - timedelta(days=1)
