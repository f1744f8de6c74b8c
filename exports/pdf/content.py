"""What a page paints, each stretch marked with where it belongs in the structure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from exports.layout.pages import Area, Colour, Line, Node, Page, Placed, Rule
from exports.pdf.glyphs import GlyphBook
from exports.pdf.patterns import pattern
from exports.pdf.values import array, number, text

_LAYOUT = "/Artifact<</Type/Layout>>BDC"
_REPEATED = "/Artifact<</Type/Pagination>>BDC"
_HEADER = "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
_FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"


Marker = Callable[[Node, Sequence[Placed]], int]
"""Gives what is painted of a node its number on the page."""


def reading_order(root: Node) -> dict[Node, int]:
    """The place of each node of a document among all others."""
    order: dict[Node, int] = {}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        order[node] = len(order)
        waiting.extend(reversed(node.children))
    return order


def page_content(page: Page, glyphs: GlyphBook, order: Mapping[Node, int], mark: Marker) -> str:
    """The operators of a page.

    What lies under the words comes first, then the words as they are read: whoever knows nothing of
    the structure reads them in its order too.
    """
    writer = _Writer(glyphs)
    for begin, things in _stretches(page, order, mark):
        writer.out.append(begin)
        writer.paint(things)
        writer.out.append("EMC")
    return "\n".join(writer.out)


def _stretches(
    page: Page, order: Mapping[Node, int], mark: Marker
) -> Iterator[tuple[str, Iterable[Placed]]]:
    """What is painted in one go, with the operator that says what it is."""
    # Words outside the structure repeat what is in it, such as the heads of a table.
    apart = (thing for thing in page.placed if thing.node is None)
    yield from groupby(apart, lambda thing: _REPEATED if isinstance(thing, Line) else _LAYOUT)
    for node, group in groupby(_read(page.placed, order), lambda thing: thing.node):
        if node is not None:
            things = tuple(group)
            yield f"/{node.tag}<</MCID {mark(node, things)}>>BDC", things
    middle = page.height / 2
    yield from groupby(page.furniture, lambda thing: _HEADER if _foot(thing) > middle else _FOOTER)


def _read(placed: Iterable[Placed], order: Mapping[Node, int]) -> list[Placed]:
    """What belongs to the structure, in its order."""
    placed = [thing for thing in placed if thing.node is not None]
    try:
        return sorted(placed, key=lambda thing: order[thing.node] if thing.node else 0)
    except KeyError:
        raise ValueError("something is painted for a node outside the document") from None


def _foot(thing: Placed) -> float:
    return min(thing.y1, thing.y2) if isinstance(thing, Rule) else thing.y


class _Writer:
    """Writes operators, and sets of the graphics state only what changes."""

    def __init__(self, glyphs: GlyphBook) -> None:
        self.out: list[str] = []
        self._glyphs = glyphs
        self._state: dict[str, str] = {}
        self._colours: dict[str, Colour] = {}

    def paint(self, things: Iterable[Placed]) -> None:
        for thing in things:
            match thing:
                case Line():
                    self._line(thing)
                case Rule():
                    self._rule(thing)
                case Area():
                    self._area(thing)
                case _:
                    assert_never(thing)

    def _set(self, operator: str, operands: str) -> None:
        if self._state.get(operator) != operands:
            self._state[operator] = operands
            self.out.append(f"{operands} {operator}")

    def _colour(self, operator: str, colour: Colour) -> None:
        if self._colours.get(operator) != colour:
            self._colours[operator] = colour
            self.out.append(f"{' '.join(map(number, colour))} {operator}")

    # Words. A book has a hundred of these lines to a page: what they need is at hand.

    def _line(self, line: Line) -> None:
        self._colour("rg", line.colour)
        self.out.append(f"BT {line.x:.2f} {line.y + line.rise:.2f} Td")
        known, operands = self._glyphs.known, list[str]()
        current, unit = "", -1000 / line.size
        for shape, gap in zip(line.shapes, line.gaps, strict=True):
            run = known.get(shape) or self._glyphs.run(shape)
            if run.face != current or run.actual is not None:
                self._show(operands)
                current = run.face
                self._set("Tf", f"/{current} {number(line.size)}")
            if run.actual is not None:
                self._replaced(run.operands, run.actual)
            else:
                operands.append(run.operands)
            if gap:
                operands.append(f" {gap * unit:.1f}")
        self._show(operands)
        self.out.append("ET")

    def _show(self, operands: list[str]) -> None:
        if operands:
            self.out.append(f"[{''.join(operands).replace('><', '')}]TJ")
            operands.clear()

    def _replaced(self, operands: str, actual: str) -> None:
        self.out.append(f"/Span<</ActualText {text(actual)}>>BDC [{operands}]TJ EMC")

    # Lines and areas

    def _stroke(self, colour: Colour, width: float, dash: tuple[float, ...] = ()) -> None:
        self._colour("RG", colour)
        self._set("w", number(width))
        self._set("d", f"{array(map(number, dash))} 0")
        self._set("J", "1" if dash else "0")

    def _rule(self, rule: Rule) -> None:
        self._stroke(rule.colour, rule.width, rule.dash)
        ends = (rule.x1, rule.y1, rule.x2, rule.y2)
        self.out.append("{} {} m {} {} l S".format(*map(number, ends)))

    def _area(self, area: Area) -> None:
        shape = " ".join(map(number, (area.x, area.y, area.width, area.height))) + " re"
        if area.fill is not None:
            self._colour("rg", area.fill)
            self.out.append(f"{shape} f")
        if area.pattern:
            self.out.append(f"q {shape} W n {pattern(area)} Q")
        if area.stroke is not None:
            self._stroke(area.stroke, area.stroke_width)
            self.out.append(f"{shape} S")
