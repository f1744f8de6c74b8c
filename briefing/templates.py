"""The formats that notes follow: data files that a user may copy and change.

A template is a TOML file. It names its sections, their order, titles and hints in each language,
their limits in words, and what a draft puts into them. `resources/templates/notes/` has those that
come with the program; files of the same form in a folder of the user's own are added, and one of
the same name takes the place of ours.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from briefing.errors import TemplateBroken


class Draws(StrEnum):
    """What a draft puts into a section."""

    NOTHING = "nothing"
    COMMITMENTS = "commitments"
    EXTRACTS = "extracts"
    STATUS = "status"
    NEXT_STEPS = "next steps"
    BACKGROUND = "background"
    TALKING_POINTS = "talking points"
    SENSITIVITIES = "sensitivities"
    QUESTIONS = "questions"


class SectionKind(StrEnum):
    """What a section is on the page."""

    PROSE = "prose"
    MEETING = "meeting"
    """The header block: who, when, where, in which language; filled from the meeting."""
    LEAD = "lead"
    """The bottom line, set so that a tired reader sees it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSection:
    """One section of a template."""

    name: str
    titles: dict[str, str]
    hints: dict[str, str]
    kind: SectionKind = SectionKind.PROSE
    words: int = 0
    """The limit; 0 for none."""
    points: int = 0
    """How many items a list in it may have; 0 for any number."""
    needed: bool = False
    draws: Draws = Draws.NOTHING
    side: str = ""
    """Of a commitments table: "ours", "theirs", "joint" or "" for all."""
    handling: str = ""
    """"usable" or "internal" for the whole section."""

    def title(self, lang: str) -> str:
        """Its heading in a language, English where it has none."""
        return self.titles.get(lang) or self.titles["en"]

    def hint(self, lang: str) -> str:
        """What belongs into it, for whoever writes it."""
        return self.hints.get(lang) or self.hints.get("en", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A format of note."""

    name: str
    titles: dict[str, str]
    sections: tuple[TemplateSection, ...]
    pages: int = 0
    """How long a note should be at most; 0 for any length."""
    numbered: bool = False
    """Whether its paragraphs carry numbers."""

    def title(self, lang: str) -> str:
        """What the format is called, English where it has no name in the language."""
        return self.titles.get(lang) or self.titles["en"]


def load_templates(folders: Iterable[Path] = ()) -> dict[str, Template]:
    """Every template by name: ours, then those of the user's folders. Raises TemplateBroken."""
    files: list[Traversable] = _ours()
    for folder in folders:
        files.extend(sorted(folder.glob("*.toml")))
    found = [_template(file) for file in files]
    return {template.name: template for template in found}


def _ours() -> list[Traversable]:
    folder = resources.files("resources").joinpath("templates", "notes")
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    )


def _template(file: Traversable) -> Template:
    try:
        data = tomllib.loads(file.read_text("utf-8"))
        sections = tuple(_section(section) for section in data.pop("section"))
        template = Template(name=file.name.removesuffix(".toml"), sections=sections, **data)
        _ = template.title("en")
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateBroken(Path(file.name), f"{type(error).__name__}: {error}") from error
    return template


def _section(data: dict[str, Any]) -> TemplateSection:
    known = dict(data)
    known["draws"] = Draws(known.get("draws", Draws.NOTHING))
    known["kind"] = SectionKind(known.get("kind", SectionKind.PROSE))
    known.setdefault("hints", {})
    section = TemplateSection(**known)
    _ = section.title("en")
    return section
