"""What an insert shows in the note: the words of the page, a line for each thing that it lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.prose import Prose, Run, Table, runs_text
from briefing.store import BookStore
from briefing.things import (
    Book,
    Commitment,
    Insert,
    InsertKind,
    Party,
    StatusEntry,
    Thing,
    Topic,
    topics_in_order,
)
from exports.compose import ledger
from exports.compose.charts import deadline_chart, status_chart
from exports.compose.citations import Footnotes, citation_words
from exports.compose.inserts import InsertComposer, nothing_in
from exports.compose.kept_charts import chart_of
from exports.tree import Block, Chart, Inline, Paragraph, Quote, Text
from exports.wording import Word, Wording
from ui.book.excerpt import ExcerptDesk, desk_of, excerpt_of, ledger_numbers
from ui.names import Translate

_LISTED = 10
"""Commitments of a table that are shown in the note; the page has all of them."""
_LARGEST = 400
"""Of a book with more commitments than this, a table of all of them says only how many."""
NgetText = Callable[[str, str, int], str]


@dataclass
class Lines:
    """Reads from the book what inserts show; what many of them need is read once."""

    store: BookStore
    wording: Wording
    gettext: Translate
    ngettext: NgetText
    today: date
    _base: list[Thing] = field(default_factory=list)
    _ledger: dict[str, int] = field(default_factory=dict)

    def of(self, insert: Insert) -> tuple[str, tuple[str, ...]]:
        """The title of an insert, and what it shows."""
        title, lines = self._live(insert)
        if insert.frozen is None:
            return title, lines
        shown = self.wording.day(insert.frozen_on) if insert.frozen_on else ""
        as_of = self.wording.say(Word.FROZEN, date=shown)
        return title or as_of, (*self._kept(insert, insert.frozen), as_of)

    def _live(self, insert: Insert) -> tuple[str, tuple[str, ...]]:
        match insert.kind:
            case InsertKind.EXTRACT | InsertKind.COMMITMENT:
                return self._words(insert)
            case InsertKind.TABLE:
                return self._table(insert)
            case InsertKind.CHART:
                return self._chart(insert)

    # Words of a source

    def _words(self, insert: Insert) -> tuple[str, tuple[str, ...]]:
        commitment = self.store.find(Commitment, insert.commitment)
        anchors = [insert.anchor] if insert.anchor else []
        desk = self._desk([commitment] if commitment else [], insert)
        anchors += list(commitment.anchors) if commitment else []
        title = (
            "".join(piece.text for piece in citation_words(desk, anchors[0], short=True))
            if anchors
            else ""
        )
        shown = InsertComposer(desk, Footnotes(desk)).live(insert)
        lines = tuple(line for block in shown for line in _lines(block))
        return title or (commitment.action if commitment else ""), lines

    # Commitments

    def _table(self, insert: Insert) -> tuple[str, tuple[str, ...]]:
        found = self._under(insert.topic)
        desk = self._desk((), insert)
        composer = InsertComposer(desk, Footnotes(desk))
        title = composer.caption(insert)
        if found is None:
            return title, (self._how_many(),)
        listed = [c for c in found if composer.on_side(c, insert.side)]
        if not listed:
            return title, (self.wording.say(Word.NO_COMMITMENTS),)
        shown = listed[:_LISTED]
        desk = self._desk(shown, insert)
        lines = [_row(desk, commitment) for commitment in shown]
        if more := len(listed) - len(shown):
            said = self.ngettext("and {n} more", "and {n} more", more)
            lines.append(said.format(n=more))
        return title, tuple(lines)

    def _chart(self, insert: Insert) -> tuple[str, tuple[str, ...]]:
        found = self._under(insert.topic)
        desk = self._desk((), insert)
        title = InsertComposer(desk, Footnotes(desk)).caption(insert)
        if found is None:
            return title, (self._how_many(),)
        desk = self._light_desk(found)
        make = deadline_chart if insert.chart == "deadlines" else status_chart
        lines = self._drawn(make(desk, found, title))
        return title, tuple(lines or [self.wording.say(nothing_in(insert))])

    def _drawn(self, chart: Chart) -> list[str]:
        """A line for each deadline or bar."""
        if chart.events:
            return [f"{'▲ ' if e.overdue else ''}{e.label}  {e.name}" for e in chart.events]
        return [
            self.wording.labelled(
                bar.name, "   ".join(_unbroken(sign, word, n) for word, sign, n in bar.stretches)
            )
            for bar in chart.bars
        ]

    # What is frozen

    def _kept(self, insert: Insert, shown: Prose) -> Iterator[str]:
        """A line for each paragraph, commitment, deadline or bar."""
        for block in shown.blocks:
            chart = None
            if isinstance(block, Table) and insert.kind is InsertKind.CHART:
                chart = chart_of(self._desk((), insert), block, insert.chart)
            if chart is not None:
                yield from self._drawn(chart)
            elif isinstance(block, Table) and all(len(row) > 1 for row in block.rows):
                yield from map(_kept_row, block.rows[block.heads :])
            else:
                yield from Prose((block,)).text.splitlines()

    def _how_many(self) -> str:
        number = self.store.count(Commitment)
        return self.ngettext("{n} commitment", "{n} commitments", number).format(n=number)

    def _under(self, topic: str | None) -> list[Commitment] | None:
        """The commitments of a topic and of those below it; None for a whole book that is large."""
        if topic is None:
            if self.store.count(Commitment) > _LARGEST:
                return None
            found = self.store.all(Commitment)
        else:
            below = topics_in_order(self._topics(), topic)
            found = self.store.among(Commitment, "topics", [topic, *(t.uid for t in below)])
        numbers = self._numbers()
        return sorted(found, key=lambda c: numbers[c.uid])

    # Desks

    def _desk(self, commitments: Sequence[Commitment], insert: Insert) -> ExcerptDesk:
        anchors = [insert.anchor] if insert.anchor else []
        excerpt = excerpt_of(self.store, self._common(), commitments, anchors)
        return desk_of(excerpt, self.wording, self.today, self._numbers())

    def _light_desk(self, commitments: Sequence[Commitment]) -> ExcerptDesk:
        """Of a chart: it needs no words of a source."""
        entries = self.store.among(StatusEntry, "commitment", [c.uid for c in commitments])
        excerpt = excerpt_of(self.store, [*self._common(), *commitments, *entries], ())
        return desk_of(excerpt, self.wording, self.today, self._numbers())

    def _common(self) -> list[Thing]:
        if not self._base:
            kinds: tuple[type[Thing], ...] = (Book, Party, Topic)
            self._base = [thing for kind in kinds for thing in self.store.all(kind)]
        return self._base

    def _topics(self) -> list[Topic]:
        return [thing for thing in self._common() if isinstance(thing, Topic)]

    def _numbers(self) -> dict[str, int]:
        if not self._ledger:
            order = [topic.uid for topic in topics_in_order(self._topics())]
            self._ledger = ledger_numbers(self.store, order)
        return self._ledger


def _row(desk: ExcerptDesk, commitment: Commitment) -> str:
    """A commitment on one line: its number, its words, who, by when, where it stands."""
    facts = (
        *ledger.who(desk, commitment),
        *ledger.by_when(desk, commitment),
        *ledger.standing(desk, commitment),
    )
    said = [words for fact in facts if (words := _said(fact.inlines)) != "—"]
    return f"{desk.number_of[commitment.uid]}. {commitment.action} — {' · '.join(said)}"


def _kept_row(row: Sequence[Sequence[Run]]) -> str:
    """A commitment of a frozen table on one line, as `_row` has it of a live one."""
    number, (words, *_versions), *facts = (runs_text(tuple(runs)).split("\n") for runs in row)
    said = [line for lines in facts for line in lines if line.strip() not in {"", "—"}]
    return f"{number[0]}. {words} — {' · '.join(said)}"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Quote(inlines=inlines) | Paragraph(inlines=inlines):
            yield _said(inlines)
        case _:
            return


def _said(inlines: Iterable[Inline]) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text))


def _unbroken(sign: str, word: str, number: int) -> str:
    return f"{sign} {word} {number}".replace(" ", "\N{NO-BREAK SPACE}")
