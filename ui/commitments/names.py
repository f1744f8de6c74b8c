"""The names of parties, topics and sources, held while no edit touches them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QObject, Signal

from briefing.edits import Edit
from briefing.things import Party, Source, Topic, topics_in_order
from ui.session import BookSession

NAMED = (Party, Topic, Source)


class Names(QObject):
    """What uids are called, for tables that say it a hundred times a second."""

    changed = Signal()

    def __init__(self, session: BookSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        for _step in self._read():
            pass
        session.edited.connect(self._on_edited)

    @property
    def parties(self) -> dict[str, Party]:
        """The parties by uid, in the order of their names."""
        return self._parties

    @property
    def topics(self) -> dict[str, Topic]:
        """The topics by uid, as the tree reads."""
        return self._topics

    @property
    def sources(self) -> dict[str, str]:
        """The titles of the sources by uid."""
        return self._sources

    def of_parties(self, uids: Iterable[str]) -> list[str]:
        """Parties by name."""
        return [self._parties[uid].name for uid in uids if uid in self._parties]

    def of_topics(self, uids: Iterable[str]) -> list[str]:
        """Topics by name."""
        return [self._topics[uid].name for uid in uids if uid in self._topics]

    def of_sources(self, uids: Iterable[str]) -> list[str]:
        """Sources by title, each once."""
        return [self._sources[uid] for uid in dict.fromkeys(uids) if uid in self._sources]

    def colour(self, topic: str) -> str:
        """The swatch of a topic, or of the nearest above it that has one."""
        at = self._topics.get(topic)
        while at is not None and not at.colour:
            at = self._topics.get(at.parent or "")
        return at.colour if at else ""

    def depth(self, topic: str) -> int:
        """How far below the root a topic lies."""
        depth, at = 0, self._topics.get(topic)
        while at is not None and at.parent:
            depth, at = depth + 1, self._topics.get(at.parent)
        return depth

    def _read(self) -> Iterator[None]:
        store = self._session.store
        parties = sorted(store.all(Party), key=lambda party: party.name.casefold())
        self._parties = {party.uid: party for party in parties}
        yield
        self._topics = {topic.uid: topic for topic in topics_in_order(store.all(Topic))}
        titles: dict[str, str] = store.values(Source, "title")
        self._sources = dict(sorted(titles.items(), key=lambda one: one[1].casefold()))

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(*NAMED):
            self._session.in_turns(self._read_anew())

    def _read_anew(self) -> Iterator[None]:
        yield from self._read()
        yield
        self.changed.emit()
