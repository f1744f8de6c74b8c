"""Sources: what was received, read beside its candidates, in two languages, or as it came."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLabel, QSizePolicy, QSplitter, QToolButton, QWidget
from typing_extensions import override

from briefing.things import Pair, Passage, Source
from ui.context import Context
from ui.doing import all_written
from ui.places import Place, Room
from ui.sources.actions import ACTIONS, PARALLEL, SHEET
from ui.sources.deeds import Deeds
from ui.sources.desk import Desk, Mode
from ui.sources.details import DetailsPane
from ui.sources.importing import Importer
from ui.sources.library import LibraryPane
from ui.sources.reception import Reception
from ui.workspace import Workspace

_WALK = 120
"""Milliseconds that the library rests on a source before it is opened: arrow keys run past."""


class SourcesWorkspace(Workspace):
    """Library, the text itself, and the card of the candidate that is looked at."""

    room = Room.SOURCES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        context.actions.add(ACTIONS, self)
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._build_bar()
        self._left = QSplitter(Qt.Orientation.Vertical, self.splitter)
        self.library = LibraryPane(context, self, self._left)
        self.importer = Importer(context, self)
        self.desk = Desk(context, self.importer, self.splitter)
        self.reader = self.desk.reader
        self._folded: set[int] = set()
        self._deeds = Deeds(context, self)
        self._reception = Reception(context, self.importer, self.desk, self)
        self._reception.opening.connect(self.begin)  # it is what is shown when the sheet is left
        self._walked = QTimer(self, singleShot=True, interval=_WALK)
        self._build()
        self._answer()
        self._connect()
        self._settle()

    # Receiving

    def import_files(self, paths: list[Path]) -> None:
        """Offer files as sources: read them and show what they hold; nothing is stored yet."""
        self._reception.take_files(paths)

    def offer_text(self, text: str, html: str = "") -> None:
        """Offer a text that was copied elsewhere as a source."""
        self._reception.take_text(text, html)

    def _close_sheet(self) -> None:
        self._show_source(self._deeds.source)
        self.desk.focus()

    # Places

    @override
    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self.take_focus()

    @override
    def take_focus(self) -> None:
        """Be in the text, or whatever is shown of it."""
        self.desk.focus()

    @override
    def _show(self, place: Place) -> bool:
        if place.kind is None:
            return False
        if place.kind is Pair:
            self._show_pair(place.uid)
        elif place.kind is Source:
            self._show_source(place.uid)
        else:
            self._deeds.source = self.desk.show_thing(place)
            self.library.choose(self._deeds.source)
            self._settle()
        return bool(self._deeds.source)

    @override
    def leave(self) -> None:
        if not self._deeds.source:
            return
        desk = self.desk
        kept = {"source": self._deeds.source, "mode": desk.mode, "passage": desk.passage}
        self.context.settings.remember(self.context.state("sources"), kept)

    @override
    def _come_back(self) -> Iterator[None]:
        kept = self.context.settings.recall(self.context.state("sources"), {})
        kept = kept if isinstance(kept, dict) else {}
        lines = self.library.lines
        yield
        if self._deeds.source:
            return  # one that was chosen meanwhile
        first = next((line.uid for line in lines), "")
        uids = {line.uid for line in lines}
        uid = kept.get("source", "") if kept.get("source") in uids else first
        if kept.get("mode") in set(Mode):
            self.desk.mode = Mode(kept["mode"])
        self._show_source(uid)
        self.desk.go_back_to(str(kept.get("passage", "")), uid)

    def _show_source(self, uid: str) -> None:
        if not all_written(self.context):
            QTimer.singleShot(0, self, lambda: self.library.choose(self._deeds.source))
            return
        self._deeds.source = uid
        self.library.choose(uid)
        self._walked.stop()
        release = next((x.release for x in self.library.lines if x.uid == uid), "")
        lines = [line for line in self.library.lines if line.release == release]
        self.desk.show_source(uid, lines)
        if self.context.actions["source.details"].isChecked():
            self.details.show_source(uid)

    def _show_pair(self, uid: str) -> None:
        store = self.context.session.store
        pair = store.find(Pair, uid)
        passage = store.find(Passage, next(iter((*pair.left, *pair.right)), None)) if pair else None
        if passage is not None:
            self.desk.mode, self.desk.passage = Mode.PARALLEL, passage.uid
            self._show_source(passage.source)

    @override
    def fold(self, side: int) -> None:
        self._folded ^= {side}
        self._settle()

    @override
    def _keep_columns(self) -> None:
        if self._left.isVisible() and self.reader.card.isVisible():
            super()._keep_columns()

    def _settle(self) -> None:
        """Bring the bar, and what can be done, up to date."""
        desk = self.desk
        uid = self._deeds.source
        # Before a source is shown, the library is not read for it.
        line = next((line for line in self.library.lines if line.uid == uid), None) if uid else None
        title = line.title if line and not desk.importing else ""
        self._title.setText(title)
        self._title.setToolTip(title)
        actions = self.context.actions
        for mode in Mode:
            actions.enable(f"source.{mode}", line is not None)
            shown = mode is desk.mode and line is not None and not desk.importing
            actions[f"source.{mode}"].setChecked(shown)
        for name in ("source.details", "source.look", "source.save-original", "source.remove"):
            actions.enable(name, line is not None)
        actions.show(PARALLEL, on=desk.pairing)
        actions.show(SHEET, on=desk.importing)
        some = self.context.session.store.count(Source) > 0
        coming = some and not uid
        self._left.setVisible(some and 0 not in self._folded)
        self.reader.card.setVisible((coming or desk.reading) and -1 not in self._folded)

    # Building

    @cached_property
    def details(self) -> DetailsPane:
        """The form under the library, made when it is first asked for."""
        details = DetailsPane(self.context, self._left)
        self._left.addWidget(details)
        self._left.setSizes([480, 300])
        return details

    def _build_bar(self) -> None:
        self._title.setObjectName("stretch")
        self._title.setProperty("role", "heading")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for mode in Mode:
            group.addAction(self.context.actions[f"source.{mode}"])
        modes = [self._button(f"source.{mode}") for mode in Mode]
        self.bar(self._button("source.import"), self._title, *modes)

    def _build(self) -> None:
        self._left.setHandleWidth(1)
        self._left.addWidget(self.library)
        self._left.setStretchFactor(0, 1)
        self.columns((self._left, self.desk, self.reader.card), (280, 760, 320))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self.context.actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _answer(self) -> None:
        on = self.context.actions.on
        for mode in Mode:
            on(f"source.{mode}", self._turn)
        on("source.filter", self._filter)
        on("source.details", self._details)
        on("source.look", self._deeds.look)
        on("source.save-original", self._deeds.save_original)
        on("source.remove", self._deeds.remove)

    def _connect(self) -> None:
        self.library.chosen.connect(self._on_chosen)
        self.library.opened.connect(self._on_opened)
        self.library.counted.connect(self._on_counted)
        self._walked.timeout.connect(self._on_walked)
        self.desk.turned.connect(self._settle)
        self.desk.sheet_closed.connect(self._close_sheet)

    # What the adviser does

    def _turn(self) -> None:
        self.desk.mode = Mode(self.sender().objectName().removeprefix("source."))
        self._show_source(self._deeds.source)
        self.desk.focus()

    def _on_chosen(self, uid: str) -> None:
        if uid != self._deeds.source:
            self._walked.start()

    def _on_walked(self) -> None:
        uid = self.library.current()
        if uid and self.library.view.hasFocus():
            self._show_source(uid)
            self.context.places.note(Place(Room.SOURCES, Source, uid))

    def _on_opened(self, uid: str) -> None:
        self._show_source(uid)
        self.desk.focus()

    def _on_counted(self) -> None:
        """Sources may have come or gone, perhaps by undo."""
        if not self.begun:
            return
        uids = [line.uid for line in self.library.lines]
        if self._deeds.source not in uids:
            self._deeds.source = self.library.current() or next(iter(uids), "")
            if not self.desk.importing:
                self._show_source(self._deeds.source)
        self._settle()

    def _filter(self) -> None:
        self.library.filter_bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.library.filter_bar.words.selectAll()

    def _details(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.details.setVisible(on)
        if on:
            self.details.show_source(self._deeds.source)
            self.details.form.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.details.form.title.selectAll()
        else:
            self.library.view.setFocus(Qt.FocusReason.OtherFocusReason)
