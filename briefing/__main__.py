"""The front door: prepares the environment and hands over to the command line or the windows."""

from __future__ import annotations

import multiprocessing
import sys

from briefing._bootstrap import ensure


def start() -> int:
    """Run the program on the arguments it was started with."""
    multiprocessing.freeze_support()
    ensure("briefing")
    # The one import that points upwards, and late: nothing above may load before `ensure`.
    from ui.cli import main  # noqa: PLC0415

    return main(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(start())
