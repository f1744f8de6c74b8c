"""A desk on which pages lie: scrolled, enlarged, and held in place while they change."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.preview.arrangement import GAP, Arrangement, Leaf
from ui.preview.regard import LINE, Regard, sideways
from ui.preview.zooming import FIT_WIDTH, POINT, Zoom

_STEP = 24
_ROUNDS = 3
"""A scroll bar that comes or goes leaves another width to fit the pages into."""
_CALM = (0.08, 0.75)
"""Where on the screen a place may lie without being scrolled to, as shares of its height."""


class Desk(QAbstractScrollArea):
    """Knows where each page lies, and draws nothing."""

    turned = Signal(int)  # index of the page that is looked at
    zoomed = Signal()  # pages may have another size on the screen, by choice or for room
    wanted = Signal(list)  # tabs of which pages are to be seen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement()
        self.zoom = Zoom(FIT_WIDTH)
        self._page = -1
        self._regard: Regard | None = None
        self._settling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_STEP)
            bar.valueChanged.connect(self.scrolled)

    # What is shown

    def show_pages(self, arrangement: Arrangement) -> None:
        """Show these pages; the place that was looked at stays where it was, if it is there."""
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self._settle()
            self.zoomed.emit()

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show pages in another size; what is under the pointer, or looked at, stays in place."""
        before, place = self.scale, at + self.origin() if at is not None else None
        self.zoom = zoom
        self._settle()
        if at is not None and place is not None and before:
            growth = self.scale / before
            self.horizontalScrollBar().setValue(round((place.x() - GAP) * growth + GAP - at.x()))
            self.verticalScrollBar().setValue(round(self._grown(place.y(), before) - at.y()))
        self.zoomed.emit()

    @property
    def scale(self) -> float:
        """Pixels for a point."""
        viewport = self.viewport().size()
        return self.zoom.scale(self.arrangement, viewport.width(), viewport.height()) * POINT

    @property
    def percent(self) -> int:
        """The size as a share of the printed one."""
        return round(self.scale / POINT * 100)

    @property
    def page(self) -> int:
        """The index of the page that is looked at; -1 if there is none."""
        return self._page

    @property
    def leaf(self) -> Leaf | None:
        """The page that is looked at."""
        leaves = self.arrangement.leaves
        return leaves[self._page] if 0 <= self._page < len(leaves) else None

    @property
    def abreast(self) -> int:
        """How many pages are looked at together: those that have room side by side."""
        return 1 if self.horizontalScrollBar().maximum() else self.arrangement.columns

    def turn_to(self, index: int) -> None:
        """Bring the top of a page to the top of the view, and the page into sight across it."""
        if 0 <= index < len(self.arrangement.leaves):
            top = self.arrangement.place(index, self.scale).top()
            self._go(index, top - GAP / 2)

    def reveal(self, tab: str, page: int, top: float, left: float | None = None) -> None:
        """Scroll to a place unless it lies calmly in sight."""
        index = self.arrangement.index_of(tab, page)
        if index is None:
            return
        place = self.arrangement.place(index, self.scale)
        y = place.top() + top * self.scale
        now, height = self.origin().y(), self.viewport().height()
        calm = _CALM[0] * height <= y - now <= _CALM[1] * height
        if not calm or place.top() == self.arrangement.place(self._page, self.scale).top():
            self._go(index, now if calm else y - height / 3, left)
        else:
            self._across(index, left)

    def _go(self, index: int, top: float, left: float | None = None) -> None:
        """Scroll to a height among the pages, and look at the page that is meant there."""
        self._settling = True
        self.verticalScrollBar().setValue(round(top))
        self._across(index, left)
        self._settling = False
        self._regard = self._regarded(index)
        self._tell()

    def _across(self, index: int, left: float | None = None) -> None:
        """Bring a page, or a place so many points from its left edge, into sight sideways."""
        bar, place = self.horizontalScrollBar(), self.arrangement.place(index, self.scale)
        x = place.left() + left * self.scale if left is not None else None
        bar.setValue(round(sideways(place, bar.value(), self.viewport().width(), x)))

    def place_of(self, tab: str, page: int) -> QRectF:
        """Where a page lies in the view; an empty rectangle if it is not among those shown."""
        index = self.arrangement.index_of(tab, page)
        if index is None:
            return QRectF()
        return self.arrangement.place(index, self.scale).translated(-self.origin())

    def place_of_number(self, number: int) -> QRectF:
        """Where the page of a number lies in the view."""
        for index, leaf in enumerate(self.arrangement.leaves):
            if leaf.number == number:
                return self.arrangement.place(index, self.scale).translated(-self.origin())
        return QRectF()

    # Measures

    def origin(self) -> QPointF:
        """The upper left corner of the view among the pages."""
        width, _ = self.arrangement.extent(self.scale)
        spare = max(self.viewport().width() - width, 0) / 2
        return QPointF(
            self.horizontalScrollBar().value() - spare, float(self.verticalScrollBar().value())
        )

    def measure(self) -> None:
        """Say to the scroll bars how much there is."""
        width, height = self.arrangement.extent(self.scale)
        viewport = self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), width, viewport.width()),
            (self.verticalScrollBar(), height, viewport.height()),
        ):
            bar.setRange(0, max(round(length - room), 0))
            bar.setPageStep(room)

    def _grown(self, y: float, before: float) -> float:
        """A height among the pages after the size has changed: gaps do not grow."""
        pitch = self.arrangement.size[1] * before + GAP
        row, within = divmod(y - GAP, pitch)
        return (
            row * (self.arrangement.size[1] * self.scale + GAP)
            + within * (self.scale / before)
            + GAP
        )

    def _settle(self) -> None:
        """Measure anew; what is looked at stays where it is."""
        self._settling = True
        for _ in range(_ROUNDS):
            room = self.viewport().size()
            self.measure()
            if self.viewport().size() == room:
                break
        if self._regard is not None:
            self._hold(self._regard)
        self._settling = False
        self._tell()

    def _hold(self, regard: Regard) -> None:
        index = self.arrangement.find(regard.leaf)
        if index is not None:
            viewport, place = self.viewport().size(), self.arrangement.place(index, self.scale)
            top = regard.top(self.scale, place.height(), viewport.height())
            self.verticalScrollBar().setValue(round(place.top() - top))
            middle = place.left() + regard.middle * place.width()
            self.horizontalScrollBar().setValue(round(middle - viewport.width() / 2))
            self._across(index)

    def visible(self, beyond: float = 0.0) -> range:
        """The pages in sight, and those so many screens beyond."""
        top, height = self.origin().y(), self.viewport().height()
        return self.arrangement.between(
            max(top - beyond * height, 0), top + (1 + beyond) * height, self.scale
        )

    def scrolled(self) -> None:
        """Tell what is looked at now."""
        if not self._settling:
            self._regard = self._seen()
            self._tell()

    def _seen(self) -> Regard | None:
        """What lies on the line that is looked at."""
        line = self.origin().y() + self.viewport().height() * LINE
        near = self.arrangement.between(line, line, self.scale)
        # Of two side by side the one in sight; if both are, the one that was turned to.
        index = max(
            near,
            key=lambda index: (self._width_in_sight(index), index == self._page),
            default=len(self.arrangement.leaves) - 1,
        )
        return self._regarded(index) if index >= 0 else None

    def _width_in_sight(self, index: int) -> int:
        place = self.arrangement.place(index, self.scale).translated(-self.origin())
        return round(min(place.right(), self.viewport().width()) - max(place.left(), 0))

    def _regarded(self, index: int) -> Regard:
        place = self.arrangement.place(index, self.scale).translated(-self.origin())
        return Regard.of(self.arrangement.leaves[index], place, self.scale, self.viewport().width())

    def _tell(self) -> None:
        self.viewport().update()
        page = self.arrangement.find(self._regard.leaf) if self._regard is not None else None
        if page is None:
            self._regard = self._seen()
            page = self.arrangement.find(self._regard.leaf) if self._regard is not None else -1
        if page is not None and page != self._page:
            self._page = page
            self.turned.emit(page)
        self.want()

    def want(self, *more: str) -> None:
        """Ask for the tabs of the pages that are in sight or near, and some more."""
        leaves = [self.arrangement.leaves[index] for index in self.visible(1.0)]
        tabs = [leaf.tab for leaf in leaves if leaf.tab]
        self.wanted.emit(list(dict.fromkeys([*tabs, *more])))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._settling:
            self._settle()
            self.zoomed.emit()
