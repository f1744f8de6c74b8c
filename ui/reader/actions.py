"""The actions of the reader. Letters count only while the text has the focus."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QKeySequence

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

_Keys = QKeySequence.StandardKey


def _letter(
    name: str,
    text: str,
    keys: str | tuple[str, ...],
    menu: Menu = Menu.CANDIDATE,
    **more: Any,
) -> ActionSpec:
    return ActionSpec(
        id=f"reader.{name}",
        text=text,
        menu=menu,
        keys=keys,
        room=Room.SOURCES,
        local=True,
        **more,
    )


def _writing(name: str, text: str, keys: str | tuple[str, ...], **more: Any) -> ActionSpec:
    return _letter(name, text, keys, writes=True, **more)


ACTIONS = (
    _letter("next", message("Ne&xt candidate"), "J", icon="down", group="walk"),
    _letter("previous", message("&Previous candidate"), "K", icon="up", group="walk"),
    _writing("accept", message("&Accept candidate"), "A", icon="accept", group="triage"),
    _writing("reject", message("&Reject candidate"), "X", icon="reject", group="triage"),
    _writing("reconsider", message("Propose a&gain"), "U", icon="undo", group="triage",
             tip=message("A rejected candidate is proposed again")),
    _writing("split", message("&Split at the text cursor"), "S", icon="split", group="triage"),
    _writing("join", message("&Join with the next"), "M", icon="join", group="triage"),
    _writing("end-earlier", message("End one word &earlier"), "[", group="trim"),
    _writing("end-later", message("End one word &later"), "]", group="trim"),
    _writing("start-earlier", message("&Begin one word earlier"), "{",
             group="trim"),
    _writing("start-later", message("Begin one word la&ter"), "}",
             group="trim"),
    _writing("edit", message("&Edit on the card"), "E", icon="edit", group="card"),
    _writing("topic", message("Choose the t&opic"), "T", icon="topic", group="card"),
    _writing("parties", message("Name the part&ies"), "P", icon="party", group="card"),
    _letter("open", message("Open the &commitment"), ("Return", "Enter"), icon="commitments",
            group="card"),
    _writing("commit", message("Make a co&mmitment of the words"), "C", icon="commitments",
             group="words"),
    _writing("annotate", message("A&nnotate"), "N", menu=Menu.SOURCE, icon="annotate",
             group="words"),
    _writing("evidence", message("Give as evi&dence"), "V", icon="flag", group="words",
             tip=message("These words say where a commitment stands")),
    _writing("quote", message("Add the &words to a commitment"), "Q", icon="quote", group="words",
             tip=message("A commitment rests on these words too, in whatever language")),
    _writing("repair", message("Repair a c&ut passage"), "R", icon="repair", group="words"),
    _writing("leave-out", message("&Leave out, or put back"), "G", icon="remove", group="words"),
    _letter("unfold", message("Show or &hide what is left out"), "H", icon="look", group="words"),
    _writing("accept-sure", message("Accept all abo&ve 0.90"), "", group="bulk"),
    ActionSpec(id="reader.find", text=message("&Find in the text"), menu=Menu.EDIT, icon="search",
               keys=_Keys.Find, room=Room.SOURCES, group="find"),
    ActionSpec(id="reader.find-next", text=message("Find ne&xt"), menu=Menu.EDIT,
               keys=_Keys.FindNext, room=Room.SOURCES, group="find"),
    ActionSpec(id="reader.find-previous", text=message("Find pre&vious"), menu=Menu.EDIT,
               keys=_Keys.FindPrevious, room=Room.SOURCES, group="find"),
    _letter("take-back", message("Ta&ke back"), "Z", icon="undo", group="bulk",
            tip=message("Undo the last step"), writes=True),
)  # fmt: skip

MENU = (
    ("commit", "annotate", "quote", "evidence", "repair", "leave-out", "unfold"),
    ("accept", "reject", "reconsider", "split", "join"),
    ("topic", "parties", "edit", "open"),
    ("find",),
)
"""What the context menu of the text offers, by groups."""
