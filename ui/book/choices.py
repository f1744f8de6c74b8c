"""What a note's choosers offer: formats, topics, languages, markings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from briefing.markings import load_scheme
from briefing.templates import Template, load_templates
from briefing.things import Topic, topics_in_order
from exports.wording import Word
from ui.context import Context
from ui.speech import Speech
from ui.words import LANGUAGES

Choice = tuple[str, str]
"""(what is kept, what is shown)."""


@cache
def templates() -> dict[str, Template]:
    """The formats of notes that are on this machine."""
    return load_templates()


def template_choices(context: Context, kept: str) -> list[Choice]:
    """Formats by name; one that is not on this machine is listed where a note has it."""
    found = [(name, one.title(context.speech.lang)) for name, one in templates().items()]
    found.sort(key=lambda choice: choice[1].casefold())
    return found if kept in templates() or not kept else [*found, (kept, kept)]


def pages_said(pages: int, most: int, speech: Speech) -> str:
    """How long a note is against the pages that its format allows, if it sets any."""
    if not most:
        return speech.ngettext("{n} page", "{n} pages", pages).format(n=pages)
    form = speech.ngettext("{n} of {most} page", "{n} of {most} pages", most)
    return ("▲ " if pages > most else "") + form.format(n=pages, most=most)


def topic_choices(context: Context, topics: Iterable[Topic]) -> list[Choice]:
    """Topics as their tree reads, those below others set in."""
    topics = list(topics)
    above = {topic.uid: topic.parent for topic in topics}
    return [
        ("", context.gettext("No topic")),
        *((t.uid, f"{'   ' * _depth(t.uid, above)}{t.name}") for t in topics_in_order(topics)),
    ]


def _depth(uid: str, above: dict[str, str | None]) -> int:
    depth, parent = 0, above.get(uid)
    while parent is not None:
        depth, parent = depth + 1, above.get(parent)
    return depth


def language_choices(context: Context) -> Iterator[Choice]:
    """The languages that notes are written in."""
    words = {"en": Word.LANG_EN, "fr": Word.LANG_FR, "zh": Word.LANG_ZH}
    for lang in LANGUAGES:
        yield lang, context.speech.wording.say(words[lang])


def marking_choices(context: Context, kept: str) -> list[Choice]:
    """The levels of the book's scheme, and one of another scheme where a note has it."""
    scheme = load_scheme(context.session.book.scheme)
    names = [level.name for level in scheme.levels]
    levels = [(name, scheme.printed(name, context.speech.lang)) for name in names]
    if kept and kept not in names:
        levels.append((kept, kept))
    return [("", context.gettext("No marking")), *levels]
