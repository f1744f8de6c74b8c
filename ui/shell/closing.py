"""The way out of a dialog that has nothing to confirm, for hands and for the Tab key."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox


def closing(dialog: QDialog) -> QDialogButtonBox:
    """A row with one button that closes."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    box.rejected.connect(dialog.close)
    return box
