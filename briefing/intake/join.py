"""Lines that were broken to fit a page become paragraphs again."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.intake.clean import SOFT_HYPHEN, mend_hyphens
from briefing.intake.endings import CLOSED, LEAD_IN, SENTENCE
from briefing.intake.lexicon import words
from briefing.intake.lines import Line
from briefing.text import HAN, has_han, join_lines

_FIRST_WORD = re.compile(f"[{HAN}]|[^\\s{HAN}]+")
_HYPHENS = ("-", "\u2010")
_HYPHEN = re.compile(r"(\w+)[-\u2010]$")
_WORD_LENGTH = 80
_LONG = 4000
"""Characters of a block from which its beginning is laid aside while lines are joined to it."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SMALL = 0.6
_LOOSE = 0.2
_FULL = 0.92

PAGE = frozenset({"running-head", "page-number", "footnote"})
"""Places of lines that stand between two pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, a list item or a heading in one piece; its hints are those of its first line."""

    text: str
    first: Line
    last: Line
    count: int = 1
    """How many lines it took."""

    @property
    def mark(self) -> str:
        """The list mark or number before it."""
        return self.first.mark


@dataclass(slots=True)
class Vocabulary:
    """The words of a document, by which a word cut at the end of a line is known."""

    words: Counter[str] = field(default_factory=Counter)

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Vocabulary:
        """The words inside the lines; the last of each line may be cut, so it does not count."""
        found: Counter[str] = Counter()
        for line in lines:
            in_line = _WORDS.findall(line.text.lower())
            found.update(in_line[:-1] if line.text.endswith(_HYPHENS) else in_line)
        return cls(found)

    def glue(self, head: str, tail: str) -> str:
        """What stands between two halves of a word that a hyphen ends: a hyphen or nothing."""
        if not tail or not tail[0].islower():
            return "-"
        first, second = head.lower(), _WORDS.findall(tail.lower())[:1]
        joined, compound = first + "".join(second), first + "-" + "".join(second)
        if self.words[joined] != self.words[compound]:
            return "" if self.words[joined] > self.words[compound] else "-"
        known = first in words("compounds", "first") or "".join(second) in words(
            "compounds", "last"
        )
        return "-" if known or (self.words[first] and self.words["".join(second)]) else ""


def joined(lines: Sequence[Line]) -> list[Block]:
    """The lines as blocks, in order; a sentence runs on past what belongs to the page."""
    vocabulary = Vocabulary.of(lines)
    hanging = _hangs(lines)
    blocks: list[list[Line]] = []
    last: list[Line] = []
    crossed = False
    for line in lines:
        if last and line.place not in PAGE and _goes_on(last, line, hanging, crossed):
            last.append(line)
            crossed = False
            continue
        blocks.append([line])
        crossed = line.place in PAGE
        last = last if crossed else blocks[-1]
    return [_block(block, vocabulary) for block in blocks]


def _block(lines: list[Line], vocabulary: Vocabulary) -> Block:
    text = lines[0].text
    pieces = []
    for line in lines[1:]:
        if len(text) > _LONG:
            pieces.append(text[:-_WORD_LENGTH])
            text = text[-_WORD_LENGTH:]
        text = _glued(text, line.text, vocabulary)
    text = "".join([*pieces, text])
    text = mend_hyphens(text.removesuffix(SOFT_HYPHEN))
    return Block(text=text, first=lines[0], last=lines[-1], count=len(lines))


def _glued(before: str, after: str, vocabulary: Vocabulary) -> str:
    if before.endswith(SOFT_HYPHEN):
        return before[:-1] + after
    cut = _HYPHEN.search(before, max(0, len(before) - _WORD_LENGTH))
    if cut:
        return before[:-1] + vocabulary.glue(cut[1], after) + after
    if before[-1].isdigit() and after[0].isdigit() and has_han(before) and has_han(after):
        return before + after
    return join_lines(before, after)


def _goes_on(block: list[Line], after: Line, hanging: bool, crossed: bool) -> bool:  # noqa: FBT001
    """Whether a line is the next of a block rather than the first of another."""
    first, before = block[0], block[-1]
    if before.whole or after.whole or after.mark or before.run_in or before.place != after.place:
        return False
    if _looks_differ(before, after) or _scripts_differ(before.text, after.text):
        return False
    over_page = crossed or before.page != after.page
    if after.gap and not over_page and not _is_open(before.text, after.text):
        return False
    if hanging and not over_page and _moves_out(block, after):
        return False
    return _fits(first, before, after)


def _fits(first: Line, before: Line, after: Line) -> bool:
    if LEAD_IN.search(before.text) and (before.reach < _FULL or _starts_new(after.text)):
        return False
    if SENTENCE.search(before.text):
        if _is_headline(after) or _indented(first, before, after):
            return False
        return _is_full(before, after)
    if before.text.endswith((SOFT_HYPHEN, "-")):
        return True
    if before.reach < _SMALL:
        return before is not first and _is_open(before.text, after.text)
    return _reads_on(before, after)


def _reads_on(before: Line, after: Line) -> bool:
    """Whether an unfinished line of some length is finished by the next."""
    if _starts_new(after.text):
        return _ends_open(before.text)
    if _set_apart(before, after) and before.reach < _FULL:
        return False
    slack = 0.0 if _is_headline(after) else _LOOSE
    return not _starts_with_capital(after.text) or _is_full(before, after, slack)


def _is_headline(line: Line) -> bool:
    """Whether a line stops short and is not closed; the last line of a paragraph is."""
    return line.reach < _SMALL and not CLOSED.search(line.text)


def _set_apart(before: Line, after: Line) -> bool:
    """Whether two lines are of scripts that are set in lines of different lengths."""
    return max(before.measure, after.measure) > 1.5 * min(before.measure, after.measure)


def _looks_differ(before: Line, after: Line) -> bool:
    if before.level != after.level or before.bold != after.bold:
        return True
    return bool(before.size and after.size) and abs(before.size - after.size) > 0.6


def _scripts_differ(before: str, after: str) -> bool:
    """Whether Chinese ends and another language begins, not just a foreign name."""
    end, start = before[-12:], after[:12]
    if has_han(end) == has_han(start):
        return False
    return bool(CLOSED.search(before)) or not (has_han(before) and has_han(after))


def _is_open(before: str, after: str) -> bool:
    """Whether a sentence runs over a gap."""
    return not CLOSED.search(before) and bool(after) and (after[0].islower() or after[0] in ",;)")


def _is_full(before: Line, after: Line, slack: float = 0.0) -> bool:
    """Whether the next line's first word had no room any more."""
    full = 1 - max(slack, before.slack)
    if before.flush and not slack:
        return before.reach >= full
    word = _FIRST_WORD.match(after.text) if before.measure else None
    wide = len(word.group()) + 1 if word else 0
    return before.reach + wide / max(1, before.measure) > full


def _starts_new(text: str) -> bool:
    """Whether a line begins with a word that opens sentences and seldom stands inside one."""
    word = _FIRST_WORD.match(text)
    return word is not None and word.group().rstrip(",").replace("'", "’") in words("openers")


def _starts_with_capital(text: str) -> bool:
    return text.lstrip("“\"«‘'( ")[:1].isupper()


def _ends_open(text: str) -> bool:
    """Whether a line ends with a word after which a capital letter may well follow."""
    return text.rpartition(" ")[2].lower() in words("before_names")


def _indented(first: Line, before: Line, after: Line) -> bool:
    return after.indent > before.indent + 0.5 and (before is not first or after.indent < 3)


def _hangs(lines: Sequence[Line]) -> bool:
    """Whether the lines of a list item stand under its text, so that others do not belong to it."""
    pairs = pairwise(lines)
    below = [b.indent > a.indent + 0.5 for a, b in pairs if a.mark and not b.mark and not b.gap]
    return sum(below) * 2 > len(below)


def _moves_out(block: list[Line], after: Line) -> bool:
    if not block[0].mark:
        return False
    at = block[1].indent if len(block) > 1 else block[0].indent + 0.5
    return after.indent < at - 0.5
