from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.store import BookStore
from tests.histories import BOOK


@pytest.fixture(autouse=True)
def data_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups of a test stay in the test's own folder."""
    home = tmp_path_factory.mktemp("data")
    monkeypatch.setenv("BRIEFING_DATA_HOME", str(home))
    return home


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "g7.briefing"


@pytest.fixture
def store(path: Path) -> Iterator[BookStore]:
    with BookStore.create(path, BOOK) as store:
        yield store
