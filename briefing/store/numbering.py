"""Numbers that a book prints, worked out without reading the book."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from briefing.things import PassageKind

_NUMBERS = """SELECT uid, number FROM (
    SELECT uid, row_number() OVER (PARTITION BY source ORDER BY position) AS number FROM passage
    WHERE source IN (
        SELECT DISTINCT source FROM passage WHERE uid IN (SELECT value FROM json_each(:wanted))
    ) AND kind <> :heading
        AND NOT EXISTS (SELECT 1 FROM exclusion WHERE exclusion.passage = passage.uid)
) WHERE uid IN (SELECT value FROM json_each(:wanted))"""


def passage_numbers(conn: sqlite3.Connection, passages: Collection[str]) -> dict[str, int]:
    """The number of each passage in its source, headings and exclusions skipped."""
    asked = {"wanted": json.dumps(list(passages)), "heading": PassageKind.HEADING.value}
    return dict(conn.execute(_NUMBERS, asked).fetchall())


def listed_under(conn: sqlite3.Connection) -> list[tuple[str, str | None]]:
    """Each commitment and its first topic, oldest first."""
    return conn.execute(
        """SELECT commitment.uid, topic FROM commitment LEFT JOIN commitment_topic
            ON commitment_topic.commitment = commitment.uid AND commitment_topic.position = 0
            ORDER BY commitment.uid"""
    ).fetchall()


def source_titles(conn: sqlite3.Connection) -> dict[str, str]:
    """The title of each source; their texts are large and stay where they are."""
    return dict(conn.execute("SELECT uid, title FROM source").fetchall())
