from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def collected_without_qt(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:pytest-qt", "-p", "no:cacheprovider", "--co"],
        cwd=ROOT,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_qt_cannot_load_the_windows_are_left_out_and_named() -> None:
    done = collected_without_qt()

    assert done.returncode == 0, done.stdout + done.stderr
    assert "LEFT OUT: tests/ui" in done.stdout
    assert "test_binding" not in done.stdout


def test_where_nothing_may_be_left_out_a_missing_qt_stops_the_run() -> None:
    done = collected_without_qt(BRIEFING_REQUIRE_VALIDATORS="1")

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "Qt cannot load" in done.stderr
