"""The workspace named Sources."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.places import Room
from ui.workspace import Workspace


class SourcesWorkspace(Workspace):
    """To be built."""

    room = Room.SOURCES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
