"""One open book in its window: news, history, typing."""

from __future__ import annotations

from briefing.edits import EditName
from briefing.operations import books
from briefing.store import BookStore
from ui.session import BookSession


def test_undo_and_redo_walk_through_the_edits(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book), "Adviser")
    before = session.book.title
    session.run(books.change_book(session.store, title="Another title"))
    assert session.book.title == "Another title"

    session.undo()
    assert session.book.title == before

    session.redo()
    assert session.book.title == "Another title"
    session.close()


def test_every_edit_is_announced(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book))

    with qtbot.waitSignal(session.edited) as edited:
        session.run(books.change_book(session.store, office="Cabinet Office"))

    assert edited.args[0].name is EditName.CHANGE_BOOK
    session.close()


def test_what_was_done_before_the_book_was_closed_can_be_undone(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book))
    before = session.book.title
    session.run(books.change_book(session.store, title="Another title"))
    session.close()

    again = BookSession(BookStore.open(sample_book))
    again.undo()

    assert again.book.title == before
    again.close()


def test_pending_typing_is_in_the_book_before_the_next_edit(qtbot, sample_book):
    session = BookSession(BookStore.open(sample_book))
    typed = ["Typed title"]
    session.unwritten.on_flush(
        lambda: typed and session.write(books.change_book(session.store, title=typed.pop()))
    )

    session.run(books.change_meeting(session.store, place="Harbour House"))

    names = [line.name for line in session.store.history(2)]
    assert names == [EditName.CHANGE_MEETING, EditName.CHANGE_BOOK]
    session.undo()
    assert session.book.title == "Typed title"
    session.close()
