"""Name trees, number trees and the tree of pages: long lists that are read a piece at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from exports.pdf.objects import PdfFile
from exports.pdf.values import array, dictionary, identifier, identifier_order, ref

_WIDTH = 64
"""How many a node of a tree holds."""
_T = TypeVar("_T")


def name_tree(file: PdfFile, values: Iterable[tuple[str, str]]) -> int:
    """A tree from identifiers to values; the number of its root."""
    ordered = sorted(values, key=lambda pair: identifier_order(pair[0]))
    return _tree(file, "Names", [(identifier(key), value) for key, value in ordered])


def number_tree(file: PdfFile, values: Iterable[tuple[int, str]]) -> int:
    """A tree from numbers to values; the number of its root."""
    return _tree(file, "Nums", [(str(key), value) for key, value in sorted(values)])


def _tree(file: PdfFile, kind: str, pairs: Sequence[tuple[str, str]]) -> int:
    if len(pairs) <= _WIDTH:
        # A root has no limits.
        return file.add(dictionary({kind: _flat(pairs)}))
    level: list[tuple[int, str, str]] = []
    for leaf in in_groups(pairs, _WIDTH):
        first, last = leaf[0][0], leaf[-1][0]
        entries = {"Limits": array((first, last)), kind: _flat(leaf)}
        level.append((file.add(dictionary(entries)), first, last))
    while len(level) > _WIDTH:
        above: list[tuple[int, str, str]] = []
        for group in in_groups(level, _WIDTH):
            first, last = group[0][1], group[-1][2]
            entries = {"Limits": array((first, last)), "Kids": _kids(group)}
            above.append((file.add(dictionary(entries)), first, last))
        level = above
    return file.add(dictionary({"Kids": _kids(level)}))


def _flat(pairs: Sequence[tuple[str, str]]) -> str:
    return array(f"{key} {value}" for key, value in pairs)


def _kids(group: Sequence[tuple[int, str, str]]) -> str:
    return array(ref(number) for number, _, _ in group)


class PageTree:
    """The pages of a file, in groups of equal size."""

    def __init__(self, file: PdfFile, count: int) -> None:
        self.root = file.reserve()
        self.pages = tuple(file.reserve() for _ in range(count))
        self._file = file
        self._groups = tuple(in_groups(self.pages, _WIDTH))
        self._nodes = tuple(file.reserve() for _ in self._groups)

    def parent(self, place: int) -> int:
        """The node above the page at a place, counted from 0."""
        return self._nodes[place // _WIDTH]

    def write(self) -> None:
        """Write the nodes; the pages themselves are written by whoever paints them."""
        for node, group in zip(self._nodes, self._groups, strict=True):
            self._node(node, group, len(group), ref(self.root))
        self._node(self.root, self._nodes, len(self.pages), "")

    def _node(self, at: int, kids: Sequence[int], count: int, parent: str) -> None:
        entries = {
            "Type": "/Pages",
            "Count": str(count),
            "Kids": array(map(ref, kids)),
            "Parent": parent,
        }
        self._file.add(dictionary(entries), at)


def in_groups(items: Sequence[_T], size: int) -> Iterator[Sequence[_T]]:
    """The items in stretches of one size, the last one shorter."""
    return (items[start : start + size] for start in range(0, len(items), size))
