"""What the program remembers of its user, beside any book."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal

_RECENT = 12


class Appearance(StrEnum):
    """Light or dark, and with how much contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    LIGHT_CONTRAST = "light-contrast"
    DARK_CONTRAST = "dark-contrast"

    @property
    def dark(self) -> bool:
        """Whether windows are to be dark whatever the system is."""
        return self in {Appearance.DARK, Appearance.DARK_CONTRAST}

    @property
    def high_contrast(self) -> bool:
        """Whether everything is to stand out more than usual."""
        return self in {Appearance.LIGHT_CONTRAST, Appearance.DARK_CONTRAST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user has chosen."""

    language: str = ""
    """Of the windows; "" follows the system."""
    appearance: Appearance = Appearance.SYSTEM
    author: str = ""
    """Who is at the keyboard, as the history names them; "" is the system's name."""
    recent: tuple[str, ...] = ()
    """Paths of books, the last one opened first."""
    reading_size: int = 0
    """Steps by which the reader and the editor are larger or smaller than usual."""
    reopen: bool = True
    """Whether the program opens the last book when it is started without one."""


def config_home() -> Path:
    """The folder of the settings, where each system keeps such."""
    given = os.environ.get("BRIEFING_CONFIG_HOME")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Preferences"
    else:
        base = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(base) / "briefing"


class SettingsStore(QObject):
    """Keeps the settings in a file, with what windows remember of their looks."""

    changed = Signal()
    remembered = Signal(str)  # the name of what a window keeps

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = path or config_home() / "settings.ini"
        self._file = QSettings(str(file), QSettings.Format.IniFormat, self)
        self._now = _read(self._file)

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._now

    def change(self, **details: Any) -> None:
        """Change some settings; they take effect at once."""
        after = replace(self._now, **details)
        if after != self._now:
            self._now = after
            for name, value in asdict(after).items():
                self._file.setValue(f"settings/{name}", json.dumps(value))
            self.changed.emit()

    def reset(self) -> None:
        """Back to what the program comes with; recent books stay."""
        self.change(**asdict(replace(Settings(), recent=self._now.recent)))

    def opened(self, path: Path) -> None:
        """Put a book at the head of the recent ones."""
        others = (one for one in self._now.recent if one != str(path))
        self.change(recent=(str(path), *others)[:_RECENT])

    def remember(self, name: str, value: Any) -> None:
        """Keep something of a window: plain JSON, under a name with slashes."""
        words = json.dumps(value)
        if self._file.value(f"windows/{name}") != words:
            self._file.setValue(f"windows/{name}", words)
            self.remembered.emit(name)

    def recall(self, name: str, otherwise: Any = None) -> Any:
        """What was remembered under a name."""
        kept = self._file.value(f"windows/{name}")
        try:
            return otherwise if kept is None else json.loads(str(kept))
        except ValueError:
            return otherwise  # somebody has been at the file


def _read(file: QSettings) -> Settings:
    found: dict[str, Any] = {}
    for field in fields(Settings):
        kept = file.value(f"settings/{field.name}")
        try:
            value = json.loads(str(kept)) if kept is not None else field.default
            found[field.name] = _of_type(value, field.default)
        except (ValueError, TypeError):
            found[field.name] = field.default
    return Settings(**found)


def _of_type(value: Any, default: Any) -> Any:
    """The value as the setting has it; ValueError or TypeError if it cannot be one."""
    return type(default)(value)
