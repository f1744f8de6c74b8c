"""The middle of the Sources workspace: one source, looked at in one of three ways, or an import."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

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


class Mode(StrEnum):
    """How a source is looked at."""

    READ = "read"
    PARALLEL = "parallel"
    ORIGINAL = "original"


class Desk(QStackedWidget):
    """Shows a source as the mode says; the import sheet lies over it while it is open."""

    turned = Signal()  # something else is shown

    def __init__(self, context: Context, importer: Importer) -> None:
        super().__init__()
        self._context = context
        self.mode = Mode.READ
        self.passage = ""
        """The passage that was looked at last, to find it again in another way of looking."""
        self.reader = ReaderPane(context)
        self.parallel = ParallelPane(context)
        self.original = OriginalPane(context)
        self.sheet = ImportSheet(context, importer)
        self._teaching = Teaching(context)
        for pane in (self._teaching, self.reader, self.parallel, self.original, self.sheet):
            self.addWidget(pane)
        self.reader.thing_shown.connect(self._on_thing)

    @property
    def importing(self) -> bool:
        """Whether the import sheet is shown."""
        return self.currentWidget() is self.sheet

    @property
    def reading(self) -> bool:
        """Whether the reader is shown."""
        return self.currentWidget() is self.reader

    @property
    def pairing(self) -> bool:
        """Whether two versions are shown side by side."""
        return self.currentWidget() is self.parallel

    def show_source(self, uid: str, release: list[SourceLine]) -> None:
        """Show a source, or how to begin for ""; `release` are its copies and versions."""
        if not uid:
            self.setCurrentWidget(self._teaching)
            self.reader.show_source("")
        elif self.mode is Mode.READ:
            self.setCurrentWidget(self.reader)
            self.reader.show_source(uid)
        elif self.mode is Mode.PARALLEL:
            self.setCurrentWidget(self.parallel)
            self.parallel.show_release(release, uid)
            self.parallel.show_passage(self.passage)
        else:
            self.setCurrentWidget(self.original)
            self.original.show_source(uid)
            passage = self._context.session.store.find(Passage, self.passage or None)
            if passage is not None and passage.source == uid:
                self.original.show_passage(passage)
        self.turned.emit()

    def show_thing(self, place: Place) -> str:
        """Show a passage, a candidate or a remark where it is read; the uid of its source."""
        self.mode = Mode.READ
        self.setCurrentWidget(self.reader)
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

    def show_sheet(self) -> None:
        """Lay the import sheet over everything."""
        self.setCurrentWidget(self.sheet)
        self.turned.emit()
        self.sheet.focus()

    def focus(self) -> None:
        """Put the keyboard into what is shown."""
        targets: dict[QWidget | None, QWidget] = {
            self.reader: self.reader,
            self.parallel: self.parallel.view,
            self.original: self.original.shown,
            self.sheet: self.sheet.table,
        }
        targets.get(self.currentWidget(), self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_thing(self, kind: type[Thing], uid: str) -> None:
        if kind is Passage:
            self.passage = uid
        elif kind is Candidate:
            candidate = self._context.session.store.find(Candidate, uid)
            if candidate is not None:
                self.passage = candidate.anchors[0].passage
        elif kind is Source:
            self.passage = ""
