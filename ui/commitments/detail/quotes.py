"""The words that a commitment rests on, in every version, each one step from its place."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.anchor import Anchor
from briefing.things import Commitment
from ui.commitments.detail.parts import button, card, empty, heading, plain, quiet, row
from ui.commitments.names import Names
from ui.context import Context


class Quotes(QWidget):
    """A card for each source and language."""

    wanted = Signal(str)  # the uid of a passage

    def __init__(self, context: Context, names: Names) -> None:
        super().__init__()
        self._context = context
        self._names = names
        self._shown: tuple[Anchor, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(context.gettext("In the sources")))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(4)
        column.addLayout(self._cards)

    def show_commitment(self, commitment: Commitment) -> None:
        """Show the quotes of a commitment."""
        if commitment.anchors == self._shown:
            return
        self._shown = commitment.anchors
        self.rebuild()

    def rebuild(self) -> None:
        """Show them anew, as names and colours are now."""
        empty(self._cards)
        _ = self._context.gettext
        by_version: dict[tuple[str, str], list[Anchor]] = defaultdict(list)
        for anchor in self._shown or ():
            by_version[anchor.source, anchor.lang].append(anchor)
        for anchors in by_version.values():
            self._cards.addWidget(self._card(anchors))
        if not by_version:
            self._cards.addWidget(quiet(_("It rests on no words of a source.")))

    def _card(self, anchors: list[Anchor]) -> QWidget:
        _ = self._context.gettext
        frame, column = card()
        first = anchors[0]
        title = self._names.sources.get(first.source, "")
        lang = _language(first.lang, self._context)
        go = button(
            self._context,
            _("Go to the place in “{source}”, {language}").format(source=title, language=lang),
            "sources",
            lambda: self.wanted.emit(first.passage),
            bare=True,
        )
        column.addLayout(row(quiet(" · ".join(filter(None, (title, lang)))), go, stretch=0))
        words = plain(" […] ".join(anchor.quote for anchor in anchors))
        words.setFont(self._context.look.reading_font(-1))
        column.addWidget(words)
        return frame


def _language(lang: str, context: Context) -> str:
    return context.speech.wording.named("lang", lang) if lang in {"en", "fr", "zh"} else lang
