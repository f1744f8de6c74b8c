"""What PySide6 6.12.0 got wrong on Python 3.11: it dropped one reference to `None` with each call.

The count ran out after a few thousand calls and the interpreter aborted, long after a short run of
tests had passed. From Python 3.12 on these objects are immortal.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

CALLS = 200
NOISE = 50


class Bell(QObject):
    rung = Signal()


class Step(QUndoCommand):
    @override
    def redo(self) -> None:
        pass

    @override
    def undo(self) -> None:
        pass


class Rows(QAbstractListModel):
    @override
    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 1

    @override
    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> None:
        return None


def call_that_returns_none() -> Callable[[], object]:
    owner = QObject()
    return lambda: owner.setObjectName("x")


def signal_that_nobody_hears() -> Callable[[], object]:
    bell = Bell()
    return lambda: bell.rung.emit()  # noqa: PLW0108 - and keeps the bell alive


def overrides_of_a_command() -> Callable[[], object]:
    stack = QUndoStack()
    stack.push(Step())
    return lambda: (stack.undo(), stack.redo())


def override_of_a_model() -> Callable[[], object]:
    rows = Rows()
    # By way of C++, which asks the override.
    return lambda: rows.itemData(rows.index(0))


@pytest.mark.parametrize("single", [None, True, False])
@pytest.mark.parametrize(
    "prepare",
    [
        call_that_returns_none,
        signal_that_nobody_hears,
        overrides_of_a_command,
        override_of_a_model,
    ],
)
def test_no_reference_is_lost(prepare: Callable[[], Callable[[], object]], single: object) -> None:
    call = prepare()
    before = sys.getrefcount(single)

    for _ in range(CALLS):
        call()

    assert abs(sys.getrefcount(single) - before) < NOISE
