"""Full-text search over the words of a book.

The folded words of each searched thing lie in a table of their own, which triggers keep in the
full-text index; the words as they are written are read from the thing itself.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.codec import KIND_OF, name_of
from briefing.edits import Add, Change, Drop, Replace
from briefing.store.query import Span, phrases_of, spans_of
from briefing.store.reading import having_uid, read
from briefing.text import search_text
from briefing.things import Annotation, Commitment, Note, Passage, Section, Source, Thing

LIMIT = 50

_WORDS_OF: dict[type[Thing], Callable[[Any], str]] = {
    Source: lambda source: source.title,
    Passage: lambda passage: passage.text,
    Commitment: lambda commitment: "\n".join(
        filter(None, (commitment.action, commitment.next_step))
    ),
    Annotation: lambda annotation: annotation.body.text,
    Note: lambda note: note.title,
    Section: lambda section: section.body.text,
}
_WITHIN: dict[type[Thing], Callable[[Any], str]] = {
    Passage: lambda passage: passage.source,
    Section: lambda section: section.note,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing whose words answer a search."""

    kind: type[Thing]
    uid: str
    within: str
    """The source of a passage, the note of a section."""
    text: str
    """The words as they are written."""
    spans: tuple[Span, ...]
    """Where in the text the words that were asked for stand."""
    rank: float
    """The lower the better."""


def search(
    conn: sqlite3.Connection, asked: str, limit: int, kinds: Collection[type[Thing]] | None
) -> list[Hit]:
    """The best answers to what was typed; passages that are excluded are left out."""
    phrases = phrases_of(asked)
    if not phrases or limit < 1:
        return []
    found = _found(conn, " AND ".join(phrase.fts for phrase in phrases), limit, kinds)
    things = _things(conn, found)
    return [
        Hit(kind, uid, _within(things[uid]), text, spans_of(phrases, text), rank)
        for kind, uid, rank in found
        for text in (_WORDS_OF[kind](things[uid]),)
    ]


def index(conn: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Keep the words that can be searched in step with changes."""
    for change in changes:
        match change:
            case Add(thing):
                _enter(conn, [thing])
            case Drop(thing):
                _strike(conn, [thing])
            case Replace(before, after) if _words(before) != _words(after):
                _strike(conn, [before])
                _enter(conn, [after])


def rebuild(conn: sqlite3.Connection) -> None:
    """Make the index anew from the things."""
    conn.execute("DELETE FROM searched")
    for kind in _WORDS_OF:
        _enter(conn, read(conn, kind))
    conn.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _words(thing: Thing) -> str:
    words_of = _WORDS_OF.get(type(thing))
    return words_of(thing) if words_of else ""


def _within(thing: Thing) -> str:
    within = _WITHIN.get(type(thing))
    return within(thing) if within else ""


def _enter(conn: sqlite3.Connection, things: Sequence[Thing]) -> None:
    rows = ((name_of(type(t)), t.uid, search_text(_words(t))) for t in things)
    conn.executemany(
        "INSERT INTO searched (kind, thing, words) VALUES (?, ?, ?)",
        (row for row in rows if row[2]),
    )


def _strike(conn: sqlite3.Connection, things: Sequence[Thing]) -> None:
    searched = ((thing.uid,) for thing in things if type(thing) in _WORDS_OF)
    conn.executemany("DELETE FROM searched WHERE thing = ?", searched)


def _found(
    conn: sqlite3.Connection, match: str, limit: int, kinds: Collection[type[Thing]] | None
) -> list[tuple[type[Thing], str, float]]:
    wanted = [name_of(kind) for kind in (_WORDS_OF if kinds is None else kinds)]
    rows = conn.execute(
        # CROSS JOIN: best first out of the index, and no further than the limit.
        f"""SELECT searched.kind, searched.thing, search.rank
            FROM search CROSS JOIN searched ON searched.id = search.rowid
            WHERE search MATCH ? AND searched.kind IN ({", ".join("?" * len(wanted))})
            AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.passage = searched.thing)
            ORDER BY search.rank LIMIT ?""",
        (match, *wanted, limit),
    )
    return [(KIND_OF[kind], uid, rank) for kind, uid, rank in rows]


def _things(
    conn: sqlite3.Connection, found: Iterable[tuple[type[Thing], str, float]]
) -> dict[str, Thing]:
    uids: dict[type[Thing], list[str]] = defaultdict(list)
    for kind, uid, _rank in found:
        uids[kind].append(uid)
    return {t.uid: t for kind, these in uids.items() for t in read(conn, kind, having_uid(these))}
