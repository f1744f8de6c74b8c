"""Gives words of a source as evidence of where a commitment stands."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from briefing.anchor import Anchor
from briefing.operations import commitments
from briefing.things import Commitment, Source
from ui.context import Context
from ui.doing import attempt_on
from ui.reader.alike import Wordings
from ui.reader.in_place import InPlace
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.widgets.commitment_chooser import CommitmentChooser
from ui.widgets.entry_form import EntryForm


class EvidenceEditor(InPlace):
    """First the commitment, then where it stands as of the day of the source."""

    def __init__(self, context: Context, text: ReadingText, anchor: Anchor) -> None:
        first, last = Spot(anchor.passage, anchor.start), Spot(anchor.passage, anchor.end)
        super().__init__(context, text, last, beside=first)
        self._anchor = anchor
        self._store = context.session.store
        _ = context.gettext
        title = QLabel(_("Evidence of where a commitment stands"), wordWrap=True)
        title.setProperty("role", "heading")
        self._commitment = CommitmentChooser(context, _("Commitment"))
        self._commitment.chosen.connect(self._chosen)
        self._form = EntryForm(context, bare=True)
        self._form.entered.connect(self._entered)
        self._form.left.connect(self.end)
        for widget in (title, self._commitment, self._form):
            self.column.addWidget(widget)

    @override
    def begin(self) -> None:
        """Show it; a commitment in like words is offered first."""
        source = self._store.get(Source, self._anchor.source)
        self._form.begin(source.issued, self._anchor.quote)
        like = Wordings(self._store).nearest(self._anchor.quote)
        if like is not None:
            self._commitment.offer([self._store.get(Commitment, like.uid)])
        super().begin()
        self._commitment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self, uid: str | None) -> None:
        commitment = self._store.find(Commitment, uid)
        if commitment is not None:
            self._form.offer(commitment)
            self._form.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, details: dict[str, Any]) -> None:
        if self._commitment.uid is None:
            self._commitment.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        make = partial(commitments.add_status, anchor=self._anchor, **details)
        if attempt_on(self.context, Commitment, self._commitment.uid, make) is not None:
            self.end()
