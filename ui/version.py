"""The version of the program, from the one place that states it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def version() -> str:
    """The version in pyproject.toml, which the frozen program carries along.

    Read when the program starts: the report of a fault must not depend on the disk.
    """
    root = Path(__file__).resolve().parent.parent
    with (root / "pyproject.toml").open("rb") as file:
        found: str = tomllib.load(file)["project"]["version"]
    return found
