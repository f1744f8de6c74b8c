"""Faults of the readiness list in words, and the places that mend them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from briefing.checking import Fault, Severity
from briefing.things import (
    KINDS,
    Annotation,
    Candidate,
    Commitment,
    Insert,
    Meeting,
    Note,
    Passage,
    Reader,
    Source,
    StatusEntry,
    Thing,
    Topic,
)
from ui.explain import fault_words
from ui.places import PAGES, Place, Room
from ui.speech import Speech
from ui.widgets.days import shown_day
from ui.words import LANGUAGES

Translate = Callable[[str], str]

SEVERITY_ICONS = {Severity.STOP: "stop", Severity.MEND: "warning", Severity.LOOK: "look"}
SEVERITY_COLOURS = {Severity.STOP: "bad", Severity.MEND: "warn", Severity.LOOK: "accent"}
"""Names of colours in `Colours`."""
_KINDS = {kind.__name__: kind for kind in KINDS}
_ROOMS: dict[type[Thing], Room] = {
    Note: Room.BOOK,
    Meeting: Room.OVERVIEW,
    Commitment: Room.COMMITMENTS,
    Topic: Room.COMMITMENTS,
    Source: Room.SOURCES,
}
_OF_CANDIDATES = {"open-candidates", "accepted-unseen"}
_WITH_DETAIL = {"empty-section", "marking-above", "no-template", *_OF_CANDIDATES}
_OF_DAYS = {"overdue", "stale-status"}
_OF_LANGUAGES = {"missing-version"}
_OF_PASSAGES = {"cut-quote", "missing-version"}


def severity_title(severity: Severity, _: Translate) -> str:
    """What a severity is called."""
    return {
        Severity.STOP: _("Before printing"),
        Severity.MEND: _("To mend"),
        Severity.LOOK: _("To look at"),
    }[severity]


def check_title(check: str, _: Translate) -> str:
    """What faults of a check have in common, for their heading."""
    return {
        "orphaned-anchor": _("Quoted words not in the source"),
        "altered-quotation": _("Altered quotations"),
        "no-source": _("Commitments without a source"),
        "marking-above": _("Marked above the book"),
        "no-notes": _("No notes"),
        "empty-section": _("Empty sections"),
        "no-template": _("Templates not on this machine"),
        "too-long": _("Over the limit"),
        "too-many-pages": _("More pages than their format allows"),
        "no-note": _("Topics without a note"),
        "no-meeting": _("No meeting"),
        "meeting-order": _("Meeting ends before it begins"),
        "meeting-lacks": _("Missing in the meeting"),
        "acronym": _("Acronyms never spelt out"),
        "no-promisor": _("Commitments without a promisor"),
        "no-topic": _("Commitments without a topic"),
        "missing-version": _("Missing language versions"),
        "cut-quote": _("Cut off in the source"),
        "overdue": _("Overdue"),
        "no-status": _("Status unknown"),
        "stale-status": _("Status not looked at lately"),
        "open-candidates": _("Candidates to decide on"),
        "accepted-unseen": _("Accepted in bulk, not looked at"),
        "left-out": _("Annotations for print in no note"),
        "not-signed-off": _("Notes not signed off"),
    }[check]


def fault_sentence(fault: Fault, speech: Speech) -> str:
    """One fault as a sentence, with its days and languages as the window says them."""
    return fault_words(replace(fault, detail=_detail(fault, speech)), speech.gettext)


def _detail(fault: Fault, speech: Speech) -> str:
    if fault.check in _OF_DAYS:
        return shown_day(fault.detail, speech)
    if fault.check in _OF_LANGUAGES and fault.detail in LANGUAGES:
        return speech.wording.named("lang", fault.detail)
    return fault.detail


def fault_short(fault: Fault, speech: Speech) -> str:
    """A fault below the heading of its check: what tells it from the others."""
    _ = speech.gettext
    detail, words = _detail(fault, speech), fault.words
    match fault.check:
        case "no-meeting" | "no-notes" | "meeting-order" | "meeting-lacks":
            return fault_words(fault, _)
        case "overdue" | "stale-status" | "missing-version" | "acronym":
            form = _("{detail}: {words}")
        case "too-long":
            form = speech.ngettext(
                "{words}: {detail} word over", "{words}: {detail} words over", int(detail)
            )
        case "too-many-pages":
            form = speech.ngettext("{words}: {detail} page", "{words}: {detail} pages", int(detail))
        case check:
            form = _("{words}: {detail}") if check in _WITH_DETAIL else "{words}"
    return form.format(words=words, detail=detail)


def place_of(fault: Fault, book: Reader) -> Place:
    """Where a fault can be mended.

    Of a note the detail of the place is the name of the section, the acronym to look for, or that
    its pages are meant; of the meeting it is the detail that is missing; of a passage it is what
    rests on it.
    """
    if fault.check in _OF_CANDIDATES and fault.spot:
        return Place(Room.SOURCES, Candidate, fault.spot)
    if fault.check in _OF_PASSAGES and fault.spot:
        return Place(Room.SOURCES, Passage, fault.spot, fault.uid)
    if fault.check == "no-meeting":
        return Place(Room.OVERVIEW, Meeting, "", "occasion")
    kind = _KINDS[fault.kind]
    if kind not in _ROOMS:
        return _place_around(fault, book)
    detail = {Note: fault.spot or _in_note(fault), Meeting: fault.detail}.get(kind, "")
    return Place(_ROOMS[kind], kind, fault.uid, detail)


def _in_note(fault: Fault) -> str:
    return {"acronym": fault.detail, "too-many-pages": PAGES}.get(fault.check, "")


def _place_around(fault: Fault, book: Reader) -> Place:
    """The place of what the thing itself is a part of."""
    if fault.kind == "Insert" and (insert := book.find(Insert, fault.uid)):
        return Place(Room.BOOK, Note, insert.note)
    if fault.kind == "StatusEntry" and (entry := book.find(StatusEntry, fault.uid)):
        return Place(Room.COMMITMENTS, Commitment, entry.commitment)
    if fault.kind == "Annotation" and book.find(Annotation, fault.uid):
        return Place(Room.SOURCES, Annotation, fault.uid)
    return Place(Room.BOOK)
