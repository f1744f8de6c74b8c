"""A file that is a book is made: a new one, the sample, a copy that was brought back."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing.operations.notes import first_tabs
from briefing.progress import Progress
from briefing.store import BookStore
from briefing.things import Book
from briefing.uid import new_uid

SUFFIX = ".briefing"


def make_book(path: Path, title: str, lang: str, office: str = "", author: str = "") -> BookStore:
    """Make a book with the parts that every one begins with, and open it.

    BookExists where there is a file already.
    """
    book = Book(uid=new_uid(), title=title or path.stem, office=office, lang=lang)
    return BookStore.create(path, book, first_tabs(), author=author)


def make_sample_at(path: Path, progress: Progress) -> Path:
    """Make the sample book; where it is."""
    from briefing.sample import make_sample  # noqa: PLC0415 - reads and drafts: heavy

    path.parent.mkdir(parents=True, exist_ok=True)
    make_sample(path, progress).close()
    return path


def copy_beside(book: Path, backup: Path) -> Path:
    """Put a backup beside its book under a name of its own; where it is now.

    Where no copy can be made, that is where it was.
    """
    stamp = backup.stem.partition(".")[0].replace("T", " ")
    copy = book.with_name(f"{book.stem} ({stamp}){SUFFIX}")
    try:
        if not copy.exists():
            shutil.copyfile(backup, copy)
    except OSError:
        return backup
    return copy
