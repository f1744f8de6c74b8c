"""By when: what was promised about time, with the words as written."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineKind(StrEnum):
    """How a commitment speaks of time."""

    NONE = "none"
    DATE = "date"
    RANGE = "range"
    EVENT = "event"
    DURATION = "duration"
    RECURRING = "recurring"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline.

    `value` is `2050`, `2023-01` or `2023-02-05` for a date, `A/B` for a range, and the name of the
    event, the duration or the rhythm otherwise. `text` is the words of the source.
    """

    kind: DeadlineKind = DeadlineKind.NONE
    value: str = ""
    text: str = ""

    @property
    def last_day(self) -> date | None:
        """The last day on which the promise can be kept, where the deadline has one."""
        if self.kind not in {DeadlineKind.DATE, DeadlineKind.RANGE}:
            return None
        return _last_day(self.value.rsplit("/", 1)[-1])

    def passed(self, today: date) -> bool:
        """Whether the last day lies behind."""
        return self.last_day is not None and self.last_day < today


NO_DEADLINE = Deadline()


def _last_day(value: str) -> date | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    try:
        day = int(match[3]) if match[3] else calendar.monthrange(year, month)[1]
        return date(year, month, day)
    except ValueError:
        return None  # a day that no calendar has
