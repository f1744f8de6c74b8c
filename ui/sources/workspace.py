"""Sources: what was received, read beside its candidates, in two languages, or as it came."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from briefing.errors import BriefingError, Refused
from briefing.operations.sources import remove_source
from briefing.things import Candidate, Pair, Passage, Source, Thing
from ui.context import Context
from ui.places import Place, Room
from ui.reader.pane import ReaderPane
from ui.sources.actions import ACTIONS
from ui.sources.details import DetailsPane
from ui.sources.import_sheet import ImportSheet
from ui.sources.importing import Importer
from ui.sources.library import LibraryPane
from ui.sources.original import OriginalPane
from ui.sources.parallel import ParallelPane
from ui.sources.teaching import Teaching
from ui.workspace import Workspace

_WALK = 120
"""Milliseconds that the library rests on a source before it is opened: arrow keys run past."""

_PATTERNS = "*.txt *.text *.md *.html *.htm *.xhtml *.docx *.pdf"


class Mode(StrEnum):
    """How a source is looked at."""

    READ = "read"
    PARALLEL = "parallel"
    ORIGINAL = "original"


class SourcesWorkspace(Workspace):
    """Library, the text itself, and the card of the candidate that is looked at."""

    room = Room.SOURCES

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        context.actions.add(ACTIONS, self)
        self._mode = Mode.READ
        self._passage = ""
        self.library = LibraryPane(context)
        self.details = DetailsPane(context)
        self.importer = Importer(context, self)
        self.sheet = ImportSheet(context, self.importer)
        self.reader = ReaderPane(context)
        self.parallel = ParallelPane(context)
        self.original = OriginalPane(context)
        self._teaching = Teaching(context)
        self._stack = QStackedWidget()
        for pane in (self._teaching, self.reader, self.parallel, self.original, self.sheet):
            self._stack.addWidget(pane)
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._title.setObjectName("stretch")
        self._title.setProperty("role", "heading")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._walked = QTimer(self, singleShot=True, interval=_WALK)
        self._build()
        self._answer()
        self._connect()
        self._settle()

    # Receiving

    def import_files(self, paths: list[Path]) -> None:
        """Offer files as sources: read them and show what they hold; nothing is stored yet."""
        self._open_sheet()
        self.importer.add_files(_files(paths))

    def offer_text(self, text: str, html: str = "") -> None:
        """Offer a text that was copied elsewhere as a source."""
        if text.strip() or html.strip():
            self._open_sheet()
            self.importer.add_text(text, html, self.context.gettext("Pasted text"))

    def choose_files(self) -> None:
        """Ask for files with the platform's dialog; files that wait in the sheet come first."""
        if self.importer.rows and self._stack.currentWidget() is not self.sheet:
            self._open_sheet()
            return
        _ = self.context.gettext
        names = _("Sources ({patterns});;All files (*)").format(patterns=_PATTERNS)
        title = _("Import sources")
        self.context.files.open(self, title, "sources", names, self.import_files)

    def paste(self) -> None:
        """Offer what is on the clipboard: files, or a text."""
        mime = QApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self.import_files(paths)
        elif mime.hasText() or mime.hasHtml():
            self.offer_text(mime.text(), mime.html() if mime.hasHtml() else "")
        else:
            _ = self.context.gettext
            self.context.notices.advise(_("There is no text on the clipboard: copy one first."))

    def _open_sheet(self) -> None:
        self.context.book_shop.warm_up()
        self._stack.setCurrentWidget(self.sheet)
        self._settle()
        self.sheet.focus()

    def _close_sheet(self) -> None:
        self._show_mode()
        self._focus()

    def _on_imported(self, news: tuple[tuple[str, ...], int]) -> None:
        uids, brought = news
        if not uids:
            return
        few = self.context.speech.ngettext
        self.library.refresh_now()
        count = few("{n} source imported", "{n} sources imported", len(uids)).format(n=len(uids))
        found = few("{n} candidate to decide", "{n} candidates to decide", brought)
        words = f"{count}. {found.format(n=brought)}." if self.importer.look else f"{count}."
        self.context.notices.done(words)
        if not self.importer.rows:
            self.context.places.go(Place(Room.SOURCES, Source, uids[0]))

    # Places

    @override
    def show_place(self, place: Place) -> None:
        if place.kind is None:
            if not self.reader.source_uid:
                self._recall()
        elif place.kind is Pair:
            self._show_pair(place.uid)
        elif place.kind is Source:
            self._show_source(place.uid)
        else:
            self._show_thing(place)
        self._focus()

    @override
    def leave(self) -> None:
        kept = {"source": self.library.current(), "mode": self._mode, "passage": self._passage}
        self.context.settings.remember(self.context.state("sources"), kept)

    def _recall(self) -> None:
        kept = self.context.settings.recall(self.context.state("sources"), {})
        kept = kept if isinstance(kept, dict) else {}
        lines = self.library.lines
        uids = {line.uid for line in lines}
        first = lines[0].uid if lines else ""
        uid = kept.get("source", "") if kept.get("source") in uids else first
        if kept.get("mode") in set(Mode):
            self._mode = Mode(kept["mode"])
        self._show_source(uid)
        passage = self.context.session.store.find(Passage, kept.get("passage") or None)
        if passage is not None and passage.source == uid:
            self.reader.show_place(Place(Room.SOURCES, Passage, passage.uid))

    def _show_source(self, uid: str) -> None:
        self.library.choose(uid)
        self._show_mode(uid)

    def _show_thing(self, place: Place) -> None:
        self._mode = Mode.READ
        self._stack.setCurrentWidget(self.reader)
        self.reader.show_place(place)
        self.library.choose(self.reader.source_uid)
        self._settle()

    def _show_pair(self, uid: str) -> None:
        store = self.context.session.store
        pair = store.find(Pair, uid)
        passage = store.find(Passage, next(iter((*pair.left, *pair.right)), None)) if pair else None
        if passage is not None:
            self._mode = Mode.PARALLEL
            self._show_source(passage.source)
            self.parallel.show_passage(passage.uid)

    # Ways to look

    def _show_mode(self, uid: str = "") -> None:
        uid = uid or self.library.current()
        if not uid:
            self._stack.setCurrentWidget(self._teaching)
            self.reader.show_source("")
        elif self._mode is Mode.READ:
            self._stack.setCurrentWidget(self.reader)
            self.reader.show_source(uid)
        elif self._mode is Mode.PARALLEL:
            self._stack.setCurrentWidget(self.parallel)
            self._show_parallel(uid)
        else:
            self._stack.setCurrentWidget(self.original)
            self.original.show_source(uid)
            passage = self.context.session.store.find(Passage, self._passage or None)
            if passage is not None and passage.source == uid:
                self.original.show_passage(passage)
        self.details.show_source(uid)
        self._settle()

    def _show_parallel(self, uid: str) -> None:
        release = next((x.release for x in self.library.lines if x.uid == uid), "")
        lines = [line for line in self.library.lines if line.release == release]
        self.parallel.show_release(lines, uid)
        if self._passage:
            self.parallel.show_passage(self._passage)

    def _turn(self, mode: Mode) -> None:
        self._mode = mode
        self._show_mode()
        self._focus()

    def _focus(self) -> None:
        current = self._stack.currentWidget()
        targets: dict[QWidget | None, QWidget] = {
            self.reader: self.reader,
            self.parallel: self.parallel.view,
            self.original: self.original.shown,
            self.sheet: self.sheet.table,
        }
        targets.get(current, self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Bring the bar, and what can be done, up to date."""
        uid = self.library.current()
        line = next((line for line in self.library.lines if line.uid == uid), None)
        importing = self._stack.currentWidget() is self.sheet
        title = line.title if line and not importing else ""
        self._title.setText(title)
        self._title.setToolTip(title)
        actions = self.context.actions
        for mode in Mode:
            actions.enable(f"source.{mode}", line is not None)
            actions[f"source.{mode}"].setChecked(mode is self._mode and not importing)
        for name in ("source.details", "source.remove"):
            actions.enable(name, line is not None)
        self.reader.card.setVisible(self._stack.currentWidget() is self.reader)

    # Building

    def _build(self) -> None:
        actions = self.context.actions
        group = QActionGroup(self)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        buttons = []
        for mode in Mode:
            group.addAction(actions[f"source.{mode}"])
            buttons.append(self._button(f"source.{mode}"))
        self.bar(self._button("source.import"), self._title, *buttons)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setHandleWidth(1)
        left.addWidget(self.library)
        left.addWidget(self.details)
        left.setStretchFactor(0, 1)
        left.setSizes([480, 300])
        self.details.hide()
        self.columns((left, self._stack, self.reader.card), (280, 760, 320))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self.context.actions[name])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _answer(self) -> None:
        on = self.context.actions.on
        on("source.import", self.choose_files)
        on("source.paste", self.paste)
        on("source.read", self._read)
        on("source.parallel", self._parallel)
        on("source.original", self._original)
        on("source.filter", self._filter)
        on("source.details", self._details)
        on("source.remove", self._remove)
        on("import.toggle", self.sheet.toggle)
        on("import.remove", self.sheet.remove)
        self.parallel.answer()

    def _connect(self) -> None:
        self.library.chosen.connect(self._on_chosen)
        self.library.opened.connect(self._on_opened)
        self._walked.timeout.connect(self._on_walked)
        self.reader.thing_shown.connect(self._on_thing)
        self.sheet.more_wanted.connect(self.choose_files)
        self.sheet.closed.connect(self._close_sheet)
        self.importer.imported.connect(self._on_imported)
        self.importer.failed.connect(self.context.notices.trouble)
        self.library.counted.connect(self._on_counted)

    # What the adviser does

    def _on_chosen(self, uid: str) -> None:
        if uid != self.reader.source_uid or self._mode is not Mode.READ:
            self._walked.start()
        self.details.show_source(uid)

    def _on_walked(self) -> None:
        uid = self.library.current()
        if uid and self._stack.currentWidget() is not self.sheet:
            self._show_mode(uid)
            self.context.places.note(Place(Room.SOURCES, Source, uid))

    def _on_opened(self, uid: str) -> None:
        self._walked.stop()
        self._show_mode(uid)
        self._focus()

    def _on_counted(self) -> None:
        """Sources came or went, perhaps by undo."""
        uid = self.library.current()
        gone = self.reader.source_uid not in {line.uid for line in self.library.lines}
        if self._stack.currentWidget() is not self.sheet and (gone or not uid):
            self._show_mode(uid)
        self._settle()

    def _on_thing(self, kind: type[Thing], uid: str) -> None:
        if kind is Passage:
            self._passage = uid
        elif kind is Candidate:
            candidate = self.context.session.store.find(Candidate, uid)
            if candidate is not None:
                self._passage = candidate.anchors[0].passage

    def _read(self) -> None:
        self._turn(Mode.READ)

    def _parallel(self) -> None:
        self._turn(Mode.PARALLEL)

    def _original(self) -> None:
        self._turn(Mode.ORIGINAL)

    def _filter(self) -> None:
        self.library.filter_bar.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.library.filter_bar.words.selectAll()

    def _details(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.details.setVisible(on)
        if on:
            self.details.show_source(self.library.current())
            self.details.form.title.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.details.form.title.selectAll()
        else:
            self.library.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        store = self.context.session.store
        source = store.find(Source, self.library.current() or None)
        if source is None:
            return
        try:
            self.context.session.run(remove_source(store, source))
        except (Refused, BriefingError) as error:
            self.context.notices.trouble(error)
            return
        _ = self.context.gettext
        words = _("“{title}” was removed. Undo brings it back.").format(title=source.title)
        self.context.notices.done(words, _("Undo"), self.context.session.undo)


def _files(paths: list[Path]) -> list[Path]:
    """Files, and those that lie in folders among them."""
    found: list[Path] = []
    for path in paths:
        found += sorted(p for p in path.iterdir() if p.is_file()) if path.is_dir() else [path]
    return found
