"""What is done to selected words, or to the passage that the text cursor is in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.edits import thing_of
from briefing.operations import sources, triage
from briefing.operations.proposals import Proposals
from briefing.things import Commitment, Passage
from ui.context import Context
from ui.doing import attempt
from ui.places import Place, Room
from ui.reader.copying import anchors_of
from ui.reader.evidence_editor import EvidenceEditor
from ui.reader.in_place import InPlace
from ui.reader.marks import MarkKind
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot, Stretch
from ui.reader.quote_editor import QuoteEditor
from ui.reader.remark_editor import RemarkEditor
from ui.reader.repair_editor import RepairEditor
from ui.reader.rows import FoldRow
from ui.reader.view import ReadingText


class SelectionDeeds(QObject):
    """Makes commitments by hand, annotations, evidence, repairs and exclusions."""

    recorded = Signal(str)  # the uid of a commitment made by hand

    def __init__(self, context: Context, text: ReadingText, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._text = text
        self._source: OpenSource | None = None
        self._editor: InPlace | None = None
        answers: dict[str, Callable[[], object]] = {
            "commit": self.commit,
            "annotate": self.annotate,
            "quote": self.quote,
            "evidence": self.give_as_evidence,
            "repair": self.repair,
            "leave-out": self.leave_out,
            "unfold": self.unfold,
        }
        for name, slot in answers.items():
            context.actions.on(f"reader.{name}", slot)

    def take(self, source: OpenSource | None) -> None:
        """The source that lies open, as it is now."""
        other = source is None or self._source is None or source.source != self._source.source
        self._source = source
        if other and self._editor is not None:
            self._editor.end()

    # Deeds

    def commit(self) -> None:
        """Make a commitment of the words."""
        words = self._stretches()
        if self._source is None or not words:
            self._say_where()
            return
        anchors = anchors_of(self._source, words)
        store = self._context.session.store
        source = self._source.source
        edit = attempt(
            self._context, lambda: triage.record_words(store, source, anchors, Proposals(store))
        )
        if edit is not None:
            made = (thing_of(change) for change in edit.changes)
            self._clear_selection()
            self.recorded.emit(next(thing.uid for thing in made if isinstance(thing, Commitment)))

    def annotate(self) -> None:
        """Write on the words, or on the annotation that the text cursor is in."""
        cursor = self._text.textCursor()
        here = None if cursor.hasSelection() else self._text.mark_at(cursor.position())
        if here is not None and here.kind is MarkKind.ANNOTATION:
            self.edit_remark(here.uid)
            return
        words = self._stretches()
        if self._source is not None and words:
            anchor = anchors_of(self._source, words[:1])[0]
            self._begin(RemarkEditor(self._context, self._text, anchor, None))
        else:
            self._say_where()

    def quote(self) -> None:
        """Have a commitment rest on the words too."""
        words = self._stretches()
        if self._source is not None and words:
            editor = QuoteEditor(self._context, self._text, anchors_of(self._source, words))
            editor.added.connect(self._say_added)
            self._begin(editor)
        else:
            self._say_where()

    def _say_added(self, uid: str) -> None:
        _ = self._context.gettext
        go = partial(self._context.places.go, Place(Room.COMMITMENTS, Commitment, uid))
        self._context.notices.done_last(
            _("The commitment rests on these words too."), _("Go to it"), go
        )

    def give_as_evidence(self) -> None:
        """Have the words say where a commitment stands."""
        words = self._stretches()
        if self._source is not None and words:
            anchor = anchors_of(self._source, words[:1])[0]
            self._begin(EvidenceEditor(self._context, self._text, anchor))
        else:
            self._say_where()

    def _say_where(self) -> None:
        """A line that says what is left out has no words of its own to do anything to."""
        _ = self._context.gettext
        self._context.notices.advise(
            _("There are no words here: choose a passage, or select words in one.")
        )

    def edit_remark(self, uid: str) -> None:
        """Write an annotation anew."""
        remark = None if self._source is None else self._source.annotations.get(uid)
        if self._source is not None and remark is not None:
            for anchor in self._source.anchors_here(remark)[:1]:
                self._begin(RemarkEditor(self._context, self._text, anchor, remark))

    def repair(self) -> None:
        """Mend the passage that the text cursor is in."""
        passage, spot = self._passage(), self._text.cursor_spot()
        if self._source is None or passage is None or spot is None:
            return
        known = self._source.repairs_of.get(passage.uid, ())
        near = min(known, key=lambda repair: abs(repair.at - spot.at), default=None)
        self._begin(RepairEditor(self._context, self._text, passage, spot.at, near))

    def leave_out(self) -> None:
        """Judge passages not part of the instrument, or put back what was left out."""
        passages = self._passages()
        if self._source is None or not passages:
            return
        out = all(passage.uid in self._source.excluded for passage in passages)
        operation = sources.restore if out else sources.exclude
        attempt(self._context, partial(operation, self._context.session.store, passages))

    def unfold(self) -> None:
        """Show what is left out here, or hide it again."""
        row = self._row()
        key = row.key if isinstance(row, FoldRow) else ""
        passage = self._passage()
        if key or passage is not None:
            self._text.unfold(key or (passage.uid if passage else ""))

    # What is meant

    def _row(self) -> object:
        paper = self._text.paper
        return None if paper is None else paper.row_at(self._text.textCursor().position())

    def _passage(self) -> Passage | None:
        spot = self._text.cursor_spot()
        if spot is None or self._source is None:
            return None
        return self._source.passages[self._source.place_of[spot.passage]]

    def _passages(self) -> list[Passage]:
        row = self._row()
        if isinstance(row, FoldRow) and not self._text.textCursor().hasSelection():
            return list(row.passages)
        if self._source is None:
            return []
        uids = [stretch.passage for stretch in self._stretches()]
        return [self._source.passages[self._source.place_of[uid]] for uid in uids]

    def _stretches(self) -> list[Stretch]:
        """What is selected; without a selection, the passage of the text cursor."""
        if self._text.textCursor().hasSelection():
            return self._text.selected()
        passage = self._passage()
        return [] if passage is None else [Stretch(passage.uid, 0, len(passage.text))]

    def _clear_selection(self) -> None:
        spot = self._text.cursor_spot()
        if spot is not None:
            self._text.put_cursor(Spot(spot.passage, spot.at))

    # Doing it

    def _begin(self, editor: InPlace) -> None:
        if self._editor is not None:
            self._editor.end()
        self._editor = editor
        editor.ended.connect(self._ended)
        editor.begin()

    def _ended(self) -> None:
        self._editor = None
