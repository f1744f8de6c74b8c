"""Annotations in the margin, each beside its words; they scroll with the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from briefing.things import Annotation, PrintFlag
from ui.context import Context
from ui.looks.lines import small
from ui.names import name_of
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot
from ui.reader.rows import PassageRow
from ui.reader.view import ReadingText

_ICON = 18
_PAD = 6
_LINES = 5
_GAP = 4
_BARE_SIZE = 30
_BARE = 90
"""Pixels below which there is room for an icon only."""


class RemarkCard(QAbstractButton):
    """An annotation as a small card; pressed, it is edited."""

    asked = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._remark: Annotation | None = None
        self._bare = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._pressed)

    def show_remark(self, remark: Annotation, width: int) -> None:
        """Show an annotation in a margin of a width."""
        if remark is not self._remark:
            self._remark = remark
            _, words = self._context.gettext, self._context.speech.wording
            kind = words.named("annotation", remark.kind)
            self.setAccessibleName(_("{kind}: {words}").format(kind=kind, words=remark.body.text))
            flag = name_of(remark.flag, _)
            self.setToolTip(f"{kind} · {flag}\n{remark.body.text}")
        self._bare = width < _BARE
        self.resize(_BARE_SIZE if self._bare else width, self._height(width))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(28, 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._remark is None:
            return
        look = self._context.look
        colours, painter = look.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus() or self.underMouse()
        painter.setPen(QColor(colours.accent if focused else colours.line))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 5, 5)
        look.icon("annotate").paint(painter, _PAD - 1, _PAD - 1, _ICON, _ICON)
        if not self._bare:
            painter.setPen(QColor(colours.quiet))
            painter.setFont(small(self.font()))
            left, top = _PAD + _ICON + 2, _PAD
            painter.drawText(left, top + 12, self._heading())
            painter.setPen(QColor(colours.text))
            painter.setFont(self.font())
            y = float(top + 20)
            for line in self._lines(self.width()):
                painter.drawText(_PAD, round(y + self.fontMetrics().ascent()), line)
                y += self.fontMetrics().lineSpacing()
        painter.end()

    def _heading(self) -> str:
        assert self._remark is not None  # noqa: S101 - it is painted
        words = self._context.speech.wording.named("annotation", self._remark.kind)
        if self._remark.flag is not PrintFlag.INTERNAL:
            words = f"{words} · {name_of(self._remark.flag, self._context.gettext)}"
        metrics = self.fontMetrics()
        return metrics.elidedText(
            words, Qt.TextElideMode.ElideRight, self.width() - _ICON - 2 * _PAD
        )

    def _height(self, width: int) -> int:
        if self._bare:
            return _BARE_SIZE
        lines = len(self._lines(width))
        return 2 * _PAD + 20 + lines * self.fontMetrics().lineSpacing()

    def _lines(self, width: int) -> list[str]:
        text = "" if self._remark is None else self._remark.body.text.replace("\n", " ")
        return wrapped(text, self.font(), width - 2 * _PAD, _LINES)

    def _pressed(self) -> None:
        if self._remark is not None:
            self.asked.emit(self._remark.uid)


class MarginNotes(QWidget):
    """The cards that are in view, none over another."""

    asked = Signal(str)  # the uid of the annotation to edit

    def __init__(self, context: Context, text: ReadingText) -> None:
        super().__init__(text)
        self._context = context
        self._text = text
        self._source: OpenSource | None = None
        self._cards: list[RemarkCard] = []
        text.moved.connect(self.stand)

    def take(self, source: OpenSource | None) -> None:
        """Show the annotations of a source."""
        self._source = source
        self.stand()

    def stand(self) -> None:
        """Put the cards beside their words."""
        area = self._text.viewport().geometry()
        self.setGeometry(area.right() + 8, area.top(), self._text.notes_width, area.height())
        shown = list(self._in_view())
        while len(self._cards) < len(shown):
            card = RemarkCard(self._context, self)
            card.asked.connect(self.asked)
            self.setTabOrder(self._cards[-1] if self._cards else self._text, card)
            self._cards.append(card)
        floor = -10_000.0
        for card, (remark, wanted) in zip(self._cards, shown, strict=False):
            card.show_remark(remark, self.width() - 4)
            y = max(wanted, floor)
            card.move(0, round(y))
            floor = y + card.height() + _GAP
            card.show()
        for card in self._cards[len(shown) :]:
            card.hide()
        self.setVisible(bool(shown))

    def _in_view(self) -> Iterable[tuple[Annotation, float]]:
        if self._source is None or not self._source.annotations:
            return
        rows = (one.row for one in self._text.in_view())
        seen = {row.passage.uid for row in rows if isinstance(row, PassageRow)}
        placed: list[tuple[Annotation, float]] = []
        for remark in self._source.annotations.values():
            anchors = self._source.anchors_here(remark)[:1]
            for anchor in anchors if anchors and anchors[0].passage in seen else ():
                line = self._text.rect_of(Spot(anchor.passage, anchor.start))
                if line is not None:
                    placed.append((remark, line.top()))
        yield from sorted(placed, key=lambda pair: (pair[1], pair[0].uid))


def wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text as lines of a width, no more than so many; an ellipsis says that there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20))
        piece = text[line.textStart() : line.textStart() + line.textLength()].rstrip()
        if len(lines) == most:
            lines[-1] = lines[-1][:-1].rstrip() + "…"
            break
        lines.append(piece)
    layout.endLayout()
    return lines
