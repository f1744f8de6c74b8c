"""Has a commitment rest on further words: in another language, or in another source."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from briefing.anchor import Anchor
from briefing.operations import commitments
from briefing.things import Commitment
from ui.context import Context
from ui.doing import attempt_on
from ui.reader.alike import Wordings
from ui.reader.in_place import InPlace
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.widgets.commitment_chooser import CommitmentChooser


class QuoteEditor(InPlace):
    """Asks which commitment the words belong to; choosing it is all there is to do."""

    added = Signal(str)  # the uid of the commitment

    def __init__(self, context: Context, text: ReadingText, anchors: Sequence[Anchor]) -> None:
        first, last = anchors[0], anchors[-1]
        super().__init__(
            context, text, Spot(last.passage, last.end), beside=Spot(first.passage, first.start)
        )
        self._anchors = tuple(anchors)
        _ = context.gettext
        title = QLabel(_("Words of which commitment?"), wordWrap=True)
        title.setProperty("role", "heading")
        self._commitment = CommitmentChooser(context, _("Commitment"))
        self._commitment.chosen.connect(self._chosen)
        self.column.addWidget(title)
        self.column.addWidget(self._commitment)

    @override
    def begin(self) -> None:
        """Show it; what rests on the same passage in another language is offered first."""
        self._commitment.offer(self._likely())
        super().begin()
        self._commitment.setFocus(Qt.FocusReason.OtherFocusReason)

    def _likely(self) -> list[Commitment]:
        store = self.context.session.store
        here = {anchor.passage for anchor in self._anchors}
        pairs = store.pairs_of({anchor.source for anchor in self._anchors})
        paired = {
            uid for pair in pairs for uid in (*pair.left, *pair.right)
            if here & {*pair.left, *pair.right}
        }  # fmt: skip
        found = {one.uid: one for one in store.among(Commitment, "anchors__passage", paired)}
        like = Wordings(store).nearest(self._anchors[0].quote)
        if like is not None:
            found.setdefault(like.uid, store.get(Commitment, like.uid))
        return list(found.values())

    def _chosen(self, uid: str | None) -> None:
        rest_on = partial(commitments.rest_on, anchors=self._anchors)
        if uid is not None and attempt_on(self.context, Commitment, uid, rest_on) is not None:
            self.end()
            self.added.emit(uid)
