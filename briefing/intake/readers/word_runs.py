"""The runs of one Word paragraph: what is read of them, and how it looks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from briefing.intake.readers.runs import Runs
from briefing.intake.readers.word_styles import Style, Styles, W, bold, is_on, size, value

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NAMES = (
    *("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr"),
    *("instrText", "delText", "delInstrText", "footnoteReference", "endnoteReference"),
)
SKIPPED = frozenset([*(W + name for name in _NAMES), _COMPATIBLE + "Fallback"])
"""Elements that hold no text of the document as it stands."""
DEEPEST = 200
_CHARACTERS = {f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "\u00ad"}
_YES = frozenset({"1", "true", "on"})
_SHEETS = frozenset({"page", "column"})


@dataclass(slots=True)
class Told:
    """What a paragraph holds: its lines, each of runs, and the boxes that hang on it."""

    lines: list[Runs] = field(default_factory=lambda: [Runs()])
    sizes: Counter[float] = field(default_factory=Counter)
    boxes: list[etree._Element] = field(default_factory=list)


class Teller:
    """Reads the runs of paragraphs with the help of the styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def told(self, paragraph: etree._Element, style: Style) -> Told:
        """What a paragraph of that style holds."""
        told = Told()
        self._gather(paragraph, style, told, 0)
        return told

    def _gather(self, parent: etree._Element, style: Style, told: Told, depth: int) -> None:
        """Runs stand in links, insertions and fields too."""
        for child in parent if depth < DEEPEST else ():
            if child.tag == f"{W}r":
                self._run(child, style, told)
            elif child.tag not in SKIPPED:
                self._gather(child, style, told, depth + 1)

    def _run(self, run: etree._Element, style: Style, told: Told) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish") or is_on(properties, "webHidden"):
            return
        heavy = self._is_bold(properties, style)
        raised = value(properties, "vertAlign") == "superscript"
        points = size(properties) or style.size
        for child in run:
            if child.get(f"{W}customMarkFollows") in _YES:
                return  # the rest of the run is the call of a footnote
            text = _text(child, told)
            if text and not (raised and told.lines[-1].is_call(text)):
                told.lines[-1].add(text, bold=heavy)
                told.sizes[points] += len(text.strip())

    def _is_bold(self, properties: etree._Element | None, style: Style) -> bool:
        name = value(properties, "rStyle")
        named = self._styles.of(name).bold if name else None
        said = (bold(properties), named, style.bold)
        return next((one for one in said if one is not None), False)


def _text(child: etree._Element, told: Told) -> str:
    """The characters of one child of a run; breaks and boxes are noted aside."""
    if child.tag == f"{W}t":
        return child.text or ""
    if child.tag in {f"{W}br", f"{W}cr"}:
        if child.get(f"{W}type") in _SHEETS:
            return " "
        told.lines.append(Runs())
        return ""
    if child.tag == f"{W}sym":
        return _symbol(child.get(f"{W}char") or "")
    if child.tag in _CHARACTERS:
        return _CHARACTERS[child.tag]
    if child.tag not in SKIPPED:
        told.boxes += _boxes(child)
    return ""


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _boxes(drawing: etree._Element) -> list[etree._Element]:
    """The text boxes of a drawing, once: the old form of a new drawing repeats them."""
    boxes = list(drawing.iter(f"{W}txbxContent"))
    old = {box for fallback in drawing.iter(_COMPATIBLE + "Fallback") for box in fallback.iter()}
    inner = {deeper for box in boxes for deeper in box.iter() if deeper is not box}
    return [box for box in boxes if box not in old and box not in inner]
