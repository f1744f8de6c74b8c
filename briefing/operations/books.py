"""The book's own details, its meeting and its editions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.edits import Add, Edit, EditName, Replace
from briefing.things import Book, Edition, Meeting, Reader
from briefing.uid import new_uid


def the_book(book: Reader) -> Book:
    """The details of the book; every book has them."""
    return book.all(Book)[0]


def change_book(book: Reader, **details: Any) -> Edit:
    """Give the book another title, language, office, own side or marking."""
    before = the_book(book)
    after = replace(before, **details)
    return Edit(EditName.CHANGE_BOOK, (Replace(before, after),), after.title)


def change_meeting(book: Reader, **details: Any) -> Edit:
    """Say what the book is for, or say it anew."""
    before = next(iter(book.all(Meeting)), None)
    after = replace(before or Meeting(uid=new_uid()), **details)
    change = Add(after) if before is None else Replace(before, after)
    return Edit(EditName.CHANGE_MEETING, (change,), after.occasion)


def next_edition(book: Reader) -> int:
    """The number of the edition that is kept next, from 1."""
    return max((edition.number for edition in book.all(Edition)), default=0) + 1


def archive_edition(book: Reader, original: str, made: str, **details: Any) -> Edit:
    """Keep a print of the book under the next number; its file lies under its hash."""
    number = next_edition(book)
    edition = Edition(uid=new_uid(), number=number, made=made, original=original, **details)
    return Edit(EditName.ARCHIVE_EDITION, (Add(edition),), str(number))
