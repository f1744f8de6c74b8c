from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.checking import CHECKS, Fault, Ground, Severity, check
from briefing.markings import load_scheme
from briefing.prose import BlockQuote, Prose, Run
from briefing.sample import make_sample
from briefing.templates import load_templates
from briefing.things import (
    Annotation,
    Book,
    Commitment,
    Deadline,
    DeadlineKind,
    Insert,
    Meeting,
    Note,
    Passage,
    PrintFlag,
    Section,
    Status,
    StatusEntry,
    Thing,
    WholeBook,
)
from briefing.uid import new_uid

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> WholeBook:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.briefing"
    with make_sample(path) as store:
        return store.whole()


def with_things(whole: WholeBook, *things: Thing) -> WholeBook:
    every = {t.uid: t for kind in whole.things.values() for t in kind.values()}
    every.update({thing.uid: thing for thing in things})
    return WholeBook.of(every.values())


def faults(whole: WholeBook, name: str = "", **known: object) -> list[Fault]:
    ground = Ground(
        whole=whole,
        today=TODAY,
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        **known,  # type: ignore[arg-type]
    )
    return [fault for fault in check(ground) if name in {"", fault.check}]


def test_the_sample_book_would_print_nothing_wrong(sample: WholeBook) -> None:
    assert [fault for fault in faults(sample) if fault.severity is Severity.STOP] == []


def test_the_gravest_comes_first(sample: WholeBook) -> None:
    order = [list(Severity).index(fault.severity) for fault in faults(sample)]

    assert order == sorted(order)


def test_an_empty_book_is_told_what_to_begin_with() -> None:
    empty = WholeBook.of([Book(uid=new_uid(), title="Empty")])

    assert {fault.check for fault in faults(empty)} == {"no-notes", "no-meeting"}


def test_a_quotation_that_was_changed_by_a_word_is_found(sample: WholeBook) -> None:
    section = next(s for s in sample.all(Section) if s.name == "background")
    words = "Both countries committed to sharing genetic sequences of new pathogens within 84 hours"
    changed = replace(section, body=Prose((BlockQuote(runs=(Run(text=words),)),)))

    (fault,) = faults(with_things(sample, changed), "altered-quotation")

    assert fault.uid == section.note
    assert fault.severity is Severity.STOP


def test_a_quotation_in_the_words_of_the_source_is_no_fault(sample: WholeBook) -> None:
    section = next(s for s in sample.all(Section) if s.name == "background")
    passage = next(p for p in sample.all(Passage) if "genetic sequences" in p.text)
    quoted = replace(section, body=Prose((BlockQuote(runs=(Run(text=f"“{passage.text}”"),)),)))

    assert faults(with_things(sample, quoted), "altered-quotation") == []


def test_an_anchor_whose_words_have_gone_is_found(sample: WholeBook) -> None:
    commitment = next(c for c in sample.all(Commitment) if c.anchors)
    first, *others = commitment.anchors
    broken = replace(commitment, anchors=(replace(first, quote="other words"), *others))

    (fault,) = faults(with_things(sample, broken), "orphaned-anchor")

    assert fault.uid == commitment.uid


def test_what_is_due_and_open_is_overdue_and_what_is_done_is_not(sample: WholeBook) -> None:
    due = Deadline(kind=DeadlineKind.DATE, value="2026-06", text="by June 2026")
    late = Commitment(uid=new_uid(), action="Late", deadline=due)
    done = Commitment(uid=new_uid(), action="Done", deadline=due)
    entry = StatusEntry(
        uid=new_uid(), commitment=done.uid, status=Status.DONE, as_of=date(2026, 5, 1)
    )

    found = faults(with_things(sample, late, done, entry), "overdue")

    assert late.uid in {fault.uid for fault in found}
    assert done.uid not in {fault.uid for fault in found}


def test_a_marking_above_the_book_stops_the_press(sample: WholeBook) -> None:
    note = replace(sample.all(Note)[0], marking="secret")

    (fault,) = faults(with_things(sample, note), "marking-above")

    assert (fault.severity, fault.detail) == (Severity.STOP, "secret")


def test_a_marking_of_another_scheme_does_not_pass_unseen(sample: WholeBook) -> None:
    note = replace(sample.all(Note)[0], marking="official-sensitive")

    assert faults(with_things(sample, note), "marking-above")


def test_an_acronym_that_nothing_spells_out_is_found_once(sample: WholeBook) -> None:
    section = next(s for s in sample.all(Section) if s.name == "background")
    body = Prose.plain("The QZX met. The QZX was glad of the WHO and of the XIV session.")

    found = faults(with_things(sample, replace(section, body=body)), "acronym")

    assert [fault.detail for fault in found] == ["QZX"]


def test_a_section_over_its_limit_says_by_how_much(sample: WholeBook) -> None:
    section = next(s for s in sample.all(Section) if s.name == "issue")
    body = Prose.plain("word " * 75)

    (fault,) = faults(with_things(sample, replace(section, body=body)), "too-long")

    assert fault.detail == "15"


def test_a_note_on_more_pages_than_its_format_allows_is_found(sample: WholeBook) -> None:
    short, long = [n for n in sample.all(Note) if n.template == "information-note"][:2]

    (fault,) = faults(sample, "too-many-pages", pages={short.uid: 2, long.uid: 3})

    assert (fault.uid, fault.words, fault.detail) == (long.uid, long.title, "3")
    assert faults(sample, "too-many-pages") == []  # where nothing was counted


def test_a_missing_version_leads_to_what_the_passage_says_in_that_language(
    sample: WholeBook,
) -> None:
    found = faults(sample, "missing-version")

    assert found
    assert all(sample.get(Passage, fault.spot).lang == fault.detail for fault in found)


@pytest.mark.parametrize(
    ("starts", "ends", "early"),
    [
        ("2026-11-28", "2026-11-27", True),
        ("2026-11-28T09:30", "2026-11-28T09:00", True),
        ("2026-11-28T09:30", "2026-11-28", False),
        ("2026-11-28", "2026-11-28T08:00", False),
        ("2026-11-28", "", False),
        ("", "2026-11-28", False),
    ],
)
def test_a_meeting_that_ends_before_it_begins_is_found(
    sample: WholeBook, starts: str, ends: str, early: bool
) -> None:
    (meeting,) = sample.all(Meeting)

    found = faults(with_things(sample, replace(meeting, starts=starts, ends=ends)), "meeting-order")

    assert bool(found) == early


def test_a_remark_for_print_that_no_note_shows_is_found(sample: WholeBook) -> None:
    shown = next(insert.anchor for insert in sample.all(Insert) if insert.anchor)
    quoted = {insert.anchor.passage for insert in sample.all(Insert) if insert.anchor}
    passage = next(p for p in sample.all(Passage) if p.uid not in quoted)
    elsewhere = replace(shown, passage=passage.uid)
    remark = Annotation(uid=new_uid(), anchor=elsewhere, body=Prose.plain("We are ready to host."))
    printed = replace(remark, flag=PrintFlag.PRINT)
    section = next(s for s in sample.all(Section) if s.name == "issue")
    written = replace(section, body=Prose.plain("Say: We are ready to host. Then wait."))

    (fault,) = faults(with_things(sample, printed), "left-out")

    assert (fault.uid, fault.words) == (remark.uid, "We are ready to host.")
    for things in ((remark,), (replace(printed, anchor=shown),), (printed, written)):
        assert faults(with_things(sample, *things), "left-out") == []


def test_an_old_status_is_asked_about_again(sample: WholeBook) -> None:
    commitment = Commitment(uid=new_uid(), action="Slow")
    entry = StatusEntry(
        uid=new_uid(),
        commitment=commitment.uid,
        status=Status.UNDER_WAY,
        as_of=date(2025, 1, 1),
    )

    found = faults(with_things(sample, commitment, entry), "stale-status")

    assert [fault.uid for fault in found] == [commitment.uid]


def test_every_check_speaks_about_some_book(sample: WholeBook) -> None:
    """A check that can find nothing is none: each is broken by hand above, or speaks here."""
    bare = Commitment(uid=new_uid(), action="Bare")
    unknown = Note(uid=new_uid(), title="Strange", template="no such template")
    broken = with_things(sample, bare, unknown)

    spoken = {fault.check for fault in faults(broken)}

    assert {
        "no-source",
        "no-promisor",
        "no-topic",
        "no-status",
        "no-template",
        "not-signed-off",
        "accepted-unseen",
        "missing-version",
    } <= spoken
    assert len(CHECKS) == len(set(CHECKS))
