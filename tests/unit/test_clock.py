"""The day and the moment of what is done."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from ui.clock import now, now_here, today


@pytest.fixture
def far_east(monkeypatch):
    """A place whose clocks are many hours ahead."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system knows no other place")
    monkeypatch.setenv("TZ", "XXX-14")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_moments_are_written_alike_everywhere_and_so_sort_as_texts(far_east):
    assert now().endswith("+00:00")
    assert datetime.fromisoformat(now()) <= datetime.now(UTC)


def test_what_is_printed_with_its_day_has_the_day_of_the_place(far_east):
    assert now_here().endswith("+14:00")
    assert now_here()[:10] == today().isoformat()
