"""What holds for every test: Qt is needed only where windows are tested."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

WINDOWS = (Path(__file__).parent / "ui", Path(__file__).parent / "end2end" / "windows")
LEFT_OUT = pytest.StashKey[list[Path]]()

# A busy machine is no fault of the program: what is fast enough, the benchmarks say.
hypothesis_settings.register_profile(
    "patient", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("patient")

# For whoever runs pytest itself: no window of a test may cover the work on the screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "pytest-qt's, which is not loaded")
        parser.addini("qt_log_ignore", "pytest-qt's, which is not loaded", type="linelist")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = []
    if os.environ.get("BRIEFING_REQUIRE_VALIDATORS") and not has_qt(config):
        raise pytest.UsageError("Qt cannot load here, and nothing may be left out")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if has_qt(config) or collection_path not in WINDOWS:
        return None
    config.stash[LEFT_OUT].append(collection_path)
    return True


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    for folder in config.stash[LEFT_OUT]:
        terminalreporter.write_line(f"LEFT OUT: tests/{folder.name}, because Qt cannot load here")


def has_qt(config: pytest.Config) -> bool:
    return config.pluginmanager.hasplugin("pytest-qt")
