"""The tree of topics that the adviser owns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefing.edits import Add, Change, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.text import fold
from briefing.things import Annotation, Commitment, Insert, Note, Reader, Topic
from briefing.uid import new_uid


def find_topic(topics: Iterable[Topic], name: str) -> Topic | None:
    """The topic of that name, in any language it is known by."""
    wanted = fold(name)
    for topic in topics:
        if wanted in {fold(known) for known in (topic.name, *topic.names)}:
            return topic
    return None


def add_topic(book: Reader, name: str, parent: Topic | None = None, **details: Any) -> Edit:
    """Add a topic as the last of its siblings. Refused where a sibling has the name."""
    above = parent.uid if parent else None
    siblings = book.where(Topic, parent=above)
    if find_topic(siblings, name) is not None:
        raise Refused("topic-exists", name)
    position = max((topic.position for topic in siblings), default=-1) + 1
    topic = Topic(uid=new_uid(), name=name, parent=above, position=position, **details)
    return Edit(EditName.ADD_TOPIC, (Add(topic),), name)


def change_topic(topic: Topic, **details: Any) -> Edit:
    """Give a topic another name or colour."""
    after = replace(topic, **details)
    return Edit(EditName.CHANGE_TOPIC, (Replace(topic, after),), after.name)


def move_topic(book: Reader, topic: Topic, parent: Topic | None, position: int) -> Edit:
    """Hang a topic elsewhere in the tree. Refused below itself."""
    above = parent
    while above is not None:
        if above.uid == topic.uid:
            raise Refused("topic-below-itself", topic.name)
        above = book.find(Topic, above.parent)
    siblings = [t for t in _ordered(book, parent.uid if parent else None) if t.uid != topic.uid]
    moved = replace(topic, parent=parent.uid if parent else None)
    siblings.insert(max(0, min(position, len(siblings))), moved)
    changes: list[Change] = []
    for place, sibling in enumerate(siblings):
        before = topic if sibling is moved else sibling
        after = replace(sibling, position=place)
        if after != before:
            changes.append(Replace(before, after))
    return Edit(EditName.MOVE_TOPIC, tuple(changes), topic.name)


def remove_topic(book: Reader, topic: Topic) -> Edit:
    """Take a topic away. Refused while anything hangs on it."""
    if _hanging_on(book, topic):
        raise Refused("topic-in-use", topic.name)
    return Edit(EditName.REMOVE_TOPIC, (Drop(topic),), topic.name)


def _ordered(book: Reader, parent: str | None) -> list[Topic]:
    return sorted(book.where(Topic, parent=parent), key=lambda topic: topic.position)


def _hanging_on(book: Reader, topic: Topic) -> bool:
    below = book.where(Topic, parent=topic.uid)
    commitments = any(topic.uid in commitment.topics for commitment in book.all(Commitment))
    others = any(book.where(kind, topic=topic.uid) for kind in (Note, Insert, Annotation))
    return bool(below) or commitments or others
