"""The passage that a commitment rests on, in a card that goes away by itself."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.anchor import Anchor
from briefing.things import Commitment, Passage
from ui.commitments.names import Names
from ui.context import Context

_WIDTH = 520
_HEIGHT = 300


class PreviewCard(QFrame):
    """The passages with the quotes marked. Space, Escape and a click elsewhere put it away."""

    wanted = Signal(str)  # the uid of a passage to go to
    away = Signal()

    def __init__(self, context: Context, names: Names, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self._context = context
        self._names = names
        self._passage = ""
        self.setAccessibleName(context.gettext("The passage"))
        self._words = QLabel(wordWrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words.setContentsMargins(4, 4, 12, 4)
        area = QScrollArea(widgetResizable=True)
        area.setWidget(self._words)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hint = QLabel(context.gettext("Enter goes to the place in the source; Space closes"))
        hint.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.addWidget(area)
        column.addWidget(hint)

    def show_commitment(self, commitment: Commitment, at: QPoint) -> None:
        """Show the passages of a commitment below a point of the screen."""
        parts = [self._part(anchor) for anchor in commitment.anchors]
        nothing = self._context.gettext("It rests on no words of a source.")
        self._words.setFont(self._context.look.reading_font(-1))
        self._words.setText("".join(parts) or f"<p>{escape(nothing)}</p>")
        self._passage = commitment.anchors[0].passage if commitment.anchors else ""
        self.resize(self._fitting())
        self.move(self._inside(at))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def text(self) -> str:
        """What is shown, as HTML."""
        return self._words.text()

    def _part(self, anchor: Anchor) -> str:
        passage = self._context.session.store.find(Passage, anchor.passage)
        colours = self._context.look.colours
        title = escape(self._names.sources.get(anchor.source, ""))
        head = f'<p style="color:{colours.quiet}; margin-bottom:2px">{title}</p>'
        text = passage.text if passage else anchor.quote
        start, end = (anchor.start, anchor.end) if passage else (0, len(text))
        return (
            f'{head}<p style="margin-top:0">{escape(text[:start])}'
            f'<span style="background:{colours.found}">{escape(text[start:end])}</span>'
            f"{escape(text[end:])}</p>"
        )

    def _fitting(self) -> QSize:
        wanted = self._words.heightForWidth(_WIDTH - 40) + 60
        return QSize(_WIDTH, min(max(wanted, 100), _HEIGHT))

    def _inside(self, at: QPoint) -> QPoint:
        room = self.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        below = at.y() + self.height() <= room.bottom()
        return QPoint(x, at.y() if below else max(room.top(), room.bottom() - self.height()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space | Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._passage:
                self.hide()
                self.wanted.emit(self._passage)
            case _:
                super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()
