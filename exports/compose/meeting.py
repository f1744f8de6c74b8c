"""The meeting as a block of labels and values."""

from __future__ import annotations

from collections.abc import Iterator

from exports.compose.desk import Desk
from exports.tree import Block, Cell, Paragraph, Table, TableRole, Text
from exports.wording import Word


def meeting_lines(desk: Desk) -> list[tuple[str, str]]:
    """What is known of the meeting, as (label, value)."""
    meeting = desk.whole.meeting
    if meeting is None:
        return []
    wording = desk.wording
    when = wording.moment(meeting.starts) if meeting.starts else ""
    if meeting.ends and meeting.ends[:10] != meeting.starts[:10]:
        when = wording.say(Word.RANGE, first=when, last=wording.moment(meeting.ends))
    lines = (
        (Word.OCCASION, meeting.occasion),
        (Word.PRINCIPAL, meeting.principal),
        (Word.COUNTERPARTS, "; ".join(meeting.counterparts)),
        (Word.DATE, when),
        (Word.PLACE, meeting.place),
        (Word.LANGUAGE, meeting.language),
        (Word.PRESS, meeting.press),
    )
    return [(wording.say(word), value) for word, value in lines if value]


def meeting_table(desk: Desk) -> Iterator[Block]:
    """The header block of a meeting note; nothing where nothing is known."""
    lines = meeting_lines(desk)
    if lines:
        yield fields(lines)


def fields(lines: list[tuple[str, str]], description: str = "") -> Table:
    """Labels and values as a table without heads."""
    return Table(
        widths=(0.22, 0.78),
        rows=tuple(
            (
                Cell(blocks=(Paragraph(inlines=(Text(text=label),)),), head=True),
                Cell(blocks=(Paragraph(inlines=(Text(text=value),)),)),
            )
            for label, value in lines
        ),
        heads=0,
        role=TableRole.FIELDS,
        description=description,
    )
