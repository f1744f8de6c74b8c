"""The sources annex: each document as received, and the passages of it that the book cites."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.things import Passage, Source
from exports.compose.desk import Desk
from exports.compose.meeting import fields
from exports.tree import Block, Heading, Paragraph, Text
from exports.wording import Word


def sources_part(desk: Desk) -> Iterator[Block]:
    """Every source, so that each footnote leads to its words."""
    sources = desk.whole.all(Source)
    if not sources:
        yield Paragraph(inlines=(Text(text=desk.wording.say(Word.NO_SOURCES)),))
    for source in sources:
        lang = source.langs[0] if source.langs and source.langs[0] != desk.lang else ""
        yield Heading(level=2, inlines=(Text(text=source.title, lang=lang),), uid=source.uid)
        yield fields(_facts(desk, source), source.title)
        yield from _passages(desk, source)


def _facts(desk: Desk, source: Source) -> list[tuple[str, str]]:
    wording, say = desk.wording, desk.wording.say
    copied = desk.whole.find(Source, source.copy_of)
    langs = [wording.named("lang", lang) for lang in source.langs if lang in {"en", "fr", "zh"}]
    facts = (
        (Word.ISSUER, source.issuer),
        (Word.ISSUED, wording.day(source.issued) if source.issued else ""),
        (Word.INSTRUMENT, wording.named("instrument", source.instrument)),
        (Word.LANGUAGES, wording.listed(langs)),
        (Word.FILE, source.file_name),
        (Word.ADDRESS, source.url),
        (Word.FINGERPRINT, source.original[:16]),
    )
    lines = [(say(word), value) for word, value in facts if value]
    if copied is not None:
        lines.append(("", say(Word.COPY_OF, title=copied.title)))
    return lines


def _passages(desk: Desk, source: Source) -> Iterator[Block]:
    cited = [p for p in desk.whole.passages_of.get(source.uid, ()) if p.uid in desk.cited]
    if cited:
        title = desk.wording.say(Word.CITED_PASSAGES)
        yield Heading(level=3, inlines=(Text(text=title),))
    for passage in cited:
        yield _passage(desk, passage)


def _passage(desk: Desk, passage: Passage) -> Paragraph:
    number = desk.whole.number_of.get(passage.uid)
    return Paragraph(
        inlines=(Text(text=passage.text),),
        number=str(number) if number is not None else "",
        uid=passage.uid,
        lang=passage.lang,
        comments=desk.comments(passage.uid),
    )
