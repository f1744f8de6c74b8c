"""Footnotes: where words come from, numbered from 1 in each part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.anchor import Anchor
from briefing.things import Passage, Repair, Source
from exports.compose.desk import Desk
from exports.tree import FootnoteCall, Link, Text
from exports.wording import Word


class Footnotes:
    """The footnotes of one part."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._count = 0
        self._named: set[str] = set()

    def call(self, note: Sequence[Text | Link], lang: str = "") -> FootnoteCall:
        """A call of the next footnote."""
        self._count += 1
        return FootnoteCall(number=self._count, note=tuple(note), lang=lang)

    def titled(self, words: str) -> tuple[Text, ...]:
        """The plain words of a footnote, with titles set as in a citation where one begins so."""
        pieces, at = [], 0
        for found in self._desk.cited_titles.finditer(words):
            pieces.append(Text(text=words[at : found.start()]))
            lang = _other(self._desk.title_langs[found.group()], self._desk.lang)
            pieces.append(Text(text=found.group(), italic=True, lang=lang))
            at = found.end()
        return tuple(piece for piece in (*pieces, Text(text=words[at:])) if piece.text)

    def cite(self, anchors: Iterable[Anchor], repairs: Sequence[Repair] = ()) -> FootnoteCall:
        """A footnote that names the source and passage of each anchor."""
        note: list[Text | Link] = []
        for anchor in anchors:
            if note:
                note.append(Text(text="; "))
            note.extend(self._citation(anchor))
        note.append(Text(text="."))
        note.extend(self._supplied(repair) for repair in repairs)
        return self.call(note)

    def _citation(self, anchor: Anchor) -> Iterable[Text | Link]:
        """`Title, Issuer, 23 February 2021, “Section”, para. 7`, leading to the passage."""
        desk = self._desk
        desk.cited[anchor.passage] = None
        words = citation_words(desk, anchor, short=anchor.source in self._named)
        self._named.add(anchor.source)
        if desk.links:
            yield Link(words=words, target=anchor.passage)
        else:
            yield from words

    def _supplied(self, repair: Repair) -> Text:
        say = self._desk.wording.say
        source = self._desk.whole.find(Source, repair.evidence.source if repair.evidence else None)
        origin = source.title if source else repair.remark
        sentence = say(Word.REPAIRED_FROM, source=origin) if origin else say(Word.REPAIRED)
        return Text(text=f" {sentence}")


def citation_words(desk: Desk, anchor: Anchor, *, short: bool = False) -> tuple[Text, ...]:
    """The words that name a source and a passage of it.

    Short where the part has named the source before: its title and the passage are enough.
    """
    whole, wording = desk.whole, desk.wording
    source = whole.get(Source, anchor.source)
    rest: list[str] = []
    if source.issuer and not short:
        rest.append(source.issuer)
    if source.issued is not None and not short:
        rest.append(wording.day(source.issued))
    passage = whole.find(Passage, anchor.passage)
    heading = whole.find(Passage, passage.section) if passage else None
    place: list[Text] = []
    if heading is not None and not short:
        section = wording.say(Word.SECTION, section=heading.text)
        place.append(Text(text=f", {section}", lang=_other(heading.lang, desk.lang)))
    number = whole.number_of.get(anchor.passage)
    if number is not None:
        place.append(Text(text=", " + wording.say(Word.PARAGRAPH, number=number)))
    title_lang = _other(source.langs[0] if source.langs else "", desk.lang)
    middle = "".join(f", {words}" for words in rest)
    return (
        Text(text=source.title, italic=True, lang=title_lang),
        *((Text(text=middle),) if middle else ()),
        *place,
    )


def _other(lang: str, book: str) -> str:
    return lang if lang != book else ""
