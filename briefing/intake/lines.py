"""What a reader hands on: lines with hints, alike for every format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it stands in the file, or a whole paragraph where the format knows paragraphs."""

    text: str
    mark: str = ""
    """The list mark or number before the text, as written."""
    depth: int = -1
    """How deep the format nests the list, from 0; -1 where it says nothing of lists."""
    indent: float = 0.0
    """White space before the line, in letters."""
    gap: bool = False
    """Whether white space stands above it."""
    page: int = 0
    edge: bool = False
    """Whether it stands at the head or the foot of its page."""
    bold: bool = False
    size: float = 0.0
    """Of the type, in points; 0 where unknown."""
    level: int = 0
    """Of a heading that the format declares, from 1; 0 for none."""
    whole: bool = False
    """Whether it is a paragraph of its own."""
    run_in: bool = False
    """Whether it is a title that stood in one line with the paragraph that follows."""
    place: str = ""
    """Why the part of the page in which it stands is no instrument; "" if it may be."""
    reach: float = 1.0
    """How much of the measure it fills; 1 means to the margin."""
    measure: float = 0.0
    """Letters that its column holds; 0 where unknown."""
    slack: float = 0.08
    """How much of the measure full lines may lack."""
    flush: bool = False
    """Whether lines are justified: every full one ends at the margin itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A file as its reader saw it."""

    media_type: str
    lines: tuple[Line, ...]
    title: str = ""
    """The title by the file's own word, such as that of a web page."""
    url: str = ""
    issued: str = ""
    """ISO date by the file's own word."""
    issuer: str = ""
    encoding: str = ""
    pages: int = 0
