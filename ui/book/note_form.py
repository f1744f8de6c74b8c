"""Which sections a note shows: those of its format, then those that the format does not know."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.prose import Prose
from briefing.templates import TemplateSection
from briefing.things import Note
from ui.book.choices import templates


def wanted_sections(
    note: Note, written: Mapping[str, Prose]
) -> list[tuple[str, TemplateSection | None]]:
    """Names and what the format says of them; no word is left out that somebody wrote."""
    template = templates().get(note.template)
    known = template.sections if template else ()
    names = {section.name for section in known}
    strays = [name for name, body in written.items() if name not in names and body]
    return [*((section.name, section) for section in known), *((name, None) for name in strays)]


def title_of_stray(name: str, lang: str) -> str:
    """What another format calls a section that the note's own does not know; else its bare name."""
    others = (section for template in templates().values() for section in template.sections)
    return next((section.title(lang) for section in others if section.name == name), name)
