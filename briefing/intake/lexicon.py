"""The rules of intake that are data, in `resources/lexicons/intake.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def rules() -> dict[str, Any]:
    """Everything in the file."""
    text = resources.files("resources").joinpath("lexicons/intake.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def words(*path: str) -> frozenset[str]:
    """A list of words, from all languages if the path ends at a table of languages."""
    found = _at(path)
    lists = found.values() if isinstance(found, dict) else [found]
    return frozenset(word for one in lists for word in one)


@cache
def pattern(*path: str) -> re.Pattern[str]:
    """The patterns of a list as one that matches where any of them does, whatever the case."""
    found = _at(path)
    lists = found.values() if isinstance(found, dict) else [found]
    parts = [f"(?:{part})" for one in lists for part in one]
    return re.compile("|".join(parts), re.IGNORECASE)


@cache
def patterns(*path: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each name of a table with its patterns as one."""
    return tuple((name, pattern(*path, name)) for name in _at(path))


def _at(path: tuple[str, ...]) -> Any:
    found: Any = rules()
    for key in path:
        found = found[key]
    return found
