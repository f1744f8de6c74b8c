"""What tabs are called: 1, 2... for notes, A, B... for generated parts, nothing for the front."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from briefing.things import Tab, TabKind

_FRONT = {TabKind.COVER, TabKind.CONTENTS}


def labels(tabs: Iterable[Tab]) -> list[str]:
    """The label of each tab, in the order of the tabs."""
    notes = letters = 0
    found: list[str] = []
    for tab in tabs:
        if tab.kind in _FRONT:
            found.append("")
        elif tab.kind is TabKind.NOTE:
            notes += 1
            found.append(str(notes))
        else:
            found.append(ascii_uppercase[letters])
            letters += 1
    return found
