"""The sheet that a text stands on: what it looks like, and how high it is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from briefing.prose import Prose
from ui.context import Context
from ui.editor import pen
from ui.editor.footnotes import Footnotes
from ui.editor.formats import FOOTNOTE_OBJECT, INSERT_OBJECT, Style
from ui.editor.furniture import Furniture, MarginWords, blocks_in
from ui.editor.lights import Lights
from ui.editor.objects import FootnoteCall, InsertBox, InsertView
from ui.editor.reading import inserts_in
from ui.editor.writing import write_prose

_MARGIN = 8.0
_SMALLEST, _LARGEST = -4, 16


class Sheet(QTextEdit):
    """Qt's text editor, taught our blocks and our looks."""

    grown = Signal()
    seen_changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._framed = True
        self._hint = ""
        self._growing, self._least = False, 1
        self._seen = QRectF()
        self.rebuilding = False
        self.lights = Lights(self)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.footnotes = Footnotes(self.document())
        self.inserts = InsertBox(context.look, self._state_of, self)
        self._furniture = Furniture(context.look, _margin_words(context), self.inserts)
        self._calls = FootnoteCall(self.footnotes.number_at, self)
        layout = self.document().documentLayout()
        layout.registerHandler(INSERT_OBJECT, self.inserts)
        layout.registerHandler(FOOTNOTE_OBJECT, self._calls)
        layout.documentSizeChanged.connect(self._grow)
        self._dress()

    @property
    def style_now(self) -> Style:
        """How the text looks now."""
        return self._style

    def show_prose(self, prose: Prose) -> None:
        """Write a text in place of the one that is there; nothing of it can be undone here."""
        at = self.textCursor().position()
        self.rebuilding = True
        document = self.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(pen.plain_block(self._style))
        write_prose(cursor, prose, self._style)
        cursor.endEditBlock()
        document.setUndoRedoEnabled(True)
        self._frame_text()
        if not prose:
            # Qt lays a text that was emptied out without its margins.
            document.markContentsDirty(0, document.characterCount())
        self.rebuilding = False
        cursor.setPosition(min(at, document.characterCount() - 1))
        self.setTextCursor(cursor)

    def refresh_inserts(self) -> None:
        """Lay the live inserts out anew; nothing that was written changes by it."""
        document = self.document()
        self.rebuilding = True
        block = document.begin()
        while block.isValid():
            if pen.is_insert(block):
                document.markContentsDirty(block.position(), block.length())
            block = block.next()
        self.rebuilding = False
        self.describe()

    def describe(self) -> None:
        """Tell a screen reader what the boxes in the text are, which it reads as one sign each."""
        titles: list[str] = []
        block = self.document().begin()
        while block.isValid():
            if pen.is_insert(block):
                views = (self.inserts.view_of(uid) for uid in inserts_in(block))
                titles += [view.title for view in views if view is not None]
            block = block.next()
        self.setAccessibleDescription("; ".join(titles) or self._hint)

    def dress(self, prose: Prose) -> None:
        """Look as the program looks now, with the same text."""
        self._dress()
        self.show_prose(prose)

    def set_hint(self, hint: str) -> None:
        """Say what belongs here, while nothing is written."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    def set_margin_words(self, *, shown: bool) -> None:
        """Whether there is a margin for the handling of paragraphs."""
        self._framed = shown
        self._frame_text()

    def grow(self, *, growing: bool, least: int = 1) -> None:
        """Be as high as the text, and so many lines, for who scrolls several of them together."""
        self._growing, self._least = growing, least
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if growing else needed)
        self.setHorizontalScrollBarPolicy(off)
        self._grow()

    @property
    def growing(self) -> bool:
        """Whether it is as high as its text."""
        return self._growing

    def _dress(self) -> None:
        look, settings = self._context.look, self._context.settings
        font = look.reading_font(settings.now.reading_size)
        self.document().setDefaultFont(font)
        self.setFont(font)
        self._style = Style(look.colours, round(QFontMetricsF(font).height() * 0.8, 1))
        self._frame_text()

    def _frame_text(self) -> None:
        root = self.document().rootFrame()
        form = root.frameFormat()
        gutter = self._furniture.gutter(self.document().defaultFont()) if self._framed else 0
        wanted = (_MARGIN + gutter, _MARGIN, _MARGIN, _MARGIN)
        form.setLeftMargin(wanted[0])
        form.setTopMargin(_MARGIN)
        form.setRightMargin(_MARGIN)
        form.setBottomMargin(_MARGIN)
        if form != root.frameFormat():
            undo, rebuilding = self.document().isUndoRedoEnabled(), self.rebuilding
            self.rebuilding = True
            self.document().setUndoRedoEnabled(False)
            root.setFrameFormat(form)
            self.document().setUndoRedoEnabled(undo)
            self.rebuilding = rebuilding

    def _state_of(self, view: InsertView) -> str:
        _ = self._context.gettext
        return _("Frozen") if view.frozen else _("Live")

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # A pane around that scrolls tells nobody but by having more painted.
        if self.seen() != self._seen:
            self._seen = self.seen()
            self.seen_changed.emit()
        painter = QPainter(self.viewport())
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-x, -y)
        seen = QRectF(event.rect()).translated(x, y)
        self._furniture.paint(painter, self.textCursor(), seen)
        self._paint_hint(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        """Where one will write; Qt's own placeholder keeps to the edge, whatever the margin is."""
        if not self._hint or not self.document().isEmpty():
            return
        line = QRectF(self.cursorRect())
        room = QRectF(line.left(), line.top(), self.viewport().width() - line.left(), line.height())
        painter.setFont(self.font())
        painter.setPen(self.palette().placeholderText().color())
        words = QFontMetricsF(self.font()).elidedText(
            self._hint, Qt.TextElideMode.ElideRight, room.width() - _MARGIN
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def seen(self) -> QRectF:
        """What is in view, in the document's coordinates."""
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(self.viewport().visibleRegion().boundingRect()).translated(x, y)

    def blocks_seen(self) -> list[QTextBlock]:
        """The blocks in view."""
        seen = self.seen()
        return [] if seen.isEmpty() else [b for b, _area in blocks_in(self.document(), seen)]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        if self._growing:
            line = QFontMetricsF(self.font()).height()
            text = max(self.document().size().height(), self._least * line + 2 * _MARGIN)
            high = round(text) + 1 + self.height() - self.viewport().height()
            if self.height() != high:
                self.setFixedHeight(high)
                self.grown.emit()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            now = self._context.settings.now.reading_size
            self._context.settings.change(reading_size=max(_SMALLEST, min(now + step, _LARGEST)))
            event.accept()
        elif self._growing:
            event.ignore()  # the pane around it scrolls
        else:
            super().wheelEvent(event)


def _margin_words(context: Context) -> MarginWords:
    _ = context.gettext
    return MarginWords(_("Usable"), _("Internal"))
