"""The sheet that is written on: keys, the mouse, the cursor, and what is carried in and out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget
from typing_extensions import override

from ui.context import Context
from ui.editor import pen
from ui.editor.clipboard import (
    MATERIAL,
    Inserts,
    MakeInsert,
    arrived,
    bytes_of,
    can_come,
    carried,
)
from ui.editor.formats import Marks, Prop, char_format, marks_of
from ui.editor.keys import Keyboard
from ui.editor.placing import place
from ui.editor.reading import Span, read_prose
from ui.editor.sheet import Sheet
from ui.extracts import MIME as EXTRACT

Answers = Callable[[QKeyEvent], Callable[[], object] | None]


class Surface(Sheet):
    """Has a rich text written in; what the text says, `reading` reads from it."""

    left = Signal(int, int)  # -1 upwards or 1 downwards, and at which x the cursor was
    leaving = Signal()
    entered = Signal()
    extract_came = Signal(str)
    material_came = Signal(str)
    insert_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.lang = ""
        self.answers: Answers = _nobody
        self.make_insert: MakeInsert = lambda _keep: ""
        self.setAcceptRichText(True)
        self.setTabChangesFocus(True)
        self.keyboard = Keyboard(self)
        self.cursorPositionChanged.connect(self._settle_cursor)

    # Keys

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self.keyboard.first(event):
            return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._explain(event)
            return True
        return super().viewportEvent(event)

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
        elif source.hasImage() and not can_come(source):
            words = self._context.gettext("A picture cannot be pasted: texts are made of words.")
            self._context.notices.advise(words)
        else:
            self.bring_in(source)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        pen.sweep(self.document())

    def cut_out(self) -> None:
        """Cut what is selected; the line of a live insert stays, to write in."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return
        self.copy()
        if not self.keyboard.lines.drop_insert(cursor):
            cursor.removeSelectedText()

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
        if self.rebuilding or cursor.hasSelection() or not self.hasFocus():
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
        # A screen reader knows the box for one character only.
        words = self.inserts.words(cursor.charFormat())
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _explain(self, event: QHelpEvent) -> None:
        """Say what a footnote says or where a link leads, when the mouse rests on it."""
        form = self._format_at(QPointF(event.pos()))
        text = form.property(Prop.FOOTNOTE) or form.property(Prop.HREF) or ""
        QToolTip.showText(event.globalPos(), text, self.viewport())

    def _behind(self, cursor: QTextCursor) -> Marks:
        if cursor.atBlockEnd():
            return Marks()
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return marks_of(after.charFormat())

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._insert_at(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        # Chosen before Qt looks, so that Qt takes a drag for one of what is chosen.
        if at >= 0 and left and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.choose_insert(at)
        super().mousePressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._insert_at(event.position())
        if at >= 0:
            self.choose_insert(at)
            self.insert_wanted.emit()
        else:
            super().mouseDoubleClickEvent(event)

    def _hit(self, point: QPointF) -> int:
        """The position in the text of a point of the viewport; -1 if there is nothing."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        return layout.hitTest(point + scrolled, Qt.HitTestAccuracy.ExactHit)

    def _insert_at(self, point: QPointF) -> int:
        at = self._hit(point)
        block = self.document().findBlock(max(at, 0))
        return block.position() if at >= 0 and pen.is_insert(block) else -1

    def _format_at(self, point: QPointF) -> QTextCharFormat:
        at = self._hit(point)
        if at < 0:
            return QTextCharFormat()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(at + 1, self.document().characterCount() - 1))
        return cursor.charFormat()

    # Focus

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._settle_cursor()
        self.entered.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            # Only once the focus has arrived can be told whether it stays within the editor.
            QTimer.singleShot(0, self, self.leaving.emit)

    def let_go(self) -> None:
        """Have no live insert chosen, because the cursor is wanted elsewhere."""
        cursor = self.textCursor()
        if pen.is_insert(cursor.block()) and cursor.selectionEnd() - cursor.selectionStart() == 1:
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)


def _nobody(_event: QKeyEvent) -> None:
    """The answer to every key of who has no actions."""


def _unlinked(marks: Marks) -> Marks:
    return Marks(marks.bold, marks.italic, marks.underline, marks.superscript, "", marks.lang)
