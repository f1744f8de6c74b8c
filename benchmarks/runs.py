"""The runs, and the table that they make."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from benchmarks.books import make_book, release_text
from benchmarks.cases import CASES
from benchmarks.measure import Cost, best_of, cost_of

_PEERS = {
    # What each is measured against: the case of ours that makes the same.
    "typst": "pdf",
    "platypus": "pdf",
    "pandoc": "docx",
}
_REPEATED = 300
"""Pages up to which a case is run three times and the cheapest counts."""


def measured(sizes: list[int], folder: Path, peers: Path | None) -> Iterator[str]:
    """Lines of a table, as they are measured."""
    yield _row("pages", "case", "wall s", "CPU s", "MB", "ratio of CPU", "CPU ms a page")
    floor = best_of(3, _ours("start", folder, folder))
    yield _row("", "start", *_figures(floor), "", "")
    for size in sizes:
        book = folder / f"book-{size}.briefing"
        make_book(book, size).close()
        book.with_suffix(".txt").write_text(release_text(size), "utf-8")
        costs: dict[str, Cost] = {}
        pages = size
        for case in (name for name in CASES if name != "start"):
            costs[case] = best_of(3 if size <= _REPEATED else 1, _ours(case, book, folder))
            if case == "pdf":
                pages = _pages(folder / f"{book.stem}.pdf")
            each = f"{costs[case].cpu / pages * 1000:.2f}"
            yield _row(str(pages), case, *_figures(costs[case]), "", each)
        if peers is not None:
            yield from _beside(book, folder, peers, costs, pages)


def _beside(
    book: Path, folder: Path, python: Path, costs: dict[str, Cost], pages: int
) -> Iterator[str]:
    for peer, case in _PEERS.items():
        command = [python, "-m", f"benchmarks.peers.{peer}_peer", book, folder]
        yield _peer_row(peer, case, command, costs, pages)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is not None:
        document = folder / f"{book.stem}.docx"
        profile = f"-env:UserInstallation=file://{folder / 'office'}"
        target = folder / "office-out"
        command = [
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            target,
            document,
        ]
        yield _peer_row("LibreOffice", "pdf", command, costs, pages)


def _peer_row(
    peer: str, case: str, command: list[str | Path], costs: dict[str, Cost], pages: int
) -> str:
    try:
        cost = cost_of(command)
    except RuntimeError as error:
        return _row(str(pages), f"{peer} ({case})", "failed", "", "", str(error)[-60:], "")
    ratio = f"{cost.cpu / costs[case].cpu:.1f} x {case}"
    each = f"{cost.cpu / pages * 1000:.2f}"
    return _row(str(pages), f"{peer} ({case})", *_figures(cost), ratio, each)


def _ours(case: str, book: Path, folder: Path) -> list[str | Path]:
    return [sys.executable, "-m", "benchmarks.cases", case, book, folder]


def _figures(cost: Cost) -> tuple[str, str, str]:
    return f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:.0f}"


def _row(*cells: str) -> str:
    widths = (6, 18, 8, 8, 6, 16, 14)
    return "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def _pages(path: Path) -> int:
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()
