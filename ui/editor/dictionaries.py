"""Dictionaries of spelling that are found on this computer, and what they say of a text.

They are Hunspell's, of which every office suite brings some. Where there is none for a language,
nothing is said of its words. Nothing here knows of windows, so that a thread may do it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from briefing.store import data_home
from briefing.text import HAN

try:
    import hunspell
except ImportError:  # a computer for which nobody has built it
    hunspell = None

_PREFERRED = {
    "en": ("en_CA", "en_GB", "en_US"),
    "fr": ("fr_CA", "fr_FR", "fr", "fr-toutesvariantes", "fr-classique"),
}
_WORD = re.compile(rf"(?:(?![{HAN}])[^\W\d_])+(?:['’\-‐](?:(?![{HAN}])[^\W\d_])+)*")
_ADDRESS = re.compile(r"\S*(?:://|@|www\.)\S*")
_BRITISH = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"our(?=$|s|e|i|a|l|f|h)", "or"),
        (r"is(?=e|a|i)", "iz"),
        (r"ys(?=e|i)", "yz"),
        (r"tre(?=$|s|d)", "ter"),
        (r"nce(?=$|s)", "nse"),
        (r"ll(?=e|i)", "l"),
        (r"l(?=$|s|ment)", "ll"),
        (r"ogue(?=$|s)", "og"),
        (r"amme(?=$|s)", "am"),
        (r"ae|oe", "e"),
        (r"dgement", "dgment"),
    )
)
"""What makes an American word of a British one; tried where only the American book is there."""
_SUGGESTED = 5
_OWN = "own-words.txt"


@dataclass(frozen=True, slots=True)
class Found:
    """A dictionary's place: its folder, and the name that its two files share."""

    folder: Path
    name: str
    bundled: bool = False


def own_folder() -> Path:
    """Where the user puts dictionaries, and where own words are kept."""
    return data_home() / "dictionaries"


def find(lang: str) -> Found | None:
    """The dictionary of a language: the user's first, then the system's, then our own."""
    places = [*_folders()]
    for folder in places:
        for name in (*_PREFERRED.get(lang, ()), *_others(folder, lang)):
            if (folder / f"{name}.aff").is_file() and (folder / f"{name}.dic").is_file():
                return Found(folder, name)
    if lang == "en" and hunspell is not None:
        return Found(Path(hunspell.__file__).parent / "dictionaries", "en_US", bundled=True)
    return None


def _folders() -> Iterator[Path]:
    yield own_folder()
    given = os.environ.get("DICPATH", "")
    yield from (Path(one) for one in given.split(os.pathsep) if one)
    if sys.platform == "darwin":
        yield from (Path.home() / "Library" / "Spelling", Path("/Library/Spelling"))
    elif sys.platform != "win32":
        yield Path.home() / ".local" / "share" / "hunspell"
        for folder in ("hunspell", "myspell", "myspell/dicts"):
            yield from (Path("/usr/local/share") / folder, Path("/usr/share") / folder)


def _others(folder: Path, lang: str) -> list[str]:
    return sorted(file.stem for file in folder.glob(f"{lang}[_-]*.aff"))


class Dictionary:
    """One language's words; may be asked from any thread."""

    def __init__(self, found: Found) -> None:
        self._lock = Lock()
        self._bundled = found.bundled
        self._words: Any = hunspell.Hunspell(found.name, hunspell_data_dir=str(found.folder))

    @classmethod
    def of(cls, lang: str) -> Dictionary | None:
        """The dictionary of a language; None if there is none that can be read."""
        found = find(lang) if hunspell is not None else None
        try:
            return cls(found) if found is not None else None
        except OSError:
            return None  # of an encoding or in a place that Hunspell cannot read

    def knows(self, word: str) -> bool:
        """Whether a word is right: as it is, without an elided article, or part by part."""
        plain = bare(word).replace("‐", "-")
        return self._has(plain) or any(
            all(self._has(part) for part in plain.split(mark) if len(part) > 1)
            for mark in "-'"
            if mark in plain
        )

    def suggest(self, word: str) -> list[str]:
        """Words that may be meant, the likeliest first."""
        try:
            with self._lock:
                return list(self._words.suggest(word.replace("’", "'")))[:_SUGGESTED]
        except UnicodeError:
            return []

    def _has(self, word: str) -> bool:
        try:
            with self._lock:
                return bool(self._words.spell(word)) or (self._bundled and self._has_abroad(word))
        except UnicodeError:
            return True  # letters that the dictionary's language does not have

    def _has_abroad(self, word: str) -> bool:
        return any(
            changed != word and self._words.spell(changed)
            for british, american in _BRITISH
            for changed in (british.sub(american, word),)
        )


def words_in(text: str) -> Iterator[tuple[int, str]]:
    """The words of a text that have a spelling, each with its place: no acronyms, no addresses."""
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _WORD.finditer(text):
        word = match.group()
        start = match.start()
        inside = any(first <= start < last for first, last in addresses)
        beside = text[start - 1 : start].isdigit() or text[match.end() : match.end() + 1].isdigit()
        if len(word) > 1 and not inside and not beside and not _is_acronym(word):
            yield start, word


def _is_acronym(word: str) -> bool:
    return sum(char.isupper() for char in word) > 1


def bare(word: str) -> str:
    """A word with a straight apostrophe, and without the English mark of what is owned."""
    return word.replace("’", "'").removesuffix("'s")


def own_words() -> set[str]:
    """The words that the user has added."""
    try:
        return set((own_folder() / _OWN).read_text("utf-8").split("\n")) - {""}
    except OSError:
        return set()


def add_own(word: str) -> None:
    """Add a word to the user's own."""
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _OWN).open("a", encoding="utf-8") as file:
        file.write(f"{word}\n")
