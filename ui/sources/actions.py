"""What can be done in the Sources workspace besides reading."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QKeySequence

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

_Keys = QKeySequence.StandardKey

_SPECS = (
    ActionSpec(id="source.import", text=message("&Import sources…"), menu=Menu.SOURCE,
               keys="Ctrl+I", icon="import", group="receive", writes=True,
               tip=message("Take in text files, web pages, Word files and PDFs")),
    ActionSpec(id="source.paste", text=message("&Paste as a source"), menu=Menu.SOURCE,
               keys=_Keys.Paste, icon="add", group="receive", writes=True,
               tip=message("Take in the text that was copied elsewhere")),
    ActionSpec(id="source.read", text=message("&Read"), menu=Menu.SOURCE, keys="Alt+1",
               icon="sources", group="look", checkable=True,
               tip=message("The text with its passages, candidates and commitments")),
    ActionSpec(id="source.parallel", text=message("Para&llel"), menu=Menu.SOURCE, keys="Alt+2",
               icon="parallel", group="look", checkable=True,
               tip=message("Two language versions side by side")),
    ActionSpec(id="source.original", text=message("&Original"), menu=Menu.SOURCE, keys="Alt+3",
               icon="original", group="look", checkable=True,
               tip=message("The file as it was received")),
    ActionSpec(id="source.filter", text=message("&Find a source"), menu=Menu.SOURCE,
               keys="Ctrl+Shift+F", icon="filter", group="library",
               tip=message("Go to the filter of the library")),
    ActionSpec(id="source.details", text=message("&Details of the source"), menu=Menu.SOURCE,
               keys="F2", icon="edit", group="library", checkable=True,
               tip=message("Title, issuer, date, kind, address, marking and parties")),
    ActionSpec(id="source.look", text=message("Loo&k for commitments"), menu=Menu.SOURCE,
               keys="Ctrl+Shift+L", icon="search", group="library", writes=True,
               tip=message("Propose what the source promises and nobody has looked at yet")),
    ActionSpec(id="source.save-original", text=message("Sa&ve the original…"), menu=Menu.SOURCE,
               group="library", tip=message("Write the file as it was received to a folder")),
    ActionSpec(id="source.remove", text=message("Re&move the source"), menu=Menu.SOURCE,
               icon="delete", group="library", writes=True,
               tip=message("Take it out of the book, unless something rests on it")),
)  # fmt: skip

_PARALLEL = (
    ActionSpec(id="parallel.pair", text=message("Pair the c&hosen passages"), menu=Menu.SOURCE,
               keys="P", icon="link", group="parallel", local=True, writes=True,
               tip=message("Say that the passages chosen on both sides answer each other")),
    ActionSpec(id="parallel.unpair", text=message("&Take the pair apart"), menu=Menu.SOURCE,
               keys="U", icon="split", group="parallel", local=True, writes=True),
    ActionSpec(id="parallel.same", text=message("&Says the same"), menu=Menu.SOURCE, keys="S",
               group="findings", local=True, writes=True),
    ActionSpec(id="parallel.weaker", text=message("&Weaker in one version"), menu=Menu.SOURCE,
               keys="W", group="findings", local=True, writes=True),
    ActionSpec(id="parallel.absent", text=message("A&bsent from the other version"),
               menu=Menu.SOURCE, keys="B", group="findings", local=True, writes=True),
    ActionSpec(id="parallel.damaged", text=message("Source dama&ged here"), menu=Menu.SOURCE,
               keys="G", group="findings", local=True, writes=True),
    ActionSpec(id="parallel.align", text=message("&Align again"), menu=Menu.SOURCE,
               keys="Ctrl+Shift+A", icon="columns", group="align", writes=True,
               tip=message("Pair the passages afresh; pairs set by hand stay")),
)  # fmt: skip

_SHEET = (
    ActionSpec(id="import.toggle", text=message("L&eave out, or put back"), menu=Menu.SOURCE,
               keys="Space", group="import", local=True, writes=True,
               tip=message("Of a passage in the preview of an import")),
    ActionSpec(id="import.remove", text=message("&Take the file off the list"), menu=Menu.SOURCE,
               keys=_Keys.Delete, group="import", local=True,
               tip=message("Of the files that are to be imported; nothing of it was stored")),
)  # fmt: skip


def _here(specs: tuple[ActionSpec, ...]) -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, room=Room.SOURCES) for spec in specs)


ACTIONS = _here(_SPECS)
PARALLEL = _here(_PARALLEL)
SHEET = _here(_SHEET)

FINDINGS = ("parallel.same", "parallel.weaker", "parallel.absent", "parallel.damaged")
