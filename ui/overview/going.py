"""Places in the register that the overview leads to."""

from __future__ import annotations

import json
from datetime import date

from briefing.things import Status
from ui.places import Place, Room


def commitments_of(topic: str | None, status: Status | None = None) -> Place:
    """The register, narrowed to a topic ("" for none, None for all) and to a status."""
    wanted: dict[str, list[str]] = {}
    if topic is not None:
        wanted["topics"] = [topic]
    if status is not None:
        wanted["statuses"] = [status]
    return Place(Room.COMMITMENTS, detail=json.dumps(wanted))


def commitments_due(first: date, last: date) -> Place:
    """The register, narrowed to what falls due in a time."""
    days = {"first_day": first.isoformat(), "last_day": last.isoformat()}
    return Place(Room.COMMITMENTS, detail=json.dumps(days))
