"""Live inserts: what a note shows of the book, as the book stands, until it is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from briefing.prose import Prose
from briefing.prose import Table as ProseTable
from briefing.things import Commitment, Insert, InsertKind, Topic
from exports.compose import kept_charts, ledger
from exports.compose.charts import deadline_chart, status_chart
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.compose.prose import ProseComposer
from exports.compose.quotes import quote_block, versions
from exports.tree import Block, Paragraph, Role, Table, Text
from exports.wording import Word

_CAPTIONS = {
    "": Word.LEDGER_CAPTION,
    "ours": Word.LEDGER_OURS,
    "theirs": Word.LEDGER_THEIRS,
    "joint": Word.LEDGER_JOINT,
}


@dataclass(frozen=True)
class InsertComposer:
    """Composes the inserts of one note."""

    desk: Desk
    footnotes: Footnotes

    def blocks(self, uid: str) -> Iterator[Block]:
        """What the insert of that uid shows; nothing where it has gone."""
        insert = self.desk.whole.find(Insert, uid)
        if insert is None:
            return
        if insert.frozen is not None:
            yield from self._frozen(insert)
            return
        yield from self.live(insert)

    def live(self, insert: Insert) -> Iterator[Block]:
        """What the insert shows as the book stands."""
        match insert.kind:
            case InsertKind.EXTRACT:
                yield from self._extract(insert)
            case InsertKind.COMMITMENT:
                yield from self._commitment(insert)
            case InsertKind.TABLE:
                yield from self._table(insert)
            case InsertKind.CHART:
                yield from self._chart(insert)
            case _:
                assert_never(insert.kind)

    def _frozen(self, insert: Insert) -> Iterator[Block]:
        if insert.frozen is not None:
            composer = ProseComposer(self.desk, self.footnotes, lambda _uid: ())
            for kept in insert.frozen.blocks:
                if isinstance(kept, ProseTable) and insert.kind is InsertKind.CHART:
                    chart = kept_charts.chart_of(self.desk, kept, insert.chart, insert.uid)
                    if chart is not None:
                        yield chart
                        continue
                for block in composer.blocks(Prose((kept,))):
                    yield self._kept(insert, block)
        # An extract has no day: what a source says does not change.
        if insert.frozen_on is not None and insert.kind is not InsertKind.EXTRACT:
            as_of = self.desk.wording.day(insert.frozen_on)
            words = self.desk.wording.say(Word.FROZEN, date=as_of)
            yield Paragraph(inlines=(Text(text=words),), role=Role.META)

    def _kept(self, insert: Insert, block: Block) -> Block:
        """A block that was kept by its words, looking like the live one."""
        match block, insert.kind:
            case Table(), _:
                return ledger.kept_ledger(self.desk, block)
            case Paragraph(), InsertKind.EXTRACT:
                return replace(block, role=Role.SMALL)
            case Paragraph(), InsertKind.COMMITMENT:
                return replace(block, role=Role.META)
            case _:
                return block

    def _extract(self, insert: Insert) -> Iterator[Block]:
        if insert.anchor is None:
            return
        yield quote_block(self.desk, self.footnotes, insert.anchor, insert.uid)
        for remark in self.desk.printed_remarks(insert.anchor.passage):
            label = self.desk.wording.named("annotation", remark.kind)
            text = self.desk.wording.labelled(label, remark.body.text)
            yield Paragraph(inlines=(Text(text=text),), role=Role.SMALL)

    def _commitment(self, insert: Insert) -> Iterator[Block]:
        commitment = self.desk.whole.find(Commitment, insert.commitment)
        if commitment is None:
            return
        for copies in versions(commitment.anchors, self.desk.lang):
            yield quote_block(
                self.desk, self.footnotes, copies[0], f"{insert.uid}-{copies[0].lang}"
            )
        facts = (
            *ledger.who(self.desk, commitment),
            *ledger.by_when(self.desk, commitment),
            *ledger.standing(self.desk, commitment),
        )
        words = [
            inline.text
            for paragraph in facts
            for inline in paragraph.inlines
            if isinstance(inline, Text) and inline.text != "—"
        ]
        yield Paragraph(inlines=(Text(text=" · ".join(words)),), role=Role.META, uid=insert.uid)

    def _table(self, insert: Insert) -> Iterator[Block]:
        commitments = [c for c in self.desk.under(insert.topic) if self.on_side(c, insert.side)]
        if not commitments:
            yield self._nothing(Word.NO_COMMITMENTS, insert)
            return
        caption = self.caption(insert)
        yield ledger.ledger_table(self.desk, self.footnotes, commitments, caption, insert.uid)

    def _nothing(self, word: Word, insert: Insert) -> Block:
        words = self.desk.wording.say(word)
        return Paragraph(inlines=(Text(text=words),), role=Role.META, uid=insert.uid)

    def on_side(self, commitment: Commitment, side: str) -> bool:
        """Whether a table of that side lists a commitment."""
        return side in sides_of(commitment, self.desk.whole.book.own_party)

    def _chart(self, insert: Insert) -> Iterator[Block]:
        make = deadline_chart if insert.chart == "deadlines" else status_chart
        commitments = self.desk.under(insert.topic)
        chart = make(self.desk, commitments, self.caption(insert), insert.uid)
        if chart.events or chart.bars:
            yield chart
        else:
            yield self._nothing(nothing_in(insert), insert)

    def caption(self, insert: Insert) -> str:
        """What stands over a table or below a chart: its own caption, or one from its topic."""
        if insert.caption:
            return insert.caption
        charts = {"deadlines": Word.CHART_DEADLINES}
        word = _CAPTIONS[insert.side]
        if insert.kind is InsertKind.CHART:
            word = charts.get(insert.chart, Word.CHART_STATUS)
        topic = self.desk.whole.find(Topic, insert.topic)
        name = topic.name if topic else self.desk.whole.book.title
        return self.desk.wording.say(word, topic=name)


def nothing_in(insert: Insert) -> Word:
    """What stands in place of a table or chart that has nothing to show."""
    return Word.NO_DEADLINES if insert.chart == "deadlines" else Word.NO_COMMITMENTS


def sides_of(commitment: Commitment, own: str | None) -> set[str]:
    """The sides whose tables list a commitment, seen from the own party; "" is everybody's."""
    if own is None:
        return {"", "joint"}
    if own not in commitment.promisors:
        return {"", "theirs"}
    return {"", "ours" if len(commitment.promisors) == 1 else "joint"}
