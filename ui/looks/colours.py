"""Colours by the role that they play, for light and for dark windows, and for high contrast.

Each is told apart from the ground it stands on by 4.5:1 at least, which a test holds, and none of
them says anything alone: a word or a symbol says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours that a pane may use besides those of the palette."""

    ground: str
    """The paper of reader and editor."""
    window: str
    raised: str
    """Cards and bars that lie on the window."""
    line: str
    """Hairlines between panes."""
    edge: str
    """The border of what can be typed into; told from the ground by 3:1."""
    text: str
    quiet: str
    """Words of lesser weight."""
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str
    candidate: str
    """The dashed line under a candidate."""
    commitment: str
    """The solid line under a commitment."""
    annotation: str
    wash: str
    """A light ground for what is chosen in a text."""
    found: str
    """A ground for words that were searched for; text stays readable on it."""
    topics: tuple[str, ...]
    """Swatches for topics, told apart by colour-blind eyes (after Okabe and Ito)."""


LIGHT = Colours(
    ground="#ffffff",
    window="#f5f4f1",
    raised="#fcfbf9",
    line="#d9d6cf",
    edge="#8a867d",
    text="#1d1d1f",
    quiet="#5c5a55",
    accent="#1f5a8c",
    on_accent="#ffffff",
    good="#2c6e49",
    warn="#8a5a00",
    bad="#a4262c",
    candidate="#8a5a00",
    commitment="#1f5a8c",
    annotation="#6b4c9a",
    wash="#e4edf6",
    found="#ffe9a8",
    topics=(
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00", "#56b4e9", "#7a4b9e", "#666666",
    ),
)  # fmt: skip
DARK = Colours(
    ground="#1b1c1e",
    window="#232427",
    raised="#2b2c30",
    line="#404247",
    edge="#7d8088",
    text="#eceae6",
    quiet="#b0ada6",
    accent="#84b8e6",
    on_accent="#10202e",
    good="#86cfa4",
    warn="#e5b45a",
    bad="#f2938f",
    candidate="#e5b45a",
    commitment="#84b8e6",
    annotation="#c3a6ea",
    wash="#2a3a4a",
    found="#5c4a12",
    topics=(
        "#56b4e9", "#e69f00", "#2cc49a", "#e0a0c4", "#f0e442", "#7fb2e5", "#b795d6", "#b0b0b0",
    ),
)  # fmt: skip

CONTRAST_LIGHT = replace(
    LIGHT,
    ground="#ffffff",
    window="#ffffff",
    raised="#ffffff",
    line="#000000",
    edge="#000000",
    text="#000000",
    quiet="#1a1a1a",
    accent="#003a75",
    good="#00461f",
    warn="#573600",
    bad="#8a0010",
    candidate="#573600",
    commitment="#003a75",
    annotation="#46207a",
    wash="#d6e6f5",
    found="#ffe27a",
)
CONTRAST_DARK = replace(
    DARK,
    ground="#000000",
    window="#000000",
    raised="#262626",
    line="#ffffff",
    edge="#ffffff",
    text="#ffffff",
    quiet="#e6e6e6",
    accent="#9ad2ff",
    on_accent="#000000",
    good="#8af0b4",
    warn="#ffd166",
    bad="#ffb0ab",
    candidate="#ffd166",
    commitment="#9ad2ff",
    annotation="#d9c2ff",
    wash="#12324d",
    found="#5a4300",
)


def colours_for(*, dark: bool, contrast: bool) -> Colours:
    """The colours for light or dark windows, plain or where the system asks for high contrast."""
    if contrast:
        return CONTRAST_DARK if dark else CONTRAST_LIGHT
    return DARK if dark else LIGHT


def palette_of(colours: Colours) -> QPalette:
    """The palette that Qt's own controls paint with."""
    palette = QPalette(QColor(colours.window), QColor(colours.window))
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.ground),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.bad),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.annotation),
        (role.PlaceholderText, colours.quiet),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Light, colours.raised),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.line),
    ):
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(_between(colours)))
    return palette


def _between(colours: Colours) -> str:
    """What cannot be used now: seen, and set back."""
    text, ground = QColor(colours.quiet), QColor(colours.window)
    mixed = QColor(
        (text.red() * 2 + ground.red()) // 3,
        (text.green() * 2 + ground.green()) // 3,
        (text.blue() * 2 + ground.blue()) // 3,
    )
    return mixed.name()
