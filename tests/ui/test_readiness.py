"""The readiness list that a window keeps up to date."""

from __future__ import annotations

from datetime import date

from briefing.checking import Severity
from briefing.operations import books, commitments
from briefing.things import Commitment, Meeting
from ui.readiness import Readiness


def ready(qtbot, window):
    readiness = window.context.readiness
    readiness.start()
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)
    return readiness


def test_a_book_is_checked_from_the_first_start_on(qtbot, window):
    readiness = ready(qtbot, window)

    assert readiness.faults
    assert sum(readiness.counts().values()) == len(readiness.faults)


def test_an_edit_brings_its_fault_into_the_list_and_undo_takes_it_out(qtbot, window):
    readiness = ready(qtbot, window)
    session = window.context.session
    commitment = session.store.all(Commitment)[0]

    with qtbot.waitSignal(readiness.changed, timeout=20_000):
        session.run(commitments.change_commitment(commitment, promisors=()))

    assert "no-promisor" in {fault.check for fault in readiness.faults_of(commitment.uid)}

    with qtbot.waitSignal(readiness.changed, timeout=20_000):
        session.undo()

    assert "no-promisor" not in {fault.check for fault in readiness.faults_of(commitment.uid)}


def test_another_day_has_the_book_checked_again(qtbot, monkeypatch, window):
    monkeypatch.setattr("ui.readiness._LOOK", 20)
    readiness = Readiness(window.context.session, window.context.book_shop, window)
    readiness.start()
    qtbot.waitUntil(lambda: readiness.known and not readiness.running, timeout=20_000)
    overdue = [fault for fault in readiness.faults if fault.check == "overdue"]

    monkeypatch.setattr("ui.readiness.today", lambda: date(2099, 1, 1))
    with qtbot.waitSignal(readiness.changed, timeout=20_000):
        pass

    assert len([fault for fault in readiness.faults if fault.check == "overdue"]) > len(overdue)


def test_what_is_typed_and_not_in_the_book_yet_is_checked_too(qtbot, window):
    readiness = ready(qtbot, window)
    session = window.context.session
    typed = [""]

    def flush() -> None:
        if typed:
            session.write(books.change_meeting(session.store, place=typed.pop()))

    session.unwritten.on_flush(flush)
    with qtbot.waitSignal(readiness.changed, timeout=20_000):
        readiness.check_again()

    meeting = session.store.all(Meeting)[0]
    assert [fault.detail for fault in readiness.faults_of(meeting.uid)] == ["place"]


def test_the_gravest_come_first(qtbot, window):
    order = [list(Severity).index(batch.severity) for batch in ready(qtbot, window).batches]

    assert order == sorted(order)
