"""The printed pages on the screen: white paper, whatever the window wears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.looks import Look
from ui.preview.arrangement import Leaf
from ui.preview.desk import Desk
from ui.preview.gallery import Gallery, Picture, Strip, strips_of
from ui.preview.keys import own_key
from ui.preview.selecting import Selection, Selector
from ui.preview.zooming import POINT

_AHEAD = 0.5
"""Of a screen: what lies so far beyond it is drawn too."""
_MARK = 3.0
_NOTE = 12.0
"""Points of the page."""
_LEGIBLE = 11
"""Pixels: however small the pages are."""
_GREY = "#5f6670"
"""On white paper, whatever the window wears."""


@dataclass(frozen=True, slots=True)
class Spotlight:
    """The stretch of a page that is being written, in points from its top."""

    tab: str
    page: int
    top: float
    foot: float


class PageView(Desk):
    """Scrolls through pages, zooms, and says where it was clicked."""

    clicked = Signal(str, int, QPointF)  # (tab, page in it, points from its upper left corner)
    selected = Signal(bool)
    asked = Signal(str)  # the action that a key over the pages means

    def __init__(self, gallery: Gallery, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gallery = gallery
        self._look = look
        self.selector = Selector(gallery)
        self.spotlight: Spotlight | None = None
        self.blank_note = ""
        """Said on the screen on pages that are printed blank."""
        self._pressed: QPoint | None = None
        self._dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        gallery.drawn.connect(self.viewport().update)
        look.changed.connect(self.viewport().update)

    # What is marked

    def light(self, spotlight: Spotlight | None, *, follow: bool = True) -> None:
        """Mark a stretch quietly, and scroll to it if it is not in sight."""
        self.spotlight = spotlight
        if spotlight is not None and follow:
            self.reveal(spotlight.tab, spotlight.page, spotlight.top)
        self.viewport().update()

    # Drawing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self.devicePixelRatioF()
        painter.fillRect(event.rect(), QColor(self._look.colours.window))
        origin = self.origin()
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
        if not leaf.tab:
            self._paint_note(painter, place)
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

    def _paint_note(self, painter: QPainter, place: QRectF) -> None:
        """Say on a blank page why it is: it would look like a fault."""
        font = painter.font()
        font.setPixelSize(max(round(_NOTE * self.scale), _LEGIBLE))
        painter.setFont(font)
        painter.setPen(QColor(_GREY))
        margin = place.width() / 8
        across = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place.adjusted(margin, 0, -margin, 0), int(across), self.blank_note)

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

    def _strips(self, leaf: Leaf) -> list[Strip]:
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
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turns = event.angleDelta().y() / 120
            if turns:
                self.set_zoom(self.zoom.times(self.scale / POINT, turns), event.position())
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
            Qt.Key.Key_Right: self._page + self.abreast,
            Qt.Key.Key_Left: self._page - self.abreast,
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
        among = position + self.origin()
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
        among = position + self.origin()
        index = self.arrangement.at(among, self.scale)
        if index is None:
            return None
        place = self.arrangement.place(index, self.scale)
        return self.arrangement.leaves[index], (among - place.topLeft()) / self.scale
