"""Laid-out documents made by hand, and what a reader finds in the file."""

from __future__ import annotations

import base64
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from exports.layout.pages import (
    Destination,
    LaidOut,
    Line,
    LinkArea,
    Node,
    OutlineEntry,
    Page,
    Placed,
    Shape,
)
from exports.layout.shaping import Shaper
from tests.validators import pdf_errors, pdf_words, require, run

ROOT = Path(__file__).resolve().parents[3]
SHAPER = Shaper()
MADE = "2026-11-24T10:30:00+00:00"


def line(words: str, node: Node | None, y: float = 700, face: str = "serif") -> Line:
    """A line of words at 12 points."""
    shaped_words = SHAPER.shape(face, words)
    shapes = getattr(shaped_words, "shapes", shaped_words)
    return Line(72, y, 12, shapes, (0.0,) * len(shapes), node)


def shaped(glyphs: tuple[int, ...], texts: tuple[str, ...], face: str = "serif") -> Shape:
    """A shape whose glyphs are 500 wide."""
    return Shape(face, glyphs, (500.0,) * len(glyphs), texts, 500.0 * len(glyphs))


def page(*placed: Placed, links: tuple[LinkArea, ...] = (), label: str = "1") -> Page:
    return Page(595, 842, list(placed), [], list(links), label)


def document(*pages: Page, root: Node, **facts: Any) -> LaidOut:
    known: dict[str, Any] = {
        "destinations": {"top": Destination(0, 800)},
        "outline": [OutlineEntry(1, "Top", "top")],
        "title": "A book",
        "lang": "en",
        "author": "The desk",
        "made": MADE,
    }
    return LaidOut(list(pages), root, **(known | facts))


def tree(*children: Node) -> Node:
    """A document with one part."""
    return Node("Document", children=[Node("Part", children=list(children))])


def failures(data: bytes, profile: str = "ua1") -> list[str]:
    """What a validator has against a file."""
    return pdf_errors(data, profile)


def words_of(data: bytes) -> str:
    """What a reader copies from a file, without line ends."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.pdf"
        path.write_bytes(data)
        return " ".join(pdf_words(path).split())


class Opened:
    """A file as qpdf reads it."""

    def __init__(self, data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "made.pdf"
            path.write_bytes(data)
            done = run(
                require("qpdf"),
                "--json=2",
                "--json-stream-data=inline",
                "--decode-level=generalized",
                path,
            )
        assert done.returncode == 0, done.stderr
        self._objects: dict[str, Any] = json.loads(done.stdout)["qpdf"][1]

    def get(self, value: Any) -> Any:
        """What a reference leads to; a stream gives its dictionary."""
        while isinstance(value, str) and f"obj:{value}" in self._objects:
            found = self._objects[f"obj:{value}"]
            value = found["value"] if "value" in found else found["stream"]["dict"]
        return value

    def stream(self, reference: str) -> bytes:
        """The unpacked data of a stream."""
        return base64.b64decode(self._objects[f"obj:{reference}"]["stream"]["data"])

    @property
    def catalog(self) -> dict[str, Any]:
        return self.get(self.get(self._objects["trailer"]["value"])["/Root"])

    @property
    def trailer(self) -> dict[str, Any]:
        return self._objects["trailer"]["value"]

    def all(self, **entries: str) -> list[dict[str, Any]]:
        """Every dictionary with these entries."""
        wanted = {f"/{key}": value for key, value in entries.items()}
        return [d for d in self._dictionaries() if wanted.items() <= _plain(d).items()]

    def _dictionaries(self) -> Iterator[dict[str, Any]]:
        for found in self._objects.values():
            value = found["value"] if "value" in found else found["stream"]["dict"]
            if isinstance(value, dict):
                yield value

    def elements(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """The structure in reading order: the path of tags, and the element."""
        root = self.get(self.catalog["/StructTreeRoot"])
        yield from self._below(root, "")

    def _below(self, element: dict[str, Any], above: str) -> Iterator[tuple[str, dict[str, Any]]]:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = self.get(kid)
            if isinstance(found, dict) and "/S" in found:
                path = f"{above}{found['/S']}"
                yield path, found
                yield from self._below(found, path)


def _plain(found: dict[str, Any]) -> dict[str, str]:
    return {key: value for key, value in found.items() if isinstance(value, str)}
