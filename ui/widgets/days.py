"""Days, moments and deadlines as people type them, in the three languages. Knows no widget."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache

from briefing.text import fold
from briefing.things import NO_DEADLINE, Deadline, DeadlineKind
from exports.wording import Word
from ui.speech import Speech
from ui.words import LANGUAGES

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_HAN = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})[日号])?")
_TIME = re.compile(
    r"[\s,T]*(?:\b(?:at|à)\s+)?(\d{1,2})(?:[:h.時时](\d{2})?|(?=\s*[ap]m\b))分?\s*([ap]m)?\s*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:/|–|—|\bto\b|\bau?\b|\bà\b|至|到)\s*", re.IGNORECASE)
_LEADS = {"en": ("by ", "by the "), "fr": ("d’ici ", "d’ici la ", "d’ici à la ")}
"""What a source begins with, and a hurried adviser leaves out."""
_MIDNIGHT, _NOON, _DAY = 12, 12, 24
_SHORTEST_MONTH = 3


def read_day(words: str) -> str | None:
    """`2050`, `2023-01` or `2023-02-05` for what was typed; None for what cannot be read."""
    bare = " ".join(words.replace(",", " ").split())
    if match := _ISO.fullmatch(bare) or _HAN.fullmatch(bare.replace(" ", "")):
        return _built(*match.groups())
    if match := _NUMBERS.fullmatch(bare.replace(" ", "")):
        first, second, year = match.groups()
        # The day comes first, as in most of the world, unless it cannot be one.
        return _built(year, second, first) or _built(year, first, second)
    return _in_words(bare)


def read_full_day(words: str) -> str | None:
    """`2023-02-05`, or None where the words do not name one day."""
    day = read_day(words)
    return day if day is not None and len(day) == len("2023-02-05") else None


def read_moment(words: str, day: str = "") -> str | None:
    """`2027-03-14` or `2027-03-14T09:30`; a bare time belongs to the given day."""
    whole = read_full_day(words)
    if whole is not None:
        return whole
    match = _TIME.search(words)
    if match is None:
        return None
    time = _time(*match.groups())
    before = words[: match.start()].strip(" ,T")
    named = read_full_day(before) if before else day[: len("2027-03-14")]
    return f"{named}T{time}" if named and time else None


def read_deadline(words: str) -> Deadline | None:
    """What typed words say of time; None for what cannot be read.

    Who types is not the source, so the deadline has no `text`: its words are to come from there.
    """
    bare = words.strip()
    if not bare:
        return NO_DEADLINE
    if (day := read_day(bare)) is not None:
        return Deadline(kind=DeadlineKind.DATE, value=day)
    first, *others = _BETWEEN.split(bare)
    days = [read_day(first), *(read_day(other) for other in others)]
    if len(days) == 2 and all(days):  # noqa: PLR2004 - from and to
        return Deadline(kind=DeadlineKind.RANGE, value=f"{days[0]}/{days[1]}")
    return _as_in_a_source(bare)


def is_like_a_day(words: str) -> bool:
    """Whether words are nothing but numbers and months: a day, though perhaps not a real one."""
    names = [fold(name) for name in re.findall(r"[^\W\d_]+", words)]
    return any(map(str.isdigit, words)) and all(
        _month(name) or name in {"年", "月", "日", "号"} for name in names
    )


def _as_in_a_source(words: str) -> Deadline | None:
    """The deadline in words such as “by the end of 2030”, which sources use, and so do people."""
    # Late, for its lexicons: no window needs them before such words are typed.
    from briefing.candidates.deadlines import find_deadline  # noqa: PLC0415

    tried = [(words, lang) for lang in LANGUAGES]
    tried += [(lead + words, lang) for lang, leads in _LEADS.items() for lead in leads]
    whole = next(
        (d for said, lang in tried if fold((d := find_deadline(said, lang)).text) == fold(said)),
        None,
    )
    if whole is None:
        return None
    dated = whole.kind in {DeadlineKind.DATE, DeadlineKind.RANGE}
    return Deadline(kind=whole.kind, value=whole.value if dated else words)


def _time(hour: str, minute: str | None, half: str | None) -> str | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        hours = hours % _NOON + (_NOON if half.casefold() == "pm" else 0)
    if hours >= _DAY or minutes >= 60:  # noqa: PLR2004 - minutes of an hour
        return None
    return f"{hours:02}:{minutes:02}"


def _built(year: str, month: str | None, day: str | None) -> str | None:
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    parts = 1 + (month is not None) + (day is not None)
    return "-".join(whole.split("-")[:parts])


def _in_words(words: str) -> str | None:
    """A day or a month with its name, in whatever order."""
    numbers = re.findall(r"\d+", words)
    names = [fold(name) for name in re.findall(r"[^\W\d_]+", words)]
    months = [month for name in names if (month := _month(name))]
    years = [number for number in numbers if len(number) == 4]  # noqa: PLR2004 - digits of a year
    days = [number for number in numbers if len(number) <= 2]  # noqa: PLR2004 - digits of a day
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(numbers) > 2:  # noqa: PLR2004
        return None
    return _built(years[0], str(months[0]), days[0] if days else None)


def _month(name: str) -> int | None:
    if len(name) < _SHORTEST_MONTH:
        return None
    found = {number for full, number in _months().items() if full.startswith(name)}
    return found.pop() if len(found) == 1 else None


@cache
def _months() -> dict[str, int]:
    return {
        fold(name): number
        for lang in LANGUAGES
        for number, name in enumerate(
            Speech.of(lang).wording.phrases[Word.MONTHS].split(";"), start=1
        )
        if not name.isdigit()
    }


def shown_day(value: str, speech: Speech) -> str:
    """A value of `read_day` or `read_moment` as it is shown, and can be read again."""
    day, _, time = value.partition("T")
    try:
        written = speech.day(date.fromisoformat(day))
        return f"{written}, {datetime.fromisoformat(value):%H:%M}" if time else written
    except ValueError:
        return speech.wording.written(day) if read_day(day) else value
