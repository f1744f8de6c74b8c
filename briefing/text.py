"""The lowest room: what is done to text alike wherever it comes from.

Offsets count code points everywhere in the book, as the W3C annotation model asks.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from importlib import resources

HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Han characters, as the inside of a regular expression's class."""

_HAN = re.compile(f"[{HAN}]")
_SPELLINGS = (
    # British and American forms of the words that governments use; searched for as one.
    (re.compile(r"\b(\w*)(defen|offen|licen)[cs]e(s?)\b"), r"\1\2se\3"),
    (re.compile(r"\b(\w*[^aeiou\W]o?l)our(\w*)\b"), r"\1or\2"),
    (re.compile(r"\b(\w*(?:lab|neighb|harb|fav|hon|behavi|endeav|col|hum))our(\w*)\b"), r"\1or\2"),
    (
        re.compile(r"\b(\w{2,}(?:al|an|er|il|im|or|ul|on|ic|it|at))is(e|es|ed|ing|ation|ations)\b"),
        r"\1iz\2",
    ),
    (re.compile(r"\bprogramme(s?)\b"), r"program\1"),
    (re.compile(r"\b(cent|met|lit|fib|theat)re(s?)\b"), r"\1er\2"),
)


def has_han(text: str) -> bool:
    """Whether any character of the text is Han."""
    return _HAN.search(text) is not None


def fold(text: str) -> str:
    """The text as it is compared: one width, one case, no accents, simplified characters."""
    wide = unicodedata.normalize("NFKC", text).translate(_simplified()).casefold()
    bare = "".join(c for c in unicodedata.normalize("NFD", wide) if not unicodedata.combining(c))
    return " ".join(_quotes_straight(bare).split())


def search_text(text: str) -> str:
    """The text as it is indexed and asked for: folded, each Han character a word of its own."""
    spaced = _HAN.sub(lambda match: f" {match.group()} ", fold(text))
    for pattern, american in _SPELLINGS:
        spaced = pattern.sub(american, spaced)
    return " ".join(spaced.split())


def fingerprint(text: str) -> str:
    """A short hash of the folded letters and digits, equal for two copies of one passage."""
    letters = "".join(char for char in fold(text) if char.isalnum())
    return hashlib.blake2b(letters.encode(), digest_size=12).hexdigest()


def join_lines(before: str, after: str) -> str:
    """Two pieces of one paragraph as one: nothing between Han characters, else a space."""
    if not before or not after:
        return before + after
    glued = has_han(before[-1]) or before[-1] in "，。、；：！？》」』）"
    glued = glued and (has_han(after[0]) or after[0] in "《「『（，。、；：！？》」』）")
    return before + ("" if glued else " ") + after


def _quotes_straight(text: str) -> str:
    return text.translate(
        {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2010: "-", 0x2011: "-"}
    )


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters and their simplified forms, one to one."""
    table = resources.files("resources").joinpath("lexicons/han_simplified.txt")
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if "\t" in line)
    return {ord(row[0]): row[1] for row in rows}
