"""Choosing parties or topics by type-ahead, one or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.context import Context
from ui.widgets.chip import Chip
from ui.widgets.choices import UID, Choice, ChoiceModel
from ui.widgets.flow import FlowLayout

__all__ = ["Choice", "Chooser"]


class Chooser(QFrame):
    """What is chosen as chips that can be taken out again, and a line to find more by typing.

    Each press of Backspace in the empty line takes the last one out; Down offers all there are.
    With `addable`, words that nothing answers to can be asked for as something new.
    """

    chosen_changed = Signal(object)  # a tuple of uids
    new_wanted = Signal(str)  # the words typed

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        single: bool = False,
        addable: bool = False,
        prompt: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._single = single
        self._prompt = prompt or context.gettext("Type a name")
        self._choices: dict[str, Choice] = {}
        self._chosen: tuple[str, ...] = ()
        self._chips: list[Chip] = []
        new = context.gettext("New: “{words}”") if addable else ""
        self._model = ChoiceModel(new, self)
        self._anchor = QWidget(self)
        self._anchor.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._anchor.hide()
        self._line = _Line(self._model, name, self)
        self._line.setPlaceholderText(self._prompt)
        self._line.setReadOnly(context.session.read_only)
        self._flow = FlowLayout()
        self._flow.addWidget(self._line)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 2, 3, 2)
        column.addLayout(self._flow)
        self.setProperty("role", "chooser")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.entered.connect(self._ring)
        self._line.picked.connect(self._on_picked)
        self._line.emptied.connect(self._take_last)

    @property
    def line(self) -> QLineEdit:
        """The line to be labelled and typed into."""
        return self._line

    @property
    def chosen(self) -> tuple[str, ...]:
        """The uids of what is chosen, in order."""
        return self._chosen

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Say what there is to choose from."""
        offered = {choice.uid: choice for choice in choices}
        if offered != self._choices:
            self._choices = offered
            self._show()

    def set_chosen(self, uids: Sequence[str]) -> None:
        """Show what the book holds."""
        if tuple(uids) != self._chosen:
            self._chosen = tuple(uids)
            self._show()

    def take(self) -> None:
        """Choose what was typed, as Tab does."""
        self._line.take()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self._line.setFocus(event.reason())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def _keep_room(self) -> None:
        """Have all lines in sight: a form at times gives the height that another width needs."""
        self.setMinimumHeight(self.heightForWidth(self.width()))

    def _ring(self, on: bool) -> None:  # noqa: FBT001 - a signal
        """Have the frame say where the keys go, as that of any field does."""
        self.setProperty("entered", on)
        self.style().polish(self)
        self.update()

    def _show(self) -> None:
        left = [c for c in self._choices.values() if c.uid not in self._chosen]
        self._model.set_choices(left)
        wanted = [self._choices[uid] for uid in self._chosen if uid in self._choices]
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
            chip.hide()
        self._chips = [self._chip(choice) for choice in wanted]
        # The anchor stands before the line in the order of the focus, and the chips between them.
        before = self._anchor
        for place, chip in enumerate(self._chips):
            self._flow.insert_widget(place, chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        self._line.setPlaceholderText("" if wanted else self._prompt)
        self._flow.invalidate()
        self.updateGeometry()
        self._keep_room()

    def _chip(self, choice: Choice) -> Chip:
        chip = Chip(self._context, choice.uid, choice.name, self)
        chip.clicked.connect(self._take_out)
        return chip

    def _take_out(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._line.setFocus()
            self._choose(tuple(uid for uid in self._chosen if uid != chip.uid))

    def _take_last(self) -> None:
        if self._chosen:
            self._choose(self._chosen[:-1])

    def _on_picked(self, uid: str, words: str) -> None:
        if not uid:
            self.new_wanted.emit(words)
        elif self._single:
            self._choose((uid,))
        elif uid not in self._chosen:
            self._choose((*self._chosen, uid))

    def _choose(self, uids: tuple[str, ...]) -> None:
        if uids != self._chosen:
            self._chosen = uids
            self._show()
            self.chosen_changed.emit(uids)


class _Line(QLineEdit):
    """Where the names are typed."""

    picked = Signal(str, str)  # the uid, or "" with the words of something new
    emptied = Signal()
    entered = Signal(bool)  # the focus comes, or goes

    def __init__(self, model: ChoiceModel, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = QCompleter(model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("role", "popup")
        completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self._completer = completer
        self.setCompleter(completer)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._empty)
        self.textEdited.connect(model.look_for)

    @override
    def sizeHint(self) -> QSize:
        return QSize(64, super().sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text() and not self.isReadOnly():
            if not event.isAutoRepeat():
                self.emptied.emit()
        elif event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self._model.look_for(self.text())
            self._completer.complete()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.take():
            # The list hands its keys to the line first; ignored, it would choose a second time.
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        self.take()
        return super().focusNextPrevChild(next)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.hasFocus())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.entered.emit(self.hasFocus())
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._empty()

    def _empty(self) -> None:
        """Forget what was typed, for Undo too: it takes back what was chosen."""
        self.setText("")

    def _on_activated(self, index: QModelIndex) -> None:
        # The completer writes the name into the line after this signal, so it is emptied later.
        self._pick(str(index.data(UID)), self._model.words)

    def take(self) -> bool:
        """Choose the row that stands out in the list, or else what answers best to the words."""
        popup = self._completer.popup()
        row = popup.currentIndex() if popup is not None and popup.isVisible() else QModelIndex()
        if not row.isValid() and self.text().strip():
            row = self._model.index(0)
        if row.isValid():
            self._pick(str(row.data(UID)), self._model.words)
        return row.isValid()

    def _pick(self, uid: str, words: str) -> None:
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        self._model.look_for("")
        self._later.start()
        self.picked.emit(uid, words)
