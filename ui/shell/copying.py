"""A copy of the book as it is now, where the adviser wants it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from ui.context import Context
from ui.making import SUFFIX


def ask_copy(context: Context, window: QWidget) -> None:
    """Ask where the copy is to lie, and write it."""
    _ = context.gettext
    names = _("Briefing books (*{suffix})").format(suffix=SUFFIX)
    name = f"{context.session.store.path.stem} – {_('copy')}{SUFFIX}"
    write = partial(_copy_to, context)
    context.files.save(window, _("Save a copy"), "books", names, name, write)


def _copy_to(context: Context, paths: list[Path]) -> None:
    context.session.try_flush()
    try:
        context.session.store.snapshot(paths[0])
    except BriefingError as error:
        context.notices.trouble(error)
    else:
        said = context.gettext("A copy is in {path}.")
        context.notices.done(said.format(path=paths[0]))
