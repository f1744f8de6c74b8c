"""The rich text editor: shows a `Prose`, has it written in, and gives it back.

A pane that hosts a note makes one editor for each section, one below the other in a scroll area::

    editor = ProseEditor(context)
    editor.grow()                          # as high as its text: the pane scrolls, not the editor
    editor.set_lang("fr")                  # the note's language; a run may be in another
    editor.set_hint(_("What is asked?"))   # shown while there is no text
    editor.set_inserts(Inserts(view_of))   # uid -> InsertView, before `set_prose`
    editor.set_prose(section.body)
    editor.typed.connect(write)            # session.write(write_section(...)), without set_prose
    session.unwritten.on_flush(editor.flush)  # and off_flush when the editor goes
    editor.left.connect(...)               # (step, x): the neighbour's `enter(step, x)`
    editor.caret_moved.connect(...)        # QRect in the editor: ensureVisible, follow in preview
    editor.asking.connect(...)             # a bar for an address or a footnote: ensureWidgetVisible

After an edit of the session that did not come from the editor itself, call `set_prose` again: it
does nothing where the text is the same, and keeps the cursor where it can. To insert material,
either run an edit that puts the `InsertBlock` in at `block_cursor.insert_place` and call
`set_prose`, or add the `Insert` and call `block_cursor.put_insert(uid)`.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.prose import Prose
from ui.context import Context
from ui.editor.bars import Bars
from ui.editor.block_cursor import BlockCursor
from ui.editor.clipboard import Inserts
from ui.editor.deeds import DEEDS
from ui.editor.desk import desk_of
from ui.editor.find_bar import FindBar
from ui.editor.format_bar import FormatBar
from ui.editor.menu import open_menu
from ui.editor.objects import InsertView
from ui.editor.reading import Reader, inserts_in
from ui.editor.spelling import SpellingLines
from ui.editor.surface import Surface
from ui.editor.typed_text import TypedText

__all__ = ["FindBar", "FormatBar", "InsertView", "Inserts", "ProseEditor"]


class ProseEditor(QWidget):
    """A text to write in, with its bars; a note has one for each section."""

    changed = Signal()  # something was typed or done; the text is handed on by `typed`
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
        self.surface = Surface(context)
        reader = Reader(self.surface.document())
        self.block_cursor = BlockCursor(self.surface, reader)
        self._desk = desk_of(context)
        self._desk.announce(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.surface)
        self._bars = Bars(context, self, self._column)
        self._spelling = SpellingLines(context, self.surface)
        self._text = TypedText(self.surface, reader, self)
        self._listen()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # No proxy: Shift+Tab would leap to the last of those in the window that have one.
        self.surface.setFocus(event.reason())

    def _listen(self) -> None:
        surface = self.surface
        self._text.changed.connect(self.changed)
        self._text.typed.connect(self.typed)
        surface.cursorPositionChanged.connect(self._cursor_moved)
        surface.left.connect(self.left)
        surface.leaving.connect(self._left_alone)
        surface.entered.connect(self._entered)
        surface.grown.connect(self.updateGeometry)
        surface.extract_came.connect(self.extract_dropped)
        surface.material_came.connect(self._material_came)
        surface.insert_wanted.connect(self.activate_insert)
        surface.currentCharFormatChanged.connect(self._settle_soon)
        surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        surface.customContextMenuRequested.connect(self._open_menu)
        self._context.look.changed.connect(self._dress)
        self._reading_size = self._context.settings.now.reading_size
        self._context.settings.changed.connect(self._resize_text)

    # The text

    def set_prose(self, prose: Prose) -> None:
        """Show a text; nothing happens if it is shown already."""
        self._text.show(prose)

    def prose(self) -> Prose:
        """The text as it is now, in its normal form."""
        return self._text.prose

    def flush(self) -> None:
        """Hand on what was typed and is not handed on yet."""
        self._text.flush()

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not handed on yet."""
        return self._text.pending

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

    def set_inserts(self, inserts: Inserts) -> None:
        """Say what live inserts show, and how one is made that was brought from elsewhere."""
        self.surface.inserts.view_of = inserts.view_of
        self.surface.make_insert = inserts.make
        self.refresh_inserts()

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

    def enter(self, step: int, x: int) -> None:
        """Take over the cursor that a neighbour has let go: from above (1) or from below (-1)."""
        self.surface.enter_by(step, x)

    def caret(self) -> QRect:
        """Where the cursor is, in the editor's own coordinates."""
        area = self.surface.cursorRect()
        return QRect(self.surface.viewport().mapTo(self, area.topLeft()), area.size())

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
            self._bars.open(name)

    def _open_menu(self, at: QPoint) -> None:
        self._desk.take(self)
        open_menu(self._context, self, at, self._spelling.fill)

    # News

    def _material_came(self, material: str) -> None:
        self.material_dropped.emit(material, self.block_cursor.insert_place)

    def _cursor_moved(self) -> None:
        if not self.surface.rebuilding:
            self._settle_soon()
            self.caret_moved.emit(self.caret())

    def _settle_soon(self) -> None:
        self._desk.settle_soon(self)

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
        document = self.surface.document()
        document.clearUndoRedoStacks(document.Stacks.UndoAndRedoStacks)
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
