"""What the outline says of each tab: title, state and length of its note, what is not ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.checking import Fault, Severity
from briefing.things import NoteState
from ui.book.choices import pages_said, templates
from ui.book.fault_button import UNTOLD
from ui.book.outline_rows import OutlineRow, words_of_notes
from ui.context import Context
from ui.faults import fault_sentence

STATE_SYMBOLS = {
    # Filled by how far the note is, so that they read without their colour.
    NoteState.DRAFT: "○",
    NoteState.FOR_REVIEW: "◐",
    NoteState.SIGNED_OFF: "●",
}
_ORDER = tuple(Severity)
_AT_ONCE = 24
"""Notes whose words are counted in one go: more than a screen shows."""


class OutlineWords:
    """Speaks of rows of the outline, which `rows` has as they are now."""

    def __init__(self, context: Context, rows: Callable[[], Sequence[OutlineRow]]) -> None:
        self._context = context
        self._rows = rows
        self._words: dict[str, int] = {}
        self._parts: dict[str, int] = {}
        """On how many pages the tabs are printed that hold no note, by uid."""
        self.book_title = ""

    def know_parts(self, pages: Mapping[str, int]) -> bool:
        """Be told on how many pages tabs without a note are printed; whether that is news."""
        news = not pages.items() <= self._parts.items()
        self._parts |= pages
        return news

    def forget_length(self, note: str) -> None:
        """Count the words of a note again when they are next asked for."""
        self._words.pop(note, None)

    def title(self, row: OutlineRow) -> str:
        """What a tab is called."""
        return row.title(self.book_title, self._context.gettext)

    def pages(self, row: OutlineRow) -> int:
        """On how many pages a tab is printed; 0 where that is not known yet."""
        if row.tab.note:
            return self._context.readiness.pages.get(row.tab.note, 0)
        return self._parts.get(row.tab.uid, 0)

    def gravest(self, row: OutlineRow) -> Severity | None:
        """How grave the worst fault of a note is."""
        return min((fault.severity for fault in self._faults(row)), key=_ORDER.index, default=None)

    def facts(self, row: OutlineRow) -> str:
        """How far the note is and how long; of a generated part, that it is one."""
        _, speech, pages = self._context.gettext, self._context.speech, self.pages(row)
        length = pages_said(pages, self._most(row), speech) if pages else ""
        if row.note is None:
            return " · ".join(filter(None, (_("made by the program"), length)))
        state = speech.wording.named("state", row.note.state)
        words = self._words_of(row.note.uid)
        counted = speech.ngettext("{n} word", "{n} words", words).format(n=speech.number(words))
        facts = (f"{STATE_SYMBOLS[row.note.state]} {state}", length, counted)
        return " · ".join(filter(None, facts))

    def spoken(self, row: OutlineRow) -> str:
        """All that the row shows, as it is read out."""
        count = len(self._faults(row))
        form = self._context.speech.ngettext("{n} fault", "{n} faults", count)
        faults = form.format(n=count) if count else ""
        return ", ".join(filter(None, (row.label, self.title(row), self.facts(row), faults)))

    def in_full(self, row: OutlineRow) -> str:
        """What the row shows, and each thing that is not ready in its note."""
        said = (fault_sentence(fault, self._context.speech) for fault in self._faults(row))
        return "\n".join((self.spoken(row), *said))

    def _faults(self, row: OutlineRow) -> list[Fault]:
        """What is not ready in a note, besides its sign-off, which its state says."""
        faults = self._context.readiness.faults_of(row.tab.note) if row.tab.note else []
        return [fault for fault in faults if fault.check != UNTOLD]

    def _most(self, row: OutlineRow) -> int:
        """The pages that the note's format allows, once it has more; 0 else."""
        template = templates().get(row.note.template) if row.note else None
        most = template.pages if template else 0
        return most if self.pages(row) > most else 0

    def _words_of(self, note: str) -> int:
        session = self._context.session
        if note not in self._words and not session.closed:
            rows = self._rows()
            at = next(n for n, row in enumerate(rows) if row.tab.note == note)
            near = rows[at : at + _AT_ONCE]
            wanted = {row.tab.note for row in near if row.tab.note} - self._words.keys()
            self._words.update(words_of_notes(session.store, wanted))
        return self._words.get(note, 0)
