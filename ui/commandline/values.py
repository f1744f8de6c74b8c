"""How values are typed on the command line, and shown there."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date, datetime

from briefing.anchor import Anchor
from briefing.anchoring import make_anchor
from briefing.errors import Refused
from briefing.store import BookStore
from briefing.things import NO_DEADLINE, Deadline, DeadlineKind, Source
from ui.commandline import refs
from ui.commandline.command import Translate

_DAY = r"\d{4}(-\d\d(-\d\d)?)?"


def day(_: Translate) -> Callable[[str], date]:
    """What reads a day, and says how to write one where it cannot."""

    def read(words: str) -> date:
        try:
            return date.fromisoformat(words)
        except ValueError as error:
            raise ArgumentTypeError(_no_day(words, _)) from error

    return read


def moment(_: Translate) -> Callable[[str], str]:
    """What reads a day, or a day and time, into its ISO form."""

    def read(words: str) -> str:
        try:
            if "T" in words:
                return datetime.fromisoformat(words).isoformat(timespec="minutes")
            return date.fromisoformat(words).isoformat()
        except ValueError as error:
            raise ArgumentTypeError(_no_day(words, _)) from error

    return read


def _no_day(words: str, _: Translate) -> str:
    return _("“{subject}” is no date; write it like {example}").format(
        subject=words, example="2027-06-30"
    )


def deadline(words: str) -> Deadline:
    """The deadline that is typed.

    `2030`, `2027-06`, `2027-06-30`, `2027/2030`, `event:next summit`, `recurring:yearly`, `none`;
    anything else is vague, in the words as typed. None of them are the words of a source.
    """
    if words in {"", "none", "-"}:
        return NO_DEADLINE
    if re.fullmatch(_DAY, words):
        return Deadline(kind=DeadlineKind.DATE, value=words)
    if re.fullmatch(f"{_DAY}/{_DAY}", words):
        return Deadline(kind=DeadlineKind.RANGE, value=words)
    name, _, rest = words.partition(":")
    if name in {DeadlineKind.EVENT, DeadlineKind.DURATION, DeadlineKind.RECURRING}:
        return Deadline(kind=DeadlineKind(name), value=rest)
    return Deadline(kind=DeadlineKind.VAGUE, value=words)


def anchor(store: BookStore, words: str, quote: str = "") -> Anchor:
    """Where a passage (`SOURCE:NUMBER`) says the quote, or the whole passage."""
    passage = refs.passage(store, words)
    start = passage.text.find(quote) if quote else 0
    if start < 0:
        raise Refused("outside-passage", quote)
    end = start + len(quote) if quote else len(passage.text)
    return make_anchor(store.get(Source, passage.source), passage, start, end)
