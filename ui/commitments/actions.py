"""The actions of the workspace named Commitments."""

from __future__ import annotations

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

ACTIONS = (
    ActionSpec(id="commitment.new", text=message("&New commitment"), keys="Ctrl+Shift+N",
               icon="add", writes=True, group="one", menu=Menu.COMMITMENT,
               room=Room.COMMITMENTS,
               tip=message("Record a commitment that the program did not propose")),
    ActionSpec(id="commitment.status", text=message("Add a &status entry"), keys="Ctrl+Shift+T",
               writes=True, group="one", menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
    ActionSpec(id="commitment.annotate", text=message("&Annotate the commitment"),
               keys="Ctrl+Shift+A", icon="annotate", writes=True, group="one",
               menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
    ActionSpec(id="commitment.source", text=message("Go to th&e place in the source"),
               keys="Ctrl+Return", icon="sources", group="one", menu=Menu.COMMITMENT,
               room=Room.COMMITMENTS),
    ActionSpec(id="commitment.remove", text=message("&Remove commitments"), writes=True,
               keys="Ctrl+Delete", icon="delete", group="one", menu=Menu.COMMITMENT,
               room=Room.COMMITMENTS),
    ActionSpec(id="commitment.filter", text=message("&Filter"), keys="Ctrl+F", icon="filter",
               group="list", menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
    ActionSpec(id="commitment.show-all", text=message("Show a&ll"), keys="Ctrl+Shift+F",
               group="list", menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
    ActionSpec(id="commitment.save-view", text=message("Save this &view…"), group="list",
               menu=Menu.COMMITMENT, room=Room.COMMITMENTS,
               tip=message("Keep the filter, the order and the groups under a name")),
    ActionSpec(id="commitment.copy", text=message("Cop&y as a table"), keys="Ctrl+Shift+C",
               group="out", menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
    ActionSpec(id="commitment.csv", text=message("Save as &CSV…"), icon="export", group="out",
               menu=Menu.COMMITMENT, room=Room.COMMITMENTS,
               tip=message("Write what the register shows to a file for a spreadsheet")),
    ActionSpec(id="commitment.outcomes", text=message("&Outcomes of the meeting"),
               group="lists", menu=Menu.COMMITMENT, room=Room.COMMITMENTS, checkable=True),
    ActionSpec(id="commitment.parties", text=message("&Parties"), icon="party", group="lists",
               menu=Menu.COMMITMENT, room=Room.COMMITMENTS, checkable=True),
    ActionSpec(id="topic.new", text=message("New &topic"), icon="topic", writes=True,
               group="topics", menu=Menu.COMMITMENT, room=Room.COMMITMENTS),
)  # fmt: skip
