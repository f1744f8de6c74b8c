"""What nobody holds any more is let go of, at moments when nobody waits."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from ui.collector import Collector


class Ring:
    """Something that only a collector lets go of."""

    def __init__(self) -> None:
        self.ring = self


@pytest.fixture
def collector(qapp) -> Iterator[Collector]:
    collector = Collector(qapp)
    collector.begin()
    yield collector
    gc.unfreeze()
    collector.setParent(None)
    collector.deleteLater()


def test_python_collects_nothing_by_itself(collector):
    assert not gc.isenabled()


def test_everything_is_looked_at_when_the_adviser_turns_to_another_program(qapp, collector):
    old = Ring()
    collector.settle()
    seen = weakref.ref(old)
    del old

    gc.collect()
    assert seen() is not None  # it was there when the rest was set aside

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert seen() is None


def test_what_is_there_for_good_is_not_looked_at_again(collector):
    collector.settle()

    assert gc.get_freeze_count() > len(gc.get_objects())
