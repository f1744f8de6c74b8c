"""Remarks on passages, commitments and notes, and outcomes of the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from briefing.edits import Add, Drop, Edit, EditName, Replace
from briefing.errors import Refused
from briefing.prose import Prose
from briefing.things import Annotation, Outcome
from briefing.uid import new_uid


def annotate(body: Prose, **details: Any) -> Edit:
    """Write a remark on a passage (`anchor`), a commitment or a note: exactly one of them."""
    targets = [details.get(name) for name in ("anchor", "commitment", "note")]
    if sum(target is not None for target in targets) != 1:
        raise Refused("annotation-needs-one-place")
    annotation = Annotation(uid=new_uid(), body=body, **details)
    return Edit(EditName.ADD_ANNOTATION, (Add(annotation),), body.text)


def change_annotation(annotation: Annotation, **details: Any) -> Edit:
    """Write a remark anew, or change its kind or whether it is printed."""
    after = replace(annotation, **details)
    return Edit(EditName.CHANGE_ANNOTATION, (Replace(annotation, after),), after.body.text)


def remove_annotation(annotation: Annotation) -> Edit:
    """Take a remark away."""
    return Edit(EditName.REMOVE_ANNOTATION, (Drop(annotation),), annotation.body.text)


def add_outcome(point: str, **details: Any) -> Edit:
    """Enter what came of a point at the meeting."""
    outcome = Outcome(uid=new_uid(), point=point, **details)
    return Edit(EditName.ADD_OUTCOME, (Add(outcome),), point)


def change_outcome(outcome: Outcome, **details: Any) -> Edit:
    """Correct an outcome, or say what it was recorded as."""
    after = replace(outcome, **details)
    return Edit(EditName.CHANGE_OUTCOME, (Replace(outcome, after),), after.point)


def remove_outcome(outcome: Outcome) -> Edit:
    """Take an outcome away; what it was recorded as stays."""
    return Edit(EditName.REMOVE_OUTCOME, (Drop(outcome),), outcome.point)
