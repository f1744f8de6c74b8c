"""Every test of a window is kept honest by the fixtures of `tests.windows`."""

from __future__ import annotations

from tests.windows import (  # noqa: F401 - pytest finds fixtures by their names here
    no_leftovers,
    no_stray_modal,
    no_surprises,
    own_home,
    program,
    sample_book,
    sample_file,
    settings,
    window,
)
