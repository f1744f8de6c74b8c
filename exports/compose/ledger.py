"""Commitments as a table: what was promised, by whom, by when, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.anchor import Anchor
from briefing.text import HAN
from briefing.things import Commitment, DeadlineKind, Party, Status, StatusEntry
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.compose.quotes import quoted, versions
from exports.tree import (
    Block,
    Cell,
    Comment,
    Heading,
    Inline,
    Paragraph,
    Role,
    Table,
    TableRole,
    Text,
)
from exports.wording import Word

WIDTHS = (0.06, 0.43, 0.135, 0.115, 0.26)
UNTOLD_WIDTHS = (0.06, 0.52, 0.14, 0.115, 0.165)
"""Where nothing is known yet of how things stand, the words have the room."""
_WORDY = 30
"""A deadline of more letters than so (a Chinese character takes the room of two) is a long one."""
_FOR_WORDY = 0.05
"""What its column gets from the words of the commitments."""
_OVERDUE = "▲"
_HAN = re.compile(f"[{HAN}]")


def ledger_table(
    desk: Desk, footnotes: Footnotes, commitments: Sequence[Commitment], caption: str, uid: str = ""
) -> Table:
    """A row for each commitment, its words in every language version."""
    say = desk.wording.say
    heads = (Word.NUMBER, Word.COMMITMENT, Word.WHO, Word.BY_WHEN, Word.WHERE_IT_STANDS)
    head = tuple(Cell(blocks=(_line(say(word)),), head=True) for word in heads)
    return Table(
        widths=_widths(desk, commitments),
        rows=(head, *(_row(desk, footnotes, c) for c in commitments)),
        role=TableRole.LEDGER,
        caption=caption,
        description=say(Word.LEDGER_DESCRIPTION),
        uid=uid,
    )


def kept_ledger(desk: Desk, table: Table) -> Table:
    """A table of commitments as it was kept when its note was signed off, looking like a live one.

    Only its words were kept; how its columns share the line is seen from them.
    """
    heads, rows = table.rows[: table.heads], table.rows[table.heads :]
    if any(len(row) != len(WIDTHS) for row in table.rows):
        return table
    unknown = desk.wording.status(Status.UNKNOWN)
    told = any(_said(row[-1]) != unknown for row in rows)
    wordy = any(_room(_said(row[-2])) > _WORDY for row in rows)
    return replace(
        table,
        widths=_shares(told=told, wordy=wordy),
        rows=(*heads, *(_kept_row(desk, row) for row in rows)),
        role=TableRole.LEDGER,
        description=desk.wording.say(Word.LEDGER_DESCRIPTION),
    )


def _said(cell: Cell) -> str:
    """The words of a cell, a line for each paragraph."""
    return "\n".join(_words(block) for block in cell.blocks if isinstance(block, Paragraph))


def _kept_row(desk: Desk, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    number, text, parties, when, stands = row
    statuses = [desk.wording.status(status) for status in Status]
    first = parties.blocks[:1]
    return (
        replace(number, head=True),
        _small_but(text, lambda line: not _is_slanted(line)),
        _small_but(parties, lambda line: line in first),
        when,
        _small_but(stands, lambda line: any(words in _words(line) for words in statuses)),
    )


def _small_but(cell: Cell, large: Callable[[Paragraph], bool]) -> Cell:
    """A cell whose paragraphs are small but for some."""
    return replace(
        cell,
        blocks=tuple(
            replace(block, role=Role.SMALL)
            if isinstance(block, Paragraph) and not large(block)
            else block
            for block in cell.blocks
        ),
    )


def _is_slanted(line: Paragraph) -> bool:
    """Whether it is a remark; nothing else in a table of commitments is in italics."""
    return all(isinstance(inline, Text) and inline.italic for inline in line.inlines)


def _words(line: Paragraph) -> str:
    return "".join(inline.text for inline in line.inlines if isinstance(inline, Text))


def ledger_part(desk: Desk, footnotes: Footnotes) -> Iterator[Block]:
    """The whole ledger: a table for each topic, in the topics' order."""
    names: dict[str | None, str] = {topic.uid: topic.name for topic in desk.topics}
    names[None] = desk.wording.say(Word.NO_TOPIC)
    empty = True
    for uid, commitments in desk.by_topic.items():
        if commitments:
            empty = False
            yield Heading(level=2, inlines=(Text(text=names[uid]),), uid=f"ledger-{uid or 'none'}")
            caption = desk.wording.say(Word.LEDGER_CAPTION, topic=names[uid])
            yield ledger_table(desk, footnotes, commitments, caption)
    if empty:
        yield Paragraph(inlines=(Text(text=desk.wording.say(Word.NO_COMMITMENTS)),))


def _widths(desk: Desk, commitments: Sequence[Commitment]) -> tuple[float, ...]:
    return _shares(
        told=any(_is_told(desk, c) for c in commitments),
        wordy=any(_room(deadline_words(desk, c)) > _WORDY for c in commitments),
    )


def _shares(*, told: bool, wordy: bool) -> tuple[float, ...]:
    number, text, parties, when, stands = WIDTHS if told else UNTOLD_WIDTHS
    if wordy:
        text, when = text - _FOR_WORDY, when + _FOR_WORDY
    return (number, text, parties, when, stands)


def _room(text: str) -> int:
    return len(text) + len(_HAN.findall(text))


def _is_told(desk: Desk, commitment: Commitment) -> bool:
    return bool(desk.latest(commitment) or commitment.lead or commitment.next_step)


def _row(desk: Desk, footnotes: Footnotes, commitment: Commitment) -> tuple[Cell, ...]:
    number = _line(str(desk.number_of[commitment.uid]))
    return (
        Cell(blocks=(number,), head=True),
        Cell(blocks=tuple(words(desk, footnotes, commitment))),
        Cell(blocks=tuple(who(desk, commitment))),
        Cell(blocks=tuple(by_when(desk, commitment))),
        Cell(blocks=(*standing(desk, commitment, footnotes), *_follow_up(desk, commitment))),
    )


def words(desk: Desk, footnotes: Footnotes, commitment: Commitment) -> Iterator[Paragraph]:
    """What is promised: the adviser's words where they differ, then the quote in each version."""
    uid = commitment.uid
    comments = desk.comments(uid)
    if all(anchor.quote != commitment.action for anchor in commitment.anchors):
        inlines = (Text(text=commitment.action, bold=True),)
        yield Paragraph(inlines=inlines, uid=uid, comments=comments)
        uid, comments = "", ()
    for copies in versions(commitment.anchors, desk.lang):
        yield _version(desk, footnotes, copies, uid, comments)
        uid, comments = "", ()
    for remark in desk.printed_remarks(commitment.uid):
        label = desk.wording.named("annotation", remark.kind)
        text = desk.wording.labelled(label, remark.body.text)
        yield Paragraph(inlines=(Text(text=text, italic=True),), role=Role.SMALL)


def _version(
    desk: Desk,
    footnotes: Footnotes,
    copies: Sequence[Anchor],
    uid: str,
    comments: tuple[Comment, ...],
) -> Paragraph:
    distinct = list({anchor.source: anchor for anchor in copies}.values())
    inlines: list[Inline] = []
    repairs = []
    shown = [a for a in copies if a.source == copies[0].source]
    for anchor in shown:
        if inlines:
            inlines.append(Text(text=" […] "))
        text, mended = quoted(desk, anchor)
        inlines.extend(text)
        repairs.extend(mended)
    return Paragraph(
        inlines=(*inlines, footnotes.cite(distinct, repairs)),
        uid=uid,
        lang=copies[0].lang,
        comments=(*comments, *desk.comments(*(anchor.passage for anchor in shown))),
    )


def who(desk: Desk, commitment: Commitment) -> Iterator[Paragraph]:
    """Promisors, and through whom."""
    names = desk.names(commitment.promisors)
    yield _line(names or "—")
    delegate = desk.whole.find(Party, commitment.delegate)
    if delegate is not None:
        yield _line(desk.wording.say(Word.DELEGATED, name=delegate.name), Role.SMALL)


def by_when(desk: Desk, commitment: Commitment) -> Iterator[Paragraph]:
    """The deadline, as written where it is more than a date, and whether it has passed."""
    yield _line(deadline_words(desk, commitment) or "—")
    if desk.overdue(commitment):
        overdue = f"{_OVERDUE}\u00a0{desk.wording.say(Word.OVERDUE)}"
        yield Paragraph(inlines=(Text(text=overdue, bold=True),))


def deadline_words(desk: Desk, commitment: Commitment) -> str:
    """A date in the book's language; else the words of the source, or what the adviser wrote."""
    deadline = commitment.deadline
    if deadline.kind in {DeadlineKind.DATE, DeadlineKind.RANGE}:
        return desk.wording.written(deadline.value)
    return deadline.text or deadline.value


def standing(
    desk: Desk, commitment: Commitment, footnotes: Footnotes | None = None
) -> Iterator[Paragraph]:
    """The last status of each party as symbol plus word, with its day and evidence.

    With footnotes, evidence from a source of the book names its place there.
    """
    entries = desk.latest(commitment)
    if not entries:
        yield _line(desk.wording.status(Status.UNKNOWN))
    for entry in entries:
        call = (footnotes.cite([entry.anchor]),) if footnotes and entry.anchor else ()
        status, evidence = _status_words(desk, entry), entry.evidence
        yield _line(status, more=() if evidence else call)
        if evidence:
            yield _line(evidence, Role.SMALL, more=call)


def _status_words(desk: Desk, entry: StatusEntry) -> str:
    party = desk.whole.find(Party, entry.party)
    status = desk.wording.status(entry.status)
    if party is not None:
        status = desk.wording.labelled(party.name, status)
    as_of = desk.wording.say(Word.AS_OF, date=desk.wording.day(entry.as_of))
    return f"{status}, {as_of}" if desk.lang != "zh" else f"{status}（{as_of}）"


def _follow_up(desk: Desk, commitment: Commitment) -> Iterator[Paragraph]:
    if commitment.lead:
        lead = desk.wording.labelled(desk.wording.say(Word.LEAD), commitment.lead)
        yield _line(lead, Role.SMALL)
    if commitment.next_step:
        yield _line(f"→ {commitment.next_step}", Role.SMALL)


def _line(text: str, role: Role = Role.BODY, more: Iterable[Inline] = ()) -> Paragraph:
    return Paragraph(inlines=(Text(text=text), *more), role=role)
