"""Charts: how commitments stand, and when they fall due; each says its facts in words too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefing.things import Commitment, Status, Topic
from exports.compose.desk import Desk
from exports.tree import Bar, Chart, Event
from exports.wording import SYMBOLS, Word


def status_chart(
    desk: Desk, commitments: Sequence[Commitment], caption: str, uid: str = ""
) -> Chart:
    """A bar for each topic, stretched by status."""
    counts: dict[str, Counter[Status]] = {}
    for commitment in commitments:
        topic = desk.whole.find(Topic, commitment.topics[0] if commitment.topics else None)
        name = topic.name if topic else desk.wording.say(Word.NO_TOPIC)
        counts.setdefault(name, Counter())[_status(desk, commitment)] += 1
    bars = tuple(
        Bar(
            name=name,
            stretches=tuple(
                (desk.wording.named("status", status), SYMBOLS[status], count[status])
                for status in Status
                if count[status]
            ),
        )
        for name, count in counts.items()
    )
    return Chart(
        bars=bars,
        caption=caption,
        description=standings_in_words(desk, bars),
        uid=uid,
        lang=desk.lang,
    )


def _status(desk: Desk, commitment: Commitment) -> Status:
    """One status for a commitment of several parties: the least far of them."""
    order = list(Status)
    entries = desk.latest(commitment)
    return min((entry.status for entry in entries), key=order.index, default=Status.UNKNOWN)


def standings_in_words(desk: Desk, bars: Sequence[Bar]) -> str:
    """What bars show, for who does not see them."""
    lines = (
        desk.wording.say(
            Word.CHART_STATUS_LINE,
            name=bar.name,
            counts=", ".join(
                desk.wording.labelled(status, str(count)) for status, _, count in bar.stretches
            ),
        )
        for bar in bars
    )
    return " ".join(lines)


def deadline_chart(
    desk: Desk, commitments: Sequence[Commitment], caption: str, uid: str = ""
) -> Chart:
    """A point for each commitment with a last day, in order of time."""
    dated = sorted(
        ((c.deadline.last_day, c) for c in commitments if c.deadline.last_day is not None),
        key=lambda pair: (str(pair[0]), desk.number_of[pair[1].uid]),
    )
    events = tuple(
        Event(
            day=str(day),
            name=f"{desk.number_of[c.uid]}. {_short(c.action)}",
            overdue=desk.overdue(c),
            label=desk.wording.written(str(day)),
        )
        for day, c in dated
    )
    return Chart(
        events=events,
        today=Event(day=desk.today.isoformat(), name="", label=desk.wording.day(desk.today)),
        caption=caption,
        description=deadlines_in_words(desk, events),
        uid=uid,
        lang=desk.lang,
    )


def deadlines_in_words(desk: Desk, events: Sequence[Event]) -> str:
    """What a time line shows, for who does not see it."""
    return " ".join(
        desk.wording.say(Word.CHART_DEADLINE_LINE, date=desk.wording.written(e.day), name=e.name)
        for e in events
    )


def _short(words: str, most: int = 48) -> str:
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0] + "…"
