"""What the world can do to us.

A `BriefingError` is something that an adviser can act on. It carries facts and no sentence: the
words are said where the adviser reads them. Anything else that is raised is a bug.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

if TYPE_CHECKING:
    from pathlib import Path


class BriefingError(Exception):
    """Something outside the program went wrong with a file."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(str(path), detail)
        self.path = path
        self.detail = detail

    @override
    def __reduce__(self) -> tuple[type[BriefingError], tuple[Path, str]]:
        # As it was made, and not from `args`: it travels between processes.
        return type(self), (self.path, self.detail)


class BookMissing(BriefingError):
    """There is no book at the path."""


class BookExists(BriefingError):
    """A new book would take the place of a file that is already there."""


class BookLocked(BriefingError):
    """Another program holds the book; `detail` says which, where that is known."""


class BookReadOnly(BriefingError):
    """The book, or the folder it lies in, may not be written to."""


class BookTooNew(BriefingError):
    """A newer version of the program made the book; `detail` is its schema version."""


class BookDamaged(BriefingError):
    """The file is a book, but SQLite cannot read all of it."""


class NotABook(BriefingError):
    """The file is something other than a book."""


class DiskFull(BriefingError):
    """There was no room left to write."""


class StorageFailed(BriefingError):
    """The disk, the stick or the network share gave an error; `detail` is its name."""


class SourceMissing(BriefingError):
    """There is no file at the path, or it may not be read."""


class SourceEmpty(BriefingError):
    """The file holds no text at all."""


class SourceNotText(BriefingError):
    """The file is of a kind that cannot be read as text."""


class SourceDamaged(BriefingError):
    """The file is of a known kind but broken or cut short."""


class SourceEncrypted(BriefingError):
    """The file asks for a password."""


class SourceTooLarge(BriefingError):
    """The file, or what it unpacks to, is larger than the program reads; `detail` is the limit."""


class SourceScanned(BriefingError):
    """The PDF holds pictures of pages and no text; `detail` is the number of pages."""


class ExportFailed(BriefingError):
    """The exported file could not be written."""


class TemplateBroken(BriefingError):
    """A template, a marking scheme or a lexicon cannot be understood; `detail` says where."""


class Refused(Exception):
    """The book as it stands does not allow what was asked; `reason` names why, `subject` what.

    For instance a topic that is still in use cannot be removed.
    """

    def __init__(self, reason: str, subject: str = "") -> None:
        super().__init__(reason, subject)
        self.reason = reason
        self.subject = subject
