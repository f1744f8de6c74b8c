"""Characters are cleaned once, here, before anything looks at them."""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x85]+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_LIGATURES = re.compile("[\ufb00-\ufb06\u2e80-\u2fdf]")
_SYMBOLS = re.compile("[\ue000-\uf8ff]")
_SOFT_INSIDE = re.compile(f"{SOFT_HYPHEN}(?=.)", re.DOTALL)
_BROKEN_HYPHEN = re.compile(r"(?<=\w)- (?=\w)(?!(?:and|or|to|et|ou|à|y|e|und|bis)\b)")


def clean(text: str) -> str:
    """One line's text: composed, plain spaces, nothing invisible.

    A soft hyphen stays at the very end: there it says that a word goes on in the next line.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)
    text = _SPACES.sub(" ", text).strip()
    return _SOFT_INSIDE.sub("", text)


def without_symbols(text: str) -> str:
    """The text without the glyphs of symbol fonts, which mean nothing outside their font."""
    return _SPACES.sub(" ", _SYMBOLS.sub(" ", text)).strip() if _SYMBOLS.search(text) else text


def mend_hyphens(text: str) -> str:
    """The text with "COVID- 19" and "whole-of- government" in one piece."""
    return _BROKEN_HYPHEN.sub("-", text) if "- " in text else text
