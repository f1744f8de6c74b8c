"""What the words of the vocabulary that have a fixed set of values are called in windows."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from briefing.things import (
    CandidateState,
    DeadlineKind,
    Finding,
    Firmness,
    InsertKind,
    Kind,
    PartyKind,
    PrintFlag,
    Raised,
    TabKind,
)

Translate = Callable[[str], str]


def name_of(value: StrEnum, _: Translate) -> str:
    """A value in words. Statuses, states and the like, which are printed too, are in `Wording`."""
    return _tables(_)[type(value)][value]


def _tables(_: Translate) -> dict[type[StrEnum], dict[StrEnum, str]]:
    return {
        Kind: {
            Kind.UNDERTAKING: _("Undertaking"),
            Kind.TASKING: _("Tasking"),
            Kind.LAUNCHED: _("Launched"),
            Kind.SOFT: _("Soft undertaking"),
            Kind.REAFFIRMATION: _("Reaffirmation"),
        },
        Firmness: {
            Firmness.WILL: _("will"),
            Firmness.AGREED: _("agreed"),
            Firmness.COMMITTED: _("committed"),
            Firmness.DIRECTED: _("directed"),
            Firmness.LAUNCHED: _("launched"),
            Firmness.ANNOUNCED: _("announced"),
            Firmness.INTEND: _("intend"),
            Firmness.ONGOING: _("ongoing"),
            Firmness.REAFFIRMED: _("reaffirmed"),
            Firmness.EXPRESSED: _("expressed"),
        },
        CandidateState: {
            CandidateState.PROPOSED: _("Proposed"),
            CandidateState.ACCEPTED: _("Accepted"),
            CandidateState.REJECTED: _("Rejected"),
        },
        DeadlineKind: {
            DeadlineKind.NONE: _("No deadline"),
            DeadlineKind.DATE: _("Date"),
            DeadlineKind.RANGE: _("Range of dates"),
            DeadlineKind.EVENT: _("Relative to an event"),
            DeadlineKind.DURATION: _("Duration"),
            DeadlineKind.RECURRING: _("Recurring"),
            DeadlineKind.VAGUE: _("Vague"),
        },
        PartyKind: {
            PartyKind.STATE: _("State"),
            PartyKind.ORGANISATION: _("Organisation"),
            PartyKind.OFFICE: _("Office"),
            PartyKind.BODY: _("Body"),
        },
        PrintFlag: {
            PrintFlag.PRINT: _("Goes to print"),
            PrintFlag.INTERNAL: _("Internal"),
            PrintFlag.CARD_ONLY: _("On the card only"),
        },
        Raised: {
            Raised.RAISED: _("Raised"),
            Raised.PARTLY: _("Partly raised"),
            Raised.NOT_RAISED: _("Not raised"),
        },
        Finding: {
            Finding.NONE: _("Says the same"),
            Finding.ABSENT: _("Absent"),
            Finding.WEAKER: _("Weaker"),
            Finding.DAMAGED: _("Source damaged"),
        },
        InsertKind: {
            InsertKind.EXTRACT: _("Extract"),
            InsertKind.COMMITMENT: _("Commitment"),
            InsertKind.TABLE: _("Commitments table"),
            InsertKind.CHART: _("Chart"),
        },
        TabKind: {
            TabKind.COVER: _("Cover"),
            TabKind.CONTENTS: _("Contents"),
            TabKind.NOTE: _("Note"),
            TabKind.COMMITMENTS: _("Commitments table"),
            TabKind.ACRONYMS: _("Acronyms"),
            TabKind.SOURCES: _("Sources"),
        },
    }
