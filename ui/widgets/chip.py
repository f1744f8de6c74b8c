"""One of the things that are chosen, with a cross that takes it out again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from ui.context import Context

_CROSS = 24
"""Pixels: the least that a hand hits."""
_BEFORE, _ABOVE, _ARM = 8, 4, 12
_LEAST = 80
"""Pixels: a long name is shortened before it widens the column it stands in."""
_OUT = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class Chip(QToolButton):
    """A click on the name chooses it, one on the cross takes it out; so does any key that presses.

    Delete and Backspace do too: on a name they can mean nothing else.
    """

    def __init__(self, context: Context, uid: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.uid = uid
        self._look = context.look
        self._over = False
        remove = context.gettext("Take out {name}").format(name=name)
        self.setText(name)
        self.setAccessibleName(remove)
        self.setToolTip(remove)
        self.setProperty("role", "chip")
        self.setMinimumWidth(_LEAST)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEnabled(not context.session.read_only)

    @property
    def cross(self) -> QRect:
        """Where a click takes it out."""
        return QRect(self.width() - _CROSS, 0, _CROSS, self.height())

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.cross.contains(pos)

    @override
    def event(self, event: QEvent) -> bool:
        # A window may have a use for Delete, on what it shows and not on what is chosen here.
        if event.type() is QEvent.Type.ShortcutOverride and _takes_out(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _takes_out(event):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point(on=self.cross.contains(event.position().toPoint()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(on=False)

    def _point(self, *, on: bool) -> None:
        if on is not self._over:
            self._over = on
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.rect().adjusted(_BEFORE, 0, -_BEFORE, 0)
        if self.isEnabled():
            room.setRight(self.cross.left() - 1)
            self._paint_cross(painter)
        ending = Qt.TextElideMode.ElideRight
        name = self.fontMetrics().elidedText(self.text(), ending, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()  # or the name is measured in another font
        name = self.fontMetrics().horizontalAdvance(self.text())
        height = max(_CROSS, self.fontMetrics().height() + 2 * _ABOVE)
        after = _CROSS if self.isEnabled() else _BEFORE
        return QSize(max(_BEFORE + name + after + 1, _LEAST), height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def _paint_cross(self, painter: QPainter) -> None:
        middle = QRect(0, 0, _ARM, _ARM)
        middle.moveCenter(self.cross.center())
        if self._over:
            ground = middle.adjusted(-_ARM // 2, -_ARM // 2, _ARM // 2, _ARM // 2)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._look.colours.line))
            painter.drawEllipse(ground)
            painter.restore()
        self._look.icon("close").paint(painter, middle)


def _takes_out(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in _OUT and not event.modifiers()
