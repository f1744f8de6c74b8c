"""The register answers what a walk through all commitments would."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from briefing.anchor import Anchor
from briefing.edits import Add, Drop, Edit, EditName, Replace
from briefing.store import (
    BookStore,
    Calendar,
    Column,
    Due,
    Field,
    Filter,
    Grouping,
    Order,
    connection,
    migrations,
)
from briefing.store.query import phrases_of, spans_of
from briefing.store.register_rows import rebuild, searched_words, sort_key
from briefing.text import fold
from briefing.things import (
    Commitment,
    Deadline,
    DeadlineKind,
    Firmness,
    Kind,
    Party,
    Passage,
    PassageKind,
    Source,
    Standing,
    Status,
    StatusEntry,
    Topic,
    WholeBook,
    topics_in_order,
)
from tests.histories import BOOK, histories

TODAY = date(2026, 11, 26)
PARTIES = tuple(Party(uid=f"p{n}", code=f"X{n}", name=n) for n in ("Émeria", "Brenna", "avaria"))
TOPICS = (
    Topic(uid="t0", name="Climate", position=1),
    Topic(uid="t1", name="Health", position=0),
    Topic(uid="t2", name="Seas", parent="t0", position=0),
)
WORDS = ("Clean energy", "Défense", "plant trees", "气候变化", "", "Zebra")
EVERYTHING = Filter()


def source(store: BookStore, uid: str, title: str) -> Source:
    return Source(
        uid=uid,
        title=title,
        file_name="r.txt",
        media_type="text/plain",
        original=store.keep(b""),
        size=0,
        text="",
    )


def passage(uid: str, of: str) -> Passage:
    return Passage(
        uid=uid,
        source=of,
        position=0,
        kind=PassageKind.ITEM,
        text="Words",
        lang="en",
        start=0,
        end=5,
    )


def fill(store: BookStore, *things: Any) -> None:
    ground = (
        source(store, "s0", "Zagreb statement"),
        source(store, "s1", "avaria roadmap"),
        passage("a0", "s0"),
        passage("a1", "s1"),
    )
    edit = Edit(EditName.IMPORT_SOURCE, tuple(map(Add, (*PARTIES, *TOPICS, *ground, *things))))
    store.apply(edit)


def _several(uids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(uids), max_size=2, unique=True).map(tuple)


_days = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))
_deadlines = st.one_of(
    st.just(Deadline()),
    st.builds(
        Deadline,
        kind=st.just(DeadlineKind.DATE),
        value=st.one_of(_days.map(date.isoformat), st.sampled_from(["2026", "2026-12", "2026-13"])),
    ),
    st.builds(Deadline, kind=st.just(DeadlineKind.VAGUE), text=st.sampled_from(["soon", "Later"])),
)
_anchors = st.lists(
    st.sampled_from(
        [
            Anchor(source=f"s{n}", passage=f"a{n}", start=0, end=5, quote=quote)
            for n in (0, 1)
            for quote in ("Clean water", "双方同意")
        ]
    ),
    max_size=2,
    unique=True,
).map(tuple)
_commitments = st.lists(
    st.fixed_dictionaries(
        {
            "action": st.sampled_from(WORDS),
            "promisors": _several([p.uid for p in PARTIES]),
            "promisees": _several([p.uid for p in PARTIES]),
            "delegate": st.sampled_from([None, "pBrenna"]),
            "topics": _several([t.uid for t in TOPICS]),
            "kind": st.sampled_from(Kind),
            "firmness": st.sampled_from(Firmness),
            "deadline": _deadlines,
            "lead": st.sampled_from(["", "Desk 1", "desk 2"]),
            "next_step": st.sampled_from(["", "Ask", "plant"]),
            "anchors": _anchors,
        }
    ),
    max_size=12,
)
_entries = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.sampled_from([None, "pBrenna", "pavaria"]),
        st.sampled_from(Status),
        _days,
    ),
    max_size=14,
)


@st.composite
def shelves(draw: Any) -> list[Any]:
    made: list[Any] = [
        Commitment(uid=f"c{number:03}", **details)
        for number, details in enumerate(draw(_commitments))
    ]
    entries = [
        StatusEntry(uid=f"e{n:03}", commitment=f"c{c:03}", party=party, status=status, as_of=day)
        for n, (c, party, status, day) in enumerate(draw(_entries))
        if c < len(made)
    ]
    return [*made, *entries]


filters = st.builds(
    Filter,
    words=st.sampled_from(["", "", "energy", "clean", "双方", "clean wat", "tre"]),
    topics=_several(["", *(t.uid for t in TOPICS)]),
    parties=_several(["", *(p.uid for p in PARTIES)]),
    statuses=st.lists(st.sampled_from(Status), max_size=2).map(tuple),
    due=st.lists(st.sampled_from(Due), max_size=2).map(tuple),
    sources=_several(["", "s0", "s1"]),
    kinds=st.one_of(st.just(()), st.just((Kind.SOFT, Kind.TASKING))),
    firmness=st.one_of(st.just(()), st.just((Firmness.WILL,))),
    leads=_several(["", "Desk 1"]),
    first_day=st.one_of(st.none(), _days),
    last_day=st.one_of(st.none(), _days),
)
orders = st.builds(
    Order,
    column=st.sampled_from(Column),
    descending=st.booleans(),
    grouping=st.sampled_from([None, *Grouping]),
)


class Walk:
    """What the register should answer, by looking at every commitment."""

    def __init__(self, store: BookStore) -> None:
        self.store = store
        self.whole: WholeBook = store.whole()

    @cached_property
    def topics(self) -> list[Topic]:
        return topics_in_order(self.whole.all(Topic))

    def standing(self, c: Commitment) -> Standing:
        return Standing.of(self.whole.entries_of.get(c.uid, ()))

    def due(self, c: Commitment) -> set[Due]:
        found = Calendar(TODAY).due(c.deadline.last_day, settled=self.standing(c).settled)
        return {found, Due.QUARTER} if found is Due.MONTH else {found}

    def fits(self, c: Commitment, wanted: Filter) -> bool:
        last = c.deadline.last_day
        text = searched_words(c)
        below = {t.uid for uid in wanted.topics for t in topics_in_order(self.topics, uid or "-")}
        days = (last is not None and last >= wanted.first_day) if wanted.first_day else True
        days &= (last is not None and last <= wanted.last_day) if wanted.last_day else True
        settled = self.standing(c).settled
        named = {
            Due.OVERDUE: last is not None and last < TODAY and not settled,
            Due.PASSED: last is not None and last < TODAY and settled,
        }
        return all(
            (
                all(spans_of((p,), text) for p in phrases_of(wanted.words)),
                not wanted.topics or self._meets(c.topics, {*wanted.topics, *below}),
                not wanted.parties or self._meets(c.promisors, set(wanted.parties)),
                not wanted.statuses or set(wanted.statuses) & set(self.standing(c).statuses),
                not wanted.due or any(named.get(due, due in self.due(c)) for due in wanted.due),
                not wanted.sources
                or self._meets([a.source for a in c.anchors], set(wanted.sources)),
                not wanted.kinds or c.kind in wanted.kinds,
                not wanted.firmness or c.firmness in wanted.firmness,
                not wanted.leads or c.lead in wanted.leads,
                days,
            )
        )

    @staticmethod
    def _meets(has: Any, wanted: set[str]) -> bool:
        return bool(set(has) & wanted) if has else "" in wanted

    def left(self, wanted: Filter) -> list[Commitment]:
        return [c for c in self.whole.all(Commitment) if self.fits(c, wanted)]

    def key(self, c: Commitment, column: Column) -> Any:
        """What a row is sorted by; None stands last."""
        place = {t.uid: at for at, t in enumerate(self.topics)}
        party = lambda uid: fold(self.whole.get(Party, uid).name)  # noqa: E731
        to = (*c.promisees, c.delegate) if c.delegate else c.promisees
        standing, last = self.standing(c), c.deadline.last_day
        sources = list(dict.fromkeys(a.source for a in c.anchors))
        return {
            Column.RECORDED: c.uid,
            Column.ACTION: sort_key(c.action) or None,
            Column.PROMISORS: [party(uid) for uid in c.promisors] or None,
            Column.PROMISEES: [party(uid) for uid in dict.fromkeys(to)] or None,
            Column.TOPIC: place[c.topics[0]] if c.topics else None,
            Column.KIND: list(Kind).index(c.kind),
            Column.FIRMNESS: list(Firmness).index(c.firmness),
            Column.DEADLINE: (last, sort_key(c.deadline.text or c.deadline.value)),
            Column.STATUS: list(Status).index(standing.status),
            Column.AS_OF: standing.as_of,
            Column.OVERDUE: last if standing.overdue(c.deadline, TODAY) else None,
            Column.LEAD: fold(c.lead) or None,
            Column.NEXT_STEP: sort_key(c.next_step) or None,
            Column.SOURCES: [fold(self.whole.get(Source, s).title) for s in sources] or None,
        }[column]

    def ordered(self, found: list[Commitment], order: Order) -> list[str]:
        """Pieces that stand one after the other, each turned by itself."""
        if order.column is Column.DEADLINE:
            dated = [c for c in found if c.deadline.last_day]
            worded = [c for c in found if not c.deadline.last_day and self.key(c, order.column)[1]]
            pieces = [dated, worded, [c for c in found if c not in dated and c not in worded]]
        else:
            some = [c for c in found if self.key(c, order.column) is not None]
            pieces = [some, [c for c in found if c not in some]]
        for piece in pieces[:-1]:
            piece.sort(key=lambda c: (self.key(c, order.column), c.uid))
            if order.descending:
                piece.reverse()
        return [c.uid for piece in pieces for c in piece]

    def head(self, c: Commitment, grouping: Grouping) -> Any:
        match grouping:
            case Grouping.TOPIC:
                return c.topics[0] if c.topics else ""
            case Grouping.PARTY:
                return frozenset(c.promisors)
            case Grouping.STATUS:
                return self.standing(c).status
            case Grouping.DEADLINE:
                settled = self.standing(c).settled
                return Calendar(TODAY).due(c.deadline.last_day, settled=settled)

    def counts(self, field: Field, wanted: Filter) -> Counter[str]:
        bare: dict[str, Any] = {field: ()}
        found: Counter[str] = Counter()
        for c in self.left(replace(wanted, **bare)):
            for value in self._values(c, field):
                found[value] += 1
        return found

    def _values(self, c: Commitment, field: Field) -> set[str]:
        above = {t.uid: t.parent for t in self.topics}
        named = {
            Field.TOPICS: {u for uid in c.topics for u in (uid, above[uid]) if u} or {""},
            Field.PARTIES: set(c.promisors) or {""},
            Field.STATUSES: set(self.standing(c).statuses),
            Field.DUE: self.due(c),
            Field.SOURCES: {a.source for a in c.anchors} or {""},
            Field.KINDS: {c.kind},
            Field.FIRMNESS: {c.firmness},
            Field.LEADS: {c.lead},
        }
        return {str(value) for value in named[field]}


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BookStore]:
    """A book that is emptied after each example."""
    path = tmp_path_factory.mktemp("registers") / "b.briefing"
    with BookStore.create(path, BOOK) as store:
        yield store


@contextmanager
def holding(store: BookStore, things: list[Any]) -> Iterator[BookStore]:
    fill(store, *things)
    try:
        yield store
    finally:
        store.undo()


@given(shelves(), filters, orders)
@settings(deadline=None, max_examples=150)
def test_rows_are_filtered_sorted_and_grouped_as_a_walk_would(
    box: BookStore, things: list[Any], wanted: Filter, order: Order
) -> None:
    with holding(box, things) as store:
        walk = Walk(store)

        found = store.register(wanted, order, TODAY)

        uids = store.register_uids(found.rows)
        expected = walk.ordered(walk.left(wanted), replace(order, grouping=None))
        assert sorted(uids) == sorted(expected)
        if order.grouping is None:
            assert uids == expected
            return
        start, seen = 0, []
        for head in found.heads:
            under = uids[start : start + head.count]
            start += head.count
            heads = {walk.head(store.get(Commitment, u), order.grouping) for u in under}
            (one,) = heads
            seen.append(one)
            assert under == [uid for uid in expected if uid in set(under)]
            key = frozenset(head.key.split()) if order.grouping is Grouping.PARTY else head.key
            assert key == one
        assert start == len(uids)
        assert len(set(seen)) == len(seen)


@given(shelves(), filters, st.sampled_from(Field))
@settings(deadline=None, max_examples=100)
def test_values_are_counted_as_a_walk_would(
    box: BookStore, things: list[Any], wanted: Filter, field: Field
) -> None:
    with holding(box, things) as store:
        counts = store.register_counts(field, wanted, TODAY)

        assert +counts == +Walk(store).counts(field, wanted)


def snapshot(conn: sqlite3.Connection) -> list[Any]:
    """The rows without their numbers, sets by their members."""
    sets = dict(conn.execute("SELECT id, uids FROM register_set"))
    rows = conn.execute(
        """SELECT commitment, promisors, promisees, topics, sources, words, action, kind, firmness,
            last_day, deadline, lead, next_step, status, statuses, settled, as_of
            FROM register LEFT JOIN register_words USING (id) ORDER BY commitment"""
    )
    return [(row[0], *(sets[n] for n in row[1:5]), *row[5:]) for row in rows]


@given(histories())
@settings(deadline=None, max_examples=40)
def test_rows_kept_in_step_are_those_that_would_be_made_anew(history: list[Edit]) -> None:
    with TemporaryDirectory() as folder, BookStore.create(Path(folder) / "b", BOOK) as store:
        for data in (b"", b"a release", bytes(range(256))):
            store.keep(data)
        for edit in history:
            store.apply(edit)
        while store.undo():
            pass
        while store.redo():
            pass
        kept = snapshot(store._conn)

        rebuild(store._conn)

        assert snapshot(store._conn) == kept
        store._conn.execute(
            "INSERT INTO register_search (register_search) VALUES ('integrity-check')"
        )


def test_a_row_keeps_its_number_while_its_commitment_changes(store: BookStore) -> None:
    first = Commitment(uid="c1", action="Plant trees")
    fill(store, first, Commitment(uid="c2", action="Plant hedges"))
    number = store.register_number("c1")

    changed = replace(first, action="Water trees", topics=("t1",))
    store.apply(Edit(EditName.CHANGE_COMMITMENT, (Replace(first, changed),)))

    assert store.register_number("c1") == number
    assert number is not None
    assert store.register_rows([number])[number].commitment == changed
    assert store.register_beginning("water t") == {number}

    store.apply(Edit(EditName.REMOVE_COMMITMENT, (Drop(changed),)))
    assert store.register_number("c1") is None
    assert store.register_rows([number]) == {}


@pytest.fixture
def first_book(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A book as it was made before there was a register."""
    older = Migrations("briefing")
    older()(migrations.m001_first_book)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "migrations", older)
        patch.setattr("briefing.store.register_rows.rebuild", lambda conn: None)
        patch.setattr("briefing.store.register_rows.index", lambda conn, changes: None)
        for module in ("connection", "making", "book_store"):
            patch.setattr(f"briefing.store.{module}.SCHEMA_VERSION", 1)
        with BookStore.create(path, BOOK) as store:
            fill(store, Commitment(uid="c1", action="Clean energy", promisors=("pBrenna",)))
    return path


def test_the_register_of_an_older_book_is_filled_when_it_is_opened(first_book: Path) -> None:
    with closing(connection.connect(first_book, "mode=ro")) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (1,)
        assert "register" not in Database(conn, execute_plugins=False).table_names()

    with BookStore.open(first_book) as store:
        found = store.register(Filter(words="energ", parties=("pBrenna",)), Order(), TODAY)

        assert store.register_uids(found.rows) == ["c1"]


def test_a_party_that_lags_behind_decides_the_status_of_all() -> None:
    def entry(uid: str, party: str | None, status: Status, day: int) -> StatusEntry:
        return StatusEntry(
            uid=uid, commitment="c", party=party, status=status, as_of=date(2026, 1, day)
        )

    late = Deadline(kind=DeadlineKind.DATE, value="2025")
    done = entry("1", "a", Status.DONE, 3)
    behind = entry("2", "b", Status.UNDER_WAY, 2)

    assert Standing.of([]).status is Status.UNKNOWN
    assert Standing.of([]).overdue(late, TODAY)
    assert Standing.of([done, behind]).status is Status.UNDER_WAY
    assert Standing.of([done, behind]).as_of == date(2026, 1, 3)
    assert Standing.of([done, behind]).overdue(late, TODAY)
    assert not Standing.of([done, entry("3", "b", Status.NOT_DONE, 9)]).overdue(late, TODAY)
    assert Standing.of([done, entry("3", "b", Status.NOT_DONE, 9)]).status is Status.NOT_DONE


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    for value in ("2026-13", "2026-02-30", "0000"):
        assert Deadline(kind=DeadlineKind.DATE, value=value).last_day is None
