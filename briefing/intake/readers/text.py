"""Plain text: lines, and whether they are broken by hand."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from briefing.intake.clean import clean
from briefing.intake.decode import decode
from briefing.intake.endings import CLOSED
from briefing.intake.lines import Draft, Line
from briefing.intake.sniff import Format
from briefing.progress import Progress
from briefing.text import HAN

_BREAKS = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029]")
_LEADING = re.compile(r"[\s\u00a0\u3000]*")
_WIDE = re.compile(f"[{HAN}\u3000-\u303f\uff00-\uff60]")


def read_text(data: bytes, progress: Progress) -> Draft:
    """The draft of a text file; raises `NotText`."""
    text, encoding = decode(data)
    progress(1, 3)
    lines = measured(split_lines(text))
    return Draft(media_type=Format.TEXT, lines=tuple(lines), encoding=encoding)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that hold any, page by page."""
    lines: list[Line] = []
    for page, sheet in enumerate(text.split("\f"), start=1):
        lines += _lines_of(sheet, page if "\f" in text else 0)
    return lines


def _lines_of(sheet: str, page: int) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for raw in _BREAKS.split(sheet):
        text = clean(raw)
        if text:
            lines.append(Line(text=text, indent=_indent(raw), gap=gap, page=page))
        gap = not text
    if page and lines:
        lines[0] = replace(lines[0], edge=True)
        lines[-1] = replace(lines[-1], edge=True)
    return lines


def _indent(raw: str) -> float:
    match = _LEADING.match(raw)
    return len(match.group().expandtabs(4)) if match else 0


def width(text: str) -> int:
    """Columns that a text takes on a typewriter's page."""
    return len(text) + len(_WIDE.findall(text))


def measured(lines: list[Line]) -> list[Line]:
    """The lines with how full each is; where lines are paragraphs, they are marked as whole.

    Lines of one script are measured together: Chinese is often set in other lines.
    """
    scripts: dict[bool, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        scripts[len(_WIDE.findall(line.text)) * 3 > len(line.text)].append(at)
    done = list(lines)
    for places in scripts.values():
        for at, line in zip(places, _measured([lines[at] for at in places]), strict=True):
            done[at] = line
    return done


def _measured(lines: list[Line]) -> list[Line]:
    widths = [width(line.text) for line in lines]
    measure = _measure(lines, widths)
    if not measure:
        return [replace(line, whole=True) for line in lines]
    return [
        replace(line, measure=measure, reach=min(1.0, wide / measure), whole=wide > 1.15 * measure)
        for line, wide in zip(lines, widths, strict=True)
    ]


def _measure(lines: list[Line], widths: list[int]) -> float:
    """The columns that lines were broken at; 0 where they were not broken at all."""
    both = zip(lines, widths, strict=True)
    broken = sorted(wide for line, wide in both if wide > 40 and not CLOSED.search(line.text))
    if len(broken) < max(2, len(lines) / 50):
        return 0
    measure = broken[len(broken) * 9 // 10]
    wider = sum(wide > 1.15 * measure for wide in widths)
    full = sum(wide > 0.75 * measure for wide in broken)
    flush = sum(wide > 0.95 * measure for wide in broken)
    by_hand = wider <= len(lines) / 20 and full > len(broken) / 2
    return measure if by_hand or flush > 0.6 * len(broken) else 0
