"""Finding words in the pages: a bar, not a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from ui.context import Context
from ui.preview.arrangement import Leaf
from ui.preview.page_search import END, next_place
from ui.preview.selecting import Selection
from ui.preview.view import PageView
from ui.widgets.clear_field import ClearField
from ui.widgets.icon_button import IconButton
from ui.widgets.pdf import PageText


class Finder(QFrame):
    """Looks for words from the page that is shown on, and comes round at the end."""

    def __init__(self, context: Context, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self._gettext = context.gettext
        self._view = view
        self._step, self._left, self._at = 1, 0, (0, 0)
        self.setProperty("role", "bar")
        self.field = ClearField(context, _("Find in the pages"), _("Find in the pages"))
        self._said = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, stretch=1)
        row.addWidget(self._said)
        for icon, name, slot in (
            ("up", _("Previous place in the pages"), lambda: self.look(-1)),
            ("down", _("Next place in the pages"), lambda: self.look(1)),
            ("close", _("Close the search in the pages"), self.close_bar),
        ):
            button = IconButton(context.look, icon, name)
            button.clicked.connect(slot)
            row.addWidget(button)
        view.gallery.read.connect(self._go_on)
        view.gallery.drawn.connect(self._go_on)
        self.hide()

    def open(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def close_bar(self) -> None:
        """Put the bar away and go back to the pages."""
        self.hide()
        self._view.setFocus()

    def look(self, step: int) -> None:
        """Show the next place, or the one before."""
        if self.field.text().strip():
            self._step = step
            self._left = len(self._view.arrangement.leaves) + 1
            self._at = self._start()
            self._go_on()

    def _start(self) -> tuple[int, int]:
        """The page to begin with, and the place in its words."""
        chosen = self._view.selector.selection
        if chosen is not None:
            index = self._view.arrangement.index_of(chosen.tab, chosen.begin[0])
            if index is not None:
                return index, chosen.begin[1] + (1 if self._step > 0 else 0)
        return max(self._view.page, 0), self._edge()

    def _edge(self) -> int:
        """Where one comes into a page."""
        return 0 if self._step > 0 else END

    def _go_on(self, *_page: object) -> None:
        """Look on through the pages that are read, and through the rest once they are."""
        leaves = self._view.arrangement.leaves
        while self._left > 0 and leaves:
            index, at = self._at
            leaf = leaves[index % len(leaves)]
            text = self._view.gallery.text((leaf.tab, leaf.page)) if leaf.tab else PageText("", ())
            if text is None:
                self._view.want(leaf.tab)
                return
            found = next_place(text, self.field.text(), at, self._step)
            if found is not None:
                self._show(leaf, text, found)
                return
            self._left -= 1
            self._at = ((index + self._step) % len(leaves), self._edge())
            if self._left <= 0:
                self._said.setText(self._gettext("Not found"))

    def _show(self, leaf: Leaf, text: PageText, found: tuple[int, int]) -> None:
        self._left = 0
        self._said.setText("")
        begin, end = found
        self._view.select(Selection(leaf.tab, (leaf.page, begin), (leaf.page, end)))
        left, top, _, _ = text.boxes[begin]
        self._view.reveal(leaf.tab, leaf.page, top, left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.look(-1 if back else 1)
            case _:
                super().keyPressEvent(event)
