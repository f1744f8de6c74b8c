"""What is painted, marked with the nodes of the structure that it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exports.layout.pages import Line, Node, Placed
from exports.pdf.values import array, ref


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's content, or a link's annotation."""

    page: int
    """The number of the page's object."""
    key: int
    """The key in the parent tree: of the page, or of the annotation itself."""
    mcid: int = 0
    annotation: int = 0
    """The number of the annotation's object; 0 for content."""


class Marks:
    """Everything that is marked on the pages of a document.

    The parent tree leads from each mark back to its element, once the elements are known.
    """

    def __init__(self) -> None:
        self.of: dict[Node, list[Mark]] = defaultdict(list)
        self.labels: dict[Node, str] = {}
        """The words of list labels: a list says how it counts."""
        self.keys = 0
        self._page = (0, 0)
        self._on_page: dict[int, list[int]] = {}
        self._annotations: dict[int, int] = {}

    def begin_page(self, page: int) -> None:
        """From here on, everything is marked on the page of this number."""
        self._page = (page, self._key())
        self._on_page[self._page[1]] = []

    @property
    def page_key(self) -> str:
        """The page's key in the parent tree; none where nothing on it belongs to the text."""
        key = self._page[1]
        return str(key) if self._on_page[key] else ""

    def mark(self, node: Node, things: Sequence[Placed]) -> int:
        """Mark what is painted of a node; the number of the mark on its page."""
        page, key = self._page
        elements = self._on_page[key]
        self.of[node].append(Mark(page, key, len(elements)))
        elements.append(0)
        if node.tag == "Lbl":
            lines = (thing for thing in things if isinstance(thing, Line))
            self.labels[node] = "".join("".join(s.texts) for line in lines for s in line.shapes)
        return len(elements) - 1

    def link(self, node: Node, annotation: int) -> str:
        """Mark a link's annotation; its key in the parent tree."""
        key = self._key()
        self.of[node].append(Mark(self._page[0], key, annotation=annotation))
        return str(key)

    def _key(self) -> int:
        self.keys += 1
        return self.keys - 1

    # When the elements are known

    def belongs(self, mark: Mark, element: int) -> None:
        """Say which element a mark belongs to."""
        if mark.annotation:
            self._annotations[mark.key] = element
        else:
            self._on_page[mark.key][mark.mcid] = element

    def parents(self) -> Iterator[tuple[int, str]]:
        """The entries of the parent tree."""
        for key, elements in self._on_page.items():
            if elements:
                yield key, array(map(ref, elements))
        for key, element in self._annotations.items():
            yield key, ref(element)
