"""The outline: parts, and under each of them its sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from exports.layout.pages import OutlineEntry
from exports.pdf.objects import PdfFile
from exports.pdf.values import dictionary, identifier, quick_dictionary, ref, text


@dataclass(frozen=True, slots=True)
class Branch:
    """An entry and those below it."""

    entry: OutlineEntry
    below: list[Branch] = field(default_factory=list)


def write_outline(file: PdfFile, entries: Iterable[OutlineEntry]) -> int:
    """Write the outline; the number of its root, 0 where there are no entries."""
    branches = nested(entries)
    if not branches:
        return 0
    at = file.reserve()
    own = {"Type": "/Outlines", "Count": str(len(branches))}
    return file.add(dictionary(own | _write(file, branches, at)), at)


def nested(entries: Iterable[OutlineEntry]) -> list[Branch]:
    """Entries by level as a tree; one whose level skips another hangs on what there is."""
    top: list[Branch] = []
    path: list[tuple[int, list[Branch]]] = [(0, top)]
    for entry in entries:
        while path[-1][0] >= max(entry.level, 1):
            path.pop()
        branch = Branch(entry)
        path[-1][1].append(branch)
        path.append((max(entry.level, 1), branch.below))
    return top


def _write(file: PdfFile, branches: Sequence[Branch], parent: int) -> dict[str, str]:
    """Write branches; how their parent names the first and the last of them."""
    numbers = [file.reserve() for _ in branches]
    around = [0, *numbers, 0]
    for place, (at, branch) in enumerate(zip(numbers, branches, strict=True)):
        before, after = around[place], around[place + 2]
        own = {
            "Title": text(branch.entry.title),
            "Parent": ref(parent),
            "Dest": identifier(branch.entry.target),
            "Prev": ref(before) if before else "",
            "Next": ref(after) if after else "",
        }
        if branch.below:
            # Less than nothing: closed until the reader opens it.
            own |= {"Count": f"-{len(branch.below)}"} | _write(file, branch.below, at)
        file.add(quick_dictionary(own), at)
    return {"First": ref(numbers[0]), "Last": ref(numbers[-1])}
