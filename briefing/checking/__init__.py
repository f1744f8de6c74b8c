"""The readiness list: one small function for each check."""

from __future__ import annotations

from briefing.checking import acronyms, commitments, notes, quotations
from briefing.checking.fault import Check, Fault, Ground, Severity

CHECKS: tuple[Check, ...] = (
    quotations.orphaned_anchors,
    quotations.altered_quotations,
    commitments.without_source,
    notes.markings,
    notes.nothing_in_it,
    notes.empty_sections,
    notes.unknown_templates,
    notes.too_long,
    notes.too_many_pages,
    notes.topics_without_note,
    notes.meeting_details,
    acronyms.never_expanded,
    commitments.without_promisor,
    commitments.without_topic,
    commitments.missing_version,
    commitments.cut_words,
    commitments.overdue,
    commitments.stale_status,
    commitments.not_looked_at,
    notes.left_out,
    notes.not_signed_off,
)
_ORDER = tuple(Severity)


def check(ground: Ground) -> list[Fault]:
    """Everything that is not ready, the gravest first."""
    faults = [fault for look in CHECKS for fault in look(ground)]
    return sorted(faults, key=lambda fault: _ORDER.index(fault.severity))


__all__ = ["CHECKS", "Fault", "Ground", "Severity", "check"]
