"""The marks that Word puts before list items and does not write into the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from briefing.intake.readers.word_package import WordPackage
from briefing.intake.readers.word_styles import W, value

_HAN = "〇一二三四五六七八九"
_ROMAN = (
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST = {"Roman": 3000, "Han": 99}
"""Items that such a number is worked out for."""


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str
    start: int


class Lists:
    """Counts the items of each list, and gives each its mark."""

    def __init__(self, package: WordPackage) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._list_of: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        tree = package.part("numbering.xml")
        if tree is None:
            return
        for node in tree.iter(f"{W}abstractNum"):
            levels = {
                int(level.get(f"{W}ilvl") or 0): _Level(
                    value(level, "numFmt"), value(level, "lvlText"), _number(value(level, "start"))
                )
                for level in node.iter(f"{W}lvl")
            }
            self._levels[node.get(f"{W}abstractNumId") or ""] = levels
        for node in tree.iter(f"{W}num"):
            self._list_of[node.get(f"{W}numId") or ""] = value(node, "abstractNumId")

    def mark(self, list_id: str, depth: int) -> str:
        """The mark of the next item; "" if the paragraph is in no list."""
        abstract = self._list_of.get(list_id)
        level = self._levels.get(abstract or "", {}).get(depth)
        if abstract is None or level is None:
            return ""
        if level.form == "none":
            return ""
        if level.form == "bullet":
            return level.pattern if level.pattern.isprintable() and level.pattern != "o" else "•"
        self._count(abstract, depth, level)
        return self._filled(abstract, level.pattern)

    def _count(self, abstract: str, depth: int, level: _Level) -> None:
        counts = self._counts[abstract]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]

    def _filled(self, abstract: str, pattern: str) -> str:
        levels, counts = self._levels[abstract], self._counts[abstract]
        for depth, level in levels.items():
            count = counts.get(depth, level.start)
            pattern = pattern.replace(f"%{depth + 1}", _written(count, level.form))
        return pattern.strip()


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 1


def _written(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "lowerLetter" else letter.upper()
    if form in {"lowerRoman", "upperRoman"} and count <= _MOST["Roman"]:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    if form.startswith(("chinese", "ideograph", "taiwanese", "japanese")) and count <= _MOST["Han"]:
        return _han(count)
    return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        written += letters * times
    return written


def _han(count: int) -> str:
    tens, ones = divmod(count, 10)
    ten = ("" if tens == 1 else _HAN[tens]) + "十" if tens else ""
    return ten + (_HAN[ones] if ones or not tens else "")
