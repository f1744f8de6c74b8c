"""The actions of the workspace named Book."""

from __future__ import annotations

from briefing.things import TabKind
from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

_MENUS = {
    "material": Menu.INSERT,
    "inserts": Menu.INSERT,
    "insert": Menu.INSERT,
    "walk": Menu.TAB,
    "parts": Menu.TAB,
    "tab": Menu.TAB,
}
"""The groups that do not stand in the menu of the note."""


def _spec(name: str, text: str, keys: str = "", *, group: str, **details: object) -> ActionSpec:
    return ActionSpec(
        id=name,
        text=text,
        keys=keys,
        menu=_MENUS.get(group, Menu.NOTE),
        room=Room.BOOK,
        group=group,
        **details,  # type: ignore[arg-type]
    )


ADD_PARTS = {
    TabKind.COVER: "part.cover",
    TabKind.CONTENTS: "part.contents",
    TabKind.COMMITMENTS: "part.commitments",
    TabKind.ACRONYMS: "part.acronyms",
    TabKind.SOURCES: "part.sources",
}

ACTIONS = (
    _spec("note.new", message("&New note…"), "Ctrl+Shift+K", icon="add", writes=True, group="new",
          tip=message("Choose a format and topics; each topic gets a note with its material")),
    _spec("note.draft", message("New notes for &topics…"), "Ctrl+Shift+J", writes=True, group="new",
          tip=message("A note for each topic that has commitments and no note yet")),
    _spec("note.duplicate", message("D&uplicate note"), writes=True, group="new"),
    _spec("note.title", message("Note’s t&itle"), "F4", group="header"),
    _spec("note.details", message("Detai&ls of the note"), checkable=True, group="header",
          tip=message("Its format, topic, language, marking and author")),
    _spec("note.for-review", message("Send for re&view"), writes=True, group="state"),
    _spec("note.to-draft", message("Back to &draft"), writes=True, group="state"),
    _spec("note.sign-off", message("&Sign off…"), icon="lock", writes=True, group="state",
          tip=message("Nobody writes in it any more, and its inserts keep what they show")),
    _spec("note.reopen", message("Re&open"), writes=True, group="state",
          tip=message("It can be written in again, and its inserts follow the book")),
    _spec("note.annotate", message("Annotat&e the note"), "Ctrl+Shift+R", icon="annotate",
          writes=True, group="annotations"),
    _spec("material.next", message("Insert the ne&xt piece of material"), "Ctrl+Return",
          icon="insert", writes=True, group="material"),
    _spec("material.whole", message("Insert the next commitment with &where it stands"),
          "Ctrl+Shift+Return", icon="commitments", writes=True, group="material"),
    _spec("material.find", message("Find &material"), "Ctrl+Shift+M", group="material"),
    _spec("insert.table", message("Insert a &table of commitments"), icon="table", writes=True,
          group="inserts"),
    _spec("insert.status", message("Insert a c&hart of where they stand"), icon="chart",
          writes=True, group="inserts"),
    _spec("insert.deadlines", message("Insert a chart of d&eadlines"), icon="calendar",
          writes=True, group="inserts"),
    _spec("insert.go", message("&Go to what the insert shows"), "Alt+Return", icon="forward",
          group="insert"),
    _spec("insert.change", message("Change the &insert…"), writes=True, group="insert"),
    _spec("insert.freeze", message("&Freeze the insert"), icon="freeze", writes=True,
          group="insert", tip=message("It keeps what it shows today")),
    _spec("insert.thaw", message("Let the insert fo&llow the book"), icon="redo", writes=True,
          group="insert"),
    _spec("insert.remove", message("&Remove the insert"), icon="remove", writes=True,
          group="insert"),
    _spec("tab.next", message("Next ta&b"), "Ctrl+PgDown", group="walk"),
    _spec("tab.previous", message("Pre&vious tab"), "Ctrl+PgUp", group="walk"),
    _spec("part.cover", message("Add the &cover"), writes=True, group="parts"),
    _spec("part.contents", message("Add the con&tents"), writes=True, group="parts"),
    _spec("part.commitments", message("Add the co&mmitments table"), writes=True, group="parts"),
    _spec("part.acronyms", message("Add the &acronyms"), writes=True, group="parts"),
    _spec("part.sources", message("Add the &sources"), writes=True, group="parts"),
)  # fmt: skip

OUTLINE = (
    _spec("tab.rename", message("Rena&me"), "F2", icon="edit", writes=True, group="tab",
          local=True),
    _spec("tab.up", message("Move &up"), "Alt+Up", icon="up", writes=True, group="tab",
          local=True),
    _spec("tab.down", message("Move do&wn"), "Alt+Down", icon="down", writes=True, group="tab",
          local=True),
    _spec("tab.remove", message("&Remove from the book"), "Del", icon="delete", writes=True,
          group="tab", local=True),
)  # fmt: skip
