"""A block with what it was judged to be."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.intake.endings import SENTENCE
from briefing.intake.join import Block
from briefing.text import HAN, has_han
from briefing.things import PassageKind

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(eq=False)
class Judged:
    """A block on its way through the classifier; "" as reason means that it is kept."""

    block: Block
    lang: str = ""
    kind: PassageKind = PassageKind.PARAGRAPH
    level: int = 0
    reason: str = ""

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @property
    def kept(self) -> bool:
        """Whether it is part of the instrument, as far as is known."""
        return not self.reason

    @cached_property
    def size(self) -> int:
        """About how much it says, in words; two Han characters make one."""
        han = len(_HAN.findall(self.text))
        return (han + 1) // 2 + (len(_WORD.findall(_HAN.sub(" ", self.text))))

    @cached_property
    def is_body(self) -> bool:
        """Whether it is so long, or so much of a sentence, that it can be no heading."""
        longest = 20 if has_han(self.text) else 25
        return self.size > longest or (self.size >= 8 and SENTENCE.search(self.text) is not None)
