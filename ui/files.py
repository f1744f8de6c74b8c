"""The platform's own file dialogs, which remember a folder for each kind of file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.settings import SettingsStore

_NEW = {"books"}
"""Kinds of files that never take the place of one that is there."""
Chosen = Callable[[list[Path]], object]


class FileAsker:
    """Asks for paths without stopping the program; tests answer in its place."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    def open(self, parent: QWidget, title: str, kind: str, names: str, then: Chosen) -> None:
        """Ask for files that are there; `names` is a filter as Qt writes it."""
        dialog = self._dialog(parent, title, kind, names)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._ask(dialog, kind, then)

    def save(
        self, parent: QWidget, title: str, kind: str, names: str, name: str, then: Chosen
    ) -> None:
        """Ask where a file is to be written."""
        dialog = self._dialog(parent, title, kind, names)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._unused(name, kind) if kind in _NEW else name)
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        self._ask(dialog, kind, then)

    def _dialog(self, parent: QWidget, title: str, kind: str, names: str) -> QFileDialog:
        dialog = QFileDialog(parent, title, self._folder(kind), names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _folder(self, kind: str) -> str:
        kept = self._settings.recall(f"folders/{kind}", "")
        return kept if kept and Path(kept).is_dir() else str(Path.home())

    def _unused(self, name: str, kind: str) -> str:
        """The name, with a number where a file has it already."""
        wanted = path = Path(self._folder(kind), name)
        number = 1
        while path.exists():
            number += 1
            path = wanted.with_stem(f"{wanted.stem} {number}")
        return path.name

    def _ask(self, dialog: QFileDialog, kind: str, then: Chosen) -> None:
        def chosen(files: list[str]) -> None:
            paths = [Path(file) for file in files]
            self._settings.remember(f"folders/{kind}", str(paths[0].parent))
            then(paths)

        dialog.filesSelected.connect(chosen)
        dialog.open()
