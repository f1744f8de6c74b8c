"""The actions of a text that is written in; they work where the cursor is, or was last.

None of the keys is one that input methods take for themselves: Ctrl with Space or a full stop,
Ctrl+Shift with U or F.
"""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from ui.actions import ActionSpec, Menu
from ui.commandline.command import message
from ui.places import Room

_Keys = QKeySequence.StandardKey


def _spec(
    name: str,
    text: str,
    keys: _Keys | str = "",
    icon: str = "",
    *,
    group: str,
    checks: bool = False,
) -> ActionSpec:
    return ActionSpec(
        id=f"text.{name}", text=text, keys=keys, icon=icon, group=f"text.{group}",
        menu=Menu.FORMAT, read_in=Room.BOOK, checkable=checks, local=True, writes=True,
    )  # fmt: skip


def _find(name: str, text: str, keys: _Keys | str, *, writes: bool = False) -> ActionSpec:
    return ActionSpec(
        id=f"text.{name}", text=text, keys=keys, group="text.find",
        menu=Menu.EDIT, read_in=Room.BOOK, local=True, writes=writes,
    )  # fmt: skip


ACTIONS = (
    _spec("bold", message("&Bold"), _Keys.Bold, "bold", group="marks", checks=True),
    _spec("italic", message("&Italic"), _Keys.Italic, "italic", group="marks", checks=True),
    _spec("underline", message("&Underline"), _Keys.Underline, "underline", group="marks",
          checks=True),
    _spec("superscript", message("Su&perscript"), "Ctrl+Shift+X", "superscript", group="marks",
          checks=True),
    _spec("clear", message("&Clear formatting"), "Ctrl+Shift+E", "clear", group="marks"),
    _spec("subheading", message("Sub&heading"), "Ctrl+Shift+H", "heading", group="blocks",
          checks=True),
    _spec("bullets", message("Bu&lleted list"), "Ctrl+Shift+L", "list", group="blocks",
          checks=True),
    _spec("numbering", message("&Numbered list"), "Ctrl+Shift+O", "numbered", group="blocks",
          checks=True),
    _spec("quote", message("&Quotation"), "Ctrl+Shift+I", "quote", group="blocks", checks=True),
    _spec("deeper", message("&Deeper in the list"), "Ctrl+]", "indent", group="blocks"),
    _spec("higher", message("Hi&gher in the list"), "Ctrl+[", "outdent", group="blocks"),
    _spec("usable", message("U&sable aloud"), "Ctrl+Shift+A", "speak", group="handling",
          checks=True),
    _spec("internal", message("Not to be disclosed (int&ernal)"), "Ctrl+Shift+D", "lock",
          group="handling", checks=True),
    _spec("link", message("Lin&k…"), "Ctrl+L", "link", group="insert"),
    _spec("footnote", message("&Footnote…"), "Ctrl+Shift+N", "footnote", group="insert"),
    _spec("table", message("Insert a &table"), "Ctrl+Shift+T", "table", group="insert"),
    _spec("row-above", message("Row &above"), group="table"),
    _spec("row-below", message("Row &below"), group="table"),
    _spec("column-before", message("Column be&fore"), group="table"),
    _spec("column-after", message("Column af&ter"), group="table"),
    _spec("remove-row", message("Remove the &row"), group="table"),
    _spec("remove-column", message("Remove the &column"), group="table"),
    _spec("remove-table", message("Re&move the table"), group="table"),
    _spec("head-row", message("&Head row"), group="table", checks=True),
    _spec("caption", message("Ca&ption of the table…"), group="table"),
    _spec("lang-en", message("Language: &English"), group="language", checks=True),
    _spec("lang-fr", message("Language: &French"), group="language", checks=True),
    _spec("lang-zh", message("Language: &Chinese"), group="language", checks=True),
    _spec("lang-none", message("Language: &that of the text"), group="language", checks=True),
    _find("find", message("&Find in the text"), _Keys.Find),
    _find("replace", message("R&eplace in the text"), "Ctrl+H", writes=True),
    _find("find-next", message("Find &next"), _Keys.FindNext),
    _find("find-previous", message("Find pre&vious"), _Keys.FindPrevious),
    ActionSpec(
        id="text.spelling", text=message("Chec&k spelling"), menu=Menu.EDIT, group="text.spelling",
        checkable=True, tip=message("Words of a language for which this computer has a dictionary"),
    ),
    ActionSpec(
        id="text.paste-plain", text=message("Paste as p&lain text"), keys="Ctrl+Shift+V",
        menu=Menu.EDIT, group="text.paste", local=True, writes=True,
    ),
)  # fmt: skip
