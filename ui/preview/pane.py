"""The preview beside the editor: the pages as they will be printed, following the cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.things import Commitment, Passage
from ui.context import Context
from ui.places import Place, Room
from ui.preview.actions import PREVIEW
from ui.preview.arrangement import Arrangement, Leaf, of_book, of_tab
from ui.preview.bar import PreviewBar
from ui.preview.feed import PageFeed
from ui.preview.finding import Finder
from ui.preview.gallery import Gallery
from ui.preview.leading import Leading
from ui.preview.meaning import lead_at, meaning
from ui.preview.places import Mark
from ui.preview.press import BookPages, TabPages
from ui.preview.state import PreviewState
from ui.preview.view import PageView
from ui.preview.zooming import FIT_PAGE, FIT_WIDTH, Zoom
from ui.processes import WorkerLost


class PreviewPane(QWidget):
    """The pages of the tab that is written, or of the whole book.

    It follows the editor by `follow`, and says where it was clicked by `picked`.
    """

    picked = Signal(str, str, int)  # (tab, section, number of the block; -1 its heading)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._book: BookPages | None = None
        self._seen: list[str] = []
        self._state = PreviewState(context)
        context.actions.add(PREVIEW, self)
        self.gallery = Gallery(context.tasks, self)
        self.feed = PageFeed(context, self._state.wish(), self)
        self.bar = PreviewBar(context)
        self.view = PageView(self.gallery, context.look)
        self.leading = Leading(self.view, self.gallery)
        self.finder = Finder(context, self.view)
        self._note = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._connect()
        self._answer()
        self._settle()

    # For the workspace

    def follow(self, tab: str, section: str = "", block: int = -1) -> None:
        """Show the page with a place of a tab, and mark it; "" is the tab's beginning."""
        other = tab != self.leading.tab
        self.leading.follow(tab, section, block)
        if other:
            self.feed.look_at(tab)
            self._arrange()
        self._lead()

    def refresh(self) -> None:
        """Make the pages anew, as after a change of how the book is to be printed."""
        self.feed.change(self._state.wish())

    # Building

    def _lay_out(self) -> None:
        _ = self.context.gettext
        self._stack = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.finder)
        # Before it has widgets: it shows the first one at once, as a window where it has no parent.
        column.addLayout(self._stack, stretch=1)
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.view)
        self._note.setText(_("The pages are being laid out."))
        self._note.setMargin(24)
        self.view.setAccessibleName(_("Printed page"))
        self.view.blank_note = _("This page is left blank because tabs begin on right-hand pages.")

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
        self.view.asked.connect(self._trigger)
        self.view.selected.connect(self._on_selected)
        self.gallery.read.connect(self._on_read)
        self.context.settings.remembered.connect(self._on_remembered)
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
        actions, state = self.context.actions, self._state
        actions["preview.book"].setChecked(state.whole)
        actions["preview.working"].setChecked(state.working)
        actions["preview.two"].setChecked(state.columns > 1)
        self._on_selected(on=False)
        self.bar.show_scope(whole=state.whole)
        self.view.set_zoom(state.zoom)

    # What is chosen

    def _show_whole(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._state.keep(whole=on)
        self.bar.show_scope(whole=on)
        self.context.actions["preview.book"].setChecked(on)
        self._arrange()
        self.leading.lead_again()
        self._lead()

    def _show_working(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._state.keep(working=on)
        self.refresh()

    def _show_two(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._state.keep(two=on)
        self._arrange()

    def _on_zoomed(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.percent)
        self._state.keep(fit=self.view.zoom.fit, factor=self.view.zoom.factor)

    def _on_remembered(self, name: str) -> None:
        if name == self.context.state("export"):
            self.refresh()

    # Pages come

    def _on_pages(self, pages: TabPages) -> None:
        self.gallery.put(pages)
        if not self._state.whole or pages.uid == self.leading.tab:
            self._arrange()
        self._lead()

    def _on_book(self, book: BookPages) -> None:
        self._book = book
        if not self.leading.tab and book.tabs:
            self.leading.tab = book.tabs[0].uid
        self._arrange()
        self._lead()
        self._want(self._seen)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, WorkerLost):
            _ = self.context.gettext
            self.context.notices.advise(
                _("The pages could not be laid out: the process that does it ends each time."),
                _("Try again"),
                self.feed.refresh,
            )
        else:
            self.context.notices.trouble(error)

    def _want(self, tabs: list[str]) -> None:
        """Ask for the pages in sight that are not there, or are not what the book has now."""
        self._seen = tabs
        if self._book is None:
            return
        entries = [self._book.tab(tab) for tab in dict.fromkeys([*tabs, self.leading.tab])]
        self.feed.want(
            [one.uid for one in entries if one and self._version(one.uid) != one.version]
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
        pages, columns = self.gallery.pages(self.leading.tab), self._state.columns
        if self._state.whole and self._book is not None:
            return of_book(self._book, columns)
        return of_tab(pages, columns) if pages is not None else None

    # Where one is

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # No proxy: Tab would come to the pages at once, and never to the bar above them.
        if self._stack.currentWidget() is self.view:
            self.view.setFocus(event.reason())

    def _lead(self) -> None:
        """Bring what the editor shows into sight, once its pages are there."""
        known = self._book if self._state.whole else self.gallery.pages(self.leading.tab)
        self.leading.lead(complete=known is not None)

    def _turn_to(self, number: int) -> None:
        leaves = self.view.arrangement.leaves
        near = min(range(len(leaves)), key=lambda at: abs(leaves[at].number - number), default=0)
        self.view.turn_to(near)
        self._on_turned()  # though it may be the page that was looked at before
        self.view.setFocus()

    def _on_turned(self, _index: int = 0) -> None:
        leaf = self.view.leaf
        total = self._book.total if self._book is not None else 0
        self.bar.show_page(leaf.number if leaf else 0, total)
        if leaf is not None:
            text = self.gallery.text((leaf.tab, leaf.page)) if leaf.tab else None
            said = text.text if text is not None else ""
            self._tell(leaf, said if leaf.tab else self.view.blank_note)

    def _on_read(self, tab: str, page: int) -> None:
        """Let a screen reader say the words of the page that is looked at."""
        leaf, text = self.view.leaf, self.gallery.text((tab, page))
        if leaf is not None and text is not None and (leaf.tab, leaf.page) == (tab, page):
            self._tell(leaf, text.text)

    def _tell(self, leaf: Leaf, words: str) -> None:
        _ = self.context.gettext
        name = _("Printed page {number}") if leaf.number else _("Printed page")
        self.view.setAccessibleName(name.format(number=leaf.number))
        self.view.setAccessibleDescription(words)

    # Hands

    def _on_clicked(self, tab: str, page: int, point: QPointF) -> None:
        pages = self.gallery.pages(tab)
        if pages is None:
            return
        lead = lead_at(pages, page, point)
        index = self.view.arrangement.index_of(lead.target, 0) if lead is not None else None
        mark = meaning(pages, page, point)
        if index is not None:
            self.view.turn_to(index)  # a line of the contents
        elif mark is not None and mark.kind:
            self._go(mark)
        else:
            self.picked.emit(tab, mark.section if mark else "", mark.block if mark else -1)

    def _go(self, mark: Mark) -> None:
        """Show what the page only lists."""
        if mark.kind == Passage.__name__:
            self.context.places.go(Place(Room.SOURCES, Passage, mark.uid))
        else:
            self.context.places.go(Place(Room.COMMITMENTS, Commitment, mark.uid))

    def _on_selected(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.context.actions.enable("preview.copy", on)

    def _trigger(self, name: str) -> None:
        self.context.actions[name].trigger()

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
