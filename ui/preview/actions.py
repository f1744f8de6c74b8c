"""What can be done with the pages of the book."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

# fmt: off
PUBLISHING = (
    ActionSpec(id="file.export", text=message("&Export…"), menu=Menu.FILE, keys="Ctrl+E",
               icon="export", group="publish", tip=message("Write the book to PDF or Word")),
    ActionSpec(id="file.print", text=message("&Print…"), menu=Menu.FILE,
               keys=QKeySequence.StandardKey.Print, icon="print", group="publish"),
    ActionSpec(id="file.page-setup", text=message("Page set-&up…"), menu=Menu.FILE,
               group="publish", tip=message("Paper, size of the type, both sides, language")),
    ActionSpec(id="file.editions", text=message("E&ditions…"), menu=Menu.FILE, group="publish",
               icon="history",
               tip=message("The prints that are kept, and what has changed since")),
)
PREVIEW = (
    ActionSpec(id="preview.book", text=message("Preview the &whole book"), menu=Menu.VIEW,
               room=Room.BOOK, checkable=True, group="preview",
               tip=message("All pages, not only those of the tab that is open")),
    ActionSpec(id="preview.working", text=message("Preview the wor&king copy"), menu=Menu.VIEW,
               room=Room.BOOK, checkable=True, group="preview",
               tip=message("With annotations and empty sections")),
    ActionSpec(id="preview.two", text=message("Two pages side b&y side"), menu=Menu.VIEW,
               room=Room.BOOK, checkable=True, group="preview", icon="pages"),
    ActionSpec(id="preview.larger", text=message("&Larger pages"), menu=Menu.VIEW,
               room=Room.BOOK, icon="zoom-in", group="preview-size",
               tip=message("Ctrl++ or Ctrl and the wheel, over the pages")),
    ActionSpec(id="preview.smaller", text=message("&Smaller pages"), menu=Menu.VIEW,
               room=Room.BOOK, icon="zoom-out", group="preview-size",
               tip=message("Ctrl+- or Ctrl and the wheel, over the pages")),
    ActionSpec(id="preview.width", text=message("Fit the page’s &width"), menu=Menu.VIEW,
               room=Room.BOOK, group="preview-size"),
    ActionSpec(id="preview.fit", text=message("&Fit the whole page"), menu=Menu.VIEW,
               room=Room.BOOK, group="preview-size"),
    ActionSpec(id="preview.actual", text=message("&Printed size"), menu=Menu.VIEW,
               room=Room.BOOK, group="preview-size"),
    ActionSpec(id="preview.copy", text=message("Copy from the pa&ges"), menu=Menu.EDIT,
               room=Room.BOOK, group="preview"),
    ActionSpec(id="preview.find", text=message("F&ind in the pages"), menu=Menu.EDIT,
               room=Room.BOOK, icon="search", group="preview"),
)
# fmt: on
