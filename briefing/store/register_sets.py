"""The sets of parties, topics and sources that the register's rows name by number."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from briefing.store.reading import read
from briefing.text import fold
from briefing.things import Topic, topics_in_order

Members = tuple[str, ...]


class Shelves:
    """What the numbers of sets mean now, and how sets are ordered by their members."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn

    @cached_property
    def sets(self) -> Mapping[int, Members]:
        """The members of each set by its number."""
        rows = self._conn.execute("SELECT id, uids FROM register_set")
        return {number: tuple(uids.split()) for number, uids in rows}

    @cached_property
    def _topics(self) -> list[Topic]:
        return read(self._conn, Topic)

    @cached_property
    def _parents(self) -> dict[str, str | None]:
        return {topic.uid: topic.parent for topic in self._topics}

    def holding(self, uids: Collection[str]) -> str:
        """The numbers of the sets that hold one of these, as JSON; "" stands for the empty set."""
        wanted = set(uids)
        empty = "" in wanted
        return json.dumps(
            [
                number
                for number, members in self.sets.items()
                if (members and not wanted.isdisjoint(members)) or (empty and not members)
            ]
        )

    def below(self, uids: Iterable[str]) -> set[str]:
        """Topics with all that lie below them."""
        found = set(uids)
        for uid in tuple(found):
            if uid:
                found.update(topic.uid for topic in topics_in_order(self._topics, uid))
        return found

    def with_above(self, uids: Iterable[str]) -> set[str]:
        """Topics with all that they lie below."""
        found: set[str] = set()
        for uid in uids:
            above: str | None = uid
            while above is not None and above not in found:
                found.add(above)
                above = self._parents.get(above)
        return found

    def by_topic(self) -> Callable[[int], int | None]:
        """The place of a set's first topic in the tree; None for the empty set."""
        place = {topic.uid: at for at, topic in enumerate(topics_in_order(self._topics))}
        return lambda number: place.get(self.sets[number][0]) if self.sets[number] else None

    def by_name(self, table: str, column: str) -> Callable[[int], list[str] | None]:
        """The folded names of a set's members; None for the empty set."""
        rows = self._conn.execute(f'SELECT uid, "{column}" FROM "{table}"')
        names = {uid: fold(name) for uid, name in rows}
        return lambda number: [names.get(uid, "") for uid in self.sets[number]] or None
