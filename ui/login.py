"""Who is at the keyboard, as the system names them."""

from __future__ import annotations

import getpass


def login_name() -> str:
    """The name, or "" where there is none: a container may have a user number alone."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""
