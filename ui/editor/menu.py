"""The menu under the right mouse button, or the menu key, in a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from ui.context import Context
from ui.editor import pen
from ui.editor.deeds import IN_TABLE

if TYPE_CHECKING:
    from ui.editor.editor import ProseEditor

_WORDS = ("text.link", "text.footnote")
_HANDLING = ("text.usable", "text.internal")


def open_menu(
    context: Context,
    editor: ProseEditor,
    at: QPoint,
    add_spelling: Callable[[QMenu], None],
) -> QMenu:
    """Show what can be done with the words at a point of the text, or with what is chosen there."""
    _ = context.gettext
    surface = editor.surface
    here, cursor = surface.cursorForPosition(at), surface.textCursor()
    if not cursor.selectionStart() <= here.position() <= cursor.selectionEnd():
        surface.setTextCursor(here)
        cursor = surface.textCursor()
    menu = QMenu(editor)
    add_spelling(menu)
    chosen, writes = cursor.hasSelection(), not editor.read_only
    if pen.is_insert(cursor.block()):
        _add(menu, _("&Open the insert"), editor.activate_insert)
        menu.addSeparator()
    _add(menu, _("Cu&t"), surface.cut_out, can=chosen and writes)
    _add(menu, _("&Copy"), surface.copy, can=chosen)
    _add(menu, _("&Paste"), surface.paste, can=writes and surface.canPaste())
    menu.addAction(context.actions["text.paste-plain"])
    _add(menu, _("Select &all"), surface.selectAll)
    groups: list[tuple[str, ...]] = [*([_WORDS, _HANDLING] if writes else [])]
    if writes and pen.table_at(cursor) is not None:
        groups.append(IN_TABLE)
    for group in groups:
        menu.addSeparator()
        for name in group:
            menu.addAction(context.actions[name])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(surface.viewport().mapToGlobal(at))
    return menu


def _add(menu: QMenu, text: str, slot: Callable[[], None], *, can: bool = True) -> None:
    action = menu.addAction(text)
    action.setEnabled(can)
    action.triggered.connect(slot)
