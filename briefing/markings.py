"""Protective markings: schemes kept as data, from the least level to the highest."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from briefing.errors import Refused, TemplateBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of a scheme, and the words that are printed for it."""

    name: str
    words: dict[str, str]

    def printed(self, lang: str) -> str:
        """The words on the page; the scheme's own language where it has no others."""
        return self.words.get(lang) or self.words.get("en", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A marking scheme."""

    name: str
    titles: dict[str, str]
    levels: tuple[Level, ...]
    """From the least to the highest."""
    at_foot: bool = True
    """Whether the marking stands at the foot of each page too."""

    def level(self, name: str) -> Level | None:
        """The level of that name; None for no marking. Refused where there is no such level."""
        if not name:
            return None
        for level in self.levels:
            if level.name == name:
                return level
        raise Refused("none-named", name)

    def rank(self, name: str) -> int:
        """How high a level is, from 1; 0 for no marking; above all others where unknown.

        A level that the scheme does not know came from another scheme: it must not pass unseen.
        """
        if not name:
            return 0
        names = [level.name for level in self.levels]
        return names.index(name) + 1 if name in names else len(names) + 1

    def highest(self, names: Iterable[str]) -> str:
        """The highest of some levels, "" for none."""
        return max(names, key=self.rank, default="")

    def printed(self, name: str, lang: str) -> str:
        """The words for a level; its bare name where the scheme does not know it."""
        for level in self.levels:
            if level.name == name:
                return level.printed(lang)
        return name.upper()


def scheme_names() -> list[str]:
    """The schemes that come with the program."""
    folder = resources.files("resources").joinpath("markings")
    files = (file.name for file in folder.iterdir())
    return sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml"))


def load_scheme(name: str) -> Scheme:
    """The scheme of that name. Refused where there is none."""
    if name not in scheme_names():
        raise Refused("none-named", name)
    file = resources.files("resources").joinpath("markings", f"{name}.toml")
    try:
        data = tomllib.loads(file.read_text("utf-8"))
        levels = tuple(Level(**level) for level in data.pop("level", ()))
        return Scheme(name=name, levels=levels, **data)
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateBroken(Path(f"{name}.toml"), f"{type(error).__name__}: {error}") from error
