"""`python3 -m tests`: prepares the environment and runs every test, offscreen."""

from __future__ import annotations

import sys

from briefing._bootstrap import TEST_NEEDS, ensure, ensure_qt_libraries


def start() -> int:
    ensure("tests", TEST_NEEDS)
    import pytest  # noqa: PLC0415 - only there once `ensure` has returned

    # pytest-qt loads Qt before the first test is found; where Qt cannot load, what needs no
    # window is tested without it, and tests/conftest.py says what was left out.
    without_qt = [] if ensure_qt_libraries() else ["-p", "no:pytest-qt"]
    return int(pytest.main([*without_qt, *sys.argv[1:]]))


if __name__ == "__main__":
    raise SystemExit(start())
