"""Foreign HTML, from Word or a web page, as rich text of ours.

Only what our texts can say is taken over: nothing is loaded, run or painted. What Word deleted but
still tracks is left out; the notes that it keeps at the end are called where it calls them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree, html

from briefing.prose import (
    Block,
    BlockQuote,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
    runs_text,
)
from ui.editor.formats import Marks
from ui.editor.normal import normal, normal_runs

_DROPPED = frozenset((
    "script", "style", "head", "title", "meta", "link", "object", "embed", "iframe", "img",
    "picture", "svg", "video", "audio", "canvas", "template", "noscript", "form", "input",
    "button", "select", "textarea", "del", "s", "strike", "xml",
))  # fmt: skip
_BLOCKS = frozenset((
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li", "table",
    "pre", "section", "article", "header", "footer", "main", "aside", "nav", "figure",
    "figcaption", "dl", "dt", "dd", "address", "body", "html", "center", "hr", "tr", "td", "th",
    "tbody", "thead", "tfoot",
))  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEADING_CLASSES = re.compile(r"\bMso(Title|Subtitle|Heading\w*)\b")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONDITIONS = re.compile(r"<!\[(?:if|endif)[^>]*\]>", re.IGNORECASE)
_COUNTED = re.compile(r"^\W*(?:\d+|[a-zA-Z]{1,3}|[ivxlIVXL]+)[.)]\W*$")
_LANGS = ("en", "fr", "zh")


@dataclass
class _Reader:
    """Collects blocks while it walks the tree."""

    notes: dict[str, str]
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)

    def end(self, kind: type[Paragraph] | type[Subheading] | type[BlockQuote]) -> None:
        """End the paragraph that is being gathered; an empty line ends one too."""
        for runs in _paragraphs(self.runs):
            self.blocks.append(kind(runs=runs))
        self.runs = []


def prose_from_html(text: str) -> Prose:
    """What a piece of HTML says, in the normal form of our texts."""
    try:
        root = html.document_fromstring(_CONDITIONS.sub("", text).replace("\x00", ""))
    except (etree.ParserError, ValueError):
        return Prose()
    body = root.find(".//body")
    reader = _Reader(_notes(root))
    _walk(body if body is not None else root, Marks(), Paragraph, reader)
    reader.end(Paragraph)
    return normal(Prose(tuple(_joined(reader.blocks))))


Kinds = type[Paragraph] | type[Subheading] | type[BlockQuote]


def _walk(node: html.HtmlElement, marks: Marks, kind: Kinds, reader: _Reader) -> None:
    """Take over an element's own text and what lies in it."""
    _text(node.text, marks, node, reader)
    for child in node:
        if isinstance(child.tag, str) and not _is_dropped(child):
            _element(child, _marked(child, marks), kind, reader)
        _text(child.tail, marks, node, reader)


def _element(node: html.HtmlElement, marks: Marks, kind: Kinds, reader: _Reader) -> None:
    tag = node.tag
    if tag == "br":
        reader.runs.append(marks.run("\n"))
    elif tag == "a" and (note := reader.notes.get(_note_name(node))):
        reader.runs.append(Run(text="", footnote=note))
    elif tag not in _BLOCKS:
        _walk(node, marks, kind, reader)
    else:
        reader.end(kind)
        _block(node, marks, kind, reader)


def _block(node: html.HtmlElement, marks: Marks, kind: Kinds, reader: _Reader) -> None:
    if node.tag in {"ul", "ol"}:
        reader.blocks.append(_list(node, marks, reader.notes))
    elif node.tag == "table":
        reader.blocks += _table(node, marks, reader.notes)
    elif (item := _word_item(node, marks, reader.notes)) is not None:
        reader.blocks.append(item)
    else:
        inner: Kinds = kind
        if node.tag in _HEADINGS or _HEADING_CLASSES.search(node.get("class", "")):
            inner, marks = Subheading, replace(marks, bold=False)
        elif node.tag == "blockquote":
            inner = BlockQuote
        _walk(node, marks, inner, reader)
        reader.end(inner)


# Characters


def _text(text: str | None, marks: Marks, node: html.HtmlElement, reader: _Reader) -> None:
    if not text:
        return
    if node.tag == "pre" or "pre" in _style(node).get("white-space", ""):
        words = text.strip("\n")
    else:
        words = _SPACE.sub(" ", text)
        if words.startswith(" ") and _ends_with_space(reader.runs):
            words = words[1:]
    if words:
        reader.runs.append(marks.run(words))


def _ends_with_space(runs: list[Run]) -> bool:
    """Whether a space here would be none on the page: at the start of a line, or after another."""
    if runs and runs[-1].footnote:
        return False
    return not runs or runs[-1].text.endswith((" ", "\n"))


def _marked(node: html.HtmlElement, marks: Marks) -> Marks:
    """The marks inside an element: those of its tag, then those of its style."""
    tag, style = node.tag, _style(node)
    if tag in {"b", "strong"}:
        marks = replace(marks, bold=True)
    elif tag in {"i", "em", "cite"}:
        marks = replace(marks, italic=True)
    elif tag in {"u", "ins"}:
        marks = replace(marks, underline=marks.underline or tag == "u")
    elif tag == "sup":
        marks = replace(marks, superscript=True)
    elif tag == "a":
        marks = replace(marks, href=_address(node.get("href", "")) or marks.href)
    lang = (node.get("lang") or "")[:2].lower()
    if lang in _LANGS:
        marks = replace(marks, lang=lang)
    return _styled(marks, style, links=tag == "a" or bool(marks.href))


def _styled(marks: Marks, style: dict[str, str], *, links: bool) -> Marks:
    weight = style.get("font-weight")
    if weight:
        bold = weight == "bold" or (weight.isdigit() and int(weight) >= 600)  # noqa: PLR2004
        marks = replace(marks, bold=bold)
    slope = style.get("font-style")
    if slope:
        marks = replace(marks, italic=slope in {"italic", "oblique"})
    line = style.get("text-decoration", "") + style.get("text-decoration-line", "")
    if line and not links:
        marks = replace(marks, underline="underline" in line)
    if style.get("vertical-align") == "super":
        marks = replace(marks, superscript=True)
    return marks


def _style(node: html.HtmlElement) -> dict[str, str]:
    pairs = (part.partition(":") for part in node.get("style", "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _colon, value in pairs}


def _address(href: str) -> str:
    """An address that may be kept: one of another place, which needs nothing of this machine."""
    return href if href.startswith(("https://", "http://", "mailto:")) else ""


def _is_dropped(node: html.HtmlElement) -> bool:
    tag = node.tag.rpartition(":")[2] if node.tag.startswith(("w:", "m:", "v:")) else node.tag
    style = _style(node)
    return (
        tag in _DROPPED
        or "msodel" in node.get("class", "").lower()
        or style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("mso-list") == "ignore"
        or style.get("mso-element", "") in {"footnote-list", "footnote", "endnote-list", "endnote",
                                            "comment-list", "comment"}
        or style.get("mso-special-character") == "comment"
        or "line-through" in style.get("text-decoration", "")
    )  # fmt: skip


# Lists


def _list(node: html.HtmlElement, marks: Marks, notes: dict[str, str]) -> List:
    return List(items=tuple(_items(node, marks, notes, 0)), ordered=node.tag == "ol")


def _items(
    node: html.HtmlElement, marks: Marks, notes: dict[str, str], level: int
) -> Iterator[Item]:
    for child in node:
        if not isinstance(child.tag, str) or _is_dropped(child):
            continue
        if child.tag in {"ul", "ol"}:  # as Word and old pages nest them
            yield from _items(child, marks, notes, level + 1)
            continue
        inner = _marked(child, marks)
        lists = [one for one in child if one.tag in {"ul", "ol"}]
        for one in lists:
            child.remove(one)
        runs = _inline(child, inner, notes)
        if runs:
            yield Item(runs=runs, level=level)
        for one in lists:
            yield from _items(one, inner, notes, level + (1 if runs else 0))


def _word_item(node: html.HtmlElement, marks: Marks, notes: dict[str, str]) -> List | None:
    """A paragraph that Word has as an item: its list and level are in the style."""
    found = _style(node).get("mso-list", "")
    level = re.search(r"level(\d+)", found)
    if level is None:
        return None
    label = "".join(
        mark.text_content()
        for mark in node.iter("span")
        if "ignore" in mark.get("style", "").lower()
    )
    item = Item(runs=_inline(node, marks, notes), level=int(level[1]) - 1)
    return List(items=(item,), ordered=_COUNTED.match(label) is not None)


def _joined(blocks: list[Block]) -> Iterator[Block]:
    """Items that Word has one by one, as lists; a deeper item is of the list above it."""
    last: List | None = None
    for block in blocks:
        if isinstance(block, List) and last is not None and len(block.items) == 1:
            deeper = block.items[0].level > 0
            if block.ordered == last.ordered or deeper:
                last = replace(last, items=(*last.items, *block.items))
                continue
        if last is not None:
            yield last
        last = block if isinstance(block, List) else None
        if last is None:
            yield block
    if last is not None:
        yield last


def _inline(node: html.HtmlElement, marks: Marks, notes: dict[str, str]) -> tuple[Run, ...]:
    """Everything in an element as the runs of one item or cell."""
    reader = _Reader(notes)
    _walk(node, marks, Paragraph, reader)
    reader.end(Paragraph)
    found: list[Run] = []
    for block in reader.blocks:
        lines = [i.runs for i in block.items] if isinstance(block, List) else [_runs_of(block)]
        for runs in lines:
            found += [Run(text="\n"), *runs] if found else runs
    return normal_runs(found)


def _runs_of(block: Block) -> tuple[Run, ...]:
    return getattr(block, "runs", ())


# Tables and notes


def _table(node: html.HtmlElement, marks: Marks, notes: dict[str, str]) -> Iterator[Block]:
    rows: list[tuple[tuple[Run, ...], ...]] = []
    heads = 0
    for row in node.iter("tr"):
        if next(row.iterancestors("table")) is not node:
            continue
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if cells and all(cell.tag == "th" for cell in cells) and heads == len(rows):
            heads += 1
        rows.append(tuple(run for cell in cells for run in _spanned(cell, marks, notes)))
    caption = node.find("caption")
    if any(runs_text(cell).strip() for row in rows for cell in row):
        yield Table(
            rows=tuple(rows),
            heads=heads,
            caption=_SPACE.sub(" ", caption.text_content()).strip() if caption is not None else "",
        )


def _spanned(cell: html.HtmlElement, marks: Marks, notes: dict[str, str]) -> list[tuple[Run, ...]]:
    wide = cell.get("colspan", "1")
    more = min(int(wide), 20) - 1 if wide.isdigit() else 0
    inner = Marks(lang=marks.lang) if cell.tag == "th" else marks
    return [_inline(cell, _marked(cell, inner), notes), *[()] * more]


def _notes(root: html.HtmlElement) -> dict[str, str]:
    """What Word's notes say, by the name of the place that calls them."""
    found = {}
    for node in root.iter("div"):
        if _style(node).get("mso-element") in {"footnote", "endnote"}:
            words = _SPACE.sub(" ", node.text_content()).strip()
            found[node.get("id", "")] = re.sub(r"^\[?\w{1,4}\]\s*", "", words)
    return found


def _note_name(node: html.HtmlElement) -> str:
    style = _style(node)
    return style.get("mso-footnote-id") or style.get("mso-endnote-id") or ""


def _paragraphs(runs: list[Run]) -> Iterator[tuple[Run, ...]]:
    """Runs parted at empty lines, without the space around them."""
    part: list[Run] = []
    for run in normal_runs(runs):
        pieces = re.split(r"\n[ \u00a0]*\n\s*", run.text)
        for place, piece in enumerate(pieces):
            if place:
                yield from _stripped(part)
                part = []
            last = place == len(pieces) - 1
            part.append(replace(run, text=piece, footnote=run.footnote if last else ""))
    yield from _stripped(part)


def _stripped(runs: list[Run]) -> Iterator[tuple[Run, ...]]:
    clean = list(normal_runs(runs))
    blank = " \t\n\r\u00a0"
    if clean:
        clean[0] = replace(clean[0], text=clean[0].text.lstrip(blank))
        if not clean[-1].footnote:
            clean[-1] = replace(clean[-1], text=clean[-1].text.rstrip(blank))
    found = normal_runs(replace(r, text=r.text.replace(" \n", "\n")) for r in clean)
    if found:
        yield found
