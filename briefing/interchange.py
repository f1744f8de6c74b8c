"""The interchange form: what reading makes of a file, as plain values with fixed names.

The form's own words differ from the product's in three places: `commitments` are candidates,
`actors` promisors, `partners` promisees.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from briefing.things import (
    Candidate,
    Cut,
    Deadline,
    DeadlineKind,
    Exclusion,
    Pair,
    Party,
    Passage,
    PassageKind,
    Source,
)

_PREFIX = {
    DeadlineKind.EVENT: "event:",
    DeadlineKind.DURATION: "duration:",
    DeadlineKind.RECURRING: "recurring:",
}


def interchange(
    source: Source,
    passages: Sequence[Passage],
    exclusions: Sequence[Exclusion],
    candidates: Sequence[Candidate],
    parties: Sequence[Party],
    pairs: Sequence[Pair],
) -> dict[str, Any]:
    """A source that was read, without any book."""
    reasons = {exclusion.passage: exclusion.reason for exclusion in exclusions}
    ordered = sorted(passages, key=lambda passage: passage.position)
    kept = [passage for passage in ordered if passage.uid not in reasons]
    headings = [passage for passage in kept if passage.kind is PassageKind.HEADING]
    sections = {passage.uid: f"s{n}" for n, passage in enumerate(headings, 1)}
    ids = {passage.uid: f"p{n}" for n, passage in enumerate(kept, 1)}
    codes = {party.uid: party.code for party in parties}
    found = sorted(
        (c for c in candidates if c.anchors and c.anchors[0].passage in ids),
        key=lambda c: (int(ids[c.anchors[0].passage][1:]), c.anchors[0].start),
    )
    return {
        "doc": PurePath(source.file_name).stem,
        "sections": [
            {"id": sections[p.uid], "text": p.text, "level": max(1, p.level)} for p in headings
        ],
        "passages": [_passage(p, ids, sections) for p in kept],
        "excluded": [
            {"text": p.text, "reason": reasons[p.uid]} for p in ordered if p.uid in reasons
        ],
        "commitments": [_commitment(n, c, ids, codes) for n, c in enumerate(found, 1)],
        "alignments": [alignment for pair in pairs if (alignment := _alignment(pair, ids))],
    }


def deadline_value(deadline: Deadline) -> str:
    """A deadline's value as the form writes it; empty where there is none."""
    if deadline.kind is DeadlineKind.VAGUE:
        return "vague"
    return _PREFIX.get(deadline.kind, "") + deadline.value


def _passage(
    passage: Passage, ids: Mapping[str, str], sections: Mapping[str, str]
) -> dict[str, Any]:
    own = sections.get(passage.uid) or sections.get(passage.section or "")
    return {
        "id": ids[passage.uid],
        "section": own,
        "lang": passage.lang,
        "text": passage.text,
        "kind": passage.kind.value,
        "cut": passage.cut is not Cut.NO,
    }


def _commitment(
    number: int, candidate: Candidate, ids: Mapping[str, str], codes: Mapping[str, str]
) -> dict[str, Any]:
    anchor = candidate.anchors[0]
    found: dict[str, Any] = {
        "id": f"c{number}",
        "passage": ids[anchor.passage],
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "actor_text": candidate.promisor_text,
        "actors": [codes.get(uid, uid) for uid in candidate.promisors],
        "strength": candidate.firmness.value,
        "topics": list(candidate.subjects),
        "partners": [codes.get(uid, uid) for uid in candidate.promisees],
        "deadline": _deadline(candidate.deadline),
        "reasons": list(candidate.reasons),
        "confidence": candidate.confidence,
    }
    if candidate.delegate is not None:
        found["delegate"] = codes.get(candidate.delegate, candidate.delegate)
    return found


def _deadline(deadline: Deadline) -> dict[str, str] | None:
    if deadline.kind is DeadlineKind.NONE:
        return None
    return {"text": deadline.text, "value": deadline_value(deadline)}


def _alignment(pair: Pair, ids: Mapping[str, str]) -> dict[str, Any] | None:
    """A pair by the numbers of its passages; None if they are all excluded."""
    left = [ids[uid] for uid in pair.left if uid in ids]
    right = [ids[uid] for uid in pair.right if uid in ids]
    if not left and not right:
        return None
    return {"src": left, "tgt": right, "confidence": round(pair.confidence, 2)}
