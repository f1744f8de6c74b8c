"""The sheet that is written on: Qt's text editor, taught our blocks and our looks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from briefing.prose import Prose
from ui.context import Context
from ui.editor import pen
from ui.editor.clipboard import (
    EXTRACT,
    MATERIAL,
    Inserts,
    MakeInsert,
    arrived,
    bytes_of,
    can_come,
    carried,
)
from ui.editor.footnotes import Footnotes
from ui.editor.formats import FOOTNOTE_OBJECT, INSERT_OBJECT, Marks, Style, char_format, marks_of
from ui.editor.furniture import Furniture, MarginWords
from ui.editor.keys import Keyboard
from ui.editor.lights import Lights
from ui.editor.objects import FootnoteCall, InsertBox, InsertView
from ui.editor.placing import place
from ui.editor.reading import Span, read_prose
from ui.editor.writing import write_prose

Answers = Callable[[QKeyEvent], QAction | None]


class Surface(QTextEdit):
    """Shows a rich text and has it written in; what the text says, `reading` reads from it."""

    left = Signal(int, int)  # -1 upwards or 1 downwards, and at which x the cursor was
    leaving = Signal()
    entered = Signal()
    grown = Signal()
    extract_came = Signal(str)
    material_came = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lang = ""
        self._framed = True
        self._margin = 8.0
        self._growing = False
        self.make_insert: MakeInsert = lambda _keep: ""
        self.rebuilding = False
        self.answers: Answers = _nobody
        self.lights = Lights(self)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.keyboard = Keyboard(self)
        self.footnotes = Footnotes(self.document())
        self._furniture = Furniture(context.look, _margin_words(context))
        self.inserts = InsertBox(context.look, self._state_of, self)
        self._calls = FootnoteCall(self.footnotes.number_at, self)
        layout = self.document().documentLayout()
        layout.registerHandler(INSERT_OBJECT, self.inserts)
        layout.registerHandler(FOOTNOTE_OBJECT, self._calls)
        layout.documentSizeChanged.connect(self._grow)
        self.cursorPositionChanged.connect(self._settle_cursor)
        self._dress()

    # What it shows

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
        self.rebuilding = False
        cursor.setPosition(min(at, document.characterCount() - 1))
        self.setTextCursor(cursor)

    def dress(self, prose: Prose) -> None:
        """Look as the program looks now, with the same text."""
        self._dress()
        self.show_prose(prose)

    def set_margin_words(self, *, shown: bool) -> None:
        """Whether there is a margin for the handling of paragraphs."""
        self._framed = shown
        self._frame_text()

    def grow(self, *, growing: bool) -> None:
        """Be as high as the text, for who scrolls several of them together."""
        self._growing = growing
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
        wanted = (self._margin + gutter, self._margin, self._margin, self._margin)
        form.setLeftMargin(wanted[0])
        form.setTopMargin(self._margin)
        form.setRightMargin(self._margin)
        form.setBottomMargin(self._margin)
        if form != root.frameFormat():
            undo = self.document().isUndoRedoEnabled()
            self.document().setUndoRedoEnabled(False)
            root.setFrameFormat(form)
            self.document().setUndoRedoEnabled(undo)

    def _state_of(self, view: InsertView) -> str:
        _ = self._context.gettext
        return _("Frozen") if view.frozen else _("Live")

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-x, -y)
        seen = QRectF(event.rect()).translated(x, y)
        self._furniture.paint(painter, self.document(), seen)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        if self._growing:
            line = QFontMetricsF(self.font()).height()
            high = max(self.document().size().height(), line + 2 * self._margin)
            if self.height() != round(high) + 1:
                self.setFixedHeight(round(high) + 1)
                self.grown.emit()

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.keyboard.first(event):
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keyboard.pressed(event):
            super().keyPressEvent(event)
            self.keyboard.typed(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self.keyboard.make_room()
        super().inputMethodEvent(event)

    def leave_by(self, step: int) -> None:
        """Tell whoever has neighbours that the cursor goes on beyond this text."""
        self.left.emit(step, self.cursorRect().center().x())

    def enter_by(self, step: int, x: int) -> None:
        """Take the cursor where a neighbour's has left it: into the first line, or the last."""
        cursor = self.textCursor()
        operation = QTextCursor.MoveOperation
        cursor.movePosition(operation.Start if step > 0 else operation.End)
        self.setTextCursor(cursor)
        point = self.cursorRect().center()
        point.setX(x)
        self.setTextCursor(self.cursorForPosition(point))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is carried off and brought in

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        span = Span(cursor.selectionStart(), cursor.selectionEnd())
        return carried(read_prose(self.document(), span), self.inserts.view_of)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return can_come(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(EXTRACT):
            self.extract_came.emit(bytes_of(source, EXTRACT))
        elif source.hasFormat(MATERIAL):
            self.material_came.emit(bytes_of(source, MATERIAL))
        else:
            self.bring_in(source)

    def bring_in(self, source: QMimeData, *, plain: bool = False) -> None:
        """Put what is offered at the cursor, cleaned."""
        cursor = self.textCursor()
        inserts = Inserts(self.inserts.view_of, self.make_insert)
        place(cursor, arrived(source, inserts, plain=plain), self._style)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # The cursor

    def lang_at_cursor(self) -> str:
        """The language of what is typed here."""
        return marks_of(self.currentCharFormat()).lang or self.lang

    def light_up(self, places: list[QTextEdit.ExtraSelection]) -> None:
        """Light up the places that were found."""
        self.lights.put("found", places)

    def _settle_cursor(self) -> None:
        """An insert is chosen as a whole; what is typed behind a call or a link is not of it."""
        cursor = self.textCursor()
        if self.rebuilding or cursor.hasSelection():
            return
        if pen.is_insert(cursor.block()) and cursor.block().length() > 1:
            self.choose_insert(cursor.block().position())
            return
        form = cursor.charFormat()
        marks = marks_of(form)
        if form.objectType() or (marks.href and self._behind(cursor).href != marks.href):
            kind = pen.shape_at(cursor).kind
            plain = Marks(lang=marks.lang) if form.objectType() else _unlinked(marks)
            self.setCurrentCharFormat(char_format(plain, kind, self._style))

    def choose_insert(self, position: int) -> None:
        """Select the live insert that stands at a position."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _behind(self, cursor: QTextCursor) -> Marks:
        if cursor.atBlockEnd():
            return Marks()
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return marks_of(after.charFormat())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._insert_at(event)
        # Chosen before Qt looks, so that Qt takes a drag for one of what is chosen.
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose_insert(at)
        super().mousePressEvent(event)

    def _insert_at(self, event: QMouseEvent) -> int | None:
        point = event.position()
        point.setX(point.x() + self.horizontalScrollBar().value())
        point.setY(point.y() + self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        at = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        block = self.document().findBlock(at) if at >= 0 else None
        return block.position() if block is not None and pen.is_insert(block) else None

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = 1 if event.angleDelta().y() > 0 else -1
            now = self._context.settings.now.reading_size
            self._context.settings.change(reading_size=max(-4, min(now + step, 16)))
            event.accept()
        elif self._growing:
            event.ignore()  # the pane around it scrolls
        else:
            super().wheelEvent(event)

    # Focus

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            # Only once the focus has arrived can be told whether it stays within the editor.
            QTimer.singleShot(0, self, self.leaving.emit)


def _nobody(_event: QKeyEvent) -> None:
    """The answer to every key of who has no actions."""


def _unlinked(marks: Marks) -> Marks:
    return Marks(marks.bold, marks.italic, marks.underline, marks.superscript, "", marks.lang)


def _margin_words(context: Context) -> MarginWords:
    _ = context.gettext
    return MarginWords(_("Usable"), _("Internal"))
