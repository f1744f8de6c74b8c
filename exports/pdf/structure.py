"""The structure tree: what each stretch of each page is, in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from exports.layout.pages import LinkArea, Node
from exports.pdf.objects import Object, Objects, array, number, text


class Structure:
    """Collects what belongs to each node while pages are painted, then writes the tree.

    A node holds either what is painted or other nodes, never both: so its children need no order
    but their own.
    """

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._element: dict[Node, Object] = {}
        self._marks: dict[Node, list[tuple[Object, int]]] = defaultdict(list)
        self._links: dict[Node, list[tuple[Object, Object]]] = defaultdict(list)
        self._on_page: list[list[Node]] = []
        self._parents: dict[int, str] = {}
        self._link_of: dict[int, Node] = {}

    def mark(self, page: Object, node: Node) -> int:
        """The number of the next marked content of a node on the page that is being painted."""
        marks = self._on_page[-1]
        marks.append(node)
        self._marks[node].append((page, len(marks) - 1))
        return len(marks) - 1

    def begin_page(self) -> int:
        """A new page; its key in the parent tree."""
        self._on_page.append([])
        return len(self._on_page) - 1

    def link(self, page: Object, annotation: Object, area: LinkArea) -> None:
        """A link annotation as part of its Link element."""
        self._links[area.node].append((page, annotation))

    def write(self, root: Node, pages: int) -> tuple[Object, dict[Object, int]]:
        """The tree's root, and each link annotation's key in the parent tree."""
        tree = self._objects.reserve()
        for node in _used(root, self._marks, self._links):
            self._element[node] = self._objects.reserve()
        keys: dict[Object, int] = {}
        key = pages
        for node, links in self._links.items():
            for _, annotation in links:
                keys[annotation] = key
                self._parents[key] = self._element[node].ref
                key += 1
        self._write_element(root, tree)
        tree.body = self._root(root, key).encode("latin-1")
        return tree, keys

    def _root(self, root: Node, next_key: int) -> str:
        lists = (array(self._element[node].ref for node in nodes) for nodes in self._on_page)
        numbers = [f"{key} {listed}" for key, listed in enumerate(lists)]
        numbers += [f"{key} {ref}" for key, ref in sorted(self._parents.items())]
        parents = self._objects.add(f"<< /Nums [{' '.join(numbers)}] >>")
        names = sorted(
            (node.uid, element.ref) for node, element in self._element.items() if node.uid
        )
        ids = self._objects.add(
            f"<< /Names [{' '.join(f'{text(name)} {ref}' for name, ref in names)}]"
            + (f" /Limits [{text(names[0][0])} {text(names[-1][0])}]" if names else "")
            + " >>"
        )
        tree = f"<< /Kids [{ids.ref}] >>" if names else ids.ref
        return (
            f"<< /Type /StructTreeRoot /K [{self._element[root].ref}] /ParentTree {parents.ref}"
            f" /ParentTreeNextKey {next_key} /IDTree {tree} >>"
        )

    def _write_element(self, root: Node, tree: Object) -> None:
        waiting: list[tuple[Node, str]] = [(root, tree.ref)]
        while waiting:
            node, parent = waiting.pop()
            element = self._element[node]
            kids = [child for child in node.children if child in self._element]
            element.body = self._body(node, parent, kids).encode("latin-1")
            waiting.extend((child, element.ref) for child in kids)

    def _body(self, node: Node, parent: str, kids: list[Node]) -> str:
        entries = [f"/Type /StructElem /S /{node.tag} /P {parent}"]
        marks = self._marks.get(node, [])
        page = marks[0][0] if marks else None
        if page is not None:
            entries.append(f"/Pg {page.ref}")
        content = [self._element[child].ref for child in kids]
        content += [_content(mark, on, page) for on, mark in marks]
        for on, annotation in self._links.get(node, ()):
            content.append(f"<< /Type /OBJR /Obj {annotation.ref} /Pg {on.ref} >>")
        entries.append(f"/K {array(content)}")
        entries.extend(_described(node))
        return "<< " + " ".join(entries) + " >>"


def _content(mark: int, on: Object, page: Object | None) -> str:
    if on is page:
        return str(mark)
    return f"<< /Type /MCR /Pg {on.ref} /MCID {mark} >>"


def _described(node: Node) -> Iterator[str]:
    """Everything else that an element says of itself."""
    for key, words in (
        ("Lang", language_tag(node.lang)),
        ("Alt", node.alt),
        ("ActualText", node.actual_text),
        ("T", node.title),
        ("ID", node.uid),
    ):
        if words:
            yield f"/{key} {text(words)}"
    if node.scope:
        yield f"/A << /O /Table /Scope /{node.scope} >>"
    if node.summary:
        yield f"/A << /O /Table /Summary {text(node.summary)} >>"
    if node.bbox is not None:
        box = " ".join(number(value) for value in node.bbox)
        yield f"/A << /O /Layout /Placement /Block /BBox [{box}] >>"


def language_tag(lang: str) -> str:
    """The tag of a language (BCP 47) as readers aloud know it."""
    return {"zh": "zh-CN"}.get(lang, lang)


def _used(root: Node, *kept: Container[Node]) -> Iterator[Node]:
    """The nodes that hold anything, the root always; an empty element says nothing."""
    order: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        order.append(node)
        waiting.extend(node.children)
    full: set[Node] = {root}
    for node in reversed(order):
        # A cell may be empty, and its row must keep its length all the same.
        own = any(node in marks for marks in kept) or node.tag in {"TD", "TH"}
        if own or any(child in full for child in node.children):
            full.add(node)
    return (node for node in order if node in full)
