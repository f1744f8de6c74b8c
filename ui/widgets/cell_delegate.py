"""Cells of a list that can be typed in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget
from typing_extensions import override


class CellDelegate(QStyledItemDelegate):
    """What is typed in a cell stays there, whatever the model has to tell of it meanwhile.

    Qt would write the model's words over it, also between Enter and the moment they are taken.
    """

    @override
    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)
