"""Finding words in the pages: a bar, not a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from ui.context import Context
from ui.preview.selecting import Selection
from ui.preview.view import PageView


class Finder(QFrame):
    """Looks for words from the page that is shown on, and comes round at the end."""

    def __init__(self, context: Context, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = self._gettext = context.gettext
        self._view = view
        self._seek: tuple[str, int] | None = None
        self.setProperty("role", "bar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in the pages"))
        self.field.setAccessibleName(_("Find in the pages"))
        self._said = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.field, stretch=1)
        row.addWidget(self._said)
        for icon, name, step in (("up", _("Previous"), -1), ("down", _("Next"), 1)):
            button = QToolButton()
            button.setIcon(context.look.icon(icon))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _on=False, step=step: self.look(step))
            row.addWidget(button)
        self.field.returnPressed.connect(lambda: self.look(1))
        view.gallery.read.connect(self._go_on)
        self.hide()

    def open(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def look(self, step: int) -> None:
        """Show the next place, or the one before."""
        words = self.field.text().casefold()
        if words:
            self._seek = (words, step)
            self._left = len(self._view.arrangement.leaves) + 1
            self._at = self._start(step)
            self._go_on()

    def _start(self, step: int) -> tuple[int, int]:
        """The page to begin with, and the place in its words."""
        chosen = self._view.selector.selection
        if chosen is not None:
            index = self._view.arrangement.index_of(chosen.tab, chosen.begin[0])
            if index is not None:
                return index, chosen.begin[1] + (1 if step > 0 else 0)
        return max(self._view.page, 0), 0 if step > 0 else 1 << 30

    def _go_on(self, *_page: object) -> None:
        """Look on through the pages that are read; the rest when they are."""
        while self._seek is not None:
            words, step = self._seek
            leaves = self._view.arrangement.leaves
            index, at = self._at
            if self._left <= 0 or not leaves:
                self._seek = None
                self._said.setText(self._gettext("Not found"))
                return
            leaf = leaves[index % len(leaves)]
            if leaf.tab:
                text = self._view.gallery.text((leaf.tab, leaf.page))
                if text is None:
                    if self._view.gallery.pages(leaf.tab) is None:
                        self._view.wanted.emit([leaf.tab])
                    return
                low = (
                    text.text.casefold()
                    if len(text.text.casefold()) == len(text.text)
                    else (text.text.lower())
                )
                place = low.find(words, at) if step > 0 else low.rfind(words, 0, max(at, 0))
                if place >= 0:
                    self._seek = None
                    self._said.setText("")
                    begin, end = (leaf.page, place), (leaf.page, place + len(words))
                    self._view.select(Selection(leaf.tab, begin, end))
                    self._view.reveal(leaf.tab, leaf.page, text.boxes[place][1])
                    return
            self._left -= 1
            self._at = ((index + step) % len(leaves), 0 if step > 0 else 1 << 30)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)
