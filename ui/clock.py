"""The day and the moment that something is done at."""

from __future__ import annotations

from datetime import UTC, date, datetime


def today() -> date:
    """The day on the adviser's wall."""
    return date.today()  # noqa: DTZ011 - of the place where they are


def now() -> str:
    """This moment in UTC to the second, so that moments sort as their texts do."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def now_here() -> str:
    """This moment as the adviser's clock says it, for what is printed with its day."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
