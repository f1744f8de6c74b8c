"""Rich text of notes and annotations: a small closed tree and its JSON form.

A text is a tuple of blocks; a block holds runs, items or rows. It says what a stretch is, never
how it looks. Live inserts stand in it as blocks that name an `Insert` by its uid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing.text import word_count

FORMAT = 1
"""The version of the JSON form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one kind. `footnote` is a note of the adviser, called at the end of the run."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    href: str = ""
    lang: str = ""
    footnote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Runs that read on. `handling` says whether the principal may use them aloud."""

    runs: tuple[Run, ...] = ()
    handling: str = ""
    """"" not said, "usable", or "internal" (not to be disclosed)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subheading:
    """A heading inside a section."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockQuote:
    """Words of somebody else, typed by the adviser; a live extract is an `InsertBlock`."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list; its level counts from 0."""

    runs: tuple[Run, ...] = ()
    level: int = 0
    handling: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Items with bullets or, if ordered, numbers."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells of runs; the first `heads` rows are head rows."""

    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    heads: int = 1
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertBlock:
    """The place of a live insert."""

    insert: str
    """The uid of the `Insert`."""


Block: TypeAlias = Paragraph | Subheading | BlockQuote | List | Table | InsertBlock


@dataclass(frozen=True, slots=True)
class Prose:
    """A rich text: blocks in reading order."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @classmethod
    def plain(cls, text: str) -> Prose:
        """A text without any styling: a paragraph for each line that is not blank."""
        lines = (line.strip() for line in text.splitlines())
        return cls(tuple(Paragraph(runs=(Run(text=line),)) for line in lines if line))

    @property
    def text(self) -> str:
        """The words alone, a line for each block, item and row."""
        return "\n".join(line for block in self.blocks for line in _lines(block))

    @property
    def inserts(self) -> tuple[str, ...]:
        """The uids of the inserts that stand in the text, in reading order."""
        return tuple(b.insert for b in self.blocks if isinstance(b, InsertBlock))

    @property
    def words(self) -> int:
        """How long the text is: words of Latin script plus Han characters."""
        return count_words(self.text)


def count_words(text: str) -> int:
    """Words of a text as an adviser counts them; a Han character counts as one."""
    return word_count(text)


def runs_text(runs: tuple[Run, ...]) -> str:
    """The words of some runs."""
    return "".join(run.text for run in runs)


def _lines(block: Block) -> list[str]:
    match block:
        case Paragraph(runs=runs) | Subheading(runs=runs) | BlockQuote(runs=runs):
            return [runs_text(runs)]
        case List(items=items):
            return [runs_text(item.runs) for item in items]
        case Table(rows=rows):
            return ["\t".join(runs_text(cell) for cell in row) for row in rows]
        case InsertBlock():
            return []


_KINDS: dict[str, type[Any]] = {
    "paragraph": Paragraph,
    "subheading": Subheading,
    "quote": BlockQuote,
    "list": List,
    "table": Table,
    "insert": InsertBlock,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


def to_json(prose: Prose) -> dict[str, Any]:
    """The tree as plain JSON values; what is at its default is left out."""
    return {"format": FORMAT, "blocks": [_block_to_json(block) for block in prose.blocks]}


def from_json(value: dict[str, Any]) -> Prose:
    """The tree that `to_json` made; a form that is newer than ours raises ValueError."""
    if value.get("format") != FORMAT:
        raise ValueError(f"prose of format {value.get('format')!r}")
    return Prose(tuple(_block_from_json(block) for block in value["blocks"]))


def _block_to_json(block: Block) -> dict[str, Any]:
    data: dict[str, Any] = {"type": _NAMES[type(block)]}
    match block:
        case Paragraph() | Subheading() | BlockQuote():
            data["runs"] = _runs_to_json(block.runs)
            if isinstance(block, Paragraph) and block.handling:
                data["handling"] = block.handling
        case List():
            data["ordered"] = block.ordered
            data["items"] = [
                {"runs": _runs_to_json(i.runs), "level": i.level, "handling": i.handling}
                for i in block.items
            ]
        case Table():
            data["rows"] = [[_runs_to_json(cell) for cell in row] for row in block.rows]
            data["heads"], data["caption"] = block.heads, block.caption
        case InsertBlock():
            data["insert"] = block.insert
    return data


def _block_from_json(data: dict[str, Any]) -> Block:
    kind = _KINDS[data["type"]]
    if kind is InsertBlock:
        return InsertBlock(insert=data["insert"])
    if kind is List:
        items = (
            Item(runs=_runs_from_json(i["runs"]), level=i["level"], handling=i["handling"])
            for i in data["items"]
        )
        return List(items=tuple(items), ordered=data["ordered"])
    if kind is Table:
        rows = tuple(tuple(_runs_from_json(cell) for cell in row) for row in data["rows"])
        return Table(rows=rows, heads=data["heads"], caption=data["caption"])
    if kind is Paragraph:
        return Paragraph(runs=_runs_from_json(data["runs"]), handling=data.get("handling", ""))
    block: Block = kind(runs=_runs_from_json(data["runs"]))
    return block


def _runs_to_json(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    names = Run.__dataclass_fields__
    return [
        {name: value for name in names if (value := getattr(run, name)) or name == "text"}
        for run in runs
    ]


def _runs_from_json(data: list[dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(Run(**run) for run in data)
