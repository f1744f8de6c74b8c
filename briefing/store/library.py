"""The sources of a book as its library lists them: counted in the database, without their texts."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from briefing.things import Instrument

_SOURCES = """
SELECT uid, title, file_name, media_type, issuer, issued, instrument, copy_of, marking
FROM source ORDER BY uid"""
_LANGS = "SELECT source, lang FROM source_lang ORDER BY source, position"
_CANDIDATES = "SELECT source, count(*) FROM candidate WHERE state = 'proposed' GROUP BY source"
_COMMITMENTS = """
SELECT source, count(DISTINCT commitment) FROM commitment_anchor
WHERE source IS NOT NULL GROUP BY source"""
_ANNOTATIONS = """
SELECT anchor_source, count(*) FROM annotation WHERE anchor_source IS NOT NULL
GROUP BY anchor_source"""
_CUTS = """
SELECT source, count(*) FROM passage WHERE cut <> 'no'
AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.passage = passage.uid)
AND NOT EXISTS (SELECT 1 FROM repair WHERE repair.passage = passage.uid)
GROUP BY source"""
_VERSIONS = """
SELECT DISTINCT ours.source, theirs.source FROM pair_left
JOIN pair_right ON pair_right.pair = pair_left.pair AND pair_right.position = 0
JOIN passage AS ours ON ours.uid = pair_left.passage
JOIN passage AS theirs ON theirs.uid = pair_right.passage
WHERE pair_left.position = 0 AND ours.source <> theirs.source"""
_PAIRS = """
SELECT {side}.pair FROM {side} JOIN passage ON passage.uid = {side}.passage
WHERE passage.source IN (SELECT value FROM json_each(?))"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source as the library lists it."""

    uid: str
    title: str
    file_name: str
    media_type: str
    issuer: str
    issued: date | None
    instrument: Instrument
    copy_of: str | None
    marking: str
    langs: tuple[str, ...]
    release: str
    """The uid of the first source of its release: copies and language versions share it."""
    candidates: int = 0
    """Those that are still to be decided."""
    commitments: int = 0
    cuts: int = 0
    """Passages that look cut off and are not mended."""
    annotations: int = 0


def source_lines(conn: sqlite3.Connection) -> list[SourceLine]:
    """Every source, oldest first."""
    rows = conn.execute(_SOURCES).fetchall()
    langs = defaultdict(list)
    for source, lang in conn.execute(_LANGS):
        langs[source].append(lang)
    copies = [(row[7], row[0]) for row in rows if row[7]]
    releases = _releases([row[0] for row in rows], [*copies, *conn.execute(_VERSIONS)])
    counts = [dict(conn.execute(sql)) for sql in (_CANDIDATES, _COMMITMENTS, _CUTS, _ANNOTATIONS)]
    return [_line(row, tuple(langs[row[0]]), releases[row[0]], counts) for row in rows]


def pairs_of(conn: sqlite3.Connection, sources: Iterable[str]) -> set[str]:
    """The uids of the pairs that hold a passage of one of these sources."""
    wanted = json.dumps(list(sources))
    found: set[str] = set()
    for side in ("pair_left", "pair_right"):
        found |= {uid for (uid,) in conn.execute(_PAIRS.format(side=side), (wanted,))}
    return found


def _line(
    row: tuple[str, ...], langs: tuple[str, ...], release: str, counts: list[dict[str, int]]
) -> SourceLine:
    uid, title, file_name, media_type, issuer, issued, instrument, copy_of, marking = row
    candidates, commitments, cuts, annotations = (count.get(uid, 0) for count in counts)
    return SourceLine(
        uid=uid,
        title=title,
        file_name=file_name,
        media_type=media_type,
        issuer=issuer,
        issued=date.fromisoformat(issued) if issued else None,
        instrument=Instrument(instrument),
        copy_of=copy_of,
        marking=marking,
        langs=langs,
        release=release,
        candidates=candidates,
        commitments=commitments,
        cuts=cuts,
        annotations=annotations,
    )


def _releases(uids: list[str], links: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each source the oldest one that it is tied to, by however many steps."""
    first = {uid: uid for uid in uids}

    def head(uid: str) -> str:
        while first[uid] != uid:
            uid = first[uid]
        return uid

    for one, other in links:
        ends = sorted((head(one), head(other)))
        first[ends[1]] = ends[0]
    return {uid: head(uid) for uid in uids}
