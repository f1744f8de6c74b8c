"""What can be done to several commitments at once, below the register."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from briefing.things import Firmness, Kind, Status
from ui.clock import now, today
from ui.commitments.detail.parts import button
from ui.commitments.names import Names
from ui.context import Context
from ui.names import name_of
from ui.widgets.days import read_deadline
from ui.widgets.flow import FlowLayout
from ui.widgets.unread import Unread, no_day


class BulkBar(QFrame):
    """Shown while several rows are chosen. Each thing done is one step to undo."""

    listed = Signal(str)  # the topic that the chosen ones are to be listed under
    topic_added = Signal(str)
    changed = Signal(object)  # the fields and their new values
    deadline_given = Signal(object)  # a Deadline without words of a source
    status_given = Signal(object)  # the fields of a status entry
    removed = Signal()

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        self.setProperty("role", "bar")
        _ = context.gettext
        self._count = QLabel()
        self._count.setProperty("role", "heading")
        self._line = _WordsLine(context)
        self._line.entered.connect(self._words_entered)
        self._line.left.connect(self._show_buttons)
        self._asked: Callable[[str], bool] = self._lead_entered
        self._stack = QStackedWidget()
        self._stack.addWidget(self._buttons())
        self._stack.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.addWidget(self._count)
        row.addWidget(self._stack, stretch=1)
        self.hide()

    def _buttons(self) -> QWidget:
        _ = self._context.gettext
        frame = QWidget()
        row = FlowLayout()
        for words, fill in (
            (_("Topic"), self._fill_topics),
            (_("Status"), self._fill_statuses),
            (_("Kind"), self._fill_kinds),
            (_("Firmness"), self._fill_firmness),
        ):
            row.addWidget(self._menu_button(words, fill))
        row.addWidget(button(self._context, _("Lead…"), "party", self.ask_lead))
        row.addWidget(button(self._context, _("Deadline…"), "calendar", self.ask_deadline))
        words = _("Remove the chosen commitments")
        remove = button(self._context, words, "delete", self.removed.emit, bare=True)
        whole = QHBoxLayout(frame)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(row, stretch=1)
        whole.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
        return frame

    def _menu_button(self, words: str, fill: Callable[[QMenu], None]) -> QToolButton:
        made = QToolButton()
        made.setText(words)
        made.setAccessibleName(words)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        return made

    def show_count(self, count: int) -> None:
        """Say how many are chosen; the bar goes while that is one or none."""
        several = count > 1 and not self._context.session.read_only
        if not several:
            self._show_buttons()
        speech = self._context.speech
        words = speech.ngettext("{number} chosen", "{number} chosen", count)
        self._count.setText(words.format(number=speech.number(count)))
        self.setVisible(several)

    # The menus

    def _fill_topics(self, menu: QMenu) -> None:
        menu.clear()
        further = QMenu(self._context.gettext("Also under"), menu)
        for target, told in ((menu, self.listed), (further, self.topic_added)):
            for uid, topic in self._names.topics.items():
                indent = "    " * self._names.depth(uid)
                action = target.addAction(indent + topic.name.replace("&", "&&"))
                if colour := self._names.colour(uid):
                    swatch = QPixmap(10, 10)
                    swatch.fill(colour)
                    action.setIcon(QIcon(swatch))
                action.triggered.connect(lambda _on=False, u=uid, t=told: t.emit(u))
        menu.addSeparator()
        menu.addMenu(further)

    def _fill_statuses(self, menu: QMenu) -> None:
        menu.clear()
        for status in Status:
            action = menu.addAction(self._context.speech.wording.status(status))
            action.triggered.connect(lambda _on=False, s=status: self._give_status(s))

    def _give_status(self, status: Status) -> None:
        self.status_given.emit(
            {
                "status": status,
                "as_of": today(),
                "recorded": now(),
            }
        )

    def _fill_kinds(self, menu: QMenu) -> None:
        menu.clear()
        for kind in Kind:
            action = menu.addAction(name_of(kind, self._context.gettext))
            action.triggered.connect(lambda _on=False, k=kind: self.changed.emit({"kind": k}))

    def _fill_firmness(self, menu: QMenu) -> None:
        menu.clear()
        for word in Firmness:
            action = menu.addAction(name_of(word, self._context.gettext))
            action.triggered.connect(lambda _on=False, w=word: self.changed.emit({"firmness": w}))

    # What is typed

    def ask_lead(self) -> None:
        """Have a lead typed for all of them."""
        self._ask(self._context.gettext("Lead for all that are chosen"), self._lead_entered)

    def ask_deadline(self) -> None:
        """Have a deadline typed for all of them."""
        words = self._context.gettext("Deadline for all that are chosen, such as 30 June 2027")
        self._ask(words, self._deadline_entered)

    def _ask(self, words: str, entered: Callable[[str], bool]) -> None:
        self._asked = entered
        self._line.ask(words)
        self._stack.setCurrentWidget(self._line)

    def _words_entered(self, words: str) -> None:
        if self._asked(words):
            self._show_buttons()
        else:
            self._line.refuse()

    def _lead_entered(self, words: str) -> bool:
        self.changed.emit({"lead": words})
        return True

    def _deadline_entered(self, words: str) -> bool:
        read = read_deadline(words)
        if read is not None:
            self.deadline_given.emit(read)
        return read is not None

    def _show_buttons(self) -> None:
        self._stack.setCurrentIndex(0)


class _WordsLine(QWidget):
    """A line for words that go to all; Enter takes them, Escape leaves."""

    entered = Signal(str)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.gettext
        self._line = QLineEdit()
        self._line.returnPressed.connect(self._tell)
        self._trouble = Unread(self._line, no_day(context.speech))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._line, 0, 0)
        grid.addWidget(button(context, _("Apply"), "accept", self._tell), 0, 1)
        grid.addWidget(button(context, _("Cancel"), "close", self.left.emit, bare=True), 0, 2)
        grid.addWidget(self._trouble, 1, 0, 1, 3)

    def ask(self, words: str) -> None:
        """Say what is to be typed."""
        self._trouble.mark(on=False)
        self._line.clear()
        self._line.setPlaceholderText(words)
        self._line.setAccessibleName(words)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(self._line)

    def refuse(self) -> None:
        """Say that the words are no day; they stay to be put right."""
        self._trouble.mark(on=True)
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self.entered.emit(self._line.text().strip())
