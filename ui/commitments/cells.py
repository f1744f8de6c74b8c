"""What the cells of the register say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from briefing.store import Column, Due, Grouping, Head, Row
from briefing.things import Deadline, DeadlineKind, Standing, Status
from exports.wording import SYMBOLS
from ui.commitments.names import Names
from ui.names import name_of
from ui.speech import Speech

OVERDUE = "▲"
COLUMNS = tuple(column for column in Column if column is not Column.RECORDED)
"""The columns of the table; "recorded" is an order only."""
SHOWN = frozenset(
    {
        Column.ACTION,
        Column.PROMISORS,
        Column.TOPIC,
        Column.DEADLINE,
        Column.STATUS,
    }
)
"""The columns that are there before anybody has chosen."""
FIRST = (Column.ACTION, Column.PROMISORS, Column.DEADLINE, Column.STATUS, Column.TOPIC)
"""The columns that stand before the others, until somebody moves them."""
WIDTHS = {
    Column.ACTION: 220,
    Column.PROMISORS: 100,
    Column.PROMISEES: 130,
    Column.TOPIC: 110,
    Column.KIND: 110,
    Column.FIRMNESS: 90,
    Column.DEADLINE: 100,
    Column.STATUS: 110,
    Column.AS_OF: 100,
    Column.OVERDUE: 100,
    Column.LEAD: 110,
    Column.NEXT_STEP: 180,
    Column.SOURCES: 180,
}


def column_names(_: Callable[[str], str]) -> dict[Column, str]:
    """What the columns are called."""
    return {
        Column.RECORDED: _("As recorded"),
        Column.ACTION: _("Commitment"),
        Column.PROMISORS: _("Promised by"),
        Column.PROMISEES: _("To, and through"),
        Column.TOPIC: _("Topic"),
        Column.KIND: _("Kind"),
        Column.FIRMNESS: _("Firmness"),
        Column.DEADLINE: _("Deadline"),
        Column.STATUS: _("Status"),
        Column.AS_OF: _("As of"),
        Column.OVERDUE: _("Overdue"),
        Column.LEAD: _("Lead"),
        Column.NEXT_STEP: _("Next step"),
        Column.SOURCES: _("Sources"),
    }


def due_names(_: Callable[[str], str]) -> dict[Due, str]:
    """What the times are called at which something is due."""
    return {
        Due.OVERDUE: _("Overdue"),
        Due.MONTH: _("This month"),
        Due.QUARTER: _("This quarter"),
        Due.LATER: _("Later"),
        Due.PASSED: _("Passed, and settled"),
        Due.NONE: _("No date"),
    }


@dataclass(frozen=True)
class Cells:
    """The words of rows, in the window's language and as seen from a day."""

    names: Names
    speech: Speech
    today: date

    def text(self, row: Row, column: Column) -> str:
        """What a cell says."""
        return _TEXTS[column](self, row)

    def overdue(self, row: Row) -> bool:
        """Whether the deadline has passed with the outcome open."""
        return row.standing.overdue(row.commitment.deadline, self.today)

    def status(self, status: Status) -> str:
        """A status as symbol and word."""
        return self.speech.wording.status(status)

    def standing(self, standing: Standing) -> str:
        """One status for all, or what each party's last entry says."""
        if len(standing.statuses) == 1:
            return self.status(standing.status)
        said = []
        for entry in standing.latest:
            party = self.names.parties.get(entry.party or "")
            who = party.code if party else self.speech.gettext("all")
            said.append(f"{who} {SYMBOLS[entry.status]}")
        word = self.speech.wording.named("status", standing.status)
        return f"{'  '.join(said)}\n{word}"

    def deadline(self, deadline: Deadline) -> str:
        """A date in the window's language; else the words of the source, or the adviser's."""
        if deadline.kind in {DeadlineKind.DATE, DeadlineKind.RANGE} and deadline.last_day:
            return self.written(deadline.value)
        return deadline.text or deadline.value

    def written(self, value: str) -> str:
        """`2050`, `2023-01`, `2023-02-05` or a range as a table has it."""
        try:
            return self.speech.wording.written(value)
        except (ValueError, IndexError):
            return value  # what no calendar has is shown as it is

    def head(self, head: Head, grouping: Grouping) -> str:
        """What rows stand under, with how many they are."""
        return f"{self._head(head.key, grouping)}  ·  {self.speech.number(head.count)}"

    def _head(self, key: str, grouping: Grouping) -> str:
        _ = self.speech.gettext
        match grouping:
            case Grouping.TOPIC:
                return " – ".join(self._path(key)) or _("No topic")
            case Grouping.PARTY:
                names = self.names.of_parties(key.split())
                return self.speech.wording.listed(names) or _("Nobody named")
            case Grouping.STATUS:
                return self.status(Status(key))
            case Grouping.DEADLINE:
                return due_names(_)[Due(key)]

    def _path(self, topic: str) -> list[str]:
        path: list[str] = []
        at = self.names.topics.get(topic)
        while at is not None:
            path.insert(0, at.name)
            at = self.names.topics.get(at.parent or "")
        return path

    def _promisees(self, row: Row) -> str:
        delegate = self.names.of_parties([row.commitment.delegate or ""])
        listed = self.speech.wording.listed(self.names.of_parties(row.commitment.promisees))
        through = self.speech.gettext("through {name}").format(name=delegate[0]) if delegate else ""
        return "\n".join(filter(None, (listed, through)))

    def _deadline(self, row: Row) -> str:
        words = self.deadline(row.commitment.deadline)
        return f"{OVERDUE} {words}" if self.overdue(row) else words

    def _overdue(self, row: Row) -> str:
        return f"{OVERDUE} {self.speech.gettext('Overdue')}" if self.overdue(row) else ""

    def _as_of(self, row: Row) -> str:
        return self.speech.day(row.standing.as_of) if row.standing.as_of else ""


_TEXTS: dict[Column, Callable[[Cells, Row], str]] = {
    Column.ACTION: lambda _cells, row: " ".join(row.commitment.action.split()),
    Column.PROMISORS: lambda cells, row: cells.speech.wording.listed(
        cells.names.of_parties(row.commitment.promisors)
    ),
    Column.PROMISEES: Cells._promisees,  # noqa: SLF001 - the class's own table
    Column.TOPIC: lambda cells, row: cells.speech.wording.listed(
        cells.names.of_topics(row.commitment.topics)
    ),
    Column.KIND: lambda cells, row: name_of(row.commitment.kind, cells.speech.gettext),
    Column.FIRMNESS: lambda cells, row: name_of(row.commitment.firmness, cells.speech.gettext),
    Column.DEADLINE: Cells._deadline,  # noqa: SLF001
    Column.STATUS: lambda cells, row: cells.standing(row.standing),
    Column.AS_OF: Cells._as_of,  # noqa: SLF001
    Column.OVERDUE: Cells._overdue,  # noqa: SLF001
    Column.LEAD: lambda _cells, row: row.commitment.lead,
    Column.NEXT_STEP: lambda _cells, row: " ".join(row.commitment.next_step.split()),
    Column.SOURCES: lambda cells, row: "\n".join(
        cells.names.of_sources(anchor.source for anchor in row.commitment.anchors)
    ),
}
