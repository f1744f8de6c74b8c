"""Which workspace is made for which room; each is loaded when it is first entered."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from ui.actions import ActionSpec
from ui.context import Context
from ui.places import Room
from ui.shell.workspaces import MakeWorkspace
from ui.workspace import Workspace


def _overview(context: Context, parent: QWidget) -> Workspace:
    from ui.overview.workspace import OverviewWorkspace  # noqa: PLC0415

    return OverviewWorkspace(context, parent)


def _sources(context: Context, parent: QWidget) -> Workspace:
    from ui.sources.workspace import SourcesWorkspace  # noqa: PLC0415

    return SourcesWorkspace(context, parent)


def _commitments(context: Context, parent: QWidget) -> Workspace:
    from ui.commitments.workspace import CommitmentsWorkspace  # noqa: PLC0415

    return CommitmentsWorkspace(context, parent)


def _book(context: Context, parent: QWidget) -> Workspace:
    from ui.book.workspace import BookWorkspace  # noqa: PLC0415

    return BookWorkspace(context, parent)


MAKERS: dict[Room, MakeWorkspace] = {
    Room.OVERVIEW: _overview,
    Room.SOURCES: _sources,
    Room.COMMITMENTS: _commitments,
    Room.BOOK: _book,
}


def announced() -> Iterator[ActionSpec]:
    """What can be done in the workspaces, from their tables: no workspace is made for it."""
    from ui.book.actions import ACTIONS as BOOK  # noqa: PLC0415
    from ui.commitments.actions import ACTIONS as COMMITMENTS  # noqa: PLC0415
    from ui.overview.actions import ACTIONS as OVERVIEW  # noqa: PLC0415
    from ui.preview.actions import PREVIEW  # noqa: PLC0415
    from ui.reader.actions import ACTIONS as READER  # noqa: PLC0415
    from ui.sources.actions import ACTIONS as SOURCES  # noqa: PLC0415

    for table in (OVERVIEW, SOURCES, READER, COMMITMENTS, BOOK, PREVIEW):
        yield from table
