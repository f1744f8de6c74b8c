"""What inlines say, without how they look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from exports.tree import FootnoteCall, Inline, Link, Text


def plain_text(inlines: Sequence[Inline]) -> str:
    """The words of some inlines, footnotes left out."""
    words: list[str] = []
    for inline in inlines:
        match inline:
            case Text():
                words.append(inline.text)
            case Link():
                words.extend(text.text for text in inline.words)
            case FootnoteCall():
                pass
            case _:
                assert_never(inline)
    return "".join(words)
