"""What the styles and the list definitions of a DOCX say of a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefing.intake.readers.word_package import WordPackage

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^heading (\d)$", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20
"""Styles based on one another; more is a circle."""
_BULLETS = frozenset({"bullet", "none", ""})
_NO_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph or character style, as far as a reader needs it."""

    name: str = ""
    based_on: str = ""
    level: int = 0
    bold: bool | None = None
    size: float = 0.0
    list_id: str = ""
    depth: int = 0


class Styles:
    """The styles of a document by their id, with what they take from one another."""

    def __init__(self, package: WordPackage) -> None:
        self._styles: dict[str, Style] = {}
        self._default = ""
        tree = package.part("styles.xml")
        for node in tree.iter(f"{W}style") if tree is not None else ():
            uid = node.get(f"{W}styleId") or ""
            self._styles[uid] = _style(node)
            if node.get(f"{W}type") == "paragraph" and is_on(node, "default", own=True):
                self._default = uid

    def of(self, uid: str | None) -> Style:
        """A style with everything that it inherits."""
        name = self._styles.get(uid or self._default, Style()).name
        level, bold, size, list_id, depth = 0, None, 0.0, "", 0
        at = uid or self._default
        for _ in range(_DEEPEST):
            style = self._styles.get(at)
            if style is None:
                break
            level = level or style.level
            bold = style.bold if bold is None else bold
            size = size or style.size
            list_id, depth = (list_id, depth) if list_id else (style.list_id, style.depth)
            at = style.based_on
        return Style(name, "", level, bold, size, list_id, depth)


def _style(node: etree._Element) -> Style:
    name = value(node, "name")
    paragraph, run = node.find(f"{W}pPr"), node.find(f"{W}rPr")
    heading = _HEADING.match(name)
    level = int(heading[1]) if heading else outline_level(paragraph)
    list_id, depth = numbering(paragraph)
    return Style(
        name=name,
        based_on=value(node, "basedOn"),
        level=level,
        bold=bold(run),
        size=size(run),
        list_id=list_id,
        depth=depth,
    )


def value(node: etree._Element | None, tag: str) -> str:
    """The value of a child, or ""."""
    child = None if node is None else node.find(W + tag)
    return "" if child is None else child.get(f"{W}val") or ""


def is_on(node: etree._Element | None, tag: str, *, own: bool = False) -> bool:
    """Whether a switch is there and on, as a child or as an attribute of its own."""
    if node is None:
        return False
    if own:
        return (node.get(W + tag) or "0").lower() not in _OFF
    child = node.find(W + tag)
    return child is not None and (child.get(f"{W}val") or "1").lower() not in _OFF


def bold(run: etree._Element | None) -> bool | None:
    """Whether a run's properties make it bold; None if they do not say."""
    if run is None or run.find(f"{W}b") is None:
        return None
    return is_on(run, "b")


def size(run: etree._Element | None) -> float:
    """The size of type in points; 0 if the run's properties do not say."""
    half_points = value(run, "sz")
    return int(half_points) / 2 if half_points.isdigit() else 0.0


def outline_level(paragraph: etree._Element | None) -> int:
    """The heading level that a paragraph's properties give; 0 for none."""
    level = value(paragraph, "outlineLvl")
    return int(level) + 1 if level.isdigit() and int(level) < _NO_LEVEL else 0


def numbering(paragraph: etree._Element | None) -> tuple[str, int]:
    """The list that a paragraph's properties put it into, and how deep; "" for none."""
    node = None if paragraph is None else paragraph.find(f"{W}numPr")
    depth = value(node, "ilvl")
    return value(node, "numId"), int(depth) if depth.isdigit() else 0
