"""Actions that are called alike, told apart by where they are done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ui.actions import ActionSpec, bare
from ui.shell.actions import ROOMS
from ui.speech import Speech


def names_apart(specs: Sequence[ActionSpec], names: Sequence[str], speech: Speech) -> list[str]:
    """The names of actions; those that a menu has twice name their workspace as well."""
    _ = speech.gettext
    alike = Counter(zip((spec.menu for spec in specs), names, strict=True))
    found = []
    for spec, name in zip(specs, names, strict=True):
        room = spec.room or spec.read_in
        if alike[spec.menu, name] > 1 and room is not None:
            # A name and, in brackets, the workspace: “Find in the text (Sources)”.
            where = _("{name} ({place})")
            found.append(where.format(name=name, place=bare(_(ROOMS[room]))))
        else:
            found.append(name)
    return found
