"""A commitment elsewhere in the book that says nearly the same."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq, Opcodes

from briefing.edits import Drop, Edit, thing_of
from briefing.store import BookStore
from briefing.text import fold
from briefing.things import Commitment

LIKE = 72.0
"""How alike, out of 100, words have to be to be worth saying."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A commitment and how like some words it is, out of 100."""

    uid: str
    action: str
    likeness: int


class Wordings:
    """What the commitments of the book say, kept up to date: some words are asked for each key."""

    def __init__(self, store: BookStore) -> None:
        self._store = store
        self._actions: dict[str, str] | None = None
        self._folded: dict[str, str] = {}

    def take(self, edit: Edit) -> None:
        """Keep up with an edit."""
        if self._actions is None or not edit.touches(Commitment):
            return
        for change in edit.changes:
            thing = thing_of(change)
            if isinstance(thing, Commitment):
                self._forget(thing.uid)
                if not isinstance(change, Drop):
                    self._learn(thing.uid, thing.action)

    def nearest(self, words: str, but: str = "") -> Alike | None:
        """The commitment that is most like some words, if one is; `but` is not meant."""
        if self._actions is None:
            self._actions = {}
            for uid, action in self._store.values(Commitment, "action").items():
                self._learn(uid, action)
        found = process.extract(
            fold(words), self._folded, scorer=fuzz.ratio, score_cutoff=LIKE, limit=2
        )
        for _words, score, uid in found:
            if uid != but:
                return Alike(uid, self._actions[uid], round(score))
        return None

    def _learn(self, uid: str, action: str) -> None:
        assert self._actions is not None  # noqa: S101 - they were read
        self._actions[uid] = action
        self._folded[uid] = fold(action)

    def _forget(self, uid: str) -> None:
        assert self._actions is not None  # noqa: S101 - they were read
        self._actions.pop(uid, None)
        self._folded.pop(uid, None)


def compared(words: str, other: str) -> str:
    """The other words as rich text, in which those that differ are bold and underlined."""
    here, there = _words(words), _words(other)
    codes: Opcodes = LCSseq.opcodes([fold(w) for w in here], [fold(w) for w in there])
    pieces = []
    for code in codes:
        said = escape(_joined(there[code.dest_start : code.dest_end]))
        if code.tag == "equal":
            pieces.append(said)
        elif said:
            pieces.append(f"<b><u>{said}</u></b>")
    return " ".join(pieces)


def _words(text: str) -> list[str]:
    return text.split() if " " in text.strip() else list(text)


def _joined(words: list[str]) -> str:
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)
