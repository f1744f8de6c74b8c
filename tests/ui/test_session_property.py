"""Whatever is done, undone, redone and closed in between: the session is at the right book."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.edits import Edit, changed
from briefing.store import BookStore
from briefing.things import WholeBook
from tests.histories import BOOK, ORIGINALS, histories
from ui.session import BookSession

DEEDS = st.lists(st.sampled_from(["do", "do", "undo", "undo", "redo", "reopen"]), max_size=24)


class Mirror:
    """A second book that hears only the news."""

    def __init__(self, session: BookSession) -> None:
        self.whole = session.store.whole()
        session.edited.connect(self.hear)

    def hear(self, edit: Edit) -> None:
        self.whole = changed(self.whole, edit.changes)


def held(whole: WholeBook) -> dict:
    return {kind: list(things.items()) for kind, things in whole.things.items() if things}


@given(histories(), DEEDS)
@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
def test_any_walk_through_the_history_is_at_the_right_book(qapp, history: list[Edit], deeds):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "b.briefing"
        session = opened(BookStore.create(path, BOOK))
        mirror = Mirror(session)
        waiting = list(reversed(history))
        books, undone = [held(session.store.whole())], []

        for deed in deeds:
            if deed == "do" and waiting and not undone:
                session.run(waiting.pop())
                books.append(held(session.store.whole()))
            elif deed == "undo" and len(books) > 1:
                session.undo()
                undone.append(books.pop())
            elif deed == "redo" and undone:
                session.redo()
                books.append(undone.pop())
            elif deed == "reopen":
                session.close()
                session = opened(BookStore.open(path))
                mirror = Mirror(session)

            assert held(session.store.whole()) == books[-1]
            assert held(mirror.whole) == books[-1]
            assert (session.undoable is not None) == (len(books) > 1)
            assert (session.redoable is not None) == bool(undone)
        session.close()


def opened(store: BookStore) -> BookSession:
    """A session whose book keeps what the history names: unnamed bytes went when it was closed."""
    for data in ORIGINALS.values():
        store.keep(data)
    return BookSession(store)
