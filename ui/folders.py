"""Showing where files lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from ui.context import Context


def show_folder(context: Context, folder: Path) -> None:
    """Show a folder in the system's own way; where there is none, say which folder it is."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        _ = context.gettext
        context.notices.advise(
            _("No program was found that shows folders. The files lie in {folder}.").format(
                folder=folder
            )
        )
