"""What is carried off from a text and brought into it, by copy and paste or by dragging."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMimeData

from briefing.prose import Block, BlockQuote, InsertBlock, Paragraph, Prose, Run, from_json, to_json
from ui.editor.html_in import prose_from_html
from ui.editor.html_out import html_of, plain_of
from ui.editor.objects import ViewOf
from ui.extracts import MIME as EXTRACT

PROSE = "application/x-briefing-prose+json"
MATERIAL = "application/x-briefing-material+json"


MakeInsert = Callable[[str], str]
"""Makes an insert anew of what an `InsertView` keeps, and says its uid; "" if it cannot."""


def _made_by_nobody(_keep: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Inserts:
    """What the host knows of live inserts."""

    view_of: ViewOf
    """What one shows, by its uid; None where it is not known."""
    make: MakeInsert = _made_by_nobody
    """The uid of one made anew of what an `InsertView` keeps, where an unknown one is pasted."""


def carried(prose: Prose, view_of: ViewOf) -> QMimeData:
    """A text for the clipboard: as our own, as HTML and as plain text."""
    views = {uid: view for uid in prose.inserts if (view := view_of(uid)) is not None}
    inserts = {
        uid: {"title": view.title, "lines": view.lines, "keep": view.keep}
        for uid, view in views.items()
    }
    data = QMimeData()
    own = json.dumps({"prose": to_json(prose), "inserts": inserts}, ensure_ascii=False)
    data.setData(PROSE, own.encode())
    data.setHtml(html_of(prose, view_of))
    data.setText(plain_of(prose, view_of))
    return data


def can_come(data: QMimeData) -> bool:
    """Whether a text can be made of what is offered; files are for the window."""
    ours = any(data.hasFormat(kind) for kind in (PROSE, EXTRACT, MATERIAL))
    return ours or data.hasHtml() or (data.hasText() and not data.hasUrls())


def arrived(data: QMimeData, inserts: Inserts, *, plain: bool = False) -> Prose:
    """The text that is offered, cleaned; without any styling if plain."""
    if plain:
        return plain_prose(data.text())
    if data.hasFormat(PROSE):
        try:
            return _own(json.loads(bytes(data.data(PROSE).data())), inserts)
        except (ValueError, KeyError, TypeError):
            pass  # of another version: the plainer forms are there too
    if data.hasHtml():
        found = prose_from_html(data.html())
        if found:
            return _spaced(found, data.text())
    return plain_prose(data.text())


def _spaced(prose: Prose, text: str) -> Prose:
    """Words that go into a line keep the space at their ends, which HTML does not tell."""
    match prose.blocks:
        case (Paragraph(runs=runs),) if text.strip(" ") and text != text.strip(" "):
            lead, tail = Run(text=" " * text.startswith(" ")), Run(text=" " * text.endswith(" "))
            return Prose((Paragraph(runs=(lead, *runs, tail)),))
        case _:
            return prose


def bytes_of(data: QMimeData, kind: str) -> str:
    """What is offered of a kind, as text."""
    return bytes(data.data(kind).data()).decode("utf-8", "replace")


def plain_prose(text: str) -> Prose:
    """Lines as paragraphs; those of one line keep the space at their ends."""
    lines = text.splitlines()
    if len(lines) == 1:
        return Prose((Paragraph(runs=(Run(text=lines[0]),)),))
    return Prose.plain(text)


def _own(plain: dict[str, Any], inserts: Inserts) -> Prose:
    shown = plain.get("inserts", {})
    blocks = (
        _here(block, shown.get(block.insert, {}), inserts)
        if isinstance(block, InsertBlock)
        else block
        for block in from_json(plain["prose"]).blocks
    )
    return Prose(tuple(block for block in blocks if block is not None))


def _here(block: InsertBlock, shown: dict[str, Any], inserts: Inserts) -> Block | None:
    """An insert that is known here, or one made anew, or at least the words that it showed."""
    if inserts.view_of(block.insert) is not None:
        return block
    made = inserts.make(shown["keep"]) if shown.get("keep") else ""
    if made:
        return InsertBlock(insert=made)
    if not shown.get("lines"):
        return None
    words = "\n".join(shown["lines"])
    return BlockQuote(runs=(Run(text=words, footnote=shown.get("title", "")),))
