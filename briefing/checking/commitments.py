"""Commitments that are not ready to be printed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from briefing.checking.fault import Fault, Ground, Severity, fault
from briefing.things import (
    Candidate,
    CandidateState,
    Commitment,
    Cut,
    Pair,
    Passage,
    Repair,
    Source,
    Standing,
    WholeBook,
)

STALE = timedelta(days=180)
"""A status older than this is asked about again."""


def without_source(ground: Ground) -> Iterable[Fault]:
    """Commitments that rest on no words of a source."""
    for commitment in ground.whole.all(Commitment):
        if not commitment.anchors:
            yield fault("no-source", Severity.STOP, commitment, commitment.action)


def without_promisor(ground: Ground) -> Iterable[Fault]:
    """Commitments of which nobody is said to have made them."""
    for commitment in ground.whole.all(Commitment):
        if not commitment.promisors:
            yield fault("no-promisor", Severity.MEND, commitment, commitment.action)


def without_topic(ground: Ground) -> Iterable[Fault]:
    """Commitments that no note will show."""
    for commitment in ground.whole.all(Commitment):
        if not commitment.topics:
            yield fault("no-topic", Severity.MEND, commitment, commitment.action)


def overdue(ground: Ground) -> Iterable[Fault]:
    """Commitments whose deadline has passed with the outcome open."""
    for commitment in ground.whole.all(Commitment):
        if commitment.deadline.passed(ground.today) and not _standing(ground, commitment).settled:
            day = commitment.deadline.last_day
            yield fault("overdue", Severity.LOOK, commitment, commitment.action, day)


def stale_status(ground: Ground) -> Iterable[Fault]:
    """Commitments whose last status is old, or that have none.

    Unknown is an honest value: who enters it today has looked.
    """
    for commitment in ground.whole.all(Commitment):
        standing = _standing(ground, commitment)
        if standing.as_of is None:
            yield fault("no-status", Severity.LOOK, commitment, commitment.action)
        elif not standing.settled and ground.today - standing.as_of > STALE:
            day = standing.as_of
            yield fault("stale-status", Severity.LOOK, commitment, commitment.action, day)


def _standing(ground: Ground, commitment: Commitment) -> Standing:
    return Standing.of(ground.whole.entries_of.get(commitment.uid, ()))


def missing_version(ground: Ground) -> Iterable[Fault]:
    """Commitments without words in a language that has a version of their passage."""
    versions = _versions(ground.whole)
    for commitment in ground.whole.all(Commitment):
        found = {anchor.lang for anchor in commitment.anchors}
        expected = {
            lang: theirs
            for anchor in reversed(commitment.anchors)
            for lang, theirs in versions.get(anchor.passage, {}).items()
        }
        for lang in sorted(expected.keys() - found):
            words, spot = commitment.action, expected[lang]
            yield fault("missing-version", Severity.MEND, commitment, words, lang, spot=spot)


def _versions(whole: WholeBook) -> dict[str, dict[str, str]]:
    """For each passage, by language, the first one that it is paired with."""
    found: dict[str, dict[str, str]] = {}
    for pair in whole.all(Pair):
        for ours, theirs in ((pair.left, pair.right), (pair.right, pair.left)):
            paired = [p for uid in theirs if (p := whole.find(Passage, uid)) is not None]
            first = {passage.lang: passage.uid for passage in reversed(paired)}
            for uid in ours:
                found[uid] = first | found.get(uid, {})
    return found


def cut_words(ground: Ground) -> Iterable[Fault]:
    """Commitments that run into the cut end of a passage that nobody has mended."""
    mended = {repair.passage for repair in ground.whole.all(Repair)}
    for commitment in ground.whole.all(Commitment):
        for anchor in commitment.anchors:
            passage = ground.whole.find(Passage, anchor.passage)
            if passage is None or passage.uid in mended:
                continue
            at_end = passage.cut in {Cut.END, Cut.BOTH} and anchor.end >= len(passage.text) - 1
            at_start = passage.cut in {Cut.START, Cut.BOTH} and anchor.start == 0
            if at_end or at_start:
                yield fault("cut-quote", Severity.MEND, commitment, anchor.quote, spot=passage.uid)


def not_looked_at(ground: Ground) -> Iterable[Fault]:
    """Sources with candidates that nobody has decided on, or that were accepted in bulk."""
    waiting: dict[str, list[str]] = {}
    unseen: dict[str, list[str]] = {}
    for candidate in ground.whole.all(Candidate):
        if candidate.state is CandidateState.PROPOSED:
            waiting.setdefault(candidate.source, []).append(candidate.uid)
        if candidate.in_bulk:
            unseen.setdefault(candidate.source, []).append(candidate.uid)
    for check, found in (("open-candidates", waiting), ("accepted-unseen", unseen)):
        for uid, uids in found.items():
            source = ground.whole.find(Source, uid)
            if source is not None:
                number, first = len(uids), uids[0]
                yield fault(check, Severity.LOOK, source, source.title, number, spot=first)
