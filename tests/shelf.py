"""A book in memory, for operations: it makes edits, and insists that each can be taken back."""

from __future__ import annotations

from briefing.edits import Add, Drop, Edit, Replace
from briefing.things import Book, Thing, WholeBook
from briefing.uid import new_uid


class Shelf(WholeBook):
    """Things by kind and uid, changed by edits only."""

    @classmethod
    def with_book(cls, *things: Thing, lang: str = "en") -> Shelf:
        book = Book(uid=new_uid(), title="Book", lang=lang)
        return cls(dict(WholeBook.of((book, *things)).things))

    def run(self, edit: Edit) -> Edit:
        """Make an edit, having seen that its inverse would bring back what is here now."""
        before = self._everything()
        self._apply(edit)
        after = self._everything()
        self._apply(edit.inverse)
        assert self._everything() == before
        self._apply(edit)
        assert self._everything() == after
        return edit

    def _everything(self) -> dict[str, Thing]:
        return {uid: thing for things in self.things.values() for uid, thing in things.items()}

    def _apply(self, edit: Edit) -> None:
        for change in edit.changes:
            match change:
                case Add(thing):
                    shelf = self.things.setdefault(type(thing), {})
                    assert thing.uid not in shelf
                    shelf[thing.uid] = thing
                case Replace(before, after):
                    assert self.things[type(before)][before.uid] == before
                    self.things[type(after)][after.uid] = after
                case Drop(thing):
                    assert self.things[type(thing)].pop(thing.uid) == thing
