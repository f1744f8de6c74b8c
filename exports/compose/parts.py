"""The parts of the book: each tab becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from briefing.progress import Progress, unwatched
from briefing.things import Commitment, InsertKind, Note, NoteState, Source, Tab, TabKind
from exports.compose.acronyms import acronyms_part
from exports.compose.citations import Footnotes
from exports.compose.desk import Desk
from exports.compose.ledger import ledger_part
from exports.compose.meeting import meeting_lines
from exports.compose.note import note_blocks
from exports.compose.sources import sources_part
from exports.tree import (
    Block,
    Contents,
    ContentsEntry,
    Cover,
    Form,
    Heading,
    Part,
    PartKind,
    Profile,
    Text,
)
from exports.wording import Word, Wording

_TITLES = {
    TabKind.CONTENTS: Word.CONTENTS,
    TabKind.COMMITMENTS: Word.COMMITMENTS,
    TabKind.ACRONYMS: Word.ACRONYMS,
    TabKind.SOURCES: Word.SOURCES,
}
_LATE = {TabKind.ACRONYMS: 1, TabKind.SOURCES: 2}
"""What can only be composed when the rest is: it lists what the rest uses."""

Labelled = tuple[Tab, str]


@dataclass(frozen=True)
class PartComposer:
    """Composes the parts of one publication."""

    desk: Desk
    tabs: Sequence[Tab]
    made: str
    _markings: dict[str, str] = field(default_factory=dict)
    """Of the tabs that were asked for: each is asked for by its part, the cover and the book."""

    def parts(self, chosen: Sequence[Labelled], progress: Progress = unwatched) -> tuple[Part, ...]:
        """The parts for these tabs, in their order."""
        done: dict[str, Part] = {}
        for tab, label in sorted(chosen, key=lambda pair: _LATE.get(pair[0].kind, 0)):
            progress(len(done), len(chosen))
            done[tab.uid] = self._part(tab, label, list(done.values()), chosen)
        return tuple(done[tab.uid] for tab, _ in chosen)

    def _part(
        self, tab: Tab, label: str, others: Iterable[Part], chosen: Sequence[Labelled]
    ) -> Part:
        say = self.desk.wording.say
        whole_marking = self.desk.whole.book.marking
        title = self.title(tab)
        named = say(Word.TAB, label=label) if label else ""
        return Part(
            uid=tab.uid,
            kind=PartKind(tab.kind.value),
            title=title,
            blocks=tuple(self._blocks(tab, label, others, chosen)),
            label=label,
            head=f"{named} · {title}" if named else title,
            page_prefix=say(Word.TAB_PAGE, label=named, page="") if named else "",
            # A page of a marked book is never bare: without a marking of its own it has the book's.
            marking=self._printed(self._marking(tab) or whole_marking),
        )

    def title(self, tab: Tab) -> str:
        """A tab's own title, or its note's, or the generated part's."""
        if tab.title:
            return tab.title
        note = self.desk.whole.find(Note, tab.note)
        if note is not None:
            return note.title
        if tab.kind in _TITLES:
            return self.desk.wording.say(_TITLES[tab.kind])
        return self.desk.whole.book.title

    def _blocks(
        self, tab: Tab, label: str, others: Iterable[Part], chosen: Sequence[Labelled]
    ) -> Iterable[Block]:
        desk = self.desk
        heading = Heading(level=1, number=label, inlines=(Text(text=self.title(tab)),))
        match tab.kind:
            case TabKind.COVER:
                return (self._cover(),)
            case TabKind.CONTENTS:
                return (heading, Contents(entries=tuple(self._entries(chosen))))
            case TabKind.NOTE:
                note = desk.whole.get(Note, tab.note or "")
                return note_blocks(desk, note, self.title(tab), label)
            case TabKind.COMMITMENTS:
                return (heading, *ledger_part(desk, Footnotes(desk)))
            case TabKind.ACRONYMS:
                return (heading, *acronyms_part(desk, others))
            case TabKind.SOURCES:
                return (heading, *sources_part(desk))
            case _:
                assert_never(tab.kind)

    def _entries(self, chosen: Sequence[Labelled]) -> Iterable[ContentsEntry]:
        for tab, label in chosen:
            if tab.kind in {TabKind.COVER, TabKind.CONTENTS}:
                continue
            note = self.desk.whole.find(Note, tab.note)
            open_state = note is not None and note.state is not NoteState.SIGNED_OFF
            yield ContentsEntry(
                label=label,
                title=self.title(tab),
                target=tab.uid,
                remark=self.desk.wording.named("state", note.state)
                if note is not None and open_state and self.desk.working
                else "",
            )

    def _cover(self) -> Cover:
        book, wording = self.desk.whole.book, self.desk.wording
        lines = meeting_lines(self.desk)
        return Cover(
            title=book.title,
            office=book.office,
            lines=tuple(lines),
            edition=print_line(wording, self.made, self.desk.form),
            lang=book.lang if book.lang != self.desk.lang else "",
        )

    # Markings roll up: a part is marked as its highest source, the book as its highest part.

    def book_marking(self) -> str:
        """The marking of the whole book as printed."""
        names = (self.desk.whole.book.marking, *(self._marking(tab) for tab in self.tabs))
        return self._printed(self.desk.scheme.highest(names))

    def _marking(self, tab: Tab) -> str:
        if tab.uid not in self._markings:
            self._markings[tab.uid] = self._highest(tab)
        return self._markings[tab.uid]

    def _highest(self, tab: Tab) -> str:
        whole, scheme = self.desk.whole, self.desk.scheme
        if tab.kind in {TabKind.COVER, TabKind.CONTENTS}:
            others = (t for t in self.tabs if t.kind not in {TabKind.COVER, TabKind.CONTENTS})
            return scheme.highest((whole.book.marking, *(self._marking(t) for t in others)))
        if tab.kind is TabKind.NOTE:
            note = whole.get(Note, tab.note or "")
            return scheme.highest((note.marking, *self._source_markings(note)))
        if tab.kind is TabKind.ACRONYMS:
            return ""
        return scheme.highest(source.marking for source in whole.all(Source))

    def _source_markings(self, note: Note) -> Iterable[str]:
        """The markings of the sources that a note shows words of."""
        whole = self.desk.whole
        shown: set[str] = set()
        for insert in self.desk.inserts_of.get(note.uid, ()):
            anchors = [insert.anchor] if insert.anchor else []
            commitment = whole.find(Commitment, insert.commitment)
            if commitment is not None:
                anchors += commitment.anchors
            elif insert.kind is InsertKind.TABLE:
                anchors += [a for c in self.desk.under(insert.topic) for a in c.anchors]
            shown.update(anchor.source for anchor in anchors)
        return [whole.get(Source, uid).marking for uid in shown]

    def _printed(self, name: str) -> str:
        return self.desk.scheme.printed(name, self.desk.lang) if name else ""


def print_line(wording: Wording, made: str, form: Form) -> str:
    """What the cover says of which print it is.

    Only a print that the book keeps is an edition. Others have no number that two of them could
    share: what tells them apart is the minute.
    """
    copy = wording.say(Word.WORKING_COPY if form.profile is Profile.WORKING else Word.COPY)
    if form.edition is None:
        return " · ".join((wording.say(Word.PRINTED, moment=wording.moment(made)), copy))
    number = wording.say(Word.EDITION, number=form.edition)
    return " · ".join((number, wording.written(made[:10]), copy))
