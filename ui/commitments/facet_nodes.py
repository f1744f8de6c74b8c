"""What stands on the left of the register: saved views, and values to filter by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from briefing.store import Due, Field
from briefing.things import Firmness, Kind, Status
from ui.commitments.cells import due_names
from ui.commitments.names import Names
from ui.names import name_of
from ui.speech import Speech

VIEWS = "views"


@dataclass
class Node:
    """One line of the tree. A line without a value is the title of those below it."""

    section: str
    """A field of the filter, or `VIEWS`."""
    value: str = ""
    name: str = ""
    title: bool = False
    parent: Node | None = None
    below: list[Node] = field(default_factory=list)
    count: int | None = None
    number: int = 0
    """By which a model's index names it; never given twice."""
    place: int = 0
    """Where it stands among those that hang where it does."""

    def hang(self, node: Node) -> None:
        """Hang a line below this one, as its last."""
        node.parent, node.place = self, len(self.below)
        self.below.append(node)

    def walk(self) -> Iterator[Node]:
        """Everything below it, in reading order."""
        for node in self.below:
            yield node
            yield from node.walk()


def said(sections: Iterable[Node]) -> list[tuple[str, ...]]:
    """What the sections list, to be compared; the counts are left out."""
    lines = (line for title in sections for line in (title, *title.walk()))
    return [
        (line.section, line.value, line.name, line.parent.value if line.parent else "")
        for line in lines
    ]


def titles(_: Callable[[str], str]) -> dict[str, str]:
    """The titles of the sections, in their order."""
    return {
        VIEWS: _("Views"),
        Field.TOPICS: _("Topics"),
        Field.PARTIES: _("Promised by"),
        Field.STATUSES: _("Status"),
        Field.DUE: _("Deadline"),
        Field.SOURCES: _("Sources"),
        Field.LEADS: _("Lead"),
        Field.KINDS: _("Kind"),
        Field.FIRMNESS: _("Firmness"),
    }


def section_of(
    name: str, present: Iterable[str], names: Names, speech: Speech, views: Iterable[str]
) -> Node:
    """A section with its lines; of values that nothing in the book has, only topics are listed."""
    title = Node(name, name=titles(speech.gettext)[name], title=True)
    if name == Field.TOPICS:
        _hang_topics(title, names)
    else:
        for value, words in _values(name, list(present), names, speech, views):
            title.hang(Node(name, value, words))
    if "" in present and name in {Field.TOPICS, Field.PARTIES, Field.SOURCES, Field.LEADS}:
        title.hang(Node(name, "", _none(name, speech.gettext)))
    return title


def _hang_topics(title: Node, names: Names) -> None:
    nodes: dict[str, Node] = {}
    for topic in names.topics.values():
        node = nodes[topic.uid] = Node(Field.TOPICS, topic.uid, topic.name)
        nodes.get(topic.parent or "", title).hang(node)


def _values(  # noqa: PLR0911 - one for each section
    name: str, present: list[str], names: Names, speech: Speech, views: Iterable[str]
) -> Iterable[tuple[str, str]]:
    _ = speech.gettext
    match name:
        case "views":
            return [(view, view) for view in views]
        case Field.PARTIES:
            return [(uid, p.name) for uid, p in names.parties.items() if uid in present]
        case Field.STATUSES:
            return [(s, speech.wording.status(s)) for s in Status]
        case Field.DUE:
            offered = (Due.OVERDUE, Due.MONTH, Due.QUARTER, Due.LATER, Due.NONE)
            return [(due, due_names(_)[due]) for due in offered]
        case Field.SOURCES:
            return [(uid, title) for uid, title in names.sources.items() if uid in present]
        case Field.KINDS:
            return [(kind, name_of(kind, _)) for kind in Kind if kind in present]
        case Field.FIRMNESS:
            return [(word, name_of(word, _)) for word in Firmness if word in present]
        case _:
            return [(lead, lead) for lead in sorted(present, key=str.casefold) if lead]


def _none(name: str, _: Callable[[str], str]) -> str:
    return {
        Field.TOPICS: _("No topic"),
        Field.PARTIES: _("Nobody named"),
        Field.SOURCES: _("No source"),
        Field.LEADS: _("No lead"),
    }[Field(name)]
