"""What is typed into a text, handed on in good time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.prose import Prose
from ui.editor.normal import normal
from ui.editor.reading import Reader
from ui.editor.surface import Surface

_PAUSE = 800
"""Milliseconds after the last key until the text is handed on."""
_AT_LEAST = 1_000
"""Milliseconds after which it is handed on while keys keep coming."""


class TypedText(QObject):
    """The text of a surface, and whether others know it as it is now."""

    changed = Signal()
    typed = Signal(object)  # the Prose, when the keys rest and once a second while they do not

    def __init__(self, surface: Surface, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._surface = surface
        self._reader = reader
        self._known = Prose()
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._at_least = QTimer(self, singleShot=True, interval=_AT_LEAST)
        for timer in (self._pause, self._at_least):
            timer.timeout.connect(self.flush)
        surface.document().contentsChanged.connect(self._has_changed)

    @property
    def prose(self) -> Prose:
        """The text as it is now, in its normal form."""
        return self._reader.prose()

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not handed on yet."""
        return self._dirty

    def show(self, prose: Prose) -> None:
        """Show a text, known to others; nothing happens if it is shown already."""
        wanted = normal(prose)
        if wanted != self.prose:
            self._surface.show_prose(wanted)
        self._surface.describe()
        self._known = wanted
        self._settle()

    def flush(self) -> None:
        """Hand on what was typed and is not handed on yet."""
        if not self._dirty:
            return
        self._settle()
        prose = self.prose
        if prose != self._known:
            self._known = prose
            self._surface.describe()
            self.typed.emit(prose)

    def _has_changed(self) -> None:
        if self._surface.rebuilding:
            return
        self._dirty = True
        self._pause.start()
        if not self._at_least.isActive():
            self._at_least.start()
        self.changed.emit()

    def _settle(self) -> None:
        self._dirty = False
        self._pause.stop()
        self._at_least.stop()
