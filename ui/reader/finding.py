"""Finds words in the reading text: the bar, the washes and the way from one to the next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.context import Context
from ui.reader.find import Finder
from ui.reader.find_bar import FindBar
from ui.reader.opened import OpenSource
from ui.reader.paper import Spot
from ui.reader.view import ReadingText


class Finding(QObject):
    """Answers the find bar of one reader."""

    def __init__(self, context: Context, text: ReadingText, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text
        self._bar = bar
        self._source: OpenSource | None = None
        self._finder: Finder | None = None
        self._at = 0
        bar.looked_for.connect(self.look_for)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.end)
        context.actions.on("reader.find", self.begin)
        context.actions.on("reader.find-next", lambda: self.step(1))
        context.actions.on("reader.find-previous", lambda: self.step(-1))

    def take(self, source: OpenSource | None) -> None:
        """The source that lies open, as it is now."""
        same = source is not None and self._source is not None
        if not same or source.passages is not self._source.passages:  # type: ignore[union-attr]
            self._finder = None
        self._source = source
        if self._bar.isVisible():
            self._look_for(self._bar.words)

    def begin(self) -> None:
        """Open the bar with what is selected."""
        words = self._text.textCursor().selectedText()
        self._bar.open("" if "\u2029" in words else words)

    def look_for(self, words: str) -> None:
        """Show the first answer from where one is."""
        self._look_for(words)
        spot = self._text.spot_at_top() if self._text.textCursor().atStart() else None
        spot = self._text.cursor_spot() or spot
        if self._finder is not None and self._source is not None and self._finder.count:
            place_of = self._source.place_of
            place, at = (place_of[spot.passage], spot.at) if spot else (0, 0)
            self._go(self._finder.number_at(place, at, place_of) % self._finder.count)

    def step(self, by: int) -> None:
        """Show the next answer (1) or the one before (-1); after the last comes the first."""
        if self._finder is None or not self._finder.count:
            self.begin()
        elif self._finder.count:
            self._go((self._at + by) % self._finder.count)

    def end(self) -> None:
        """Look for nothing, with the last answer selected."""
        if self._finder is not None:
            self._finder.look_for("")
        self._text.set_found(None)
        self._text.setFocus()

    def _look_for(self, words: str) -> None:
        if self._source is None:
            return
        if self._finder is None:
            self._finder = Finder(self._source.passages)
        self._finder.look_for(words)
        self._text.set_found(self._finder.spans)
        self._bar.show_count(0, self._finder.count)

    def _go(self, number: int) -> None:
        answer = None if self._finder is None else self._finder.answer(number)
        if answer is None or self._finder is None:
            return
        self._at = number
        self._bar.show_count(number + 1, self._finder.count)
        spot = Spot(answer.passage, answer.start)
        if not self._text.sees(spot):
            self._text.scroll_to(spot)
        self._text.select(answer)
