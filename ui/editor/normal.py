"""The one form of a rich text that says it with the fewest runs; what an editor gives back.

Two texts that look and read alike are equal once they are normal, so that nothing is written down
that nobody has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.prose import (
    Block,
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)

DEEPEST = 8
"""The level of a list below which there is no other."""
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\u000b\u000c\u0085]")
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff\ud800-\udfff]")
"""What no text has and Qt uses for its own ends: controls, frames, objects, halves of pairs."""
_HANDLINGS = ("", "usable", "internal")


def normal(prose: Prose) -> Prose:
    """The text in its normal form."""
    blocks = [block for one in prose.blocks for block in _normal_block(one)]
    return Prose(tuple(blocks[place] for place in standing(blocks)))


def standing(blocks: Sequence[Block]) -> list[int]:
    """Which blocks count: a blank one beside a table, or alone, is a place for the cursor."""
    counted = [
        place
        for place, block in enumerate(blocks)
        if not (_is_blank(block) and _stands_by_table(blocks, place))
    ]
    return [] if len(counted) == 1 and _is_blank(blocks[counted[0]]) else counted


def normal_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs of which no two neighbours are alike; a note is called by the run that it follows."""
    found: list[Run] = []
    for run in runs:
        clean = replace(run, text=clean_text(run.text), footnote=clean_text(run.footnote))
        if not (clean.text or clean.footnote):
            continue
        if not clean.text:
            clean = Run(text="", footnote=clean.footnote)
        last = found[-1] if found else None
        if last is not None and not last.footnote and _join(last, clean):
            found[-1] = replace(last, text=last.text + clean.text, footnote=clean.footnote)
        else:
            found.append(clean)
    return tuple(found)


def clean_text(text: str) -> str:
    """The text without what cannot be typed; every kind of line break as one."""
    return _NEVER.sub("", _BREAKS.sub("\n", text))


def _join(last: Run, run: Run) -> bool:
    return not run.text or replace(run, text="", footnote="") == replace(last, text="")


def _normal_block(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph():
            yield Paragraph(runs=normal_runs(block.runs), handling=_handling(block.handling))
        case Subheading():
            yield Subheading(runs=normal_runs(block.runs))
        case BlockQuote():
            yield BlockQuote(runs=normal_runs(block.runs))
        case List(items=items) if items:
            yield List(items=tuple(map(_normal_item, items)), ordered=block.ordered)
        case Table():
            yield from _normal_table(block)
        case InsertBlock():
            yield block
        case _:
            pass  # a list of nothing


def _normal_item(item: Item) -> Item:
    return Item(
        runs=normal_runs(item.runs),
        level=min(max(item.level, 0), DEEPEST),
        handling=_handling(item.handling),
    )


def _normal_table(table: Table) -> Iterator[Table]:
    width = max((len(row) for row in table.rows), default=0)
    if width:
        yield Table(
            rows=tuple(
                tuple(normal_runs(cell) for cell in (*row, *[()] * (width - len(row))))
                for row in table.rows
            ),
            heads=min(max(table.heads, 0), len(table.rows)),
            caption=clean_text(table.caption),
        )


def _handling(handling: str) -> str:
    return handling if handling in _HANDLINGS else ""


def _is_blank(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.runs and not block.handling


def _stands_by_table(blocks: Sequence[Block], place: int) -> bool:
    """Whether nothing but blank lines lies between a block and a table: a place for the cursor."""
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(blocks) and _is_blank(blocks[at]):
            at += step
        if 0 <= at < len(blocks) and isinstance(blocks[at], Table):
            return True
    return False
