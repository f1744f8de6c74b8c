"""Work in another process, which knows the book."""

from __future__ import annotations

import os
import threading

from briefing.edits import Add, Edit, EditName
from briefing.errors import SourceMissing
from briefing.operations import books
from briefing.progress import PIECE, Progress
from briefing.store import BookStore
from briefing.things import Commitment, WholeBook
from ui.notices import Notices
from ui.processes import WorkerLost, Workshop, workshop
from ui.processes.messages import Know
from ui.session import BookSession
from ui.speech import Speech


def titled(whole: WholeBook, suffix: str, progress: Progress) -> tuple[str, int]:
    return whole.book.title + suffix, len(whole.all(Commitment))


def same(whole: WholeBook, progress: Progress) -> dict:
    return whole.things


def count_for_ever(progress: Progress) -> None:
    done = 0
    while True:
        progress(done, 0)
        done += 1


def fail(progress: Progress) -> None:
    raise SourceMissing(__file__, "gone")


def die(progress: Progress) -> None:
    os._exit(3)


def test_a_job_is_given_the_book_as_it_is_when_it_begins(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book))
    shop = Workshop(session)
    shop.warm_up()
    session.run(books.change_book(session.store, title="Another"))
    job = shop.book_job(titled, "!")

    with qtbot.waitSignal(job.finished, timeout=20_000) as finished:
        job.start()

    assert finished.args[0] == ("Another!", session.store.count(Commitment))
    shop.close()
    session.close()


def test_the_process_knows_the_book_thing_by_thing_after_edits_and_undo(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book))
    shop = Workshop(session)
    first = shop.book_job(same)
    with qtbot.waitSignal(first.finished, timeout=20_000):
        first.start()
    session.undo()
    session.undo()
    session.redo()
    job = shop.book_job(same)

    with qtbot.waitSignal(job.finished, timeout=20_000) as finished:
        job.start()

    held = {kind: list(things.items()) for kind, things in finished.args[0].items() if things}
    stored = session.store.whole().things
    assert held == {kind: list(things.items()) for kind, things in stored.items()}
    shop.close()
    session.close()


def test_news_of_thousands_of_changes_travels_in_pieces_before_the_next_job(
    qtbot, sample_book, monkeypatch
):
    sent: list[int] = []

    class Counted(Know):
        def __init__(self, changes) -> None:
            super().__init__(changes)
            sent.append(len(changes))

        def __reduce__(self):
            return Know, (self.changes,)

    session = BookSession(BookStore.open(sample_book))
    shop = Workshop(session)
    first = shop.book_job(same)
    with qtbot.waitSignal(first.finished, timeout=20_000):
        first.start()
    monkeypatch.setattr(workshop, "Know", Counted)
    many = (Commitment(uid=f"c{n:05}", action=f"Plant {n} trees") for n in range(20 * PIECE))
    session.run(Edit(EditName.ADD_COMMITMENT, tuple(map(Add, many))))
    session.run(books.change_book(session.store, title="Another"))
    job = shop.book_job(titled, "!")

    with qtbot.waitSignal(job.finished, timeout=20_000) as finished:
        job.start()

    assert finished.args[0] == ("Another!", session.store.count(Commitment))
    assert max(sent) == PIECE
    assert sum(sent) == 20 * PIECE + 1
    shop.close()
    session.close()


def test_a_book_is_read_no_faster_than_the_process_takes_it_in(qtbot, sample_book, monkeypatch):
    send, taking_in = workshop._send_all, threading.Event()

    def hesitate(conn, outbox) -> None:
        taking_in.wait()
        send(conn, outbox)

    monkeypatch.setattr(workshop, "_send_all", hesitate)
    session = BookSession(BookStore.open(sample_book))
    shop = Workshop(session)
    job = shop.book_job(titled, "!")
    job.start()
    qtbot.waitUntil(lambda: shop._feeding.interval() > 0)
    waiting = shop._outbox.qsize()

    with qtbot.waitSignal(job.finished, timeout=20_000) as finished:
        taking_in.set()

    assert 0 < waiting < len(list(workshop._pieces(session)))
    assert finished.args[0][1] == session.store.count(Commitment)
    shop.close()
    session.close()


def test_nobody_waits_for_a_process_that_is_lost_to_take_in_more(qtbot, sample_book, monkeypatch):
    monkeypatch.setattr(workshop, "_send_all", lambda _conn, _outbox: None)
    session = BookSession(BookStore.open(sample_book))
    shop = Workshop(session)
    shop.warm_up()
    qtbot.waitUntil(lambda: shop._feeding.interval() > 0)

    shop._process.kill()

    qtbot.waitUntil(lambda: not shop._feeding.isActive())
    shop.close()
    session.close()


def test_a_job_that_is_cancelled_says_so_and_leaves_room_for_the_next(qtbot):
    shop = Workshop()
    endless, next_one = shop.job(count_for_ever), shop.job(fail)
    endless.progressed.connect(endless.cancel)
    with qtbot.waitSignal(endless.cancelled, timeout=20_000):
        endless.start()

    with qtbot.waitSignal(next_one.failed, timeout=20_000) as failed:
        next_one.start()

    error = failed.args[0]
    assert (type(error), error.detail) == (SourceMissing, "gone")
    shop.close()


def test_a_process_that_dies_fails_its_job_and_another_takes_its_place(qtbot):
    shop = Workshop()
    deadly, next_one = shop.job(die), shop.job(fail)
    with qtbot.waitSignal(deadly.failed, timeout=20_000) as failed:
        deadly.start()
    assert isinstance(failed.args[0], WorkerLost)

    with qtbot.waitSignal(next_one.failed, timeout=20_000) as failed:
        next_one.start()

    assert isinstance(failed.args[0], SourceMissing)
    shop.close()


def test_a_process_that_is_lost_is_explained_and_is_no_bug(qtbot):
    notices = Notices(Speech.of("en"))

    with qtbot.waitSignal(notices.said) as said:
        notices.trouble(WorkerLost())

    assert "try again" in said.args[0].text
