"""Full-text search over the words of a book.

The folded words of each searched thing lie in a table of their own, which triggers keep in the
full-text index; the words as they are written are read from the thing itself.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from briefing.codec import KIND_OF, name_of
from briefing.edits import Add, Change, Drop, Replace
from briefing.store.query import Phrase, Span, is_begun, phrases_of, spans_of
from briefing.store.reading import having_uid, read
from briefing.text import search_text
from briefing.things import Annotation, Commitment, Note, Passage, Section, Source, Thing

LIMIT = 50
RANKED = 2000
"""Of more answers than this only the newest are looked at: weighing 30,000 takes 30 ms."""

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


Found: TypeAlias = tuple[type[Thing], str, float]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing whose words answer a search."""

    kind: type[Thing]
    uid: str
    within: str
    """The source of a passage, the note of a section."""
    text: str
    """The words as they are written."""
    rank: float
    """The lower the better."""
    phrases: tuple[Phrase, ...]
    """What was looked for."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where in the text the words stand; worked out only for the hits that are shown."""
        return spans_of(self.phrases, self.text)


def search(
    conn: sqlite3.Connection, asked: str, limit: int, kinds: Collection[type[Thing]] | None
) -> list[Hit]:
    """The best answers to what was typed; passages that are excluded are left out.

    The first letters of a next word take no answers away.
    """
    phrases = phrases_of(asked)
    if not phrases or limit < 1:
        return []
    found = _found(conn, phrases, limit, kinds)
    if not found and is_begun(asked, phrases):
        phrases = phrases[:-1]
        found = _found(conn, phrases, limit, kinds)
    things = _things(conn, found)
    return [
        Hit(kind, uid, _within(things[uid]), _words(things[uid]), rank, phrases)
        for kind, uid, rank in found
    ]


def index(conn: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Keep the words that can be searched in step with changes."""
    first: dict[str, Thing | None] = {}
    last: dict[str, Thing | None] = {}
    for change in changes:
        uid, before, after = _sides(change)
        first.setdefault(uid, before)
        last[uid] = after
    changed = [uid for uid in last if _words(first[uid]) != _words(last[uid])]
    conn.executemany(
        "DELETE FROM searched WHERE thing = ?", ((uid,) for uid in changed if first[uid])
    )
    _enter(conn, (thing for uid in changed if (thing := last[uid])))


def rebuild(conn: sqlite3.Connection) -> None:
    """Make the index anew from the things."""
    conn.execute("DELETE FROM searched")
    for kind in _WORDS_OF:
        _enter(conn, read(conn, kind))
    conn.execute("INSERT INTO search (search) VALUES ('rebuild')")


def _sides(change: Change) -> tuple[str, Thing | None, Thing | None]:
    match change:
        case Add(thing):
            return thing.uid, None, thing
        case Drop(thing):
            return thing.uid, thing, None
        case Replace(before, after):
            return after.uid, before, after


def _words(thing: Thing | None) -> str:
    words_of = None if thing is None else _WORDS_OF.get(type(thing))
    return words_of(thing) if words_of else ""


def _within(thing: Thing) -> str:
    within = _WITHIN.get(type(thing))
    return within(thing) if within else ""


def _enter(conn: sqlite3.Connection, things: Iterable[Thing]) -> None:
    rows = ((name_of(type(t)), t.uid, search_text(_words(t))) for t in things)
    conn.executemany(
        "INSERT INTO searched (kind, thing, words) VALUES (?, ?, ?)",
        (row for row in rows if row[2]),
    )


def _found(
    conn: sqlite3.Connection,
    phrases: tuple[Phrase, ...],
    limit: int,
    kinds: Collection[type[Thing]] | None,
) -> list[Found]:
    ranked = _ranked(conn, " AND ".join(phrase.fts for phrase in phrases), kinds)
    found: list[Found] = []
    while len(found) < limit and (some := ranked.fetchmany(limit)):
        # One step for the best, not for all: most searches are answered by the first.
        found += _included(conn, dict(some))
    return found[:limit]


def _ranked(
    conn: sqlite3.Connection, match: str, kinds: Collection[type[Thing]] | None
) -> sqlite3.Cursor:
    of_kind, names = "", []
    if kinds is not None:
        names = [name_of(kind) for kind in kinds]
        # CROSS JOIN: from the index to the things, never the other way round.
        of_kind = f"""CROSS JOIN searched ON searched.id = search.rowid
            AND searched.kind IN ({", ".join("?" * len(names))})"""
    return conn.execute(
        f"""SELECT * FROM (SELECT search.rowid, search.rank AS rank FROM search {of_kind}
            WHERE search MATCH ? ORDER BY search.rowid DESC LIMIT {RANKED}) ORDER BY rank""",
        (*names, match),
    )


def _included(conn: sqlite3.Connection, ranks: dict[int, float]) -> list[Found]:
    rows = conn.execute(
        """SELECT id, kind, thing FROM searched WHERE id IN (SELECT value FROM json_each(?))
            AND NOT EXISTS (SELECT 1 FROM exclusion WHERE passage = thing)""",
        (json.dumps(list(ranks)),),
    )
    found = [(KIND_OF[kind], uid, ranks[number]) for number, kind, uid in rows]
    return sorted(found, key=lambda one: (one[2], one[1]))


def _things(conn: sqlite3.Connection, found: Iterable[Found]) -> dict[str, Thing]:
    uids: dict[type[Thing], list[str]] = defaultdict(list)
    for kind, uid, _rank in found:
        uids[kind].append(uid)
    return {t.uid: t for kind, these in uids.items() for t in read(conn, kind, having_uid(these))}
