"""A field that holds several things by name: typed ahead, taken away one by one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.text import fold
from ui.commitments.detail.flow import FlowLayout
from ui.context import Context


class ChipsField(QWidget):
    """Things as chips, and a line to add one by the beginning of its name."""

    changed = Signal(object)  # the uids after the change, as a tuple
    unknown = Signal(str)  # a name was typed that nothing has

    def __init__(self, context: Context, name: str, *, single: bool = False) -> None:
        super().__init__()
        self._context = context
        self._name = name
        self._single = single
        self._uids: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._other: dict[str, str] = {}
        self._line = QLineEdit()
        self._line.setAccessibleName(name)
        self._line.setMinimumWidth(80)
        self._line.installEventFilter(self)
        self._list = QStringListModel(self)
        self._completer = QCompleter(self._list, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Queued: the completer writes its choice into the line after it has told it.
        self._completer.activated.connect(self._completed, Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(self._completer)
        self._line.returnPressed.connect(self._entered)
        self.setFocusProxy(self._line)
        self._chips: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowLayout()
        column.addLayout(self._flow)
        self._flow.addWidget(self._line)
        context.look.changed.connect(self._tint)

    @property
    def line(self) -> QLineEdit:
        """Where names are typed."""
        return self._line

    def offer(self, names: Mapping[str, str], other: Mapping[str, str] | None = None) -> None:
        """Say what can be chosen, and by which other names it is known."""
        self._names = dict(names)
        self._other = dict(other or {})
        self._list.setStringList([*self._names.values(), *self._other])
        self.show_uids(self._uids)

    def show_uids(self, uids: tuple[str, ...]) -> None:
        """Show these things."""
        self._uids = uids
        shown = [uid for uid in uids if uid in self._names]
        if [chip.property("uid") for chip in self._chips] == shown and all(
            chip.text() == self._names[uid] for chip, uid in zip(self._chips, shown, strict=True)
        ):
            return
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.setParent(None)
            chip.deleteLater()
        self._flow.removeWidget(self._line)
        self._chips = [self._chip(uid) for uid in shown]
        self._flow.addWidget(self._line)
        self._flow.invalidate()
        self.updateGeometry()

    def _chip(self, uid: str) -> QToolButton:
        words = self._context.gettext("Take “{name}” away").format(name=self._names[uid])
        chip = QToolButton()
        chip.setProperty("uid", uid)
        chip.setProperty("role", "chip")
        chip.setText(self._names[uid])
        chip.setToolTip(words)
        chip.setAccessibleName(words)
        chip.setIcon(self._context.look.icon("close"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.clicked.connect(self._chip_clicked)
        self._flow.addWidget(chip)
        return chip

    def _chip_clicked(self) -> None:
        uid = self.sender().property("uid")
        self._line.setFocus()
        self._tell(tuple(one for one in self._uids if one != uid))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            last = event.key() == Qt.Key.Key_Backspace and not self._line.text() and self._uids
            if last:
                self._tell(self._uids[:-1])
                return True
            if event.key() == Qt.Key.Key_Escape and self._line.text():
                self._line.clear()
                return True
        return super().eventFilter(watched, event)

    def _completed(self, text: str) -> None:
        self._add(text)

    def _entered(self) -> None:
        text = self._line.text().strip()
        popup = self._completer.popup()
        if not text or (popup and popup.isVisible() and popup.currentIndex().isValid()):
            return  # nothing, or the completer is about to tell
        if self._uid_of(text) is None and self._completer.completionCount():
            text = self._completer.currentCompletion()
        self._add(text)

    def _add(self, text: str) -> None:
        uid = self._uid_of(text)
        if uid is None:
            self.unknown.emit(text)
        elif uid not in self._uids:
            self._tell((uid,) if self._single else (*self._uids, uid))
        self._line.clear()

    def _uid_of(self, text: str) -> str | None:
        wanted = fold(text)
        for uid, name in self._names.items():
            if fold(name) == wanted:
                return uid
        return next((uid for name, uid in self._other.items() if fold(name) == wanted), None)

    def _tell(self, uids: tuple[str, ...]) -> None:
        self.changed.emit(uids)

    def _tint(self) -> None:
        for chip in self._chips:
            chip.setIcon(self._context.look.icon("close"))
