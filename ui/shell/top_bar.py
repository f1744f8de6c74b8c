"""The line above the workspaces: the book's title, search, that it is saved, its marking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from briefing.edits import Edit
from briefing.markings import load_scheme
from briefing.things import Book
from ui.context import Context
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icon_button import tint


class TopBar(QFrame):
    """What is always to be seen of a book."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self.setProperty("role", "bar")
        self._context = context
        self._title = ElidedLabel()
        self._title.setProperty("role", "heading")
        self._saved = QLabel()
        self._saved.setProperty("role", "quiet")
        self._marking = QLabel()
        self._marking.setProperty("role", "heading")
        self._search = QPushButton(_("Search everything (Ctrl+K)"))
        tint(self._search, context.look, "search")
        self._search.setMinimumWidth(280)
        self._search.clicked.connect(context.actions["go.search"].trigger)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 12, 4)
        row.setSpacing(8)
        for name in ("go.back", "go.forward"):
            row.addWidget(self._button(name))
        row.addWidget(self._title, stretch=1)
        row.addWidget(self._search)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addWidget(self._marking)
        context.session.edited.connect(self._on_edited)
        context.session.unwritten.owing_changed.connect(self._read)
        self._read()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(self._context.actions[name])
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Book):
            self._read()

    def _read(self) -> None:
        _ = self._context.gettext
        book = self._context.session.book
        self._title.show_words(book.title)
        self.setToolTip(str(self._context.session.store.path))
        read_only = self._context.session.read_only
        saved = _("Not saved") if self._context.session.unwritten.owing else _("Saved")
        self._saved.setText(_("Read-only") if read_only else saved)
        marking = load_scheme(book.scheme).printed(book.marking, self._context.speech.lang)
        self._marking.setText(marking if book.marking else "")
