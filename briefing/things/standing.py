"""Where a commitment stands, made out from its status entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.things.commitment import Status, StatusEntry
from briefing.things.deadline import Deadline

_WEAKEST_FIRST = (
    Status.UNKNOWN,
    Status.NOT_STARTED,
    Status.UNDER_WAY,
    Status.PARTLY_DONE,
    Status.NOT_DONE,
    Status.DONE,
    Status.SUPERSEDED,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The last entry for each party, the party heard of first before the others."""

    latest: tuple[StatusEntry, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[StatusEntry]) -> Standing:
        """The standing that entries come to, whatever their order."""
        last: dict[str | None, StatusEntry] = {}
        for entry in sorted(entries, key=lambda e: (e.as_of, e.recorded, e.uid)):
            last[entry.party] = entry
        return cls(tuple(last.values()))

    @property
    def statuses(self) -> tuple[Status, ...]:
        """What the parties' last entries say, each once; unknown if nothing was ever said."""
        return tuple(dict.fromkeys(e.status for e in self.latest)) or (Status.UNKNOWN,)

    @property
    def status(self) -> Status:
        """One word for all parties: that of the party that has come least far."""
        return min(self.statuses, key=_WEAKEST_FIRST.index)

    @property
    def as_of(self) -> date | None:
        """The day of the newest of the last entries."""
        return max((entry.as_of for entry in self.latest), default=None)

    @property
    def settled(self) -> bool:
        """Whether nothing more is expected of any party."""
        return all(status.settled for status in self.statuses)

    def overdue(self, deadline: Deadline, today: date) -> bool:
        """Whether the deadline has passed with the outcome open."""
        return deadline.passed(today) and not self.settled
