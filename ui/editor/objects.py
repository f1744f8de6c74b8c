"""What stands in a text as one unit and paints itself: calls of footnotes and live inserts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextOption,
)
from typing_extensions import override

from briefing.things import InsertKind
from ui.editor.formats import Prop
from ui.looks import Look


@dataclass(frozen=True, slots=True)
class InsertView:
    """What a live insert shows in the editor."""

    title: str
    """What it is and where it comes from, such as a citation."""
    lines: tuple[str, ...] = ()
    frozen: bool = False
    kind: InsertKind = InsertKind.EXTRACT
    keep: str = ""
    """Of the host alone: goes with the insert onto the clipboard, to make it anew elsewhere."""


ViewOf: TypeAlias = Callable[[str], InsertView | None]
_ICONS = {
    InsertKind.EXTRACT: "quote",
    InsertKind.COMMITMENT: "commitments",
    InsertKind.TABLE: "table",
    InsertKind.CHART: "chart",
}
_MOST_LINES = 14
"""Lines that an insert shows; the page has all of them."""


class FootnoteCall(QPyTextObject):
    """The small number that calls a footnote."""

    def __init__(self, number_at: Callable[[int], int], parent: QObject) -> None:
        super().__init__(parent)
        self._number_at = number_at

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(_small(doc.defaultFont()))
        wide = metrics.horizontalAdvance(str(self._number_at(posInDocument)))
        # Qt stands an object on the line, so its height must not be more than that of the words.
        return QSizeF(wide + 2, QFontMetricsF(doc.defaultFont()).ascent())

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        painter.setFont(_small(doc.defaultFont()))
        painter.setPen(format.foreground().color())
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(rect, flags, str(self._number_at(posInDocument)))


class InsertBox(QPyTextObject):
    """The box of a live insert: its title with its state, and the words that it shows."""

    def __init__(self, look: Look, state_of: Callable[[InsertView], str], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._state_of = state_of
        self.view_of: ViewOf = lambda _uid: None

    def view(self, form: QTextFormat) -> InsertView:
        """What the insert of a format shows; an empty view where nobody knows it."""
        return self.view_of(form.property(Prop.INSERT) or "") or InsertView("")

    @override
    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        return _Box(self.view(format), doc, self._state_of).size

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        self.paint(painter, QRectF(rect), doc, format)

    def words(self, form: QTextFormat) -> str:
        """What the box says, for who cannot see it."""
        view = self.view(form)
        return "\n".join((view.title, self._state_of(view), *view.lines))

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        doc: QTextDocument,
        form: QTextFormat,
        *,
        chosen: bool = False,
    ) -> None:
        """Paint the box; one that is chosen has a stronger edge."""
        view = self.view(form)
        box = _Box(view, doc, self._state_of)
        colours = self._look.colours
        if chosen:  # Qt has veiled it, as it does with pictures
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), QColor(colours.ground))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 2 if chosen else 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = self._look.icon(_ICONS[view.kind])
        at = rect.topLeft() + QPointF(box.pad, box.pad)
        side = round(box.head.height())
        icon.paint(painter, round(at.x()), round(at.y()), side, side)
        box.paint(painter, at, QColor(colours.text), QColor(colours.quiet))


class _Box:
    """Where everything in the box of an insert lies, for the width that the text has."""

    def __init__(
        self, view: InsertView, doc: QTextDocument, state_of: Callable[[InsertView], str]
    ) -> None:
        font = doc.defaultFont()
        head = QFont(font)
        head.setPointSizeF(font.pointSizeF() * 0.85)
        self._bold = QFont(head)
        self._bold.setWeight(QFont.Weight.Bold)
        self._quiet = head
        self.head = QFontMetricsF(self._bold)
        self.pad = self.head.height() * 0.45
        gutter = doc.rootFrame().frameFormat()
        wide = doc.textWidth() - gutter.leftMargin() - gutter.rightMargin() - 2
        self._wide = max(wide, 120.0)
        self._inner = self._wide - 2 * self.pad
        self._state = state_of(view)
        self._title = view.title
        self._lines = [self._laid(line, font) for line in _shown(view.lines)]
        below = sum(one.boundingRect().height() for one in self._lines)
        gap = self.pad * 0.6 if self._lines else 0
        self.size = QSizeF(self._wide, 2 * self.pad + self.head.height() + gap + below)

    def _laid(self, line: str, font: QFont) -> QTextLayout:
        layout = QTextLayout(line, font)
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        high = 0.0
        while (part := layout.createLine()).isValid():
            part.setLineWidth(self._inner)
            part.setPosition(QPointF(0, high))
            high += part.height()
        layout.endLayout()
        return layout

    def paint(self, painter: QPainter, at: QPointF, text: QColor, quiet: QColor) -> None:
        high = self.head.height()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(quiet)
        painter.setFont(self._quiet)
        state = QFontMetricsF(self._quiet).horizontalAdvance(self._state)
        right = QRectF(at.x() + self._inner - state, at.y(), state + 1, high)
        painter.drawText(right, middle, self._state)
        painter.setFont(self._bold)
        painter.setPen(text)
        room = self._inner - high - state - 2 * self.pad
        title = self.head.elidedText(self._title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(at.x() + high + self.pad, at.y(), room + 2, high), middle, title)
        y = at.y() + high + self.pad * 0.6
        for layout in self._lines:
            layout.draw(painter, QPointF(at.x(), y))
            y += layout.boundingRect().height()


def _shown(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines if len(lines) <= _MOST_LINES else (*lines[: _MOST_LINES - 1], "…")


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.7)
    return small
