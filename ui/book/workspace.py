"""The workspace named Book."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from briefing.edits import Edit
from briefing.things import Annotation, Insert, Note, Section, Tab, TabKind
from exports.tree import Profile
from ui.book.actions import ACTIONS
from ui.book.last_place import LastPlace
from ui.book.material_desk import MaterialDesk
from ui.book.material_pane import MaterialPane
from ui.book.middle_pane import MiddlePane
from ui.book.outline_model import OutlineModel
from ui.book.outline_pane import OutlinePane
from ui.book.side_pane import WIDE, SidePane
from ui.context import Context
from ui.doing import all_written
from ui.places import PAGES, Place, Room
from ui.preview.pane import PreviewPane
from ui.workspace import Workspace

_OUTLINE = 240
_REST = 500


class BookWorkspace(Workspace):
    """Outline, note, and beside it material and the printed pages."""

    room = Room.BOOK

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        context.actions.add(ACTIONS, self)
        self.model = OutlineModel(context)
        self.outline = OutlinePane(context, self.model, self.splitter)
        self.middle = MiddlePane(context, self.splitter)
        self.note = self.middle.note
        self.material = MaterialPane(context)
        self.preview = PreviewPane(context)
        self._side = SidePane(context, self.material, self.preview, self.splitter)
        self.columns((self.outline, self.middle, self._side), (_OUTLINE, 720, 400))
        self._followed: tuple[str, str, int, int] | None = None
        self._keeping = QTimer(self, singleShot=True, interval=_REST)
        self._keeping.timeout.connect(self._keep)
        self._desk = MaterialDesk(self.material, self.middle, self._looked_at)
        self._listen()
        self._order_tabs()

    # Places

    @override
    def show_place(self, place: Place) -> None:
        super().show_place(place)
        if not self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.take_focus()

    @override
    def take_focus(self) -> None:
        """Be where one writes, or else in the outline."""
        if self.middle.has_note and self.note.sheet.block is not None:
            self.note.sheet.begin()
        else:
            self.outline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def _show(self, place: Place) -> bool:
        if place.kind is None:
            return False
        self.model.load()
        store = self.context.session.store
        if place.kind is Tab:
            self.outline.show_tab(place.uid)
        elif place.kind is Note:
            self._show_note(place.uid, place.detail)
        elif place.kind is Section and (section := store.find(Section, place.uid)):
            self._show_note(section.note, section.name)
            if place.detail:
                self.note.sheet.show_words(place.detail)
        elif place.kind is Insert and (insert := store.find(Insert, place.uid)):
            self._show_insert(insert)
        elif place.kind is Annotation and (remark := store.find(Annotation, place.uid)):
            self._show_note(remark.note or "", "")
            self.note.annotations.show_annotation(place.uid)
        else:
            return False
        return bool(self.outline.current)

    def _show_note(self, note: str, section: str) -> None:
        """Show a note, and in it a section; what is no section is words to look for."""
        self.outline.show_tab(self.model.tab_of_note(note))
        if section == PAGES:
            self._side.show_preview()
            return
        if section and not self.note.sheet.go_to(section):
            self.note.sheet.show_words(section)

    def _show_insert(self, insert: Insert) -> None:
        self.outline.show_tab(self.model.tab_of_note(insert.note))
        for block in self.note.sections.blocks:
            inserts = [getattr(b, "insert", "") for b in block.editor.prose().blocks]
            if insert.uid in inserts:
                self.note.sheet.go_to(block.name, inserts.index(insert.uid))

    @override
    def write_all(self) -> None:
        self.note.text.write_all()

    @override
    def leave(self) -> None:
        self.note.text.flush()
        self._keep()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.readiness.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turned = self._side.arrange(wide=self.window().width() >= WIDE)
        if turned or self.context.settings.recall(f"columns/{self.room}") is None:
            left = min(_OUTLINE, self.width() // 5)
            side = min(self._side.wanted_width, self.width() * 3 // 8)
            self.splitter.setSizes([left, self.width() - left - side, side])

    # Building

    def _order_tabs(self) -> None:
        """Have Tab go as one reads; sections are made when a note first has so many."""
        side = [self._side.tabs, *self.material.tab_stops()]
        stops = [*self.outline.tab_stops(), *self.middle.tab_stops(), *side]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _listen(self) -> None:
        self.note.sections.made.connect(self._order_tabs)
        self.note.annotations.dealt.connect(self._order_tabs)
        self.outline.shown.connect(self._show_tab)
        self.outline.entered.connect(self._write)
        for keys, replacing in ((QKeySequence.StandardKey.Find, False), ("Ctrl+H", True)):
            sought = QShortcut(QKeySequence(keys), self.outline.view)
            sought.setContext(Qt.ShortcutContext.WidgetShortcut)
            sought.activated.connect(partial(self.middle.look_for, replacing=replacing))
        self.note.moved.connect(self._on_moved)
        self.note.sheet.verticalScrollBar().valueChanged.connect(self._keeping.start)
        self.middle.made.connect(self._made)
        self.middle.left.connect(self._leave_new)
        self.middle.grown.connect(self._order_tabs)
        self.preview.picked.connect(self._picked)
        self.preview.feed.came.connect(lambda pages: self._count({pages.uid: pages.count}))
        self.preview.feed.counted.connect(
            lambda book: self._count({entry.uid: entry.count for entry in book.tabs})
        )
        self.context.readiness.counted.connect(self._show_pages)
        self.context.session.edited.connect(self._on_edited)
        on = self.context.actions.on
        on("note.new", lambda: self._new(drafting=False))
        on("note.draft", lambda: self._new(drafting=True))
        on("material.next", lambda: self._insert_next(whole=False))
        on("material.whole", lambda: self._insert_next(whole=True))
        on("material.find", self._find_material)

    # The tab that is looked at

    def _stay(self) -> None:
        """The outline goes back to the note whose words could not be written."""
        if self.note.note is not None:
            self.outline.show_tab(self.model.tab_of_note(self.note.note.uid))

    def _show_tab(self, uid: str) -> None:
        if not all_written(self.context):
            QTimer.singleShot(0, self, self._stay)
            return
        row = self.model.row_of(uid)
        if row < 0:
            self.note.show_note(None)
            self.material.look_at(None)
            self.middle.show_empty()
            return
        found = self.model.row_at(row)
        note = found.note
        self.note.show_note(note, found.label, self.model.pages_at(row))
        if note is None:
            self.middle.show_part(found.tab.kind)
        else:
            self.middle.show_note()
        self._followed = None
        self.preview.follow(uid)
        self._desk.offer_soon()
        self.context.places.note(Place(Room.BOOK, Tab, uid))
        self._keeping.start()

    def _write(self) -> None:
        if self.middle.has_note:
            self.note.sheet.begin()

    def _on_moved(self) -> None:
        sheet = self.note.sheet
        here = (self.outline.current, *sheet.here, sheet.offset)
        if here != self._followed:  # not where the editor has only got the keyboard back
            self._followed = here
            self.preview.follow(*here[:3])
        self._keeping.start()

    def _picked(self, tab: str, section: str, block: int) -> None:
        self.outline.show_tab(tab)
        if section:
            self.note.sheet.go_to(section, max(block, 0))

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Note, Tab):
            row = self.model.row_of(self.outline.current)
            if row >= 0:
                found = self.model.row_at(row)
                self.note.show_label(found.label, self.model.pages_at(row))
                self.material.look_at(found.note)

    def _count(self, pages: dict[str, int]) -> None:
        self.model.know_pages(pages, final=self.preview.feed.wish.form.profile is Profile.FINAL)

    def _show_pages(self) -> None:
        row = self.model.row_of(self.outline.current)
        if row >= 0:
            self.note.show_pages(self.model.pages_at(row))

    # Material

    def _looked_at(self) -> Note | None:
        """The note of the tab that is chosen."""
        row = self.model.row_of(self.outline.current)
        return self.model.row_at(row).note if row >= 0 else None

    def _insert_next(self, *, whole: bool) -> None:
        self.begin()
        self._desk.insert_next(whole=whole)

    def _find_material(self) -> None:
        self.begin()
        self._desk.offer()
        self._side.show_material()
        self.material.look_for()

    # New notes

    def _new(self, *, drafting: bool) -> None:
        self.begin()
        self.middle.ask(drafting=drafting)

    def _made(self, note: str) -> None:
        self.outline.show_tab(self.model.tab_of_note(note))
        self._show_tab(self.outline.current)
        self.note.sheet.begin()

    def _leave_new(self) -> None:
        self._show_tab(self.outline.current)
        self.outline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where one was

    def _keep(self) -> None:
        if self.context.session.closed or not self.begun:
            return
        sheet = self.note.sheet
        section, block = sheet.here
        printed, page = self.preview.leading.place
        LastPlace(
            tab=self.outline.current,
            section=section,
            block=block,
            offset=sheet.offset,
            scroll=sheet.scrolled,
            printed=printed,
            page=page,
        ).remember(self.context)

    def _tab_or_first(self, uid: str) -> Tab | None:
        """A tab if it is still there, or else that of the first note."""
        tabs = sorted(self.context.session.store.all(Tab), key=lambda tab: tab.position)
        last = next((tab for tab in tabs if tab.uid == uid), None)
        return last or next((tab for tab in tabs if tab.kind is TabKind.NOTE), None)

    @override
    def _come_back(self) -> Iterator[None]:
        last = LastPlace.recalled(self.context)
        coming = self._tab_or_first(last.tab)
        if coming is not None and coming.note is not None:
            yield from self.note.sections.ahead(self.context.session.store.get(Note, coming.note))
        # Listed and chosen in one turn: a list that has the focus would choose the first row.
        self.model.load()
        tab = self._tab_or_first(last.tab)  # again, as it may have gone meanwhile
        if tab is None:
            self.middle.show_empty()
            self.material.look_at(None)
            return
        self.outline.show_tab(tab.uid)
        if last.section:
            self.note.sheet.go_to(last.section, last.block, last.offset, focus=False)
            self.note.sheet.scroll_to(last.scroll)
        self.preview.leading.go_back_to(last.printed, last.page)
