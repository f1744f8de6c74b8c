"""A new book, with the parts that every book begins with."""

from __future__ import annotations

from pathlib import Path

from briefing.operations.notes import first_tabs
from briefing.store import BookStore
from briefing.things import Book
from briefing.uid import new_uid

SUFFIX = ".briefing"


def make_book(path: Path, title: str, lang: str, office: str = "", author: str = "") -> BookStore:
    """Make a book and open it; BookExists where there is a file already."""
    book = Book(uid=new_uid(), title=title or path.stem, office=office, lang=lang)
    return BookStore.create(path, book, first_tabs(), author=author)
