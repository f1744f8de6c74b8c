"""The middle of the Sources workspace: one source, looked at in one of three ways, or an import."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from briefing.store import SourceLine
from briefing.things import Candidate, Passage, Source, Thing
from ui.context import Context
from ui.places import Place, Room
from ui.reader.pane import ReaderPane
from ui.sources.import_sheet import ImportSheet
from ui.sources.importing import Importer
from ui.sources.original import OriginalPane
from ui.sources.parallel import ParallelPane
from ui.sources.teaching import Teaching

Pane = TypeVar("Pane", bound=QWidget)


class Mode(StrEnum):
    """How a source is looked at."""

    READ = "read"
    PARALLEL = "parallel"
    ORIGINAL = "original"


class Desk(QStackedWidget):
    """Shows a source as the mode says; the import sheet lies over it while it is open."""

    turned = Signal()  # something else is shown
    more_wanted = Signal()  # more files for the import sheet
    sheet_closed = Signal()

    def __init__(self, context: Context, importer: Importer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._importer = importer
        self.mode = Mode.READ
        self.passage = ""
        """The passage that was looked at last, to find it again in another way of looking."""
        # The reading text, and beside it the original once that has been asked for.
        self._pages = QSplitter(Qt.Orientation.Horizontal, self)
        self._pages.setHandleWidth(1)
        self.reader = ReaderPane(context, self._pages, beside=parent)
        self._pages.setCollapsible(0, False)  # noqa: FBT003 - Qt's way
        self._teaching = Teaching(context, self)
        self.addWidget(QWidget(self))  # until anything is shown
        self.addWidget(self._teaching)
        self.addWidget(self._pages)
        self.reader.thing_shown.connect(self._on_thing)

    # Made when they are first looked at: most sources are only read.

    @cached_property
    def parallel(self) -> ParallelPane:
        """Two versions side by side."""
        return self._added(ParallelPane(self._context, self))

    @cached_property
    def original(self) -> OriginalPane:
        """The file as it was received, beside the reading text and at the same passage."""
        original = OriginalPane(self._context, self._pages)
        half = self._pages.width() // 2
        self._pages.setSizes([half, half])
        return original

    @cached_property
    def sheet(self) -> ImportSheet:
        """What is on its way into the book."""
        sheet = self._added(ImportSheet(self._context, self._importer, self))
        sheet.more_wanted.connect(self.more_wanted)
        sheet.closed.connect(self.sheet_closed)
        return sheet

    def _added(self, pane: Pane) -> Pane:
        self.addWidget(pane)
        return pane

    @property
    def importing(self) -> bool:
        """Whether the import sheet is shown."""
        return isinstance(self.currentWidget(), ImportSheet)

    @property
    def reading(self) -> bool:
        """Whether the reader is shown, and nothing beside it but its card."""
        return self.currentWidget() is self._pages and self.mode is Mode.READ

    @property
    def comparing(self) -> bool:
        """Whether the original is shown beside the reading text."""
        return self.currentWidget() is self._pages and self.mode is Mode.ORIGINAL

    @property
    def pairing(self) -> bool:
        """Whether two versions are shown side by side."""
        return isinstance(self.currentWidget(), ParallelPane)

    def show_source(self, uid: str, release: list[SourceLine]) -> None:
        """Show a source, or how to begin for ""; `release` are its copies and versions."""
        if not uid:
            self.setCurrentWidget(self._teaching)
            self.reader.show_source("")
        elif self.mode is Mode.READ:
            self._show_reader()
            self.reader.show_source(uid)
        elif self.mode is Mode.PARALLEL:
            self.setCurrentWidget(self.parallel)
            self.parallel.show_release(release, uid)
            self.parallel.show_passage(self.passage)
        else:
            self._show_original(uid)
        self.turned.emit()

    def show_thing(self, place: Place) -> str:
        """Show a passage, a candidate or a remark where it is read; the uid of its source."""
        self.mode = Mode.READ
        self._show_reader()
        self.reader.show_place(place)
        self.turned.emit()
        return self.reader.source_uid

    def go_back_to(self, uid: str, source: str) -> None:
        """Read on at a passage, if it is still there and of that source."""
        passage = self._context.session.store.find(Passage, uid or None)
        if passage is not None and passage.source == source:
            self.passage = uid
            if self.mode is Mode.READ:
                self.reader.show_place(Place(Room.SOURCES, Passage, uid))
                self.reader.attention.begin_at(uid)

    def show_sheet(self) -> None:
        """Lay the import sheet over everything."""
        self.setCurrentWidget(self.sheet)
        self.turned.emit()
        self.sheet.focus()

    def focus(self) -> None:
        """Put the keyboard into what is shown."""
        shown = self.currentWidget()
        match shown:
            case ParallelPane():
                shown = shown.view
            case QSplitter():
                shown = self.original.shown if self.comparing else self.reader
            case ImportSheet():
                shown = shown.table
            case _:
                shown = self
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_reader(self) -> None:
        if "original" in self.__dict__:
            self.original.hide()
        self.setCurrentWidget(self._pages)

    def _show_original(self, uid: str) -> None:
        self.setCurrentWidget(self._pages)
        passage = self._passage_of(uid)  # before the reader opens at another one
        self.original.show()
        self.original.show_source(uid)
        self.reader.show_source(uid)
        if passage is not None:
            self.original.show_passage(passage)

    def _passage_of(self, source: str) -> Passage | None:
        passage = self._context.session.store.find(Passage, self.passage or None)
        return passage if passage is not None and passage.source == source else None

    def _on_thing(self, kind: type[Thing], uid: str) -> None:
        if kind is Passage:
            self.passage = uid
        elif kind is Candidate:
            candidate = self._context.session.store.find(Candidate, uid)
            if candidate is not None:
                self.passage = candidate.anchors[0].passage
        elif kind is Source:
            self.passage = ""
        if self.comparing and (passage := self._passage_of(self.reader.source_uid)) is not None:
            self.original.show_passage(passage)
