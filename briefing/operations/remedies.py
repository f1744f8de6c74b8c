"""What mends faults of the readiness list, one or many in a single edit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from briefing.anchoring import make_anchor
from briefing.edits import Add, Change, Edit, EditName, Replace
from briefing.markings import Scheme
from briefing.operations.books import change_book, the_book
from briefing.operations.proposals import Proposals
from briefing.progress import Steps, in_pieces
from briefing.things import (
    Book,
    Candidate,
    Commitment,
    Note,
    NoteState,
    Pair,
    Passage,
    Reader,
    Source,
    Standing,
    Status,
    StatusEntry,
    Thing,
)
from briefing.uid import new_uid

_T = TypeVar("_T", bound=Thing)


def confirm_status(book: Reader, uids: Sequence[str], today: date, recorded: str) -> Steps[Edit]:
    """Say of commitments that they stand today where they stood last; unknown where nobody knew."""
    changes: list[Change] = []
    first = ""
    for done, found in _step_by_step(book, uids):
        first = first or (found[0].action if found else "")
        entries: dict[str, list[StatusEntry]] = defaultdict(list)
        for entry in book.among(StatusEntry, "commitment", [c.uid for c in found]):
            entries[entry.commitment].append(entry)
        for commitment in found:
            for party, status in _latest(entries[commitment.uid]).items():
                said = StatusEntry(
                    uid=new_uid(),
                    commitment=commitment.uid,
                    status=status,
                    as_of=today,
                    party=party,
                    recorded=recorded,
                )
                changes.append(Add(said))
        yield done, len(uids)
    return Edit(EditName.ADD_STATUS, tuple(changes), first)


def _latest(entries: Iterable[StatusEntry]) -> dict[str | None, Status]:
    """The last status of each party that is not settled; unknown for all where there is none."""
    standing = Standing.of(entries)
    waiting = {entry.party: entry.status for entry in standing.latest if not entry.status.settled}
    return waiting if standing.latest else {None: Status.UNKNOWN}


def have_looked_at(book: Reader, sources: Iterable[str]) -> Edit:
    """Say that the candidates of sources that were accepted in bulk have been looked at."""
    changes = [
        Replace(candidate, replace(candidate, in_bulk=False))
        for source in sources
        for candidate in book.where(Candidate, source=source)
        if candidate.in_bulk
    ]
    return Edit(EditName.CHANGE_CANDIDATE, tuple(changes), _subject(changes))


def take_topics(book: Reader, uids: Sequence[str]) -> Steps[Edit]:
    """List commitments under the topics that the sections of their sources propose."""
    proposals = Proposals(book)
    changes: list[Change] = []
    for done, found in _step_by_step(book, uids):
        for commitment in found:
            topic = proposals.topic_at(commitment.anchors)
            if topic is not None and topic not in commitment.topics:
                after = replace(commitment, topics=(*commitment.topics, topic))
                changes.append(Replace(commitment, after))
        yield done, len(uids)
    return _changed(changes, *proposals.added)


def take_promisors(book: Reader, uids: Sequence[str]) -> Steps[Edit]:
    """Name as promisors of commitments those who speak in their sources."""
    parties: dict[str, tuple[str, ...]] = {}
    changes: list[Change] = []
    for done, found in _step_by_step(book, uids):
        named = {anchor.source for commitment in found for anchor in commitment.anchors}
        new = book.among(Source, "uid", named - parties.keys())
        parties.update((source.uid, source.parties) for source in new)
        for commitment in found:
            sources = dict.fromkeys(anchor.source for anchor in commitment.anchors)
            speaking = dict.fromkeys(p for source in sources for p in parties.get(source, ()))
            if speaking and not commitment.promisors:
                changes.append(Replace(commitment, replace(commitment, promisors=tuple(speaking))))
        yield done, len(uids)
    return _changed(changes)


def take_versions(book: Reader, uids: Sequence[str]) -> Steps[Edit]:
    """Have commitments rest on the passages, whole, that say theirs in a language they lack."""
    answers = _answers(book)
    changes: list[Change] = []
    for done, found in _step_by_step(book, uids):
        theirs = {c.uid: [u for a in c.anchors for u in answers.get(a.passage, ())] for c in found}
        wanted = {uid for several in theirs.values() for uid in several}
        passages = {passage.uid: passage for passage in book.among(Passage, "uid", wanted)}
        named = {passage.source for passage in passages.values()}
        sources = {source.uid: source for source in book.among(Source, "uid", named)}
        for commitment in found:
            known = {anchor.lang for anchor in commitment.anchors}
            added = [
                make_anchor(sources[passage.source], passage, 0, len(passage.text))
                for passage in (passages[uid] for uid in dict.fromkeys(theirs[commitment.uid]))
                if passage.lang not in known
            ]
            if added:
                after = replace(commitment, anchors=(*commitment.anchors, *added))
                changes.append(Replace(commitment, after))
        yield done, len(uids)
    return _changed(changes)


def _answers(book: Reader) -> dict[str, list[str]]:
    """The passages of the other language that say what each passage says."""
    found: dict[str, list[str]] = defaultdict(list)
    for pair in book.all(Pair):
        for ours, theirs in ((pair.left, pair.right), (pair.right, pair.left)):
            for uid in ours:
                found[uid] += theirs
    return found


def _changed(changes: Sequence[Change], *added: Change) -> Edit:
    several = len(changes) > 1
    name = EditName.CHANGE_COMMITMENTS if several else EditName.CHANGE_COMMITMENT
    return Edit(name, (*added, *changes), _subject(changes))


def _step_by_step(book: Reader, uids: Sequence[str]) -> Iterator[tuple[int, list[Commitment]]]:
    """The commitments that there are of some, as many as go into a step; how many were seen to."""
    done = 0
    for piece in in_pieces(uids):
        done += len(piece)
        yield done, _found(book, Commitment, piece)


def raise_marking(book: Reader, scheme: Scheme, uids: Iterable[str]) -> Edit:
    """Give the book the highest marking of some of its notes and sources."""
    levels = (thing.marking for thing in _marked(book, uids))
    highest = scheme.highest((the_book(book).marking, *levels))
    return change_book(book, marking=highest)


def lower_markings(book: Reader, uids: Iterable[str]) -> Edit:
    """Give notes and sources the book's marking. Signed-off notes stay as they are."""
    marking = the_book(book).marking
    changes: list[Change] = [
        Replace(thing, replace(thing, marking=marking))
        for thing in _marked(book, uids)
        if not (isinstance(thing, Note) and thing.state is NoteState.SIGNED_OFF)
    ]
    name = EditName.CHANGE_NOTE
    if changes and isinstance(changes[0], Replace) and isinstance(changes[0].after, Source):
        name = EditName.CHANGE_SOURCE
    return Edit(name, tuple(changes), _subject(changes))


def together(edits: Sequence[Edit]) -> Edit:
    """Edits of one kind, made of one state of the book and of different things, as one."""
    changes = tuple(change for edit in edits for change in edit.changes)
    return Edit(edits[0].name, changes, edits[0].subject)


def _marked(book: Reader, uids: Iterable[str]) -> Iterator[Note | Source]:
    wanted = list(uids)
    yield from _found(book, Note, wanted)
    yield from _found(book, Source, wanted)


def _found(book: Reader, kind: type[_T], uids: Iterable[str | None]) -> list[_T]:
    wanted = [uid for uid in dict.fromkeys(uids) if uid]
    things = {thing.uid: thing for thing in book.among(kind, "uid", wanted)}
    return [things[uid] for uid in wanted if uid in things]


def _subject(changes: Sequence[Change]) -> str:
    after = changes[0].after if changes and isinstance(changes[0], Replace) else None
    match after:
        case Commitment():
            return after.action
        case Candidate():
            return after.quote
        case Note() | Source() | Book():
            return after.title
        case _:
            return ""
