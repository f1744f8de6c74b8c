"""The rich text editor: shows a `Prose`, has it written in, and gives it back.

A pane that hosts a note makes one editor for each section, one below the other in a scroll area::

    editor = ProseEditor(context)
    editor.grow()                          # as high as its text: the pane scrolls, not the editor
    editor.set_lang("fr")                  # the note's language; a run may be in another
    editor.set_hint(_("What is asked?"))   # shown while there is no text
    editor.set_insert_view(view_of)        # uid -> InsertView, before `set_prose`
    editor.set_prose(section.body)
    editor.typed.connect(write)            # session.write(write_section(...)), without set_prose
    session.on_flush(editor.flush)         # and off_flush when the editor goes
    editor.left.connect(...)               # (step, x): the neighbour's `enter(step, x)`
    editor.caret_moved.connect(...)        # QRect in the editor: ensureVisible, follow in preview
    editor.asking.connect(...)             # a bar for an address or a footnote: ensureWidgetVisible

After an edit of the session that did not come from the editor itself, call `set_prose` again: it
does nothing where the text is the same, and keeps the cursor where it can. To insert material,
either run an edit that puts the `InsertBlock` in at `insert_place()` and call `set_prose`, or add
the `Insert` and call `insert_block(uid)`.
"""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.prose import Prose
from ui.context import Context
from ui.editor import pen
from ui.editor.bars import Bars
from ui.editor.clipboard import MakeInsert
from ui.editor.deeds import DEEDS
from ui.editor.desk import desk_of
from ui.editor.find_bar import FindBar
from ui.editor.format_bar import FormatBar
from ui.editor.menu import open_menu
from ui.editor.normal import normal
from ui.editor.objects import InsertView, ViewOf
from ui.editor.reading import Reader, inserts_in
from ui.editor.spelling import SpellingLines
from ui.editor.surface import Surface

__all__ = ["FindBar", "FormatBar", "InsertView", "ProseEditor"]

_PAUSE = 800
"""Milliseconds after the last key until the text is handed on."""
_SETTLE = 50
"""Milliseconds after the last move of the cursor until buttons and menus show what is there."""
_AT_LEAST = 1_000
"""Milliseconds after which it is handed on while keys keep coming."""


class ProseEditor(QWidget):
    """A text to write in, with its bars; a note has one for each section."""

    changed = Signal()
    """Something was typed or done; the text is handed on by `typed`."""
    typed = Signal(object)  # the Prose, when the keys rest and once a second while they do not
    left = Signal(int, int)  # the cursor goes on beyond the text: -1 up or 1 down, and its x
    caret_moved = Signal(QRect)
    asking = Signal(object)  # the bar in it that has opened, to be scrolled to
    focused = Signal(bool)
    extract_dropped = Signal(str)  # JSON of an anchor, from the reader
    material_dropped = Signal(str, int)  # JSON of material, and before which block it was dropped
    insert_activated = Signal(str)  # the uid of a live insert that is double-clicked

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._known = Prose()
        self._dirty = False
        self.surface = Surface(context)
        self._reader = Reader(self.surface.document())
        self._desk = desk_of(context)
        self._desk.announce(self)
        self.surface.answers = self._desk.answer
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.surface)
        self._bars = Bars(context, self, self._column)
        self._spelling = SpellingLines(context, self.surface)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settling.timeout.connect(self._settle_actions)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._at_least = QTimer(self, singleShot=True, interval=_AT_LEAST)
        for timer in (self._pause, self._at_least):
            timer.timeout.connect(self.flush)
        self._listen()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # No proxy: Shift+Tab would leap to the last of those in the window that have one.
        self.surface.setFocus(event.reason())

    def _listen(self) -> None:
        surface = self.surface
        surface.document().contentsChanged.connect(self._has_changed)
        surface.cursorPositionChanged.connect(self._cursor_moved)
        surface.left.connect(self.left)
        surface.leaving.connect(self._left_alone)
        surface.entered.connect(self._entered)
        surface.grown.connect(self.updateGeometry)
        surface.extract_came.connect(self.extract_dropped)
        surface.material_came.connect(self._material_came)
        surface.insert_wanted.connect(self.activate_insert)
        surface.currentCharFormatChanged.connect(self._settling.start)
        surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        surface.customContextMenuRequested.connect(self._open_menu)
        self._context.look.changed.connect(self._dress)
        self._reading_size = self._context.settings.now.reading_size
        self._context.settings.changed.connect(self._resize_text)

    # The text

    def set_prose(self, prose: Prose) -> None:
        """Show a text; nothing happens if it is shown already."""
        wanted = normal(prose)
        if wanted != self.prose():
            self.surface.show_prose(wanted)
        self.surface.describe()
        self._known = wanted
        self._settle()

    def prose(self) -> Prose:
        """The text as it is now, in its normal form."""
        return self._reader.prose()

    def words(self) -> int:
        """How long the text is, as `Prose.words` counts."""
        return self.prose().words

    def flush(self) -> None:
        """Hand on what was typed and is not handed on yet."""
        if not self._dirty:
            return
        self._settle()
        prose = self.prose()
        if prose != self._known:
            self._known = prose
            self.surface.describe()
            self.typed.emit(prose)

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not handed on yet."""
        return self._dirty

    # What the host sets

    def set_lang(self, lang: str) -> None:
        """Say in which language the text is, where no run says otherwise."""
        self.surface.lang = lang

    def set_hint(self, hint: str) -> None:
        """Say what belongs here, while nothing is written."""
        self.surface.set_hint(hint)

    def set_name(self, name: str) -> None:
        """The name that a screen reader says."""
        self.surface.setAccessibleName(name)

    def set_insert_view(self, view_of: ViewOf) -> None:
        """Say what live inserts show, by their uids; None for one that is not known."""
        self.surface.inserts.view_of = view_of
        self.refresh_inserts()

    def set_insert_maker(self, make: MakeInsert) -> None:
        """Say how an insert is made anew of what its `InsertView` keeps; it answers with a uid.

        It is asked where one is pasted that this book does not know, or knows no more.
        """
        self.surface.make_insert = make

    def forget_line(self) -> None:
        """Ask no longer for an address, a footnote or a caption: other words come in."""
        self._bars.forget_line()

    def set_find_bar(self, bar: FindBar) -> None:
        """Find with the bar of the pane, which looks through several texts."""
        self._bars.find = bar

    def refresh_inserts(self) -> None:
        """Paint the live inserts anew, because what they show has changed."""
        self.surface.refresh_inserts()

    def set_first_footnote(self, number: int) -> None:
        """Say with which number the footnotes begin, where other sections come before."""
        self.surface.footnotes.first = number
        self.surface.viewport().update()

    def footnotes(self) -> int:
        """How many footnotes the text calls."""
        return len(self.surface.footnotes.places())

    def set_margin_words(self, *, shown: bool) -> None:
        """Whether there is a margin that says how paragraphs are handled."""
        self.surface.set_margin_words(shown=shown)

    def grow(self, least: int = 1) -> None:
        """Be as high as the text, and so many lines, and let the pane around scroll."""
        self.surface.grow(growing=True, least=least)

    @property
    def read_only(self) -> bool:
        """Whether the text can only be read."""
        return self.surface.isReadOnly()

    @read_only.setter
    def read_only(self, on: bool) -> None:
        self.surface.setReadOnly(on)
        self._desk.settle()

    # The cursor

    def cursor_block(self) -> int:
        """Which block of the text has the cursor; 0 in an empty one."""
        return max(self._block_at(self.surface.textCursor().position()), 0)

    def cursor_offset(self) -> int:
        """How far behind the start of its block the cursor is, as `show_block` takes it."""
        position = self.surface.textCursor().position()
        at = self._block_at(position)
        return position - self._reader.starts()[at] if at >= 0 else 0

    def insert_place(self) -> int:
        """Before which block an insert goes that is to stand at the cursor."""
        cursor = self.surface.textCursor()
        at = self._block_at(cursor.position())
        # An empty cell, or the empty line that Qt keeps behind a table, belongs to the table.
        own = at >= 0 and self._reader.starts()[at] == cursor.block().position()
        own = own and pen.table_at(cursor) is None
        blank = (own and cursor.block().length() == 1) or cursor.atStart()
        return max(at if blank else at + 1, 0)

    def show_block(self, index: int, offset: int = 0) -> None:
        """Put the cursor at the start of a block, or so far behind it."""
        starts = self._reader.starts()
        if 0 <= index < len(starts):
            cursor = self.surface.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.setPosition(min(starts[index] + offset, cursor.position()))
            self.surface.setTextCursor(cursor)
            self.surface.ensureCursorVisible()

    def enter(self, step: int, x: int) -> None:
        """Take over the cursor that a neighbour has let go: from above (1) or from below (-1)."""
        self.surface.enter_by(step, x)

    def caret(self) -> QRect:
        """Where the cursor is, in the editor's own coordinates."""
        area = self.surface.cursorRect()
        return QRect(self.surface.viewport().mapTo(self, area.topLeft()), area.size())

    def insert_block(self, uid: str) -> None:
        """Put a live insert at the cursor: it stands behind the paragraph, or in an empty one."""
        cursor = self.surface.textCursor()
        pen.put_insert(cursor, self.surface.style_now, uid)
        self.surface.setTextCursor(cursor)

    def activate_insert(self) -> None:
        """Say that the live insert at the cursor is wanted itself."""
        for uid in inserts_in(self.surface.textCursor().block()):
            self.insert_activated.emit(uid)

    # Deeds

    def do(self, name: str) -> None:
        """Do what an action of ui/editor/actions.py says."""
        if name in DEEDS:
            DEEDS[name](self.surface)
        elif name == "text.paste-plain":
            self.surface.bring_in(QApplication.clipboard().mimeData(), plain=True)
        else:
            self._open_bar(name)

    def _open_bar(self, name: str) -> None:
        match name:
            case "text.link":
                self._bars.ask_link()
            case "text.footnote":
                self._bars.ask_footnote()
            case "text.caption":
                self._bars.ask_caption()
            case "text.find" | "text.replace":
                self._bars.open_find(replacing=name == "text.replace")
            case "text.find-next":
                self._bars.find_again(1)
            case "text.find-previous":
                self._bars.find_again(-1)

    def _open_menu(self, at: QPoint) -> None:
        self._desk.take(self)
        here, cursor = self.surface.cursorForPosition(at), self.surface.textCursor()
        if not cursor.selectionStart() <= here.position() <= cursor.selectionEnd():
            self.surface.setTextCursor(here)
        where = self.surface.viewport().mapToGlobal(at)
        open_menu(self._context, self, where, self._spelling.fill)

    def _block_at(self, position: int) -> int:
        return bisect_right(self._reader.starts(), position) - 1

    # News

    def _has_changed(self) -> None:
        if self.surface.rebuilding:
            return
        self._dirty = True
        self._pause.start()
        if not self._at_least.isActive():
            self._at_least.start()
        self.changed.emit()

    def _settle(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._at_least.stop()

    def _material_came(self, material: str) -> None:
        self.material_dropped.emit(material, self.insert_place())

    def _cursor_moved(self) -> None:
        if not self.surface.rebuilding:
            self._settling.start()
            self.caret_moved.emit(self.caret())

    def _settle_actions(self) -> None:
        if self._desk.editor is self:
            self._desk.settle()

    def _entered(self) -> None:
        self._desk.take(self)
        self.focused.emit(True)  # noqa: FBT003 - a signal

    def _left_alone(self) -> None:
        """The focus has gone elsewhere: the book's history goes on where the text's ends."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            return
        self.flush()
        self.surface.let_go()
        self.surface.document().clearUndoRedoStacks(
            self.surface.document().Stacks.UndoAndRedoStacks
        )
        self.focused.emit(False)  # noqa: FBT003 - a signal

    # Looks

    def _dress(self) -> None:
        self.flush()
        self.surface.dress(self.prose())

    def _resize_text(self) -> None:
        size = self._context.settings.now.reading_size
        if size != self._reading_size:
            self._reading_size = size
            self._dress()
