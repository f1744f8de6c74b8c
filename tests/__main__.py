"""`python3 -m tests`: prepares the environment and runs every test, offscreen."""

from __future__ import annotations

import os
import sys

from briefing._bootstrap import TEST_NEEDS, ensure, ensure_qt_libraries


def start() -> int:
    ensure("tests", TEST_NEEDS)
    if not ensure_qt_libraries():
        return 1
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import pytest  # noqa: PLC0415 - only there once `ensure` has returned

    return int(pytest.main(sys.argv[1:]))


if __name__ == "__main__":
    raise SystemExit(start())
