"""A rich text as clean HTML for other programs: what it says, without any looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from html import escape

from briefing.prose import (
    Block,
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from ui.editor.objects import InsertView

ViewOf = Callable[[str], InsertView | None]


def html_of(prose: Prose, view_of: ViewOf) -> str:
    """The text as HTML; live inserts as the words that they show."""
    return "".join(part for block in prose.blocks for part in _block(block, view_of))


def plain_of(prose: Prose, view_of: ViewOf) -> str:
    """The words alone; live inserts as the words that they show."""
    return "\n".join(_lines(prose, view_of))


def _lines(prose: Prose, view_of: ViewOf) -> Iterator[str]:
    for block in prose.blocks:
        if isinstance(block, InsertBlock):
            view = view_of(block.insert)
            if view is not None:
                yield from (view.title, *view.lines)
        else:
            yield Prose((block,)).text


def _block(block: Block, view_of: ViewOf) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"<p>{_runs(block.runs)}</p>"
        case Subheading():
            yield f"<h3>{_runs(block.runs)}</h3>"
        case BlockQuote():
            yield f"<blockquote><p>{_runs(block.runs)}</p></blockquote>"
        case List():
            yield _list(list(block.items), "ol" if block.ordered else "ul")
        case Table():
            yield _table(block)
        case InsertBlock():
            view = view_of(block.insert)
            if view is not None:
                lines = "<br>".join(escape(line) for line in view.lines)
                yield f"<blockquote><p>{lines}</p><p>{escape(view.title)}</p></blockquote>"


def _list(items: list[Item], tag: str) -> str:
    """Deeper items lie in the one above them."""
    parts: list[str] = []
    while items:
        item = items.pop(0)
        below: list[Item] = []
        while items and items[0].level > item.level:
            below.append(items.pop(0))
        inner = _list(below, tag) if below else ""
        parts.append(f"<li>{_runs(item.runs)}{inner}</li>")
    return f"<{tag}>{''.join(parts)}</{tag}>"


def _table(table: Table) -> str:
    caption = f"<caption>{escape(table.caption)}</caption>" if table.caption else ""
    rows = (
        "".join(f"<{cell}>{_runs(runs)}</{cell}>" for runs in row)
        for row, cell in (
            (row, "th" if at < table.heads else "td") for at, row in enumerate(table.rows)
        )
    )
    return f"<table>{caption}{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text, quote=False).replace("\n", "<br>")
    for on, tag in (
        (run.superscript, "sup"),
        (run.underline, "u"),
        (run.italic, "em"),
        (run.bold, "strong"),
    ):
        text = f"<{tag}>{text}</{tag}>" if on and text else text
    if run.lang and text:
        text = f'<span lang="{escape(run.lang)}">{text}</span>'
    if run.href and text:
        text = f'<a href="{escape(run.href)}">{text}</a>'
    return f"{text} [{escape(run.footnote)}]" if run.footnote else text
