"""The prints that are kept in the book."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from briefing.edits import Edit
from briefing.things import Edition
from exports.tree import Paper, Profile
from ui.context import Context
from ui.widgets.lines_table import LinesModel


class EditionsModel(LinesModel):
    """Editions, the newest first."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        _ = context.gettext
        titles = (_("Edition"), _("Printed"), _("Pages"), _("Copy"), _("Remark"))
        super().__init__(titles, parent)
        self._context = context
        self._read()
        context.session.edited.connect(self._on_edited)

    @override
    def cells(self, line: Edition) -> Sequence[str]:
        speech, _ = self._context.speech, self._context.gettext
        working = line.profile == Profile.WORKING
        return (
            speech.number(line.number),
            speech.moment(line.made),
            speech.number(line.pages) if line.pages else "",
            "{} · {}".format(
                _("Working copy") if working else _("Final copy"),
                _("US Letter") if line.paper == Paper.LETTER else _("A4"),
            ),
            line.remark,
        )

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Edition):
            self._read()

    def _read(self) -> None:
        editions = self._context.session.store.all(Edition)
        self.show(sorted(editions, key=lambda edition: -edition.number))
