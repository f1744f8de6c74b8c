"""The actions that are there in every workspace."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room
from ui.preview.actions import PUBLISHING

_Keys = QKeySequence.StandardKey
_REDO = ("Ctrl+Shift+Z", "Ctrl+Y")
"""On every platform both: who comes from another word processor presses the other."""

ROOMS = {
    Room.OVERVIEW: message("&Overview"),
    Room.SOURCES: message("&Sources"),
    Room.COMMITMENTS: message("&Commitments"),
    Room.BOOK: message("&Book"),
}

SHELL = (
    ActionSpec(id="book.new", text=message("&New book…"), menu=Menu.FILE, keys=_Keys.New),
    ActionSpec(id="book.open", text=message("&Open book…"), menu=Menu.FILE, keys=_Keys.Open),
    ActionSpec(
        id="book.copy", text=message("Sa&ve a copy…"), menu=Menu.FILE, keys=_Keys.SaveAs,
        group="keep",
    ),
    ActionSpec(
        id="book.backups", text=message("&Backups…"), menu=Menu.FILE, group="keep",
        tip=message("Where dated copies lie, how many are kept, and how to have one back"),
    ),
    *PUBLISHING,
    ActionSpec(id="book.close", text=message("&Close"), menu=Menu.FILE, keys=_Keys.Close,
               group="end"),
    ActionSpec(id="program.quit", text=message("&Quit"), menu=Menu.FILE, keys=_Keys.Quit,
               group="end"),
    ActionSpec(id="edit.undo", text=message("&Undo"), menu=Menu.EDIT, keys=_Keys.Undo,
               icon="undo", group="undo"),
    ActionSpec(id="edit.redo", text=message("&Redo"), menu=Menu.EDIT, keys=_REDO,
               icon="redo", group="undo"),
    ActionSpec(id="edit.cut", text=message("Cu&t"), menu=Menu.EDIT, shown=_Keys.Cut,
               group="clipboard"),
    ActionSpec(id="edit.copy", text=message("&Copy"), menu=Menu.EDIT, shown=_Keys.Copy,
               group="clipboard"),
    ActionSpec(id="edit.paste", text=message("&Paste"), menu=Menu.EDIT, shown=_Keys.Paste,
               group="clipboard"),
    ActionSpec(id="edit.select-all", text=message("Select &all"), menu=Menu.EDIT,
               shown=_Keys.SelectAll, group="clipboard"),
    ActionSpec(id="edit.history", text=message("&History…"), menu=Menu.EDIT, group="undo",
               tip=message("What was done to the book, when and by whom")),
    ActionSpec(id="program.settings", text=message("&Settings…"), menu=Menu.EDIT,
               keys="Ctrl+,", group="settings"),
    *(
        ActionSpec(id=f"room.{room}", text=text, menu=Menu.VIEW, keys=f"Ctrl+{number}",
                   icon=str(room), group="rooms", checkable=True)
        for number, (room, text) in enumerate(ROOMS.items(), start=1)
    ),
    ActionSpec(id="view.fold-left", text=message("Fold the &left column"), menu=Menu.VIEW,
               keys="F9", group="columns"),
    ActionSpec(id="view.fold-right", text=message("Fold the &right column"), menu=Menu.VIEW,
               keys="Shift+F9", group="columns"),
    ActionSpec(id="view.next-pane", text=message("Next &pane"), menu=Menu.VIEW, keys="F6",
               group="columns"),
    ActionSpec(id="view.previous-pane", text=message("Previous p&ane"), menu=Menu.VIEW,
               keys="Shift+F6", group="columns"),
    ActionSpec(id="view.larger", text=message("Larger &text"), menu=Menu.VIEW, keys=_Keys.ZoomIn,
               group="size"),
    ActionSpec(id="view.smaller", text=message("S&maller text"), menu=Menu.VIEW,
               keys=_Keys.ZoomOut, group="size"),
    ActionSpec(id="view.full-screen", text=message("&Full screen"), menu=Menu.VIEW,
               keys=("F11",), group="size", checkable=True),
    ActionSpec(id="go.search", text=message("&Search everything"), menu=Menu.GO,
               keys="Ctrl+K", icon="search"),
    ActionSpec(id="go.command", text=message("&Command palette"), menu=Menu.GO,
               keys="Ctrl+Shift+P"),
    ActionSpec(id="go.back", text=message("&Back"), menu=Menu.GO, keys="Alt+Left", icon="back",
               group="places"),
    ActionSpec(id="go.forward", text=message("&Forward"), menu=Menu.GO, keys="Alt+Right",
               icon="forward", group="places"),
    ActionSpec(id="help.keys", text=message("&Keys"), menu=Menu.HELP, keys=("F1", "Ctrl+?")),
    ActionSpec(id="help.guide", text=message("&Guide"), menu=Menu.HELP),
    ActionSpec(id="help.report", text=message("Copy a &report of this program"), menu=Menu.HELP),
    ActionSpec(id="help.about", text=message("&About"), menu=Menu.HELP),
)  # fmt: skip
