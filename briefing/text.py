"""The lowest room: what is done to text alike wherever it comes from.

Offsets count code points everywhere in the book, as the W3C annotation model asks.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

HAN = (
    "\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Han characters, as the inside of a regular expression's class."""

_HAN = re.compile(f"[{HAN}]")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_MARK = re.compile(f"[{_MARKS}]")
_JOINERS = "\u00ad\u200b-\u200d\u2060"
_WORD = re.compile(
    # Governments write these with a hyphen or without; acronyms with full stops or without.
    r"\b[Cc]o[-\u2010\u2011](?=op|ord)[^\W\d_]+"
    r"|\b[A-Za-z](?:\.[A-Za-z])+\b\.?"
    f"|[{HAN}]"
    f"|(?:[^\\W_{HAN}][{_MARKS}{_JOINERS}]*)+"
)
_COUNTED = re.compile(f"[{HAN}]|[^\\W_{HAN}]+(?:[^\\s\\w]+[^\\W_{HAN}]+)*")
_SILENT = re.compile(f"[-.\u2010\u2011{_JOINERS}]")
_BARE = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i"})
_STRAIGHT = str.maketrans("‘’‚“”„‐‑", "'''\"\"\"--")
_SPELLINGS = tuple(
    # British and American forms of the words that governments use, searched for as one. A rule
    # changes as few letters as it can, so that the beginning of a word is still one of both.
    (re.compile(pattern), one)
    for pattern, one in (
        (r"(?<=\w{3})ou(?=r|$)", "o"),
        (r"(?<=\w{3}i)z(?=[eia]|$)", "s"),
        (r"(?<=aly)z(?=[eia]|$)", "s"),
        (r"(?<=defen|offen|licen|reten)c(?=[eia]|$)", "s"),
        (r"(?<=practi)s(?=[ei]|$)", "c"),
        (r"(?<=program)m(?:e(?=s?$))?", ""),
        (r"(?<=cent|heat|pect|lust)re(?=s?$)", "er"),
        (r"(?<=cent)re(?=d$)", "ere"),
        (r"(?<=met|lit)re(?=s?$)", "er"),
        (r"(?<=[ai]log)ue(?=s?$)", ""),
        (r"(?:(?<=trave|cance|hanne|ounse)|(?<=labe|mode|igna))l(?=l)", ""),
        (r"(?:(?<=enro)|(?<=fulfi))ll(?=$|s|ment)", "l"),
        (r"(?<=judg)e(?=ment)", ""),
        (r"^grey", "gray"),
        (r"(?<=alumin)i(?=um)", ""),
    )
)


def has_han(text: str) -> bool:
    """Whether any character of the text is Han."""
    return not text.isascii() and _HAN.search(text) is not None


def fold(text: str) -> str:
    """The text as it is compared: one width, one case, no accents, simplified characters."""
    if text.isascii():
        return " ".join(text.lower().split())
    wide = unicodedata.normalize("NFKC", text)
    if _HAN.search(wide):
        wide = wide.translate(_simplified())
    bare = _MARK.sub("", unicodedata.normalize("NFD", wide.casefold()))
    return " ".join(bare.translate(_BARE).translate(_STRAIGHT).split())


def search_text(text: str) -> str:
    """The text as it is indexed and asked for: folded words, each Han character one of its own."""
    return " ".join(filter(None, map(_searched, _WORD.findall(text))))


def words_at(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of `search_text` with the place of each in the text as it is written."""
    for match in _WORD.finditer(text):
        for word in _searched(match.group()).split():
            yield word, match.start(), match.end()


def word_count(text: str) -> int:
    """Words as an adviser counts them; a Han character counts as one."""
    return len(_COUNTED.findall(text))


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


def simplified(text: str) -> str:
    """The text with simplified characters, each in the place of its own."""
    return text.translate(_simplified())


@lru_cache(maxsize=1 << 16)
def _searched(written: str) -> str:
    """A word as it is indexed. Texts repeat their words: 95 in 100 are found in the cache."""
    folded = fold(_SILENT.sub("", written))
    # Python may know less of the newest Han characters than we do.
    if not folded.isalnum() and not _HAN.fullmatch(folded):
        folded = " ".join("".join(c if c.isalnum() else " " for c in folded).split())
    if folded.isascii() and len(folded) > len("four"):
        for pattern, one in _SPELLINGS:
            folded = pattern.sub(one, folded)
    return folded


@cache
def _simplified() -> dict[int, str]:
    """Traditional characters and their simplified forms, one to one."""
    table = resources.files("resources").joinpath("lexicons/han_simplified.txt")
    rows = (line.split("\t") for line in table.read_text("utf-8").splitlines() if "\t" in line)
    return {ord(row[0]): row[1] for row in rows}
