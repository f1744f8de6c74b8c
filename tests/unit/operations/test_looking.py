"""Looking for commitments in a source that is in the book already."""

from __future__ import annotations

from briefing.edits import Edit, EditName, changed
from briefing.intake import read
from briefing.operations import triage
from briefing.operations.looking import look_again
from briefing.operations.receiving import Known, receive
from briefing.things import Book, Candidate, Commitment, Party, Source, WholeBook

TEXT = (
    "Joint Statement by Canada and France\n\nOttawa, 5 May 2026\n\n"
    "Canada and France agreed to publish a register of vessels by 2028. Both countries will train"
    " one hundred inspectors each year.\n"
)


def taken_in(*, look: bool) -> WholeBook:
    empty = WholeBook.of([Book(uid="b", title="B", office="", lang="en")])
    received = receive(read(TEXT.encode(), "a.txt"), Known.of(empty), look=look)
    return changed(empty, received.edit.changes)


def after(book: WholeBook, edit: Edit) -> WholeBook:
    return changed(book, edit.changes)


def test_what_was_not_looked_for_at_first_is_found_later():
    book = taken_in(look=False)
    assert book.all(Candidate) == []

    edit = look_again(book, book.all(Source)[0])

    quotes = {c.quote for c in after(book, edit).all(Candidate)}
    assert edit.name is EditName.PROPOSE_CANDIDATES
    assert quotes == {c.quote for c in taken_in(look=True).all(Candidate)}
    held = {party.uid for party in after(book, edit).all(Party)}
    assert {u for c in after(book, edit).all(Candidate) for u in c.promisors} <= held


def test_what_was_looked_at_is_not_proposed_again():
    book = taken_in(look=True)
    first, second = book.all(Candidate)
    decided = after(book, triage.reject(book, [first.uid]))
    decided = after(decided, triage.accept(decided, [second.uid]))
    assert decided.all(Commitment)

    assert look_again(decided, decided.all(Source)[0]).changes == ()
