"""What tests ask of pages that were laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exports.layout.pages import LaidOut, Line, Node, Page, Placed
from exports.tree import Block, Form, Publication
from tests.publications import every_block, note_part

LONG = "The two countries will report on ferries, cables and storms every year. " * 30


def said(placed: Iterable[Placed]) -> str:
    """The words of what is placed, hyphens of divided words left out."""
    lines = (one for one in placed if isinstance(one, Line))
    words = ("".join(t for shape in line.shapes for t in shape.texts) for line in lines)
    return " ".join(words).replace("\u00ad ", "")


def width_of(line: Line) -> float:
    return sum(shape.width for shape in line.shapes) * line.size / 1000 + sum(line.gaps)


def spoken(page: Page) -> list[Line]:
    """The lines of a page that belong to the structure."""
    return [one for one in page.placed if isinstance(one, Line) and one.node]


def book_of(*blocks: Block, form: Form | None = None) -> Publication:
    """A book of one part."""
    whole = every_block(form or Form(duplex=False))
    return replace(whole, parts=(note_part("n", "1", "Long", blocks),))


def nodes(node: Node) -> Iterator[Node]:
    """An element and all in it, in reading order."""
    yield node
    for child in node.children:
        yield from nodes(child)


def read_aloud(laid: LaidOut) -> str:
    """The words in the order of the structure, as a screen reader says them."""
    lines: dict[Node, list[Placed]] = {}
    for page in laid.pages:
        for one in page.placed:
            if isinstance(one, Line) and one.node:
                lines.setdefault(one.node, []).append(one)
    return " ".join(said(lines.get(node, [])) for node in nodes(laid.root))


def squeezed(text: str) -> str:
    """A text without its spaces and without hyphens that divide."""
    return "".join(text.casefold().translate({0x202F: " ", 0xAD: ""}).split())


def assert_apart(page: Page) -> None:
    """No line lies over another, and all stand above the foot of the page."""
    lines = [one for one in page.placed if isinstance(one, Line) and said([one]).strip()]
    boxes = sorted((one.y, one.x, one.x + width_of(one), one.size) for one in lines)
    for place, (y, left, right, size) in enumerate(boxes):
        assert y > 66
        for above, other_left, other_right, _ in boxes[place + 1 :]:
            if above > y + 0.7 * size:
                break
            assert above - y < 0.01 * size or other_left > right - 1 or other_right < left + 1
            assert above - y > 0.01 * size or min(right, other_right) - max(left, other_left) < 1
