"""What an element of the structure says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exports.layout.pages import Node
from exports.pdf.values import array, box, dictionary, text

_TAGS = {"zh": "zh-CN"}
_NUMBERINGS = (
    # The first that fits all labels. A lone "i." or "c." is more often a number than a letter.
    (re.compile(r"\d+(?:\.\d+)*"), "Decimal"),
    (re.compile(r"[ivxlc]+"), "LowerRoman"),
    (re.compile(r"[IVXLC]+"), "UpperRoman"),
    (re.compile(r"[a-z]"), "LowerAlpha"),
    (re.compile(r"[A-Z]"), "UpperAlpha"),
    (re.compile(r"[○◦o]"), "Circle"),
    (re.compile(r"[■▪□]"), "Square"),
)
_AROUND = " \u00a0.()):、."


def language_tag(lang: str) -> str:
    """The tag of a language (BCP 47) as programs that read aloud know it."""
    return _TAGS.get(lang, lang)


def said(node: Node) -> dict[str, str]:
    """The entries that carry words: language, what is read in place of it, title."""
    words = {
        "Lang": language_tag(node.lang),
        "Alt": node.alt,
        "ActualText": node.actual_text,
        "T": node.title,
    }
    return {key: text(value) for key, value in words.items() if value}


def attributes(node: Node, labels: Sequence[str]) -> str:
    """The attribute objects of an element; `labels` are those of a list's items."""
    found = [dictionary(one) for one in _attributes(node, labels)]
    return found[0] if len(found) == 1 else array(found) if found else ""


def _attributes(node: Node, labels: Sequence[str]) -> Iterator[dict[str, str]]:
    if node.scope:
        yield {"O": "/Table", "Scope": f"/{node.scope}"}
    if node.summary:
        yield {"O": "/Table", "Summary": text(node.summary)}
    if labels:
        yield {"O": "/List", "ListNumbering": f"/{numbering(labels)}"}
    if node.bbox is not None:
        yield {"O": "/Layout", "Placement": "/Block", "BBox": box(*node.bbox)}


def numbering(labels: Sequence[str]) -> str:
    """How a list counts (ISO 32000-1, table 347), judged by its labels."""
    bare = [label.strip(_AROUND) for label in labels]
    for pattern, found in _NUMBERINGS:
        if all(pattern.fullmatch(label) for label in bare):
            return found
    return "Disc"
