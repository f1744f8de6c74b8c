"""Roles under which models hand out more than what is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt

UID = Qt.ItemDataRole.UserRole
"""The uid of the thing in a row."""
