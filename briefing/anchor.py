"""Where something is attached in a source, and how to find it again."""

from __future__ import annotations

from dataclasses import dataclass

CONTEXT = 32
"""How many characters before and after the quote are kept to tell equal quotes apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A span of a passage, with the words it covers and the words around it.

    Offsets count code points of the passage's text. The quote and its surroundings are what
    lets the anchor survive when the source is imported again and the offsets have drifted.
    """

    source: str
    passage: str
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""
    fingerprint: str = ""
    lang: str = ""

    @property
    def length(self) -> int:
        """How many code points the quote has."""
        return len(self.quote)
