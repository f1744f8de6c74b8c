"""A disk without room, as a book meets it."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.errors import DiskFull
from briefing.store import BookStore


def filled_up(monkeypatch: pytest.MonkeyPatch, store: BookStore) -> list[str]:
    """Have the disk without room until what is returned is emptied."""
    apply, full = store.apply, ["to the brim"]

    def applied(*args: Any, **kwargs: Any) -> None:
        if full:
            raise DiskFull(store.path)
        apply(*args, **kwargs)

    monkeypatch.setattr(store, "apply", applied)
    return full
