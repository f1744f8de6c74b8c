"""The bars of an editor: for an address, a footnote or a caption, and for finding."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.context import Context
from ui.editor import deeds, tables
from ui.editor.find_bar import FindBar
from ui.editor.line_bar import LineBar

if TYPE_CHECKING:
    from ui.editor.editor import ProseEditor

_MOST_WIDE = 560


class Bars(QObject):
    """Shows the bar that an action asks for, and does what it answers."""

    def __init__(self, context: Context, editor: ProseEditor, column: QVBoxLayout) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._column = column
        self._line: LineBar | None = None
        self._answer: Callable[[str], None] | None = None
        self.find: FindBar | None = None
        """The bar that finds, the host's where it has one for several texts."""

    def open(self, name: str) -> None:
        """Show the bar of an action of ui/editor/actions.py."""
        match name:
            case "text.link":
                self._ask_link()
            case "text.footnote":
                self._ask_footnote()
            case "text.caption":
                self._ask_caption()
            case "text.find" | "text.replace":
                self._open_find(replacing=name == "text.replace")
            case "text.find-next":
                self._find_again(1)
            case "text.find-previous":
                self._find_again(-1)

    def _ask_link(self) -> None:
        _ = self._context.gettext
        now = deeds.link_at(self._editor.surface)
        self._ask(self._set_link, _("Address"), now, "https://")

    def _ask_footnote(self) -> None:
        _ = self._context.gettext
        surface = self._editor.surface
        place = deeds.note_at(surface)
        now = deeds.note_text(surface, place) if place >= 0 else ""
        self._ask(self._set_note, _("Footnote"), now)

    def _ask_caption(self) -> None:
        _ = self._context.gettext
        now = tables.caption_of(self._editor.surface.textCursor())
        self._ask(self._set_caption, _("Caption"), now)

    def forget_line(self) -> None:
        """Hide what asks for a line: its answer would go into other words than it was asked for."""
        self._answer = None
        if self._line is not None:
            self._line.hide()

    def _open_find(self, *, replacing: bool) -> None:
        if self.find is None:
            self.find = FindBar(self._context, self._only_this)
            self._column.addWidget(self.find)
        self.find.open(self._editor, replacing=replacing)

    def _find_again(self, step: int) -> None:
        if self.find is None:
            self._open_find(replacing=False)
        elif step > 0:
            self.find.next()
        else:
            self.find.previous()

    def _only_this(self) -> list[ProseEditor]:
        return [self._editor]

    # The line

    def _ask(self, answer: Callable[[str], None], label: str, now: str, hint: str = "") -> None:
        if self._line is None:
            self._line = LineBar(self._context, self._editor)
            self._line.answered.connect(self._answered)
            self._line.closed.connect(self._back)
        self._answer = answer
        self._line.follow(self._editor.surface)
        self._line.ask(label, now, hint)
        self._stand_near_cursor(self._line)

    def _stand_near_cursor(self, bar: LineBar) -> None:
        """Below the line with the cursor; at the foot if that is the last one."""
        editor, caret = self._editor, self._editor.caret()
        bar.resize(min(_MOST_WIDE, editor.width() - 16), bar.sizeHint().height())
        x = max(8, min(caret.x() - 40, editor.width() - bar.width() - 8))
        below = caret.bottom() + 6
        self._column.removeWidget(bar)
        if below + bar.height() <= editor.surface.geometry().bottom():
            bar.move(x, below)
        else:
            self._column.addWidget(bar)
        editor.asking.emit(bar)

    def _answered(self, line: str) -> None:
        if self._answer is not None:
            self._answer(line)
        self._back()

    def _back(self) -> None:
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_link(self, line: str) -> None:
        known = line.startswith(("http://", "https://", "mailto:"))
        href = line if known or not line else f"https://{line}"
        deeds.set_link(self._editor.surface, href)

    def _set_note(self, line: str) -> None:
        deeds.set_note(self._editor.surface, line)

    def _set_caption(self, line: str) -> None:
        surface = self._editor.surface
        tables.set_caption(surface.textCursor(), surface.style_now, line)
