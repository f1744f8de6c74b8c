"""The middle column while a generated part is shown: there is nothing to write in it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from briefing.things import Meeting, TabKind
from ui.context import Context
from ui.names import name_of
from ui.places import Place, Room
from ui.widgets.empty import EmptyPanel

_MADE_IN = {
    TabKind.COVER: Place(Room.OVERVIEW, Meeting),
    TabKind.COMMITMENTS: Place(Room.COMMITMENTS),
    TabKind.SOURCES: Place(Room.SOURCES),
}


class PartPage(QWidget):
    """What a generated part is made from, and the way there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._place: Place | None = None
        self._panel = EmptyPanel("", "")
        self._go: QPushButton = self._panel.add_button("")
        self._go.clicked.connect(self._on_go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._panel)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self._go]

    def show_part(self, kind: TabKind) -> None:
        """Say where a part comes from."""
        _ = self._context.gettext
        words = {
            TabKind.COVER: _("Made from the book’s title and its meeting."),
            TabKind.CONTENTS: _("Made from the tabs in their order. Drag tabs in the outline."),
            TabKind.COMMITMENTS: _("Made from all commitments of the book, topic by topic."),
            TabKind.ACRONYMS: _("Made from the acronyms that the book uses and spells out."),
            TabKind.SOURCES: _("Made from the sources, with the passages that the book cites."),
        }
        ways = {
            TabKind.COVER: _("Edit the meeting in the overview"),
            TabKind.COMMITMENTS: _("Open the register of commitments"),
            TabKind.SOURCES: _("Open the sources"),
        }
        self._panel.say(name_of(kind, _), words.get(kind, ""))
        self._place = _MADE_IN.get(kind)
        self._go.setText(ways.get(kind, ""))
        self._go.setVisible(self._place is not None)

    def _on_go(self) -> None:
        if self._place is not None:
            self._context.places.go(self._place)
