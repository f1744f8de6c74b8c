"""What layout hands to a painter: pages of placed things, and the tree that they make sense in.

Lengths are points (1/72 inch); the origin is the lower left corner of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(slots=True, eq=False)
class Node:
    """An element of the document's logical structure (ISO 32000-1, 14.8).

    Its children are nodes; what is painted names the node that it belongs to. Order of children is
    reading order, whatever the order of painting.
    """

    tag: str
    """A standard structure type: Document, Part, Sect, H1..H6, P, L, LI, Lbl, LBody, Table, THead,
    TBody, TR, TH, TD, Link, Note, Reference, Figure, Caption, BlockQuote, Span, TOC, TOCI, Div."""
    lang: str = ""
    alt: str = ""
    actual_text: str = ""
    title: str = ""
    scope: str = ""
    """Of a TH: "Row" or "Column"."""
    summary: str = ""
    """Of a Table."""
    uid: str = ""
    bbox: tuple[float, float, float, float] | None = None
    """Of a Figure."""
    children: list[Node] = field(default_factory=list)

    def add(self, child: Node) -> Node:
        """Append a child and return it."""
        self.children.append(child)
        return child


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A shaped token, shared by all the places where it stands.

    `glyphs` are ids of the face's own file; `advances` are 1/1000 of the size; `texts` gives the
    characters that each glyph stands for ("" for a glyph that continues a cluster).
    """

    face: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    texts: tuple[str, ...]
    width: float
    """Sum of the advances, in 1/1000 of the size."""


@dataclass(slots=True, eq=False)
class Line:
    """Shapes on one baseline. `gaps[i]` is the extra space after `shapes[i]`, in points.

    `node` is None for what is not part of the text (running heads, page numbers).
    """

    x: float
    y: float
    size: float
    shapes: tuple[Shape, ...]
    gaps: tuple[float, ...]
    node: Node | None
    colour: Colour = BLACK
    rise: float = 0.0


@dataclass(slots=True, eq=False)
class Rule:
    """A straight line; always an artifact unless it belongs to a Figure's node."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float = 0.5
    colour: Colour = BLACK
    node: Node | None = None
    dash: tuple[float, ...] = ()


@dataclass(slots=True, eq=False)
class Area:
    """A filled or outlined rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.5
    node: Node | None = None
    pattern: str = ""
    """"" plain, "hatch" or "dots": so that a chart reads in greyscale."""


Placed: TypeAlias = Line | Rule | Area


@dataclass(slots=True, eq=False)
class LinkArea:
    """A rectangle that leads somewhere; `node` is its Link element."""

    x: float
    y: float
    width: float
    height: float
    node: Node
    href: str = ""
    target: str = ""
    words: str = ""
    """What a screen reader says of it (the annotation's Contents)."""


@dataclass(slots=True, eq=False)
class Page:
    """One page. `furniture` (running head, page number, marking) is all artifact."""

    width: float
    height: float
    placed: list[Placed] = field(default_factory=list)
    furniture: list[Placed] = field(default_factory=list)
    links: list[LinkArea] = field(default_factory=list)
    label: str = ""
    """As a viewer shows it: "iv", "4-2"."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place that links and the outline lead to."""

    page: int
    """Index from 0 in the whole document."""
    y: float


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the outline; level 1 is a part."""

    level: int
    title: str
    target: str


@dataclass(slots=True, eq=False)
class LaidOut:
    """A whole document laid out and ready to be painted."""

    pages: list[Page]
    root: Node
    """The Document element."""
    destinations: dict[str, Destination]
    outline: list[OutlineEntry]
    title: str
    lang: str
    author: str = ""
    subject: str = ""
    made: str = ""
    """ISO date and time, handed in, so that the same book writes the same bytes."""
