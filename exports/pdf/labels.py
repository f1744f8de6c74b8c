"""Page labels: what a viewer calls each page, such as "4-2"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exports.layout.pages import Page
from exports.pdf.values import dictionary, text

_COUNTED = re.compile(r"(.*?)([1-9]\d*)", re.DOTALL)


def page_labels(pages: Iterable[Page]) -> Iterator[tuple[int, str]]:
    """The labels as a number tree holds them: an entry wherever the counting starts anew."""
    expected: tuple[str, int] | None = None
    for place, page in enumerate(pages):
        found = _COUNTED.fullmatch(page.label)
        if found is None:
            yield place, dictionary({"P": text(page.label)})
            expected = None
            continue
        prefix, count = found[1], int(found[2])
        if expected != (prefix, count):
            start = {"S": "/D", "St": str(count), "P": text(prefix) if prefix else ""}
            yield place, dictionary(start)
        expected = (prefix, count + 1)
