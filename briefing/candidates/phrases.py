"""The small language in which the lexicons write their phrases.

Words with a blank between them; `a/b` is either, `word?` may be missing, `<name>` any word of a
list, `<name>*` any number of them, `<words4>` up to four words whatever they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ANY = re.compile(r"<words(\d+)>")
_ONE = "<word>"
_WORD = r"[^\s,;:()]+"


class PhraseError(ValueError):
    """A phrase that does not follow the rules of the lexicons."""


def phrase_source(phrase: str, lists: Mapping[str, frozenset[str]]) -> str:
    """A regular expression that matches the phrase, with adverbs between its words."""
    tokens = phrase.split()
    if not tokens:
        raise PhraseError("an empty phrase")
    gap = _gap(lists)
    marks = lists.get("infinitive_marks", frozenset())
    marked = _alternatives(tokens[-1], lists) <= marks and len(tokens) > 1
    gaps = [gap] * len(tokens)
    if marked:  # "commits, with its partners, to"
        gaps[-2] = rf"(?:\s*,[^,;:]{{3,80}},)?{gap}"
    pieces = [
        _piece(token, lists, gaps[place], last=place == len(tokens) - 1)
        for place, token in enumerate(tokens)
    ]
    return "".join(pieces)


def first_words(phrase: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The words with which a phrase can begin."""
    token = phrase.split(maxsplit=1)[0]
    if token.endswith(("?", "*")) or _ANY.match(token):
        raise PhraseError(f"{phrase!r} begins with a word that may be missing")
    return _alternatives(token, lists)


def _piece(token: str, lists: Mapping[str, frozenset[str]], gap: str, *, last: bool) -> str:
    any_words = _ANY.fullmatch(token)
    if any_words is not None:
        if last:
            raise PhraseError(f"{token} ends a phrase")
        return rf"(?:{_WORD}\s+){{1,{any_words[1]}}}?"
    if token == _ONE:
        return rf"{_WORD}\s+"
    mark = token[-1] if token[-1] in "?*" else ""
    words = _alternatives(token.removesuffix(mark) if mark else token, lists)
    if mark and last:
        raise PhraseError(f"{token} ends a phrase")
    body = _either(words, "" if last else gap)
    return f"(?:{body}){mark}" if mark else body


def _either(words: frozenset[str], gap: str) -> str:
    """Any of the words, each with what must follow it."""
    # An elided word ("d'") touches the next one.
    elided = sorted((word for word in words if word.endswith("'")), key=len, reverse=True)
    whole = sorted((word for word in words if not word.endswith("'")), key=len, reverse=True)
    parts = []
    if whole:
        inner = "|".join(re.escape(word) for word in whole)
        parts.append(rf"(?:{inner})(?![\w'])" + gap if not gap else rf"(?:{inner}){gap}")
    if elided:
        inner = "|".join(re.escape(word) for word in elided)
        parts.append(rf"(?:{inner})\s?")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _alternatives(token: str, lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    words: set[str] = set()
    for part in token.split("/"):
        if part.startswith("<") and part.endswith(">"):
            name = f"sets.{part[1:-1]}"
            if name not in lists:
                raise PhraseError(f"there is no list {part}")
            words |= lists[name]
        elif part:
            words.add(part)
    if not words:
        raise PhraseError(f"{token!r} is no word")
    return frozenset(words)


def _gap(lists: Mapping[str, frozenset[str]]) -> str:
    adverbs = "|".join(
        re.escape(word) for word in sorted(lists.get("adverbs", ()), key=len, reverse=True)
    )
    endings = "|".join(re.escape(end) for end in sorted(lists.get("adverb_endings", ())))
    inner = rf"\w+(?:{endings})|{adverbs}" if endings else adverbs
    return rf"(?:\s+(?:{inner}))*\s+" if inner else r"\s+"
