"""The middle column while a generated part is shown: there is nothing to write in it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.things import TabKind
from ui.context import Context
from ui.names import name_of
from ui.widgets.empty import EmptyPanel


class PartPage(QWidget):
    """What a generated part is made from."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._panel = EmptyPanel("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)

    def show_part(self, kind: TabKind) -> None:
        """Say where a part comes from."""
        _ = self._context.gettext
        words = {
            TabKind.COVER: _("Made from the book’s title and the meeting, which are in Overview."),
            TabKind.CONTENTS: _("Made from the tabs in their order. Drag tabs in the outline."),
            TabKind.COMMITMENTS: _("Made from all commitments of the book, topic by topic."),
            TabKind.ACRONYMS: _("Made from the acronyms that the book uses and spells out."),
            TabKind.SOURCES: _("Made from the sources, with the passages that the book cites."),
        }
        self._panel.say(name_of(kind, _), words.get(kind, ""))
