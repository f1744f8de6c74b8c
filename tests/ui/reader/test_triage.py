"""Triage from the keyboard, as a hand would do it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from briefing.things import Candidate, CandidateState, Commitment


def states(reader) -> list[CandidateState]:
    return [candidate.state for candidate in reader.triage.order]


def test_the_first_candidate_is_looked_at(fresh):
    assert fresh.triage.current == fresh.triage.order[0].uid


def test_j_and_k_walk_through_the_candidates(qtbot, fresh):
    qtbot.keyClick(fresh.text, Qt.Key.Key_J)
    assert fresh.triage.current == fresh.triage.order[1].uid

    qtbot.keyClick(fresh.text, Qt.Key.Key_K)
    assert fresh.triage.current == fresh.triage.order[0].uid


def test_a_accepts_and_goes_on(qtbot, fresh, store):
    first, second = fresh.triage.order[:2]

    qtbot.keyClick(fresh.text, Qt.Key.Key_A)

    accepted = store.get(Candidate, first.uid)
    assert accepted.state is CandidateState.ACCEPTED
    assert store.get(Commitment, accepted.commitment).action
    assert fresh.triage.current == second.uid


def test_x_rejects_and_z_takes_back(qtbot, fresh):
    first, second = fresh.triage.order[:2]

    qtbot.keyClick(fresh.text, Qt.Key.Key_X)
    assert states(fresh)[0] is CandidateState.REJECTED
    assert fresh.triage.current == second.uid

    qtbot.keyClick(fresh.text, Qt.Key.Key_Z)
    assert states(fresh)[0] is CandidateState.PROPOSED
    assert fresh.triage.current == first.uid
