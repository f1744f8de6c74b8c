from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import Refused
from briefing.operations import parties, topics
from briefing.things import Commitment, Meeting, Party, StatusEntry, Topic, topics_in_order
from briefing.uid import new_uid
from tests.shelf import Shelf


def tree(shelf: Shelf) -> list[str]:
    return [topic.name for topic in topics_in_order(shelf.all(Topic))]


def named(shelf: Shelf, name: str) -> Topic:
    return next(topic for topic in shelf.all(Topic) if topic.name == name)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(-1, 4), st.integers(-2, 6)), max_size=12))
def test_topics_move_anywhere_but_below_themselves(moves: list[tuple[int, int, int]]) -> None:
    shelf = Shelf.with_book()
    for number in range(5):
        shelf.run(topics.add_topic(shelf, str(number)))

    for which, above, position in moves:
        parent = None if above < 0 else named(shelf, str(above))
        try:
            edit = topics.move_topic(shelf, named(shelf, str(which)), parent, position)
        except Refused:
            continue
        shelf.run(edit)

    assert sorted(tree(shelf)) == list("01234")
    for topic in shelf.all(Topic):
        siblings = [t.position for t in shelf.where(Topic, parent=topic.parent)]
        assert len(set(siblings)) == len(siblings)


def test_a_topic_cannot_be_put_below_itself() -> None:
    shelf = Shelf.with_book()
    shelf.run(topics.add_topic(shelf, "Economy"))
    shelf.run(topics.add_topic(shelf, "Trade", named(shelf, "Economy")))

    with pytest.raises(Refused):
        topics.move_topic(shelf, named(shelf, "Economy"), named(shelf, "Trade"), 0)


def test_two_siblings_cannot_have_one_name_but_cousins_can() -> None:
    shelf = Shelf.with_book()
    shelf.run(topics.add_topic(shelf, "Économie"))
    with pytest.raises(Refused):
        topics.add_topic(shelf, "economie")

    shelf.run(topics.add_topic(shelf, "Économie", named(shelf, "Économie")))


def test_a_topic_in_use_stays() -> None:
    shelf = Shelf.with_book(Topic(uid="t", name="Trade"))
    shelf.things[Commitment] = {"c": Commitment(uid="c", action="x", topics=("t",))}

    with pytest.raises(Refused):
        topics.remove_topic(shelf, named(shelf, "Trade"))


def test_a_party_is_found_by_any_of_its_names() -> None:
    canada = Party(uid="p", code="CA", name="Canada", names=("加拿大", "le Canada"))
    shelf = Shelf.with_book(canada)

    for words in ("ca", "CANADA", "加拿大", "Le Canada"):
        assert parties.find_party(shelf, words) == canada
    assert parties.find_party(shelf, "Mexico") is None


def test_merged_parties_are_one_wherever_they_were_named() -> None:
    kept = Party(uid="a", code="US", name="United States")
    gone = Party(uid="b", code="USA", name="America")
    shelf = Shelf.with_book(kept, gone)
    shelf.things[Commitment] = {
        "c": Commitment(uid="c", action="x", promisors=("b", "a"), delegate="b")
    }
    shelf.things[Meeting] = {"m": Meeting(uid="m", parties=("b",))}

    shelf.run(parties.merge_parties(shelf, kept, gone))

    commitment = shelf.get(Commitment, "c")
    assert (commitment.promisors, commitment.delegate) == (("a",), "a")
    assert shelf.get(Meeting, "m").parties == ("a",)
    assert shelf.all(Party)[0].names == ("America",)


def test_a_party_that_is_named_stays() -> None:
    party = Party(uid=new_uid(), code="CA", name="Canada")
    shelf = Shelf.with_book(party)
    shelf.things[Commitment] = {"c": Commitment(uid="c", action="x", promisors=(party.uid,))}

    with pytest.raises(Refused):
        parties.remove_party(shelf, party)

    shelf.things.pop(Commitment)
    shelf.run(parties.remove_party(shelf, party))
    assert shelf.all(Party) == []
    assert shelf.all(StatusEntry) == []
