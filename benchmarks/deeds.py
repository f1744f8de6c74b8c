"""Deeds that are done to thousands of things at once: how long, and how long nothing else happens.

Cases of `benchmarks.windows`. A deed is begun, and the event loop comes round until it stands;
`stall` is the longest time that it did not, with what the window does on the news of the deed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.windows import opened, prefetch, settle
from briefing.operations import parties

MANY = 2_500


def remedy(book: Path) -> dict[str, Any]:
    """A remedy of the readiness list for 2,500 faults at once, and its undo."""
    from ui.overview.remedies import Healer, remedies_of  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    batches = window.context.readiness.batches
    faults = next(list(batch)[:MANY] for batch in batches if batch.check == "stale-status")
    healer = Healer(window.context)
    found = _both(window, lambda: healer.apply(remedies_of(faults)[0], faults))
    program.close()
    return found


def bulk(book: Path) -> dict[str, Any]:
    """What is done to 2,500 commitments that are chosen in the register, and two parties merged."""
    from PySide6.QtCore import QItemSelection, QItemSelectionModel  # noqa: PLC0415

    from briefing.things import Party, Status, Topic  # noqa: PLC0415
    from ui.clock import now, today  # noqa: PLC0415
    from ui.commitments.register_view import RegisterView  # noqa: PLC0415
    from ui.commitments.workspace import CommitmentsWorkspace  # noqa: PLC0415
    from ui.doing import begin  # noqa: PLC0415
    from ui.places import Place, Room  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    window.context.places.go(Place(Room.COMMITMENTS))
    settle()
    context, store = window.context, window.context.session.store
    workspace = window.findChild(CommitmentsWorkspace)
    view, deeds = window.findChild(RegisterView), workspace.deeds
    model = view.model()
    rows = QItemSelection(model.index(0, 0), model.index(MANY - 1, 0))
    whole = (
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    )
    view.selectionModel().select(rows, whole)
    settle()
    said = {"status": Status.UNDER_WAY, "as_of": today(), "recorded": now()}
    topic, (kept, gone) = store.all(Topic)[0].uid, store.all(Party)[:2]
    found = {}
    for name, deed in {
        "topic": lambda: deeds.list_under(topic),
        "lead": lambda: deeds.change({"lead": "Desk of many"}),
        "status": lambda: deeds.give_status(said),
        "merge": lambda: begin(context, partial(parties.merging, store, kept, gone)),
    }.items():
        for figure, value in _both(window, deed).items():
            found[f"{name}_{figure}"] = value
    program.close()
    return found


def sure(book: Path) -> dict[str, Any]:
    """Accepting everything that the program is sure of in a source of 5,000 marks."""
    from briefing.things import Source  # noqa: PLC0415
    from ui.places import Place, Room  # noqa: PLC0415
    from ui.reader.pane import ReaderPane  # noqa: PLC0415

    program, window = opened(book)
    prefetch()
    window.context.places.go(Place(Room.SOURCES))
    settle()
    pane = window.findChild(ReaderPane)
    source = max(window.context.session.store.all(Source), key=lambda one: len(one.text))
    pane.show_source(source.uid)
    settle()
    found = _both(window, window.context.actions["reader.accept-sure"].trigger)
    program.close()
    return found


def _both(window: Any, deed: Callable[[], None]) -> dict[str, float]:
    session = window.context.session
    made = _measured(session, deed)
    undone = _measured(session, window.context.actions["edit.undo"].trigger)
    return {
        **{f"made_{name}": value for name, value in made.items()},
        **{f"undone_{name}": value for name, value in undone.items()},
    }


def _measured(session: Any, deed: Callable[[], None]) -> dict[str, float]:
    begun, cpu = time.perf_counter(), time.process_time()
    deed()
    first = (time.perf_counter() - begun) * 1000
    ended: list[float] = []
    session.rested.connect(lambda: ended.append(time.perf_counter()))
    if not session.busy:
        ended.append(time.perf_counter())
    stalls = [first, settle()[0]]
    while session.busy:
        stalls.append(settle()[0])
    stalls.append(settle()[0])
    return {
        "s": ended[0] - begun,
        "stall_ms": max(stalls),
        "cpu_s": time.process_time() - cpu,
    }
