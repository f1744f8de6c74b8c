"""Fields for a source's details: a day in any form, and several parties in a row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from briefing.intake.dates import find_date
from ui.speech import Speech

_SEPARATORS = ",;，、；"


class DayField(QLineEdit):
    """A day, typed in any of the forms in which sources write it; empty for none."""

    changed = Signal(object)  # a date or None
    puzzled = Signal(str)  # what was typed and is no day

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._day: date | None = None
        example = speech.day(date(2026, 3, 4))
        self.setPlaceholderText(speech.gettext("such as {day}").format(day=example))
        self.editingFinished.connect(self._read)

    def show_day(self, day: date | None) -> None:
        """Show a day."""
        self._day = day
        self.setText(self._speech.day(day) if day else "")

    def _read(self) -> None:
        typed = self.text().strip()
        day = find_date(typed) if typed else None
        before = self._day
        if typed and day is None:
            self.puzzled.emit(typed)
            day = before
        self.show_day(day)
        if day != before:
            self.changed.emit(day)


class PartiesField(QLineEdit):
    """Parties by name or code, with a comma between two; names that are known complete."""

    changed = Signal(object)  # the names as a tuple

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self.setCompleter(_LastName(self))
        self.editingFinished.connect(self._read)

    def offer(self, names: Sequence[str]) -> None:
        """Complete to one of these names."""
        self.completer().setModel(QStringListModel(list(names), self.completer()))

    def show_names(self, names: Sequence[str]) -> None:
        """Show parties by name."""
        self._names = tuple(names)
        self.setText(", ".join(names))

    def names(self) -> tuple[str, ...]:
        """What is typed, name by name."""
        text = self.text()
        for separator in _SEPARATORS[1:]:
            text = text.replace(separator, _SEPARATORS[0])
        return tuple(filter(None, (name.strip() for name in text.split(_SEPARATORS[0]))))

    def _read(self) -> None:
        names = self.names()
        if names != self._names:
            self._names = names
            self.changed.emit(names)


class _LastName(QCompleter):
    """Completes the name that is being typed, and keeps those before it."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [_split(path)[1]]

    @override
    def pathFromIndex(self, index: object) -> str:
        field = self.widget()
        typed = field.text() if isinstance(field, QLineEdit) else ""
        return _split(typed)[0] + super().pathFromIndex(index)  # type: ignore[arg-type]


def _split(typed: str) -> tuple[str, str]:
    """What stands before the last name, and that name."""
    at = max(typed.rfind(separator) for separator in _SEPARATORS) + 1
    head = typed[:at]
    return (f"{head} " if head else ""), typed[at:].strip()
