"""Undo and redo: the text that is being written first, then the book."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from briefing.edits import Add, Change, Drop, Edit, thing_of
from briefing.things import Annotation, Commitment, Reader
from ui.context import Context
from ui.doing import walk
from ui.explain import edit_name
from ui.places import Place, Room
from ui.whereabouts import ROOM_OF, place_of_thing

_Keys = QKeySequence.StandardKey
_Text = QLineEdit | QTextEdit | QPlainTextEdit


class UndoRouter(QObject):
    """Answers the two actions, and names the step that each would make."""

    def __init__(self, context: Context, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.actions.on("edit.undo", self.undo)
        context.actions.on("edit.redo", self.redo)
        context.session.history_changed.connect(self.settle)
        app.focusChanged.connect(self._focus_moved)

    def undo(self) -> None:
        """Take back what was typed last here, else the last step of the book."""
        text = _text_with_focus()
        if text is not None and _can_undo(text):
            text.undo()
        else:
            self._walk(forward=False)

    def redo(self) -> None:
        """Do again what was undone last."""
        text = _text_with_focus()
        if text is not None and _can_redo(text):
            text.redo()
        else:
            self._walk(forward=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text keeps the keys of undo and redo to itself, even where it has nothing to undo."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes, redoes = (event.matches(key) for key in (_Keys.Undo, _Keys.Redo))
            if isinstance(watched, _Text) and (
                (undoes and not _can_undo(watched)) or (redoes and not _can_redo(watched))
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _Text):
            before.removeEventFilter(self)
        if isinstance(now, _Text):
            now.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Bring what can be done, and what it is called, up to date."""
        session = self._context.session
        if session.closed:
            return
        _ = self._context.gettext
        text = _text_with_focus()
        for name, line, bare, named, in_text in (
            (
                "edit.undo",
                session.undoable,
                _("&Undo"),
                _("&Undo: {step}"),
                text is not None and _can_undo(text),
            ),
            (
                "edit.redo",
                session.redoable,
                _("&Redo"),
                _("&Redo: {step}"),
                text is not None and _can_redo(text),
            ),
        ):
            step = edit_name(line.name, _) if line and not in_text else ""
            self._context.actions[name].setText(named.format(step=step) if step else bare)
            possible = in_text or (line is not None and not session.read_only)
            self._context.actions.enable(name, possible)

    def _walk(self, *, forward: bool) -> None:
        _ = self._context.gettext
        form = _("Done again: {step}") if forward else _("Undone: {step}")
        walk(self._context, partial(self._say, form), undone=not forward)

    def _say(self, form: str, edit: Edit) -> None:
        """Say what was done where it cannot be seen, and how to get there."""
        _, places, notices = self._context.gettext, self._context.places, self._context.notices
        touched = _places(self._context.session.store, edit)
        if places.here.room in touched:
            return
        text = form.format(step=edit_name(edit.name, _))
        if touched:
            first = next(iter(touched.values()))
            notices.done_last(text, _("Go to it"), partial(places.go, first))
        else:
            notices.done(text)  # such as an archived print: it has no workspace


def _places(store: Reader, edit: Edit) -> dict[Room, Place]:
    """The workspaces that show what an edit changed, and where; what is there now first."""
    places: dict[Room, Place] = {}
    for change in sorted(edit.changes, key=lambda change: isinstance(change, Drop)):
        for place in _places_of(change):
            if place.room not in places:
                gone = place.kind is None or store.find(place.kind, place.uid) is None
                places[place.room] = Place(place.room) if gone else place
    return places


def _places_of(change: Change) -> Iterator[Place]:
    thing = thing_of(change)
    if type(thing) in {*ROOM_OF, Annotation}:
        yield place_of_thing(thing)
    if isinstance(change, Add | Drop) and isinstance(thing, Commitment) and thing.anchors:
        yield Place(Room.SOURCES)  # a line stands under its words, or did


def _text_with_focus() -> _Text | None:
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, _Text) and not widget.isReadOnly():
        return widget
    return None


def _can_undo(text: _Text) -> bool:
    if isinstance(text, QLineEdit):
        return text.isUndoAvailable()
    return text.document().isUndoAvailable()


def _can_redo(text: _Text) -> bool:
    if isinstance(text, QLineEdit):
        return text.isRedoAvailable()
    return text.document().isRedoAvailable()
