"""The history of a book: every edit has a line, the last ones can still be taken back.

A line keeps what was done, when and by whom for good. The changes themselves are kept with the
newest lines only. A line that was undone keeps its changes until another edit is made.
"""

from __future__ import annotations

import codecs
import json
import sqlite3
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.codec import changes_from_plain, changes_to_plain
from briefing.edits import Add, Change, Edit, EditName, Replace, thing_of
from briefing.progress import PIECE, Steps, finish
from briefing.things import Edition, Source

KEPT = 200
"""How many edits can be undone after the book was closed and opened again."""
_PIECE = 1 << 18
"""Bytes that are unpacked in one step: two milliseconds or so."""


@dataclass(frozen=True, slots=True)
class JournalLine:
    """What was done to the book."""

    number: int
    made: str
    """ISO date and time, UTC."""
    author: str
    name: EditName
    subject: str
    undone: bool
    kept: bool
    """Whether its changes are still there, so that undo or redo can come to it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A line whose changes are kept, as they are packed."""

    number: int
    name: str
    subject: str
    changes: bytes

    def unpacked(self) -> Steps[Edit]:
        """The edit."""
        text = yield from _unpacked(self.changes)
        decode = json.JSONDecoder().raw_decode
        changes: list[Change] = []
        at = 1
        while at < len(text) - 1:
            change, end = decode(text, at)
            changes += changes_from_plain((change,))
            at = end + 1
            if not len(changes) % PIECE:
                yield at, len(text)
        return Edit(EditName(self.name), tuple(changes), self.subject)


def _unpacked(packed: bytes) -> Steps[str]:
    """What was packed; of thousands of changes that takes a while by itself."""
    unpacker = zlib.decompressobj()
    decoder = codecs.getincrementaldecoder("utf-8")()
    pieces: list[str] = []
    left = packed
    while left:
        pieces.append(decoder.decode(unpacker.decompress(left, _PIECE)))
        left = unpacker.unconsumed_tail
        if left:
            yield len(packed) - len(left), len(packed)
    pieces.append(decoder.decode(unpacker.flush(), final=True))
    return "".join(pieces)


def begin(conn: sqlite3.Connection, title: str, author: str, made: str) -> None:
    """The first line: the book was made, which cannot be undone."""
    record(conn, Edit(EditName.MAKE_BOOK, (), title), author, made)


class Packing:
    """The changes of an edit as a line keeps them, packed while they are made."""

    def __init__(self) -> None:
        self._packer = zlib.compressobj(1)
        self._packed: list[bytes] = []
        self._before = "["

    def add(self, changes: Iterable[Change]) -> None:
        """Take in the next changes."""
        for change in changes_to_plain(changes):
            self._pack(self._before + _json(change))
            self._before = ","

    def end(self) -> bytes:
        """All of them."""
        self._pack("[]" if self._before == "[" else "]")
        return b"".join((*self._packed, self._packer.flush()))

    def _pack(self, plain: str) -> None:
        self._packed.append(self._packer.compress(plain.encode()))


def record(conn: sqlite3.Connection, edit: Edit, author: str, made: str) -> None:
    """Write down an edit that nothing takes back; what was undone can still be made again."""
    conn.execute(
        "INSERT INTO journal (made, author, name, subject, undone) VALUES (?, ?, ?, ?, 0)",
        (made, author, edit.name.value, edit.subject),
    )


def append(conn: sqlite3.Connection, edit: Edit, changes: bytes, author: str, made: str) -> int:
    """Write an edit down, and let go of what can no longer be undone or redone."""
    _forget(conn, "undone")
    cursor = conn.execute(
        "INSERT INTO journal (made, author, name, subject, undone, changes)"
        " VALUES (?, ?, ?, ?, 0, ?)",
        (made, author, edit.name.value, edit.subject, changes),
    )
    number = int(cursor.lastrowid or 0)
    _name_originals(conn, number, edit)
    oldest = "SELECT id FROM journal WHERE changes IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?"
    _forget(conn, f"id <= ({oldest})", KEPT)
    return number


def merge(conn: sqlite3.Connection, number: int, edit: Edit, author: str, made: str) -> bool:
    """Make an edit part of a line, if that is the last one and did the same to the same thing."""
    last = undoable(conn)
    same = "SELECT 1 FROM journal WHERE id = ? AND author = ?"
    if last is None or last.number != number or not conn.execute(same, (number, author)).fetchone():
        return False
    merged = _merged(finish(last.unpacked()), edit)
    if merged is None or redoable(conn) is not None:
        return False
    conn.execute(
        "UPDATE journal SET made = ?, subject = ?, changes = ? WHERE id = ?",
        (made, edit.subject, _packed(merged), number),
    )
    return True


def join(conn: sqlite3.Connection, number: int, edit: Edit, made: str) -> bool:
    """Make an edit the end of a line, if that is the last one."""
    last = undoable(conn)
    if last is None or last.number != number or redoable(conn) is not None:
        return False
    before = finish(last.unpacked())
    joined = Edit(before.name, (*before.changes, *edit.changes), before.subject)
    conn.execute(
        "UPDATE journal SET made = ?, changes = ? WHERE id = ?", (made, _packed(joined), number)
    )
    _name_originals(conn, number, edit)
    return True


def undoable(conn: sqlite3.Connection) -> Kept | None:
    """The last edit that stands, if it is still kept."""
    return _newest(conn, "undone = 0", "DESC")


def redoable(conn: sqlite3.Connection) -> Kept | None:
    """The edit that was undone last."""
    return _newest(conn, "undone", "ASC")


def next_line(conn: sqlite3.Connection, *, undone: bool) -> JournalLine | None:
    """The line that undo would take back, or the one that redo would make again."""
    condition, order = ("undone", "ASC") if undone else ("undone = 0", "DESC")
    row = conn.execute(
        "SELECT id, made, author, name, subject FROM journal"
        f" WHERE changes IS NOT NULL AND {condition} ORDER BY id {order} LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    number, made, author, name, subject = row
    return JournalLine(number, made, author, EditName(name), subject, undone=undone, kept=True)


def mark(conn: sqlite3.Connection, number: int, *, undone: bool) -> None:
    """Note that an edit was taken back, or made again."""
    conn.execute("UPDATE journal SET undone = ? WHERE id = ?", (int(undone), number))


def lines(conn: sqlite3.Connection, limit: int) -> list[JournalLine]:
    """The history, newest first."""
    rows = conn.execute(
        "SELECT id, made, author, name, subject, undone, changes IS NOT NULL FROM journal"
        " ORDER BY id DESC LIMIT ?",
        (limit,),
    )
    return [
        JournalLine(number, made, author, EditName(name), subject, bool(undone), bool(kept))
        for number, made, author, name, subject, undone, kept in rows
    ]


def _newest(conn: sqlite3.Connection, condition: str, order: str) -> Kept | None:
    row = conn.execute(
        f"SELECT id, name, subject, changes FROM journal WHERE changes IS NOT NULL AND {condition}"
        f" ORDER BY id {order} LIMIT 1"
    ).fetchone()
    return None if row is None else Kept(*row)


def _merged(first: Edit, second: Edit) -> Edit | None:
    if first.name != second.name or len(first.changes) != 1 or len(second.changes) != 1:
        return None
    (begun,), (ended,) = first.changes, second.changes
    if thing_of(begun).uid != thing_of(ended).uid or not isinstance(ended, Replace):
        return None
    change: Change | None = None
    if isinstance(begun, Replace):
        change = Replace(begun.before, ended.after)
    elif isinstance(begun, Add):
        change = Add(ended.after)
    return None if change is None else Edit(second.name, (change,), second.subject)


def _packed(edit: Edit) -> bytes:
    packing = Packing()
    packing.add(edit.changes)
    return packing.end()


def _json(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _forget(conn: sqlite3.Connection, condition: str, *parameters: int) -> None:
    which = f"changes IS NOT NULL AND {condition}"
    conn.execute(
        f"DELETE FROM journal_original WHERE journal IN (SELECT id FROM journal WHERE {which})",
        parameters,
    )
    conn.execute(f"UPDATE journal SET changes = NULL WHERE {which}", parameters)


def _name_originals(conn: sqlite3.Connection, number: int, edit: Edit) -> None:
    """Say whose bytes the line needs, so that they stay while it can come back."""
    conn.executemany(
        "INSERT OR IGNORE INTO journal_original (journal, original) VALUES (?, ?)",
        ((number, original) for original in _originals(edit.changes)),
    )


def _originals(changes: Iterable[Change]) -> set[str]:
    things = (
        thing
        for change in changes
        for thing in (
            (change.before, change.after) if isinstance(change, Replace) else (change.thing,)
        )
    )
    return {thing.original for thing in things if isinstance(thing, Source | Edition)}
