"""Choosing a commitment by words of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.things import Commitment
from ui.context import Context
from ui.widgets.chooser import Choice, Chooser

_OFFERED = 12
_LETTERS = 80


class CommitmentChooser(QWidget):
    """One commitment or none; while somebody types, the book is searched."""

    chosen = Signal(object)  # a uid or None

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._store = context.session.store
        self._chosen: list[Choice] = []
        self._near: list[Choice] = []
        self._chooser = Chooser(
            context, name, single=True, prompt=context.gettext("Words of the commitment")
        )
        self._chooser.line.textEdited.connect(self._search)
        self._chooser.chosen_changed.connect(self._tell)
        self.setFocusProxy(self._chooser.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chooser)

    @property
    def uid(self) -> str | None:
        """What is chosen."""
        return self._chooser.chosen[0] if self._chooser.chosen else None

    def show_uid(self, uid: str | None) -> None:
        """Show a commitment, or that none is chosen."""
        found = self._store.find(Commitment, uid)
        self._chosen = [_choice(found)] if found else []
        self._chooser.set_choices([*self._chosen, *self._near])
        self._chooser.set_chosen((found.uid,) if found else ())

    def offer(self, commitments: Iterable[Commitment]) -> None:
        """What is likely to be meant, offered before anything is typed."""
        self._near = [_choice(commitment) for commitment in commitments]
        self._chooser.set_choices([*self._chosen, *self._near])

    def _search(self, typed: str) -> None:
        hits = self._store.search(typed, limit=_OFFERED, kinds=(Commitment,))
        found = [Choice(h.uid, _short(h.text.split("\n")[0]), (typed,)) for h in hits]
        known = {choice.uid: choice for choice in (*found, *self._chosen, *self._near)}
        self._chooser.set_choices(known.values())

    def _tell(self, uids: tuple[str, ...]) -> None:
        # Kept among what is offered: else its name would go as soon as one looks for another.
        self._chosen = [_choice(self._store.get(Commitment, uid)) for uid in uids]
        self.chosen.emit(uids[0] if uids else None)


def _choice(commitment: Commitment) -> Choice:
    return Choice(commitment.uid, _short(commitment.action))


def _short(words: str) -> str:
    return words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1].rstrip()}…"
