"""A new book, with the parts that every book begins with."""

from __future__ import annotations

from pathlib import Path

from briefing.edits import Edit, EditName
from briefing.operations.notes import first_tabs
from briefing.store import BookStore
from briefing.things import Book
from briefing.uid import new_uid

SUFFIX = ".briefing"


def make_book(path: Path, title: str, lang: str, office: str = "", author: str = "") -> BookStore:
    """Make a book and open it; BookExists where there is a file already."""
    book = Book(uid=new_uid(), title=title or path.stem, office=office, lang=lang)
    store = BookStore.create(path, book, author=author)
    store.apply(Edit(EditName.MAKE_BOOK, first_tabs(), book.title), author)
    return store
