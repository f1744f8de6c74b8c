"""The body of a web page as lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.intake.lines import Line
from briefing.intake.readers.runs import Runs
from briefing.intake.readers.text import measured, split_lines
from briefing.intake.readers.web_tags import BLOCKS, BOLD, DROPPED, HEADINGS, LISTS, VOID
from briefing.intake.readers.web_zones import Zones
from briefing.intake.readers.web_zones import place as place_of


@dataclass(slots=True)
class _Element:
    """An open element and what it says of the text inside it."""

    tag: str
    dropped: bool = False
    bold: bool = False
    linked: bool = False
    raised: bool = False
    typed: bool = False
    """Its lines are those of its text, as in a text file."""
    level: int = 0
    """That of the heading around it."""
    list: _Element | None = None
    """The innermost list around it, or itself."""
    zone: int = -1
    count: int = 0
    """Of the items of a numbered list so far."""


class WebPage:
    """Collects the lines of a page's body while its tags go by."""

    def __init__(self) -> None:
        self._open: list[_Element] = [_Element("")]
        self._zones = Zones()
        self._runs = Runs()
        self._lines: list[Line] = []
        self._broken: list[Line] = []
        self._gap = False
        self._item = ""
        self._lists = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag that opens."""
        if tag == "br":
            self._break()
        if tag in BLOCKS:
            self._flush()
        if tag in VOID:
            return
        self._open.append(self._element(tag, attributes))
        if tag == "li":
            self._item = self._mark()
        self._lists += tag in LISTS

    def end(self, tag: str) -> None:
        """A tag that closes; the parser closes what the page forgot."""
        if tag in VOID:
            return
        if tag in BLOCKS:
            self._flush()
        while len(self._open) > 1:
            element = self._open.pop()
            self._lists -= element.tag in LISTS
            if element.zone >= 0:
                self._zones.leave(element.zone)
            if element.tag == tag:
                break

    def data(self, text: str) -> None:
        """Text between tags."""
        top = self._open[-1]
        if top.dropped:
            return
        if top.raised and self._runs.is_call(text):
            return
        heading = any(element.tag in HEADINGS for element in self._open[-4:])
        self._zones.count(text, linked=top.linked and not heading)
        self._runs.add(text, bold=top.bold)

    def close(self) -> None:
        """The end of the page."""
        self._flush()

    def lines(self) -> list[Line]:
        """The lines of the page in order, with the place of each."""
        verdicts = self._zones.close()
        return [replace(line, place=verdicts.reason(int(line.place), line)) for line in self._lines]

    def _element(self, tag: str, attributes: Mapping[str, str]) -> _Element:
        above = self._open[-1]
        element = _Element(
            tag=tag,
            dropped=above.dropped or tag in DROPPED or _is_hidden(attributes),
            bold=above.bold or tag in BOLD or "font-weight:bold" in _style(attributes),
            linked=above.linked or tag == "a",
            raised=above.raised or tag == "sup",
            typed=above.typed or tag == "pre",
            level=int(tag[1]) if tag in HEADINGS else above.level,
            list=above.list,
            zone=self._zones.enter(tag, place_of(tag, attributes)) if tag in BLOCKS else -1,
        )
        if tag in LISTS:
            element.list = element
        return element

    def _mark(self) -> str:
        outer = self._open[-1].list
        if outer is None or outer.tag == "ul":
            return "•"
        outer.count += 1
        return f"{outer.count}."

    def _break(self) -> None:
        """A line ends inside its block; two breaks leave a gap."""
        text = self._runs.text()
        if text:
            self._broken.append(self._line(text, gap=self._gap))
        self._gap = not text
        self._runs = Runs()

    def _flush(self) -> None:
        """A block ends, with one line or with several that breaks made."""
        runs, self._runs = self._runs, Runs()
        broken, self._broken, self._gap = self._broken, [], False
        if self._open[-1].typed:
            self._flush_typed(runs)
        elif not broken:
            self._lines += [
                replace(self._line(text), bold=bold, run_in=run_in, whole=True)
                for text, bold, run_in in runs.split()
            ]
        else:
            text = runs.text()
            last = [self._line(text, gap=self._gap)] if text else []
            self._lines += self._of_breaks([*broken, *last])
        if runs.text() or broken:
            self._item = ""

    def _flush_typed(self, runs: Runs) -> None:
        lines = measured(split_lines(runs.raw()))
        self._lines += [replace(line, place=str(self._zones.current)) for line in lines]

    def _of_breaks(self, lines: list[Line]) -> list[Line]:
        if lines[0].level:
            return [replace(lines[0], text=" ".join(line.text for line in lines), whole=True)]
        return measured(lines)

    def _line(self, text: str, *, gap: bool = False) -> Line:
        return Line(
            text=text,
            mark=self._item,
            depth=max(0, self._lists - 1) if self._item else -1,
            gap=gap,
            level=self._open[-1].level,
            place=str(self._zones.current),
        )


def _style(attributes: Mapping[str, str]) -> str:
    return "".join((attributes.get("style") or "").lower().split())


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = _style(attributes)
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )
