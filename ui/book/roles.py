"""What the models of this workspace say of a row besides Qt's own roles."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """Values are asked for by these."""

    UID = Qt.ItemDataRole.UserRole + 1
    LABEL = Qt.ItemDataRole.UserRole + 2
    KIND = Qt.ItemDataRole.UserRole + 3
    FACTS = Qt.ItemDataRole.UserRole + 4
    """The line of lesser weight below the title."""
    FAULT = Qt.ItemDataRole.UserRole + 5
    """How grave the gravest fault is, as `Severity`; None where there is none."""
    PIECE = Qt.ItemDataRole.UserRole + 6
    USED = Qt.ItemDataRole.UserRole + 7
