"""What can be done in the overview, by name."""

from __future__ import annotations

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

_HERE = Room.OVERVIEW

ACTIONS = (
    ActionSpec(id="overview.meeting", text=message("&Meeting"), menu=Menu.GO, room=_HERE,
               keys="Alt+1", group="overview"),
    ActionSpec(id="overview.book", text=message("Details of the b&ook"), menu=Menu.GO, room=_HERE,
               keys="Alt+2", group="overview"),
    ActionSpec(id="overview.readiness", text=message("&Readiness list"), menu=Menu.GO, room=_HERE,
               keys="Alt+3", group="overview"),
    ActionSpec(id="overview.check", text=message("Check the book a&gain"), menu=Menu.VIEW,
               room=_HERE, keys="F5", group="overview"),
    ActionSpec(id="overview.bars-table", text=message("Commitments as a tabl&e"), menu=Menu.VIEW,
               room=_HERE, icon="table", checkable=True, group="overview"),
    ActionSpec(id="overview.line-table", text=message("&Deadlines as a table"), menu=Menu.VIEW,
               room=_HERE, icon="table", checkable=True, group="overview"),
    ActionSpec(id="overview.quarters", text=message("Deadlines by &quarter"), menu=Menu.VIEW,
               room=_HERE, checkable=True, group="overview"),
)  # fmt: skip
