"""What is measured of the program, each case as a process of its own."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path

MADE = "2026-11-24T10:30:00+00:00"


def start(_book: Path, _out: Path) -> None:
    """Nothing but the interpreter: what every other case has on top of its work."""


def read(book: Path, _out: Path) -> None:
    """Read a release of many pages and find its commitments."""
    from briefing.intake import read_file  # noqa: PLC0415 - each case loads what it measures
    from briefing.operations.receiving import in_interchange_form  # noqa: PLC0415

    in_interchange_form(read_file(book.with_suffix(".txt")))


def take_in(book: Path, out: Path) -> None:
    """Import the same release into a new book."""
    from briefing.intake import read_file  # noqa: PLC0415
    from briefing.operations.receiving import Known, receive  # noqa: PLC0415
    from briefing.store import BookStore  # noqa: PLC0415
    from briefing.things import Book  # noqa: PLC0415
    from briefing.uid import new_uid  # noqa: PLC0415

    path = book.with_suffix(".txt")
    target = out / "import.briefing"
    target.unlink(missing_ok=True)
    with BookStore.create(target, Book(uid=new_uid(), title="Import")) as store:
        received = receive(read_file(path), Known.of(store))
        store.keep(path.read_bytes())
        store.apply(received.edit)


def search(book: Path, _out: Path) -> None:
    """Two hundred searches in the book."""
    from briefing.store import BookStore  # noqa: PLC0415

    words = ("harbour air", "customs", "水质", "early report", "fund for rail", "zzz")
    with BookStore.open(book) as store:
        for number in range(200):
            store.search(words[number % len(words)], 20)


def compose(book: Path, out: Path) -> None:
    """Compose the book, and keep the publication for the peers."""
    from briefing.store import BookStore  # noqa: PLC0415
    from exports.compose import compose as composed  # noqa: PLC0415
    from exports.tree import Form  # noqa: PLC0415
    from ui.words import wording  # noqa: PLC0415

    with BookStore.open(book) as store:
        publication = composed(store.whole(), Form(), wording("en"), MADE)
    (out / f"{book.stem}.publication").write_bytes(pickle.dumps(publication))


def pdf(book: Path, out: Path) -> None:
    """Lay out and paint the publication."""
    from exports.pdf import render  # noqa: PLC0415

    render(publication_of(book, out), out / f"{book.stem}.pdf")


def docx(book: Path, out: Path) -> None:
    """Write the publication as a Word document."""
    from exports.docx import render  # noqa: PLC0415

    render(publication_of(book, out), out / f"{book.stem}.docx")


def publication_of(book: Path, out: Path):  # type: ignore[no-untyped-def] # noqa: ANN201
    """The publication that `compose` has kept; a file of our own making."""
    return pickle.loads((out / f"{book.stem}.publication").read_bytes())  # noqa: S301


CASES: dict[str, Callable[[Path, Path], None]] = {
    "start": start,
    "read": read,
    "import": take_in,
    "search": search,
    "compose": compose,
    "pdf": pdf,
    "docx": docx,
}

if __name__ == "__main__":
    CASES[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
