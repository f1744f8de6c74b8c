"""The bar that finds and replaces words in one text, or in all sections of a note."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.actions import bare
from ui.context import Context
from ui.editor.finding import Wanted, go_on, places_of, replace_everywhere, replace_here
from ui.widgets.clear_field import ClearField
from ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from ui.editor.editor import ProseEditor


_FIELD = 180
_MOST_LIT = 500
"""Places that are lit up in one text; Qt takes its time with thousands."""


class FindBar(QFrame):
    """Looks through the editors that it is told of, in their order.

    A pane with several editors shows one bar for all of them, and hands it to each with
    `set_find_bar`; `went` says which editor has the place that is shown.
    """

    went = Signal(object)  # the ProseEditor in which a place was found

    def __init__(
        self,
        context: Context,
        editors: Callable[[], Sequence[ProseEditor]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._editors = editors
        self._here: ProseEditor | None = None
        self.setProperty("role", "bar")
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._look_again)
        context.session.edited.connect(self._again.start)
        self._build()
        self.hide()

    def open(self, editor: ProseEditor, *, replacing: bool = False) -> None:
        """Show the bar, with what is selected in an editor as what to look for."""
        self._here = editor
        chosen = editor.surface.textCursor().selectedText()
        if chosen and "\u2029" not in chosen and "\ufffc" not in chosen:
            self._words.setText(chosen)
        self._below.setVisible(replacing and not editor.read_only)
        self.show()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._words.selectAll()
        self._look()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes: both fields first, one behind the other, as one fills them."""
        return self._stops

    def next(self) -> None:
        """Go to the next place."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before."""
        self._go(-1)

    def put_away(self) -> None:
        """Hide the bar, and go back to the text with the place that was found."""
        self.hide()
        for editor in self._editors():
            editor.surface.light_up([])
        if self._here is not None:
            self._here.setFocus(Qt.FocusReason.OtherFocusReason)

    # Building

    def _build(self) -> None:
        _ = self._context.gettext
        self._words = ClearField(self._context, bare(_("&Find")))
        self._instead = QLineEdit()
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self._case, self._whole = QCheckBox(_("Match &case")), QCheckBox(_("&Whole words"))
        top = QHBoxLayout()
        _name(top, _("&Find"), self._words)
        top.addWidget(self._words, stretch=1)
        up = self._button("up", _("Find previous"), self.previous)
        down = self._button("down", _("Find next"), self.next)
        close = self._button("close", _("Close the find bar"), self.put_away)
        top.addWidget(up)
        top.addWidget(down)
        self._words.setMinimumWidth(_FIELD)
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.addWidget(self._case)
        ways.addWidget(self._whole)
        ways.addStretch(1)
        top.addWidget(self._count)
        self._ways_at = top.count()
        top.addWidget(self._ways)
        top.addWidget(close)
        self._below = QWidget()
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        _name(row, _("Replace &with"), self._instead)
        row.addWidget(self._instead, stretch=1)
        one, every = QPushButton(_("&Replace")), QPushButton(_("Replace &all"))
        for button in (one, every):
            row.addWidget(button)
        find, clear = self._words.tab_stops()
        aside = [clear, up, down, self._case, self._whole, close]
        self._stops = [find, self._instead, one, every, *aside]
        self._top, self._column = top, QVBoxLayout(self)
        column = self._column
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self._below)
        for stop, following in pairwise(self._stops):
            QWidget.setTabOrder(stop, following)
        self._wide = self.sizeHint().width() + _FIELD // 2
        self._words.textChanged.connect(self._look)
        self._case.toggled.connect(self._look)
        self._whole.toggled.connect(self._look)
        self._instead.returnPressed.connect(self._replace)
        one.clicked.connect(self._replace)
        every.clicked.connect(self._replace_all)

    def _button(self, icon: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = IconButton(self._context.look, icon, name)
        button.clicked.connect(slot)
        return button

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.width() >= self._wide:
            self._top.insertWidget(self._ways_at, self._ways)
        else:
            self._column.insertWidget(1, self._ways)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    # Finding

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self._words.text(), self._case.isChecked(), self._whole.isChecked())

    def _look(self) -> None:
        """Light up every place, and say how many there are."""
        number = 0
        ground = QTextCharFormat()
        ground.setBackground(QColor(self._context.look.colours.found))
        for editor in self._editors():
            places = places_of(editor.surface, self._wanted)
            number += len(places)
            editor.surface.light_up([_lit(place, ground) for place in places[:_MOST_LIT]])
        self._say(number)

    def _look_again(self) -> None:
        """The text has changed, or what was replaced was taken back."""
        if self.isVisible():
            self._look()

    def _say(self, number: int) -> None:
        _, several = self._context.gettext, self._context.speech.ngettext
        if not self._words.text():
            self._count.setText("")
        elif not number:
            self._count.setText(_("Not found"))
        else:
            text = several("{number} place", "{number} places", number)
            self._count.setText(text.format(number=self._context.speech.number(number)))

    def _go(self, step: int) -> None:
        editors = list(self._editors())
        if not self._words.text() or not editors:
            return
        here = self._here if self._here in editors else editors[0]
        surfaces = [editor.surface for editor in editors]
        assert here is not None  # noqa: S101 - one of the editors
        found = go_on(surfaces, here.surface, self._wanted, step)
        if found is not None:
            self._here = editors[surfaces.index(found)]
            self.went.emit(self._here)
            self._here.caret_moved.emit(self._here.caret())

    # Replacing

    def _replace(self) -> None:
        if self._here is not None:
            replace_here(self._here.surface, self._wanted, self._instead.text())
        self._go(1)
        self._look()

    def _replace_all(self) -> None:
        surfaces = [editor.surface for editor in self._editors()]
        with self._context.session.one_step():
            number = replace_everywhere(surfaces, self._wanted, self._instead.text())
        if len(surfaces) > 1:
            # Each text knows only its own part of the step; the book knows all of it.
            for surface in surfaces:
                surface.document().clearUndoRedoStacks()
        self._look()
        several = self._context.speech.ngettext
        self._again.stop()
        text = several("{number} place replaced", "{number} places replaced", number)
        self._count.setText(text.format(number=self._context.speech.number(number)))
        if number and self._here is not None:
            # So that Undo is the text's, and takes all of it back.
            self._here.setFocus(Qt.FocusReason.OtherFocusReason)


def _name(row: QHBoxLayout, text: str, field: QLineEdit) -> None:
    label = QLabel(text)
    label.setBuddy(field)
    row.addWidget(label)


def _lit(place: QTextCursor, ground: QTextCharFormat) -> QTextEdit.ExtraSelection:
    lit = QTextEdit.ExtraSelection()
    lit.cursor = place
    lit.format = ground
    return lit
