"""The book on disk: the only room that knows SQLite."""

from briefing.store.book_store import BookStore
from briefing.store.failures import StaleEdit
from briefing.store.journal import JournalLine
from briefing.store.search import Hit

__all__ = ["BookStore", "Hit", "JournalLine", "StaleEdit"]
