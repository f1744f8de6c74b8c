"""The printed pages on the screen: white paper, whatever the window wears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from ui.looks import Look
from ui.preview.arrangement import GAP, Arrangement, Leaf
from ui.preview.gallery import Gallery, Picture, strips_of
from ui.preview.selecting import Selection, Selector
from ui.preview.zooming import FIT_WIDTH, Zoom

_POINT = 96 / 72
"""Pixels for a point at 100 %."""
_AHEAD = 0.5
"""Of a screen: what lies so far beyond it is drawn too."""
_MARK = 3.0
_CALM = (0.08, 0.75)
"""Where on the screen a place may lie without being scrolled to, as shares of its height."""


_KEYS = {
    QKeySequence.StandardKey.ZoomIn: "preview.larger",
    QKeySequence.StandardKey.ZoomOut: "preview.smaller",
    QKeySequence.StandardKey.Copy: "preview.copy",
    QKeySequence.StandardKey.Find: "preview.find",
}


@dataclass(frozen=True, slots=True)
class Spotlight:
    """The stretch of a page that is being written, in points from its top."""

    tab: str
    page: int
    top: float
    foot: float


class PageView(QAbstractScrollArea):
    """Scrolls through pages, zooms, and says where it was clicked."""

    clicked = Signal(str, int, QPointF)  # (tab, page in it, points from its upper left corner)
    turned = Signal(int)  # index of the page that is looked at
    zoomed = Signal()
    wanted = Signal(list)  # tabs of which pages are to be seen, the nearest first
    selected = Signal(bool)
    asked = Signal(str)  # the action that a key over the pages means

    def __init__(self, gallery: Gallery, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gallery = gallery
        self._look = look
        self.arrangement = Arrangement()
        self.zoom = Zoom(FIT_WIDTH)
        self.selector = Selector(gallery)
        self.spotlight: Spotlight | None = None
        self._pressed: QPoint | None = None
        self._dragged = False
        self._page = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(24)
            bar.valueChanged.connect(self._scrolled)
        gallery.drawn.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    # What is shown

    def show_pages(self, arrangement: Arrangement) -> None:
        """Show these pages; the place that was looked at stays where it was, if it is there."""
        if arrangement == self.arrangement:
            return
        anchor = self._anchor()
        self.arrangement = arrangement
        self._measure()
        if anchor is not None:
            self._hold(*anchor)
        self._scrolled()

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show pages in another size; the point stays under the pointer, or the middle in place."""
        about = at or QPointF(self.viewport().rect().center())
        before = self.scale
        place = about + self._origin()
        self.zoom = zoom
        self._measure()
        if self.scale != before and before:
            growth = self.scale / before
            moved = QPointF(
                (place.x() - GAP) * growth + GAP - about.x(),
                self._grown(place.y(), before) - about.y(),
            )
            self.horizontalScrollBar().setValue(round(moved.x()))
            self.verticalScrollBar().setValue(round(moved.y()))
        self._scrolled()
        self.zoomed.emit()

    @property
    def scale(self) -> float:
        """Pixels for a point."""
        viewport = self.viewport().size()
        return self.zoom.scale(self.arrangement, viewport.width(), viewport.height()) * _POINT

    @property
    def percent(self) -> int:
        """The size as a share of the printed one."""
        return round(self.scale / _POINT * 100)

    @property
    def page(self) -> int:
        """The index of the page that is looked at; -1 if there is none."""
        return self._page

    @property
    def leaf(self) -> Leaf | None:
        """The page that is looked at."""
        leaves = self.arrangement.leaves
        return leaves[self._page] if 0 <= self._page < len(leaves) else None

    def turn_to(self, index: int) -> None:
        """Bring the top of a page to the top of the view."""
        if 0 <= index < len(self.arrangement.leaves):
            top = self.arrangement.place(index, self.scale).top()
            self.verticalScrollBar().setValue(round(top - GAP / 2))

    def light(self, spotlight: Spotlight | None, *, follow: bool = True) -> None:
        """Mark a stretch quietly, and scroll to it if it is not in sight."""
        self.spotlight = spotlight
        if spotlight is not None and follow:
            self.reveal(spotlight.tab, spotlight.page, spotlight.top)
        self.viewport().update()

    def reveal(self, tab: str, page: int, top: float) -> None:
        """Scroll to a place unless it lies calmly in sight."""
        index = self.arrangement.index_of(tab, page)
        if index is None:
            return
        place = self.arrangement.place(index, self.scale)
        y = place.top() + top * self.scale
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not _CALM[0] * height <= y - bar.value() <= _CALM[1] * height:
            bar.setValue(round(y - height / 3))

    def place_of(self, tab: str, page: int) -> QRectF:
        """Where a page lies in the view; an empty rectangle if it is not among those shown."""
        index = self.arrangement.index_of(tab, page)
        if index is None:
            return QRectF()
        return self.arrangement.place(index, self.scale).translated(-self._origin())

    def place_of_number(self, number: int) -> QRectF:
        """Where the page of a number lies in the view."""
        for index, leaf in enumerate(self.arrangement.leaves):
            if leaf.number == number:
                return self.arrangement.place(index, self.scale).translated(-self._origin())
        return QRectF()

    # Measures

    def _origin(self) -> QPointF:
        """The upper left corner of the view among the pages."""
        width, _ = self.arrangement.extent(self.scale)
        spare = max(self.viewport().width() - width, 0) / 2
        return QPointF(
            self.horizontalScrollBar().value() - spare, float(self.verticalScrollBar().value())
        )

    def _measure(self) -> None:
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

    def _anchor(self) -> tuple[Leaf, float] | None:
        """The page at the top of the view, and how many points of it are above."""
        top = self._origin().y()
        for index in self.arrangement.between(top, top + 1, self.scale):
            place = self.arrangement.place(index, self.scale)
            return self.arrangement.leaves[index], (top - place.top()) / self.scale
        return None

    def _hold(self, leaf: Leaf, above: float) -> None:
        index = self.arrangement.index_of(leaf.tab, leaf.page)
        if index is not None:
            top = self.arrangement.place(index, self.scale).top()
            self.verticalScrollBar().setValue(round(top + above * self.scale))

    def visible(self, beyond: float = 0.0) -> range:
        """The pages in sight, and those so many screens beyond."""
        top, height = self._origin().y(), self.viewport().height()
        return self.arrangement.between(
            max(top - beyond * height, 0), top + (1 + beyond) * height, self.scale
        )

    def _scrolled(self) -> None:
        self.viewport().update()
        about = self._origin() + QPointF(0, self.viewport().height() / 3)
        near = self.arrangement.between(about.y(), about.y(), self.scale)
        page = near[0] if near else len(self.arrangement.leaves) - 1
        if page != self._page:
            self._page = page
            self.turned.emit(page)
        leaves = [self.arrangement.leaves[index] for index in self.visible(1.0)]
        self.wanted.emit(list(dict.fromkeys(leaf.tab for leaf in leaves if leaf.tab)))

    # Drawing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        painter.fillRect(event.rect(), QColor(self._look.colours.window))
        origin = self._origin()
        for index in self.visible():
            place = self.arrangement.place(index, self.scale).translated(-origin)
            # On whole pixels of the screen, or the letters would be blurred.
            at = QPointF(round(place.x() * ratio) / ratio, round(place.y() * ratio) / ratio)
            self._paint_page(painter, self.arrangement.leaves[index], QRectF(at, place.size()))
        self.gallery.want([strip for leaf in self._near() for strip in self._strips(leaf)])

    def _paint_page(self, painter: QPainter, leaf: Leaf, place: QRectF) -> None:
        colours = self._look.colours
        painter.fillRect(place, QColor("#ffffff"))
        for picture in self.gallery.pictures((leaf.tab, leaf.page)):
            self._paint_picture(painter, picture, place)
        painter.setPen(QColor(colours.line))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        wash = QColor("#2f74c0")
        wash.setAlpha(70)
        for box in self.selector.boxes(leaf):
            painter.fillRect(self._on_page(place, *box), wash)
        light = self.spotlight
        if light is not None and (light.tab, light.page) == (leaf.tab, leaf.page):
            bar = QRectF(
                place.left() + 8, place.top() + light.top * self.scale, _MARK,
                max((light.foot - light.top) * self.scale, 12.0),
            )  # fmt: skip
            painter.fillRect(bar, QColor("#1f5a8c"))

    def _paint_picture(self, painter: QPainter, picture: Picture, place: QRectF) -> None:
        size = self._pixels()
        if picture.strip.size == size:
            picture.image.setDevicePixelRatio(self.devicePixelRatioF())
            top = picture.strip.part.top() / self.devicePixelRatioF()
            painter.drawImage(place.topLeft() + QPointF(0, top), picture.image)
            return
        whole, part = picture.strip.size, picture.strip.part
        painter.drawImage(
            QRectF(
                place.left(),
                place.top() + part.top() / whole.height() * place.height(),
                place.width(),
                part.height() / whole.height() * place.height(),
            ),
            picture.image,
            QRectF(picture.image.rect()),
        )

    def _on_page(self, place: QRectF, left: float, top: float, right: float, foot: float) -> QRectF:
        scale = self.scale
        return QRectF(
            place.left() + left * scale, place.top() + top * scale,
            (right - left) * scale, (foot - top) * scale,
        )  # fmt: skip

    def _pixels(self) -> QSize:
        """Of a page, on the screen."""
        ratio = self.devicePixelRatioF() * self.scale
        width, height = self.arrangement.size
        return QSize(round(width * ratio), round(height * ratio))

    def _near(self) -> Iterator[Leaf]:
        """The pages in sight first, then those beyond."""
        seen = self.visible()
        leaves = self.arrangement.leaves
        yield from (leaves[index] for index in seen)
        yield from (leaves[index] for index in self.visible(_AHEAD) if index not in seen)

    def _strips(self, leaf: Leaf) -> list:  # type: ignore[type-arg]
        return strips_of((leaf.tab, leaf.page), self._pixels()) if leaf.tab else []

    # Hands

    @override
    def event(self, event: QEvent) -> bool:
        # Elsewhere these keys mean the text that is read or written; here they mean the pages.
        asks = isinstance(event, QKeyEvent) and own_key(event) is not None
        if asks and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        anchor = self._anchor()
        self._measure()
        if anchor is not None:
            self._hold(*anchor)
        self._scrolled()
        self.zoomed.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            if turns:
                self.set_zoom(self.zoom.times(self.scale / _POINT, turns), event.position())
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self._dragged = False
            self.selector.begin(self._spot(event.position()))
            self._selection_changed()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        self._dragged = self._dragged or far > 4  # noqa: PLR2004 - pixels of an unsteady hand
        if self._dragged:
            self._scroll_after(event.position().y())
            self.selector.extend(self._nearest_spot(event.position()))
            self._selection_changed()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = self._spot(event.position())
        if self._pressed is not None and not self._dragged and spot is not None:
            leaf, point = spot
            self.clicked.emit(leaf.tab, leaf.page, point)
        self._pressed = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.selector.word(self._spot(event.position()))
        self._dragged = True
        self._selection_changed()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = own_key(event)
        if wish is not None:
            self.asked.emit(wish)
            return
        key, leaves = event.key(), len(self.arrangement.leaves)
        targets = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: leaves - 1,
            Qt.Key.Key_Right: self._page + self.arrangement.columns,
            Qt.Key.Key_Left: self._page - self.arrangement.columns,
        }
        if key in targets:
            self.turn_to(min(max(targets[Qt.Key(key)], 0), leaves - 1))
        elif key == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            bar.setValue(bar.value() + (-1 if back else 1) * round(bar.pageStep() * 0.9))
        else:
            super().keyPressEvent(event)

    def select(self, selection: Selection | None) -> None:
        """Mark some words."""
        self.selector.selection = selection
        self._selection_changed()

    def _selection_changed(self) -> None:
        self.selected.emit(self.selector.selection is not None)
        self.viewport().update()

    def _scroll_after(self, y: float) -> None:
        """Scroll while the pointer is drawn beyond the view."""
        beyond = min(y, 0) + max(y - self.viewport().height(), 0)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 2))

    def _nearest_spot(self, position: QPointF) -> tuple[Leaf, QPointF] | None:
        """The page that the pointer is on or beside, and the point of it that is nearest."""
        among = position + self._origin()
        near = self.arrangement.between(among.y(), among.y(), self.scale)
        if not near:
            return None
        places = [(index, self.arrangement.place(index, self.scale)) for index in near]
        index, place = min(places, key=lambda one: abs(one[1].center().x() - among.x()))
        x = min(max(among.x(), place.left()), place.right())
        y = min(max(among.y(), place.top()), place.bottom())
        return self.arrangement.leaves[index], (QPointF(x, y) - place.topLeft()) / self.scale

    def _spot(self, position: QPointF) -> tuple[Leaf, QPointF] | None:
        """The page under the pointer, and the point of it."""
        among = position + self._origin()
        index = self.arrangement.at(among, self.scale)
        if index is None:
            return None
        place = self.arrangement.place(index, self.scale)
        return self.arrangement.leaves[index], (among - place.topLeft()) / self.scale


def own_key(event: QKeyEvent) -> str | None:
    """The action that a key means while the pages have the focus."""
    for keys, action in _KEYS.items():
        if event.matches(keys):
            return action
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    if control and event.key() in {Qt.Key.Key_Equal, Qt.Key.Key_Plus}:
        return "preview.larger"
    return "preview.actual" if control and event.key() == Qt.Key.Key_0 else None
