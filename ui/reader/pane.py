"""The reader: the text of one source, and the triage of what is proposed in it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from briefing.anchor import Anchor
from briefing.edits import Edit
from briefing.things import Annotation, Candidate, Commitment, Passage, Source
from ui.context import Context
from ui.places import Place, Room
from ui.reader.actions import ACTIONS, MENU
from ui.reader.attention import Attention
from ui.reader.card import CandidateCard
from ui.reader.choosing import Choosing
from ui.reader.copying import anchors_of, mime_of
from ui.reader.find_bar import FindBar
from ui.reader.finding import Finding
from ui.reader.margin import MarginNotes
from ui.reader.marks import Mark, MarkKind
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot, Stretch
from ui.reader.rows import FoldRow
from ui.reader.selection import SelectionDeeds
from ui.reader.triage import Triage
from ui.reader.view import ReadingText
from ui.words import wording


class ReaderPane(QWidget):
    """The text of the source that is looked at.

    `card` is for the column beside it, a child of `beside`: whoever hosts the reader puts it there.
    """

    source_shown = Signal(str)  # the uid of the source that now lies open, or ""
    thing_shown = Signal(object, str)  # the kind and uid of what is looked at in it

    def __init__(
        self, context: Context, parent: QWidget | None = None, beside: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.source: OpenSource | None = None
        """What lies open."""
        self.text = ReadingText(context.look, self._fold_words, self._pack, self)
        self.text.setAccessibleName(context.gettext("Reading text"))
        context.actions.add(ACTIONS, self.text)
        self.card = CandidateCard(context, beside)
        self.attention = Attention(context, self.text, self.card, self)
        self.triage = Triage(context, self.text, self.attention, self)
        self.choosing = Choosing(context, self.card, self.attention, self)
        self.deeds = SelectionDeeds(context, self.text, self)
        self.margin = MarginNotes(context, self.text)
        find_bar = FindBar(context)
        self.finding = Finding(context, self.text, find_bar, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(find_bar)
        column.addWidget(self.text, stretch=1)
        self.setFocusProxy(self.text)
        self.text.mark_clicked.connect(self._on_mark)
        self.text.zoomed.connect(self._on_zoomed)
        self.text.menu_asked.connect(self._show_menu)
        self.card.left.connect(self._to_text)
        self.margin.asked.connect(self.deeds.edit_remark)
        self.deeds.recorded.connect(self.attention.look_at)
        self.attention.moved.connect(self.thing_shown)
        context.session.edited.connect(self._on_edited)
        context.look.changed.connect(self.text.redress)
        context.settings.changed.connect(self._on_settings)
        self._on_settings()

    @property
    def source_uid(self) -> str:
        """The source that lies open, or ""."""
        return "" if self.source is None else self.source.source.uid

    def show_source(self, uid: str) -> None:
        """Open a source at its beginning, unless it lies open already."""
        if uid == self.source_uid:
            return
        if self.context.session.store.find(Source, uid) is None:
            self._close()
            return
        self.source = OpenSource.read(self.context.session.store, uid)
        self.text.open(self.source)
        self._hand_out(self.source)
        self.attention.open(self.source)
        self.source_shown.emit(uid)

    def show_place(self, place: Place) -> None:
        """Show a passage, a candidate, a commitment or an annotation where it stands."""
        spot = self._spot(place)
        if spot is None:
            if place.kind is Source:
                self.show_source(place.uid)
            return
        source, passage, at = spot
        self.show_source(source)
        self.text.put_cursor(Spot(passage, at))
        self.text.scroll_to(Spot(passage, at))
        if place.kind in {Candidate, Commitment}:
            self.attention.look_at(place.uid, scroll=False)
            return
        words = self._words_at(place)
        at = at if words is None else words.start
        self.attention.look_at_passage(passage, at, place.detail)
        if words is not None:
            self.text.select(words)

    def _words_at(self, place: Place) -> Stretch | None:
        """The words of a passage that a place is about."""
        passage = self.context.session.store.find(Passage, place.uid) if place.detail else None
        at = passage.text.find(place.detail) if passage is not None else -1
        return None if at < 0 else Stretch(place.uid, at, at + len(place.detail))

    def _spot(self, place: Place) -> tuple[str, str, int] | None:
        """The source, passage and code point of a place, if it is one of the reader's."""
        store = self.context.session.store
        if place.kind is Passage:
            passage = store.find(Passage, place.uid)
            return None if passage is None else (passage.source, passage.uid, 0)
        anchors: tuple[Anchor, ...] = ()
        if place.kind in {Candidate, Commitment}:
            thing = store.find(place.kind, place.uid)
            anchors = () if thing is None else thing.anchors  # type: ignore[attr-defined]
        elif place.kind is Annotation:
            anchors = self._anchors_of(store.find(Annotation, place.uid))
        here = [anchor for anchor in anchors if anchor.source == self.source_uid]
        anchor = next(iter(here or anchors), None)
        return None if anchor is None else (anchor.source, anchor.passage, anchor.start)

    def _anchors_of(self, remark: Annotation | None) -> tuple[Anchor, ...]:
        if remark is None or remark.anchor is not None:
            return () if remark is None or remark.anchor is None else (remark.anchor,)
        commitment = self.context.session.store.find(Commitment, remark.commitment)
        return () if commitment is None else commitment.anchors

    def _close(self) -> None:
        self.source = None
        self.text.close_source()
        self._hand_out(None)
        self.attention.open(None)
        self.source_shown.emit("")

    # News

    def _on_edited(self, edit: Edit) -> None:
        if self.source is None:
            return
        if edit.touches(Source) and not self.context.session.store.find(Source, self.source_uid):
            self._close()
            return
        self.context.session.in_turns(self._follow(edit, self.source))

    def _follow(self, edit: Edit, before: OpenSource) -> Iterator[None]:
        after = before.after(edit)
        yield
        if after.commitments.keys() - before.commitments.keys():
            # They may bring remarks along that the edit says nothing of.
            after = after.with_remarks(self.context.session.store)
        if after is before or self.source is not before:
            return
        self.source = after
        self.text.take(after)
        self._hand_out(after)
        yield
        if self.source is not after:
            return  # another source was opened between two turns
        self.attention.take(after)
        if self.isVisible():
            self.attention.follow(edit)

    def _hand_out(self, source: OpenSource | None) -> None:
        self.deeds.take(source)
        self.margin.take(source)
        self.finding.take(source)

    def _on_mark(self, mark: Mark) -> None:
        if mark.kind is not MarkKind.ANNOTATION:
            self.attention.look_at(mark.uid, scroll=False)

    def _pack(self, stretches: list[Stretch]) -> QMimeData:
        source, book = self.source, self.context.session.book
        if source is None:
            return QMimeData()
        return mime_of(anchors_of(source, stretches), source, book, wording(book.lang))

    def _show_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        copy = menu.addAction(self.context.gettext("&Copy"))
        copy.setEnabled(self.text.textCursor().hasSelection())
        copy.triggered.connect(self.text.copy)
        for group in MENU:
            menu.addSeparator()
            for name in group:
                action = self.context.actions[f"reader.{name}"]
                if action.isEnabled():
                    menu.addAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _to_text(self) -> None:
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_settings(self) -> None:
        self.text.set_step(self.context.settings.now.reading_size)

    def _on_zoomed(self, steps: int) -> None:
        size = self.context.settings.now.reading_size + steps
        self.context.settings.change(reading_size=max(-3, min(size, 12)))

    def _fold_words(self, row: FoldRow) -> str:
        count = len(row.passages)
        ngettext = self.context.speech.ngettext
        words = (
            ngettext("{count} passage left out · hide", "{count} passages left out · hide", count)
            if row.opened
            else ngettext(
                "{count} passage left out · show", "{count} passages left out · show", count
            )
        )
        return words.format(count=count)

    def place(self) -> Place:
        """Where the adviser is in the text, for the way back."""
        spot = self.text.spot_at_top()
        if self.attention.current:
            return Place(Room.SOURCES, Candidate, self.attention.current)
        if spot is not None:
            return Place(Room.SOURCES, Passage, spot.passage)
        return Place(Room.SOURCES, Source, self.source_uid)
