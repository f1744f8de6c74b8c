"""What a check found, in columns."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.checking import Ground, Severity, check
from briefing.checking.fault import Fault
from briefing.checking.findings import batched, findings
from briefing.markings import load_scheme
from briefing.progress import Cancelled, unwatched
from briefing.sample import make_sample
from briefing.templates import load_templates

TODAY = date(2026, 11, 24)


def some_fault(check: str, severity: Severity, uid: str) -> Fault:
    return Fault(
        check=check, severity=severity, kind="Note", uid=uid, words="w", detail="d", spot="s"
    )


def test_faults_come_out_of_their_batches_as_they_went_in() -> None:
    faults = [
        some_fault("overdue", Severity.LOOK, "a"),
        some_fault("no-source", Severity.STOP, "b"),
        some_fault("overdue", Severity.LOOK, "c"),
    ]

    grave, light = batched(faults)

    assert list(grave) == [faults[1]]
    assert light[:] == [faults[0], faults[2]]


def test_the_findings_are_those_of_the_check(tmp_path) -> None:
    with make_sample(tmp_path / "sample.briefing") as store:
        whole = store.whole()
    ground = Ground(
        whole=whole,
        today=TODAY,
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
    )

    found = [fault for batch in findings(whole, TODAY, {}, unwatched) for fault in batch]

    assert sorted(map(repr, found)) == sorted(map(repr, check(ground)))


def test_a_check_can_be_stopped_between_two_of_its_parts(tmp_path) -> None:
    with make_sample(tmp_path / "sample.briefing") as store:
        whole = store.whole()

    def stop(done: int, total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        findings(whole, TODAY, {}, stop)
