"""A deed of thousands of things is one edit, made while the window goes on, or not made at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.edits import Add, Edit, EditName
from briefing.errors import Refused
from briefing.operations import books, commitments
from briefing.progress import PIECE, Steps
from briefing.store import BookStore
from briefing.things import Commitment
from ui.session import BookSession

MANY = 20 * PIECE


@pytest.fixture
def session(qapp, sample_book) -> Iterator[BookSession]:
    session = BookSession(BookStore.open(sample_book), "Adviser")
    things = (Commitment(uid=f"c{n:05}", action=f"Plant {n} trees") for n in range(MANY))
    session.run(Edit(EditName.ADD_COMMITMENT, tuple(map(Add, things))))
    yield session
    session.close()


def led(session: BookSession) -> int:
    """How many of the commitments have the lead that the deed gives them."""
    return sum(c.lead == "Desk" for c in session.store.all(Commitment))


def giving_a_lead(session: BookSession) -> Steps[Edit]:
    uids = [f"c{n:05}" for n in range(MANY)]
    return commitments.change_each(
        session.store, uids, lambda some: commitments.change_commitments(some, lead="Desk")
    )


def test_a_deed_that_stands_cannot_be_cancelled_any_more(qtbot, session):
    deed = session.deed(giving_a_lead(session))
    deed.start()
    while not deed.decided:
        deed.go_on()
    assert not deed.ended

    with qtbot.waitSignals([session.edited, deed.finished], order="strict"):
        deed.cancel()

    assert led(session) == MANY
    assert session.undoable.name is EditName.CHANGE_COMMITMENTS


def test_a_large_deed_is_done_in_turns_and_is_one_step_to_undo(qtbot, session):
    deed = session.deed(giving_a_lead(session))

    with qtbot.waitSignals([session.edited, deed.finished, session.rested]):
        deed.start()
        assert session.busy

    assert led(session) == MANY
    assert session.undoable.name is EditName.CHANGE_COMMITMENTS
    back = session.walk(undone=True)
    with qtbot.waitSignal(back.finished):
        back.start()
    assert led(session) == 0
    assert session.redoable.name is EditName.CHANGE_COMMITMENTS
    assert session.undoable.name is EditName.ADD_COMMITMENT


def test_a_small_deed_is_done_when_it_is_started(qtbot, session):
    with qtbot.assertNotEmitted(session.begun):
        session.deed(
            commitments.change_each(
                session.store,
                ["c00001"],
                lambda some: commitments.change_commitments(some, lead="Desk"),
            )
        ).start()

    assert led(session) == 1
    assert not session.busy


def test_a_deed_that_is_cancelled_leaves_the_book_as_it_was_and_has_it_read_again(qtbot, session):
    before, history = session.store.all(Commitment), session.store.history(100)
    deed = session.deed(giving_a_lead(session))
    deed.progressed.connect(lambda _done, _total: led(session) and deed.cancel())

    with qtbot.waitSignals([deed.cancelled, session.edited]):
        deed.start()

    assert not session.busy
    assert session.store.all(Commitment) == before
    assert session.store.history(100) == history
    session.run(books.change_book(session.store, title="Another title"))
    assert session.book.title == "Another title"


def reads_in_turns(session: BookSession, said: list[str]) -> None:
    """Have somebody hear of edits, and read what it shows in three steps."""

    def read() -> Iterator[None]:
        for step in ("parties", "topics", "rows"):
            said.append(step)
            yield

    session.edited.connect(lambda _edit: session.in_turns(read()))


def test_who_has_much_to_read_anew_does_so_in_turns_before_the_deed_ends(qtbot, session):
    said: list[str] = []
    reads_in_turns(session, said)
    deed = session.deed(giving_a_lead(session))
    deed.finished.connect(lambda _edit: said.append("finished"))
    deed.start()
    while not said:
        deed.go_on()
    assert said == ["parties"]
    assert session.busy

    session.run(books.change_book(session.store, title="Another title"))

    once = ["parties", "topics", "rows"]
    assert said == [*once, "finished", *once]


def test_what_fails_while_it_is_read_anew_is_told_and_keeps_nothing_else_from_it(qtbot, session):
    said: list[str] = []

    def failing() -> Iterator[None]:
        yield
        raise LookupError("no such pane")

    session.edited.connect(lambda _edit: session.in_turns(failing()))
    reads_in_turns(session, said)

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(session.rested):
        session.deed(giving_a_lead(session)).start()

    assert [kind for kind, _error, _trace in raised] == [LookupError]
    assert said == ["parties", "topics", "rows"]


def test_who_changes_the_book_meanwhile_has_the_deed_finished_first(qtbot, session):
    names: list[EditName] = []
    session.edited.connect(lambda edit: names.append(edit.name))
    session.deed(giving_a_lead(session)).start()
    assert session.busy

    session.run(books.change_book(session.store, title="Another title"))

    assert names == [EditName.CHANGE_COMMITMENTS, EditName.CHANGE_BOOK]
    assert led(session) == MANY
    session.undo()
    assert led(session) == MANY


def test_a_book_that_is_closed_meanwhile_holds_the_whole_deed(qtbot, session):
    session.deed(giving_a_lead(session)).start()
    assert session.busy

    session.close()

    with BookStore.open(session.store.path) as store:
        assert sum(c.lead == "Desk" for c in store.all(Commitment)) == MANY


def test_a_deed_that_is_refused_says_so_and_changes_nothing(qtbot, session):
    def refused() -> Steps[Edit]:
        yield 0, 1
        raise Refused("none-named", "x")

    deed = session.deed(refused())

    with qtbot.waitSignal(deed.failed) as failed, qtbot.assertNotEmitted(session.edited):
        deed.start()

    assert isinstance(failed.args[0], Refused)
    assert not session.busy


KILLED = """
import os, signal, sys
from pathlib import Path
from briefing.edits import Edit, EditName, Replace
from briefing.store import BookStore
from briefing.things import Commitment
from dataclasses import replace

store = BookStore.open(Path(sys.argv[1]))
changes = tuple(Replace(c, replace(c, lead="Desk")) for c in store.all(Commitment))
steps = store.applying(Edit(EditName.CHANGE_COMMITMENTS, changes))
for _ in range(12):
    next(steps)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_program_that_is_killed_in_the_midst_leaves_the_book_as_it_was(session):
    path: Path = session.store.path
    before = session.store.whole()
    session.close()

    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)

    with BookStore.open(path) as store:
        assert store.whole() == before
        assert store.undo().name is EditName.ADD_COMMITMENT
