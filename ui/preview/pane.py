"""The preview beside the editor: the pages as they will be printed, following the cursor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from exports.tree import Profile
from ui.context import Context
from ui.places import Place, Room
from ui.preview.actions import PREVIEW
from ui.preview.arrangement import Arrangement, of_book, of_tab
from ui.preview.bar import PreviewBar
from ui.preview.choices import recalled
from ui.preview.feed import PageFeed
from ui.preview.finding import Finder
from ui.preview.gallery import Gallery
from ui.preview.places import Mark
from ui.preview.press import BookPages, TabPages, Wish
from ui.preview.view import PageView, Spotlight
from ui.preview.zooming import FIT_PAGE, FIT_WIDTH, Zoom

_LINE = 14.0
"""Points: a mark is at least as high."""


class PreviewPane(QWidget):
    """The pages of the tab that is written, or of the whole book.

    It follows the editor by `follow`, and says where it was clicked by `picked`.
    """

    picked = Signal(str, str, int)  # (tab, section, number of the block; -1 its heading)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._tab = ""
        self._spot: tuple[str, int] | None = None
        self._book: BookPages | None = None
        self._seen: list[str] = []
        self._led = False
        kept = context.settings.recall(context.state("preview"), {})
        self._kept: dict[str, object] = kept if isinstance(kept, dict) else {}
        context.actions.add(PREVIEW, self)
        self.gallery = Gallery(context.tasks, self)
        self.feed = PageFeed(context, self._wish(), self)
        self.bar = PreviewBar(context)
        self.view = PageView(self.gallery, context.look)
        self.finder = Finder(context, self.view)
        self._note = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self._answer()
        self._settle()

    # For the workspace

    def follow(self, tab: str, section: str = "", block: int = -1) -> None:
        """Show the page with a place of a tab, and mark it; "" is the tab's beginning."""
        self._spot = (section, block) if section else None
        self._led = False
        if tab != self._tab:
            self._tab = tab
            self.feed.look_at(tab)
            self._arrange()
        self._lead_to_spot()

    def refresh(self) -> None:
        """Make the pages anew, as after a change of how the book is to be printed."""
        self.feed.change(self._wish())

    @property
    def whole(self) -> bool:
        """Whether all pages of the book are shown."""
        return bool(self._kept.get("whole"))

    # Building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._stack = QStackedLayout()
        # Before it has widgets: it shows the first one at once, as a window where it has no parent.
        column.addLayout(self._stack, stretch=1)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.view)
        self._note.setText(self.context.gettext("The pages are being laid out."))
        self._note.setMargin(24)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.insertWidget(0, self.bar)
        column.insertWidget(1, self.finder)
        self.view.setAccessibleName(self.context.gettext("Printed pages"))
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.feed.came.connect(self._on_pages)
        self.feed.counted.connect(self._on_book)
        self.feed.failed.connect(self._on_failed)
        self.bar.whole_chosen.connect(self._show_whole)
        self.bar.page_chosen.connect(self._turn_to)
        self.bar.zoom_chosen.connect(self.view.set_zoom)
        self.view.clicked.connect(self._on_clicked)
        self.view.turned.connect(self._on_turned)
        self.view.zoomed.connect(self._on_zoomed)
        self.view.wanted.connect(self._want)
        self.view.selected.connect(lambda on: self.context.actions.enable("preview.copy", on))
        self.gallery.read.connect(self._on_read)
        self.context.session.closing.connect(self.gallery.close)

    def _answer(self) -> None:
        on, view = self.context.actions.on, self.view
        on("preview.book", self._show_whole)
        on("preview.working", self._show_working)
        on("preview.two", self._show_two)
        on("preview.larger", lambda: view.set_zoom(view.zoom.step(view.percent / 100, 1)))
        on("preview.smaller", lambda: view.set_zoom(view.zoom.step(view.percent / 100, -1)))
        on("preview.width", lambda: view.set_zoom(Zoom(FIT_WIDTH)))
        on("preview.fit", lambda: view.set_zoom(Zoom(FIT_PAGE)))
        on("preview.actual", lambda: view.set_zoom(Zoom("", 1.0)))
        on("preview.copy", self.copy)
        on("preview.find", self.finder.open)

    def _settle(self) -> None:
        """Show what was chosen the last time."""
        actions = self.context.actions
        actions["preview.book"].setChecked(self.whole)
        actions["preview.working"].setChecked(self._working)
        actions["preview.two"].setChecked(self._columns > 1)
        actions.enable("preview.copy", False)  # noqa: FBT003 - as QAction.setEnabled
        self.bar.show_scope(whole=self.whole)
        fit, factor = str(self._kept.get("fit", FIT_WIDTH)), self._kept.get("factor", 1.0)
        self.view.set_zoom(Zoom(fit, float(factor) if isinstance(factor, float) else 1.0))

    # What was chosen

    @property
    def _columns(self) -> int:
        return 2 if self._kept.get("two") else 1

    @property
    def _working(self) -> bool:
        return bool(self._kept.get("working"))

    def _keep(self, **chosen: object) -> None:
        self._kept |= chosen
        self.context.settings.remember(self.context.state("preview"), self._kept)

    def _wish(self) -> Wish:
        choices = recalled(self.context)
        profile = Profile.WORKING if self._working else Profile.FINAL
        return Wish(
            replace(choices.form, profile=profile),
            choices.lang or self.context.session.book.lang,
            date.today().isoformat(),  # noqa: DTZ011 - the day on the adviser's wall
        )

    def _show_whole(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep(whole=on)
        self.bar.show_scope(whole=on)
        self.context.actions["preview.book"].setChecked(on)
        self._arrange()
        self._led = False
        self._lead_to_spot()

    def _show_working(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep(working=on)
        self.refresh()

    def _show_two(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep(two=on)
        self._arrange()

    # Pages come

    def _on_pages(self, pages: TabPages) -> None:
        self.gallery.put(pages)
        if not self.whole or pages.uid == self._tab:
            self._arrange()
        self._lead_to_spot()

    def _on_book(self, book: BookPages) -> None:
        self._book = book
        if not self._tab and book.tabs:
            self._tab = book.tabs[0].uid
        self._arrange()
        self._lead_to_spot()
        self._want(self._seen)

    def _on_failed(self, error: Exception) -> None:
        self.context.notices.trouble(error)

    def _want(self, tabs: list[str]) -> None:
        """Ask for the pages in sight that are not there, or are not what the book has now."""
        self._seen = tabs
        if self._book is None:
            return
        entries = [self._book.tab(tab) for tab in dict.fromkeys([*tabs, self._tab])]
        self.feed.want(
            [
                entry.uid
                for entry in entries
                if entry is not None and self._version(entry.uid) != entry.version
            ]
        )

    def _version(self, tab: str) -> tuple[int, int, int] | None:
        pages = self.gallery.pages(tab)
        return pages.version if pages else None

    def _arrange(self) -> None:
        arrangement = self._arrangement()
        if arrangement is not None:
            self.view.show_pages(arrangement)
            self._stack.setCurrentWidget(self.view)
            self._on_turned()

    def _arrangement(self) -> Arrangement | None:
        pages = self.gallery.pages(self._tab)
        if self.whole and self._book is not None:
            return of_book(self._book, self._columns)
        return of_tab(pages, self._columns) if pages is not None else None

    # Where one is

    def _lead_to_spot(self) -> None:
        """Bring what the editor shows into sight, once its pages are there."""
        index = self.view.arrangement.index_of(self._tab, 0)
        lit = self._light(follow=not self._led)
        if index is not None and not self._led:
            if not lit:
                self.view.turn_to(index)
            self._led = lit or self._spot is None

    def _turn_to(self, number: int) -> None:
        leaves = self.view.arrangement.leaves
        near = min(range(len(leaves)), key=lambda at: abs(leaves[at].number - number), default=0)
        self.view.turn_to(near)
        self.view.setFocus()

    def _light(self, *, follow: bool) -> bool:
        """Mark where the cursor is; False if that is not on the pages."""
        pages = self.gallery.pages(self._tab)
        marks = pages.marks if pages is not None else ()
        found = [n for n, mark in enumerate(marks) if self._means(mark)]
        if pages is None or not found:
            self.view.light(None)
            return False
        here = pages.marks[found[0]]
        after = next((m for m in pages.marks[found[-1] + 1 :] if m.section), None)
        foot = here.y + _LINE
        if after is not None and after.page == here.page:
            foot = max(after.y - 6, foot)
        self.view.light(Spotlight(self._tab, here.page, here.y, foot), follow=follow)
        return True

    def _means(self, mark: Mark) -> bool:
        return self._spot == (mark.section, mark.block)

    def _on_turned(self, _index: int = 0) -> None:
        leaf = self.view.leaf
        total = self._book.total if self._book is not None else 0
        self.bar.show_page(leaf.number if leaf else 0, total)
        if leaf is not None and leaf.tab:
            self.gallery.text((leaf.tab, leaf.page))
            self._on_read(leaf.tab, leaf.page)

    def _on_read(self, tab: str, page: int) -> None:
        """Let a screen reader say the words of the page that is looked at."""
        leaf = self.view.leaf
        text = self.gallery.text((tab, page))
        if leaf is not None and text is not None and (leaf.tab, leaf.page) == (tab, page):
            _ = self.context.gettext
            self.view.setAccessibleName(_("Printed page {number}").format(number=leaf.number))
            self.view.setAccessibleDescription(text.text)
        self.view.viewport().update()

    def _on_zoomed(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.percent)
        self._keep(fit=self.view.zoom.fit, factor=self.view.zoom.factor)

    # Clicks

    def _on_clicked(self, tab: str, page: int, point: QPointF) -> None:
        pages = self.gallery.pages(tab)
        if pages is None:
            return
        for lead in pages.leads:
            if lead.page == page and lead.holds(point.x(), point.y()) and self._lead(lead.target):
                return
        above = [m for m in pages.marks if (m.page, m.y - 6) <= (page, point.y())]
        if not above:
            self.picked.emit(tab, "", -1)
        elif above[-1].kind:
            self._go(above[-1])
        else:
            self.picked.emit(tab, above[-1].section, above[-1].block)

    def _lead(self, target: str) -> bool:
        """Turn to a tab that a line of the contents names."""
        index = self.view.arrangement.index_of(target, 0)
        if index is not None:
            self.view.turn_to(index)
        return index is not None

    def _go(self, mark: Mark) -> None:
        from briefing.things import KINDS  # noqa: PLC0415

        rooms = {"Passage": Room.SOURCES, "Commitment": Room.COMMITMENTS}
        kind = next(kind for kind in KINDS if kind.__name__ == mark.kind)
        self.context.places.go(Place(rooms[mark.kind], kind, mark.uid))

    def copy(self) -> None:
        """Put the chosen words on the clipboard."""
        words = self.view.selector.words()
        if words:
            QGuiApplication.clipboard().setText(words)

    # Only who is seen works

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self.feed.wake()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.feed.sleep()
