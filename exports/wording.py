"""The generated words of a book, by name; the sentences themselves are handed in.

A `Wording` speaks one language. The interface, the command line and the book may each speak
another, so the language is never a global.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.things import Status


class Word(StrEnum):
    """Everything that is printed and not written by the adviser or a source."""

    TAB = "tab"
    TAB_PAGE = "tab-page"
    PAGE_OF = "page-of"
    CONTINUED = "continued"
    CONTENTS = "contents"
    COMMITMENTS = "commitments"
    ACRONYMS = "acronyms"
    SOURCES = "sources"
    OCCASION = "occasion"
    PLACE = "place"
    DATE = "date"
    PRINCIPAL = "principal"
    COUNTERPARTS = "counterparts"
    LANGUAGE = "language"
    PRESS = "press"
    EDITION = "edition"
    PRINTED = "printed"
    COPY = "copy"
    WORKING_COPY = "working-copy"
    NUMBER = "number"
    COMMITMENT = "commitment"
    WHO = "who"
    BY_WHEN = "by-when"
    WHERE_IT_STANDS = "where-it-stands"
    FOLLOW_UP = "follow-up"
    DELEGATED = "delegated"
    OVERDUE = "overdue"
    AS_OF = "as-of"
    LEAD = "lead"
    NO_COMMITMENTS = "no-commitments"
    NO_DEADLINES = "no-deadlines"
    NO_TOPIC = "no-topic"
    LEDGER_CAPTION = "ledger-caption"
    LEDGER_OURS = "ledger-ours"
    LEDGER_THEIRS = "ledger-theirs"
    LEDGER_JOINT = "ledger-joint"
    LEDGER_DESCRIPTION = "ledger-description"
    USABLE = "usable"
    INTERNAL = "internal"
    SIGNED_OFF_BY = "signed-off-by"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    REPAIRED = "repaired"
    REPAIRED_FROM = "repaired-from"
    FROZEN = "frozen"
    ACRONYM = "acronym"
    MEANING = "meaning"
    NO_ACRONYMS = "no-acronyms"
    ISSUER = "issuer"
    ISSUED = "issued"
    INSTRUMENT = "instrument"
    LANGUAGES = "languages"
    FILE = "file"
    ADDRESS = "address"
    FINGERPRINT = "fingerprint"
    COPY_OF = "copy-of"
    CITED_PASSAGES = "cited-passages"
    NO_SOURCES = "no-sources"
    CHART_STATUS = "chart-status"
    CHART_DEADLINES = "chart-deadlines"
    CHART_STATUS_LINE = "chart-status-line"
    CHART_DEADLINE_LINE = "chart-deadline-line"
    DATE_FORM = "date-form"
    FIRST_OF_MONTH = "first-of-month"
    MONTH_FORM = "month-form"
    MONTHS = "months"
    RANGE = "range"
    LIST_COMMA = "list-comma"
    LIST_AND = "list-and"
    LABEL_COLON = "label-colon"
    STATUS_UNKNOWN = "status unknown"
    STATUS_NOT_STARTED = "status not started"
    STATUS_UNDER_WAY = "status under way"
    STATUS_PARTLY_DONE = "status partly done"
    STATUS_DONE = "status done"
    STATUS_NOT_DONE = "status not done"
    STATUS_SUPERSEDED = "status superseded"
    STATE_DRAFT = "state draft"
    STATE_FOR_REVIEW = "state for review"
    STATE_SIGNED_OFF = "state signed off"
    KIND_BACKGROUND = "annotation background"
    KIND_SENSITIVITY = "annotation sensitivity"
    KIND_QUESTION = "annotation question"
    KIND_TALKING_POINT = "annotation talking point"
    KIND_TRANSLATION = "annotation translation"
    INSTRUMENT_COMMUNIQUE = "instrument communique"
    INSTRUMENT_JOINT_STATEMENT = "instrument joint statement"
    INSTRUMENT_ROADMAP = "instrument roadmap"
    INSTRUMENT_DECLARATION = "instrument declaration"
    INSTRUMENT_ACTION_PLAN = "instrument action plan"
    INSTRUMENT_AGREEMENT = "instrument agreement"
    INSTRUMENT_RELEASE = "instrument release"
    INSTRUMENT_READOUT = "instrument readout"
    INSTRUMENT_OTHER = "instrument other"
    LANG_EN = "lang en"
    LANG_FR = "lang fr"
    LANG_ZH = "lang zh"


SYMBOLS = {
    # Filled by how much is done, so that they read in greyscale and beside their words only.
    Status.UNKNOWN: "◌",
    Status.NOT_STARTED: "○",
    Status.UNDER_WAY: "◎",
    Status.PARTLY_DONE: "◐",
    Status.DONE: "●",
    Status.NOT_DONE: "×",
    Status.SUPERSEDED: "→",
}


@dataclass(frozen=True)
class Wording:
    """The words of one language. Can be sent to another process."""

    lang: str
    phrases: Mapping[Word, str]

    def say(self, word: Word, **facts: object) -> str:
        """The words for a name, with the facts in their places."""
        return self.phrases[word].format(**facts)

    def named(self, family: str, member: str) -> str:
        """The words for a member of an enumeration, such as `status` and `under way`."""
        return self.phrases[Word(f"{family} {member}")]

    def status(self, status: Status) -> str:
        """A status as symbol plus word."""
        return f"{SYMBOLS[status]} {self.named('status', status)}"

    def day(self, day: date) -> str:
        """A date as it is written in running text."""
        form = Word.FIRST_OF_MONTH if day.day == 1 else Word.DATE_FORM
        return self.say(form, day=day.day, month=self._month(day.month), year=day.year)

    def written(self, value: str) -> str:
        """`2050`, `2023-01`, `2023-02-05`, or a range `A/B`, as it is written in running text."""
        if "/" in value:
            first, last = value.split("/", 1)
            return self.say(Word.RANGE, first=self.written(first), last=self.written(last))
        parts = value.split("-")
        if len(parts) == 1:
            return value
        if len(parts) == 2:  # noqa: PLR2004 - year and month
            return self.say(Word.MONTH_FORM, month=self._month(int(parts[1])), year=parts[0])
        return self.day(date.fromisoformat(value))

    def moment(self, value: str) -> str:
        """An ISO date, with its time where it has one."""
        day, _, time = value.partition("T")
        written = self.written(day)
        return f"{written}, {time[:5]}" if time else written

    def listed(self, names: Sequence[str]) -> str:
        """Names in a row: "A", "A and B", "A, B and C"."""
        if not names:
            return ""
        *before, last = names
        if not before:
            return last
        return self.say(Word.LIST_AND, before=self.phrases[Word.LIST_COMMA].join(before), last=last)

    def labelled(self, label: str, value: str) -> str:
        """A label before its value, with the language's own colon."""
        return self.say(Word.LABEL_COLON, label=label, value=value)

    def _month(self, number: int) -> str:
        return self.phrases[Word.MONTHS].split(";")[number - 1]
