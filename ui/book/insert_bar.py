"""What can be done with the live insert that the cursor is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QWidget
from typing_extensions import override

from briefing.edits import Edit
from briefing.operations import inserts
from briefing.things import Insert, InsertKind, Note, Topic
from ui.book.choices import topic_choices
from ui.book.chooser import DropDown
from ui.context import Context
from ui.doing import attempt, write
from ui.names import name_of
from ui.widgets.fields import WordsField
from ui.widgets.flow import FlowLayout

_BUTTONS = ("insert.go", "insert.freeze", "insert.thaw", "insert.remove")


class InsertBar(QFrame):
    """Shown below the text while the cursor is on an insert: its topic, side and caption."""

    left = Signal()  # Escape: back into the text

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._note: Note | None = None
        self._insert: Insert | None = None
        self.setProperty("role", "bar")
        self._kind = QLabel()
        self._kind.setProperty("role", "heading")
        self._topic = DropDown(_("Whose commitments"))
        self._side = DropDown(_("Which side’s commitments"))
        self._chart = DropDown(_("What the chart shows"))
        self._caption = WordsField(context.session)
        self._caption.setAccessibleName(_("Caption"))
        self._caption.setPlaceholderText(_("Caption"))
        self._caption.setMinimumWidth(120)
        row = FlowLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        for widget in (self._kind, self._topic, self._side, self._chart, self._caption):
            row.addWidget(widget)
        self._buttons: dict[str, QToolButton] = {}
        short = {
            "insert.go": _("Go to it"),
            "insert.freeze": _("Freeze"),
            "insert.thaw": _("Follow the book"),
            "insert.remove": _("Remove"),
        }
        for name in _BUTTONS:
            button = QToolButton()
            context.actions[name].setIconText(short[name])
            button.setDefaultAction(context.actions[name])
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._buttons[name] = button
            row.addWidget(button)
        self._topic.asked.connect(lambda kept: self._change(topic=kept or None))
        self._side.asked.connect(lambda kept: self._change(side=kept))
        self._chart.asked.connect(lambda kept: self._change(chart=kept))
        self._caption.written.connect(self._write_caption)
        self.hide()

    @property
    def insert(self) -> Insert | None:
        """The insert that is shown."""
        return self._insert

    def show_insert(self, note: Note | None, insert: Insert | None, *, closed: bool) -> None:
        """Show an insert; None where the cursor is on words."""
        before = self._insert.uid if self._insert else ""
        if before and (insert is None or insert.uid != before):
            self._context.session.flush()
        self._note, self._insert = note, insert
        self.setVisible(insert is not None)
        if insert is None:
            return
        _ = self._context.gettext
        self._kind.setText(name_of(insert.kind, _))
        listed = insert.kind in {InsertKind.TABLE, InsertKind.CHART}
        self._topic.setVisible(listed)
        self._side.setVisible(insert.kind is InsertKind.TABLE)
        self._chart.setVisible(insert.kind is InsertKind.CHART)
        self._caption.setVisible(listed)
        if listed:
            self._fill(insert)
        frozen = insert.frozen is not None
        for widget in (self._topic, self._side, self._chart):
            widget.setEnabled(not closed and not frozen)
        self._caption.setReadOnly(closed)
        self._buttons["insert.freeze"].setVisible(not frozen)
        self._buttons["insert.thaw"].setVisible(frozen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        fields = (self._topic, self._side, self._chart, self._caption)
        return [*fields, *self._buttons.values()]

    def edit(self) -> None:
        """Go into the first field."""
        for widget in (self._topic, self._caption):
            if widget.isVisibleTo(self):
                widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _fill(self, insert: Insert) -> None:
        _ = self._context.gettext
        topics = self._context.session.store.all(Topic)
        choices = topic_choices(self._context, topics)
        self._topic.offer([("", _("Whole book")), *choices[1:]], insert.topic or "")
        sides = (
            ("", _("All")),
            ("ours", _("Ours")),
            ("theirs", _("Theirs")),
            ("joint", _("Joint")),
        )
        self._side.offer(sides, insert.side)
        charts = (("status", _("Where they stand")), ("deadlines", _("Deadlines")))
        self._chart.offer(charts, insert.chart or "status")
        self._caption.show_words(insert.caption)

    def _change(self, **details: str | None) -> None:
        def changed() -> Edit | None:
            note, insert = self._stored()
            if note is None or insert is None:
                return None
            return inserts.change_insert(note, insert, **details)

        attempt(self._context, changed)

    def _write_caption(self, words: str) -> None:
        note, insert = self._stored()
        if note is not None and insert is not None and words != insert.caption:
            write(self._context, inserts.change_insert(note, insert, caption=words))

    def _stored(self) -> tuple[Note | None, Insert | None]:
        store = self._context.session.store
        note = store.find(Note, self._note.uid if self._note else None)
        return note, store.find(Insert, self._insert.uid if self._insert else None)
