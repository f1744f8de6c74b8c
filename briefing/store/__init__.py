"""The book on disk: the only room that knows SQLite."""

from briefing.store.backups import (
    Backup,
    Lent,
    books_with_backups,
    copy_lent,
    data_home,
    list_backups,
)
from briefing.store.book_store import BookStore
from briefing.store.connection import sqlite_version
from briefing.store.failures import StaleEdit
from briefing.store.journal import JournalLine
from briefing.store.library import SourceLine
from briefing.store.register import Head, Listing, Row
from briefing.store.register_order import Calendar, Column, Due, Field, Filter, Grouping, Order
from briefing.store.restoring import restore
from briefing.store.search import Hit

__all__ = [
    "Backup",
    "BookStore",
    "Calendar",
    "Column",
    "Due",
    "Field",
    "Filter",
    "Grouping",
    "Head",
    "Hit",
    "JournalLine",
    "Lent",
    "Listing",
    "Order",
    "Row",
    "SourceLine",
    "StaleEdit",
    "books_with_backups",
    "copy_lent",
    "data_home",
    "list_backups",
    "restore",
    "sqlite_version",
]
