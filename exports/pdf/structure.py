"""The structure tree: what each stretch of each page is, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exports.layout.pages import Node
from exports.pdf.attributes import attributes, said
from exports.pdf.marks import Mark, Marks
from exports.pdf.objects import PdfFile
from exports.pdf.trees import name_tree, number_tree
from exports.pdf.values import array, dictionary, identifier, quick_dictionary, ref

_EVEN_EMPTY = frozenset({"TD", "TH"})
"""What is written though it holds nothing: a row keeps its length."""


@dataclass(frozen=True, slots=True)
class Element:
    """A node as it is written: its own words stand before its children."""

    node: Node
    kids: tuple[Mark | Element, ...]
    number: int

    @property
    def marks(self) -> Iterator[Mark]:
        """Its own marks."""
        return (kid for kid in self.kids if isinstance(kid, Mark))


def write_structure(file: PdfFile, marks: Marks, root: Node) -> int:
    """Write the tree of a document; the number of its root."""
    return _Writer(file, marks).write(root)


class _Writer:
    def __init__(self, file: PdfFile, marks: Marks) -> None:
        self._file = file
        self._marks = marks
        self._ids: dict[str, int] = {}

    def write(self, root: Node) -> int:
        at = self._file.reserve()
        document = self._element(root, self._kids(root))
        self._write(document, at)
        ids = name_tree(self._file, ((uid, ref(element)) for uid, element in self._ids.items()))
        entries = {
            "Type": "/StructTreeRoot",
            "K": array((ref(document.number),)),
            "ParentTree": ref(number_tree(self._file, self._marks.parents())),
            "ParentTreeNextKey": str(self._marks.keys),
            "IDTree": ref(ids),
        }
        return self._file.add(dictionary(entries), at)

    # Nodes become elements

    def _kids(self, node: Node) -> list[Mark | Element]:
        own = self._marks.of.get(node, ())
        held: list[Mark | Element] = [mark for mark in own if not mark.annotation]
        for child in node.children:
            kids = self._kids(child)
            if self._says_nothing(child):
                held.extend(kids)
            elif kids or child.tag in _EVEN_EMPTY:
                held.append(self._element(child, kids))
        # A link's annotation follows its words.
        return [*held, *(mark for mark in own if mark.annotation)]

    def _says_nothing(self, node: Node) -> bool:
        """Whether what the node holds can as well stand in its parent."""
        if node.tag == "Link":
            return not any(mark.annotation for mark in self._marks.of.get(node, ()))
        known = node.lang or node.alt or node.actual_text or node.title or node.uid or node.bbox
        return node.tag == "Span" and not known

    def _element(self, node: Node, kids: list[Mark | Element]) -> Element:
        return Element(node, tuple(kids), self._file.reserve())

    # Elements become objects

    def _write(self, element: Element, parent: int) -> None:
        node = element.node
        page = next((mark.page for mark in element.marks), 0)
        entries = {
            "S": f"/{node.tag}",
            "P": ref(parent),
            "Pg": ref(page) if page else "",
            "K": array(_kid(kid, page) for kid in element.kids) if element.kids else "",
            "ID": self._id(element),
            "A": attributes(node, self._labels(element)),
        }
        entries |= said(node)
        self._file.add(quick_dictionary(entries), element.number)
        for kid in element.kids:
            if isinstance(kid, Mark):
                self._marks.belongs(kid, element.number)
            else:
                self._write(kid, element.number)

    def _id(self, element: Element) -> str:
        """Each note has a name of its own (ISO 14289-1, 7.9); others where they have a uid."""
        node = element.node
        uid = node.uid or ("note" if node.tag == "Note" else "")
        if not uid:
            return ""
        while uid in self._ids:
            uid += f"-{element.number}"
        self._ids[uid] = element.number
        return identifier(uid)

    def _labels(self, element: Element) -> list[str]:
        """The labels of a list's items."""
        if element.node.tag != "L":
            return []
        items = (item for item in element.node.children if item.tag == "LI")
        return [self._marks.labels[n] for i in items for n in i.children if n in self._marks.labels]


def _kid(kid: Mark | Element, page: int) -> str:
    if isinstance(kid, Element):
        return ref(kid.number)
    if kid.annotation:
        return f"<</Type/OBJR/Obj {ref(kid.annotation)}/Pg {ref(kid.page)}>>"
    if kid.page == page:
        return str(kid.mcid)
    return f"<</Type/MCR/Pg {ref(kid.page)}/MCID {kid.mcid}>>"
