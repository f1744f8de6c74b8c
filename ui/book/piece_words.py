"""Pieces of material in words: what they say, and where they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.store import BookStore
from briefing.things import Book, Topic
from exports.wording import Word
from ui.book.pieces import Piece, PieceKind
from ui.speech import Speech


@dataclass
class PieceWords:
    """Says pieces in the language of the window, with the numbers that the book prints."""

    speech: Speech
    book: str = ""
    """Its title."""
    titles: dict[str, str] = field(default_factory=dict)
    """Of sources."""
    topics: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    """Of passages."""

    def read(self, store: BookStore) -> None:
        """Look up what sources and topics are called."""
        self.book = store.all(Book)[0].title
        self.titles = store.source_titles()
        self.topics = {topic.uid: topic.name for topic in store.all(Topic)}

    def number(self, store: BookStore, pieces: Iterable[Piece]) -> None:
        """Look up the numbers of the passages that pieces come from."""
        cited = {piece.anchor.passage for piece in pieces if piece.anchor} - self.numbers.keys()
        self.numbers |= store.passage_numbers(cited)

    def quoted(self, piece: Piece) -> str:
        """What a piece says, with its citation."""
        return f"{self.said(piece)} ({self.origin(piece)})"

    def said(self, piece: Piece) -> str:
        """What a piece says: words of a source, a remark, the caption of a table."""
        _, wording = self.speech.gettext, self.speech.wording
        name = self.topics.get(piece.topic or "", self.book)
        if piece.kind is PieceKind.TABLE:
            words = {
                "": Word.LEDGER_CAPTION,
                "ours": Word.LEDGER_OURS,
                "theirs": Word.LEDGER_THEIRS,
                "joint": Word.LEDGER_JOINT,
            }
            return wording.say(words[piece.side], topic=name)
        if piece.kind is PieceKind.CHART:
            word = Word.CHART_DEADLINES if piece.chart == "deadlines" else Word.CHART_STATUS
            return wording.say(word, topic=name)
        return " ".join(piece.words.split())

    def origin(self, piece: Piece) -> str:
        """Where a piece comes from: a citation, or what kind of material it is."""
        _, wording = self.speech.gettext, self.speech.wording
        if piece.anchor is not None:
            title = self.titles.get(piece.anchor.source, "")
            number = self.numbers.get(piece.anchor.passage)
            place = wording.say(Word.PARAGRAPH, number=number) if number else ""
            return ", ".join(filter(None, (title, place)))
        if piece.annotation is not None:
            kind = wording.named("annotation", piece.annotation.kind)
            return _("Annotation: {kind}").format(kind=kind)
        words = {
            PieceKind.TABLE: _("Table, follows the book"),
            PieceKind.CHART: _("Chart, follows the book"),
        }
        return words.get(piece.kind, _("Commitment without words of a source"))
