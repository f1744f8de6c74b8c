"""A change to a book is a value that knows how to take itself back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from briefing.things import Thing, WholeBook


@dataclass(frozen=True, slots=True)
class Add:
    """A thing that was not there."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Replace:
    """Another state of a thing; both have one uid."""

    before: Thing
    after: Thing


@dataclass(frozen=True, slots=True)
class Drop:
    """A thing that goes; nothing that stays may name it."""

    thing: Thing


Change: TypeAlias = Add | Replace | Drop


class EditName(StrEnum):
    """What an edit does, as the history lists it. The words are said in `ui`."""

    MAKE_BOOK = "make-book"
    CHANGE_BOOK = "change-book"
    CHANGE_MEETING = "change-meeting"
    IMPORT_SOURCE = "import-source"
    CHANGE_SOURCE = "change-source"
    REMOVE_SOURCE = "remove-source"
    EXCLUDE_PASSAGE = "exclude-passage"
    RESTORE_PASSAGE = "restore-passage"
    REPAIR_PASSAGE = "repair-passage"
    REMOVE_REPAIR = "remove-repair"
    PAIR_PASSAGES = "pair-passages"
    UNPAIR_PASSAGES = "unpair-passages"
    ALIGN_VERSIONS = "align-versions"
    PROPOSE_CANDIDATES = "propose-candidates"
    ACCEPT_CANDIDATES = "accept-candidates"
    REJECT_CANDIDATES = "reject-candidates"
    RECONSIDER_CANDIDATES = "reconsider-candidates"
    CHANGE_CANDIDATE = "change-candidate"
    SPLIT_CANDIDATE = "split-candidate"
    JOIN_CANDIDATES = "join-candidates"
    ADD_COMMITMENT = "add-commitment"
    CHANGE_COMMITMENT = "change-commitment"
    CHANGE_COMMITMENTS = "change-commitments"
    REMOVE_COMMITMENT = "remove-commitment"
    ADD_STATUS = "add-status"
    REMOVE_STATUS = "remove-status"
    ADD_PARTY = "add-party"
    CHANGE_PARTY = "change-party"
    REMOVE_PARTY = "remove-party"
    MERGE_PARTIES = "merge-parties"
    ADD_TOPIC = "add-topic"
    CHANGE_TOPIC = "change-topic"
    MOVE_TOPIC = "move-topic"
    REMOVE_TOPIC = "remove-topic"
    ADD_ANNOTATION = "add-annotation"
    CHANGE_ANNOTATION = "change-annotation"
    REMOVE_ANNOTATION = "remove-annotation"
    ADD_NOTE = "add-note"
    DRAFT_NOTES = "draft-notes"
    WRITE_NOTE = "write-note"
    CHANGE_NOTE = "change-note"
    REMOVE_NOTE = "remove-note"
    SIGN_OFF_NOTE = "sign-off-note"
    REOPEN_NOTE = "reopen-note"
    ADD_INSERT = "add-insert"
    CHANGE_INSERT = "change-insert"
    REMOVE_INSERT = "remove-insert"
    MOVE_TAB = "move-tab"
    ADD_TAB = "add-tab"
    CHANGE_TAB = "change-tab"
    REMOVE_TAB = "remove-tab"
    ADD_OUTCOME = "add-outcome"
    CHANGE_OUTCOME = "change-outcome"
    REMOVE_OUTCOME = "remove-outcome"
    ARCHIVE_EDITION = "archive-edition"


FOR_GOOD = frozenset({EditName.ARCHIVE_EDITION})
"""Edits that nothing takes back: a print that was handed out cannot be unsaid, and its number is
never given to another one."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that stand or fall together, made in order."""

    name: EditName
    changes: tuple[Change, ...]
    subject: str = ""
    """What it was done to, as the history shows it: a title, a quote, a name."""
    kinds: frozenset[type[Thing]] = field(init=False, repr=False, compare=False)
    """Of the things that are changed. Everybody who hears of an edit asks, and it may be long."""

    def __post_init__(self) -> None:
        kinds = frozenset(type(thing_of(change)) for change in self.changes)
        object.__setattr__(self, "kinds", kinds)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        undone = tuple(_inverse(change) for change in reversed(self.changes))
        return Edit(self.name, undone, self.subject)

    def touches(self, *kinds: type[Thing]) -> bool:
        """Whether any thing of these kinds is changed."""
        return not self.kinds.isdisjoint(kinds)


def thing_of(change: Change) -> Thing:
    """The thing that a change is about, in its newest state."""
    return change.after if isinstance(change, Replace) else change.thing


def changed(whole: WholeBook, changes: Iterable[Change]) -> WholeBook:
    """A whole book after changes, as the store would read it: oldest first.

    A thing that is there already is taken over in its newest state, and one that is gone may go
    again, so that news which overlap with what was read before do no harm.
    """
    things = dict(whole.things)
    touched: dict[type[Thing], dict[str, Thing]] = {}
    for change in changes:
        thing = thing_of(change)
        kind = type(thing)
        if kind not in touched:
            touched[kind] = things[kind] = dict(things.get(kind, {}))
        if isinstance(change, Drop):
            touched[kind].pop(thing.uid, None)
        else:
            touched[kind][thing.uid] = thing
    for kind, held in touched.items():
        things[kind] = dict(sorted(held.items()))
    return WholeBook(things)


def _inverse(change: Change) -> Change:
    match change:
        case Add(thing):
            return Drop(thing)
        case Drop(thing):
            return Add(thing)
        case Replace(before, after):
            return Replace(after, before)
