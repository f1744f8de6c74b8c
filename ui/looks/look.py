"""The looks of all windows of the program, and the news when they change."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

import resources
from ui.looks.colours import Colours, colours_for, palette_of
from ui.looks.icons import tinted
from ui.settings import Appearance

_ROOT = Path(resources.__file__).parent
_DARKER = 140
"""Per cent by which Fusion darkens the window's colour for an edge."""
_FIELDS = ("QAbstractSpinBox", "QComboBox")
_EDGED = ("QPushButton", "QScrollBar", "QTabBar")
"""Controls that Fusion draws an edge around; that of a field is always told from its ground."""
_SERIF = ("SourceSerif4-Regular", "SourceSerif4-Italic", "SourceSerif4-Bold")


class Look(QObject):
    """Colours, icons and type, following the system between light and dark."""

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._dark = False
        self._appearance = Appearance.SYSTEM
        _have_chinese()
        # Both are held: what the hints hand out dies with their own wrapper.
        self._hints = QGuiApplication.styleHints()
        self._wishes = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._wishes.contrastPreferenceChanged.connect(self._follow)
        # It may be finer than those that icons were drawn for.
        app.screenAdded.connect(self.changed)

    @property
    def dark(self) -> bool:
        """Whether windows are dark."""
        return self._dark

    @property
    def high_contrast(self) -> bool:
        """Whether the adviser or the system asks for it."""
        asked = self._appearance.high_contrast
        return asked or self._wishes.contrastPreference() is Qt.ContrastPreference.HighContrast

    @property
    def colours(self) -> Colours:
        """The colours by their roles."""
        return colours_for(dark=self._dark, contrast=self.high_contrast)

    def icon(self, name: str) -> QIcon:
        """The icon of that name in the colour of the text."""
        return tinted(name, self.colours.text, self.colours.quiet)

    def row_icon(self, name: str) -> QIcon:
        """The icon of that name in the colour of the words of a row, chosen or not."""
        return tinted(name, self.colours.text, self.colours.quiet, self.colours.on_accent)

    def wear(self, appearance: Appearance) -> None:
        """Be light or dark, with high contrast or without, or what the system is."""
        self._appearance = appearance
        # Said to Qt as well, for what it paints by the system's hand: frames, file dialogs.
        if appearance is Appearance.SYSTEM:
            self._hints.setColorScheme(Qt.ColorScheme.Unknown)
        else:
            dark = appearance.dark
            self._hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._follow()

    def reading_font(self, step: int = 0) -> QFont:
        """The book's serif, for reading and writing."""
        font = QFont(self._serif)
        font.setPointSizeF(max(QGuiApplication.font().pointSizeF(), 10) + 2 + step)
        font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
        return font

    @cached_property
    def _serif(self) -> list[str]:
        folder = _ROOT / "fonts" / "source-serif-4"
        for face in _SERIF:
            QFontDatabase.addApplicationFont(str(folder / f"{face}.ttf"))
        return ["Source Serif 4", "Noto Serif CJK SC", "Noto Sans SC"]

    def _follow(self) -> None:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        if self._appearance is not Appearance.SYSTEM:
            dark = self._appearance.dark
        self._dress(dark=dark)

    def _dress(self, *, dark: bool) -> None:
        self._dark = dark
        palette = palette_of(self.colours)
        QApplication.setPalette(palette)
        edged = QPalette(palette)
        # Fusion draws the edges of controls in the colour of the window, made darker.
        edged.setColor(QPalette.ColorRole.Window, QColor(self.colours.edge).lighter(_DARKER))
        for kind in (*_FIELDS, *_EDGED):
            stands_out = kind in _FIELDS or self.high_contrast
            # PySide says that it takes bytes, and refuses them.
            QApplication.setPalette(edged if stands_out else palette, kind)  # type: ignore[arg-type]
        self._app.setStyleSheet(_style_sheet(self.colours, dark=dark))
        self.changed.emit()


def _have_chinese() -> None:
    """See to it that Chinese shows everywhere, also on a machine without a font for it."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        font = _ROOT / "fonts" / "noto-sans-sc" / "NotoSansSC-Regular.ttf"
        QFontDatabase.addApplicationFont(str(font))


def _style_sheet(colours: Colours, *, dark: bool) -> str:
    """The one style sheet, with the colours in place of their names."""
    text = (_ROOT / "style" / "window.qss").read_text("utf-8")
    for name in Colours.__slots__:
        value = getattr(colours, name)
        if isinstance(value, str):
            text = text.replace(f"@{name};", f"{value};").replace(f"@{name} ", f"{value} ")
    for name in ("tick", "dash"):
        drawing = _ROOT / "style" / f"{name}-{'dark' if dark else 'light'}.svg"
        text = text.replace(f"@{name})", f"{drawing.as_posix()})")
    return text
