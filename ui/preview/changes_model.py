"""What differs between two prints, a line for each tab."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from ui.preview.comparing import Change, TabChange
from ui.speech import Speech
from ui.widgets.lines_table import LinesModel


class ChangesModel(LinesModel):
    """The tabs that differ."""

    def __init__(self, speech: Speech, parent: QObject | None = None) -> None:
        _ = speech.gettext
        super().__init__((_("Tab"), _("Pages"), _("What changed"), _("First words")), parent)
        self._speech = speech

    @override
    def show(self, lines: Sequence[TabChange]) -> None:
        super().show([one for one in lines if one.change is not Change.SAME])

    @override
    def cells(self, line: TabChange) -> Sequence[str]:
        tab = f"{line.label}  {line.title}".strip()
        return tab, runs(line.pages), self._said(line), line.first

    def _said(self, change: TabChange) -> str:
        _ = self._speech.gettext
        if change.change is Change.NEW:
            return _("New tab")
        if change.change is Change.GONE:
            return _("Tab is gone")
        return _("+{added} −{removed} words").format(added=change.added, removed=change.removed)


def runs(pages: Sequence[int]) -> str:
    """Pages in a row: "3, 5–7"."""
    found: list[list[int]] = []
    for page in pages:
        if found and page == found[-1][1] + 1:
            found[-1][1] = page
        else:
            found.append([page, page])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)
