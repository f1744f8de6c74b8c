"""`python3 -m benchmarks make --pages N BOOK`, `… preview`, and `python3 -m benchmarks`.

The last measures reading, importing, searching and exporting books of 20, 200 and 1,000 pages,
each as a process of its own, and peers beside it on the same words in the same run. What counts is
the ratios: the machine makes the numbers. The peers have an environment of their own.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from briefing._bootstrap import ensure

ROOT = Path(__file__).resolve().parent.parent
LOCK = Path(__file__).resolve().parent / "requirements.lock"
PEERS = ROOT / ".venv-benchmarks"
SIZES = (20, 200, 1000)


def main() -> int:
    """Run what the command line asks for."""
    ensure("benchmarks")
    parser = argparse.ArgumentParser(prog="python3 -m benchmarks", description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--no-peers", action="store_true", help="measure the program alone")
    deeds = parser.add_subparsers(dest="deed")
    make = deeds.add_parser("make", help="write a realistic book")
    make.add_argument("--pages", type=int, default=200)
    make.add_argument("book", type=Path)
    deeds.add_parser("windows", help="measure the windows: start, rooms, search, typing")
    deeds.add_parser("preview", help="measure what the preview of such books waits for")
    args = parser.parse_args()
    if args.deed == "preview":
        return _preview(args.pages)
    if args.deed == "make":
        return _make(args.book, args.pages)
    if args.deed == "windows":
        return _windows()
    for line in _measure(args.pages, with_peers=not args.no_peers):
        print(line, flush=True)  # noqa: T201 - the table is what was asked for
    return 0


def _make(book: Path, pages: int) -> int:
    from benchmarks.books import make_book  # noqa: PLC0415 - after `ensure`

    make_book(book, pages).close()
    return 0


def _preview(sizes: list[int]) -> int:
    from benchmarks.preview import measured  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="briefing-benchmarks-") as folder:
        for line in measured(sizes, Path(folder)):
            print(line, flush=True)  # noqa: T201
    return 0


def _windows() -> int:
    from benchmarks.windows import measured  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="briefing-benchmarks-") as folder:
        for line in measured(Path(folder)):
            print(line, flush=True)  # noqa: T201 - the table is what was asked for
    return 0


def _measure(sizes: list[int], *, with_peers: bool) -> Iterator[str]:
    from benchmarks.runs import measured  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="briefing-benchmarks-") as folder:
        python = _peers_python() if with_peers else None
        yield from measured(sizes, Path(folder), python)


def _peers_python() -> Path:
    """The Python of the peers' environment, made from its own lock where it is not there yet."""
    python = PEERS / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    stamp = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    mark = PEERS / "made-from"
    if mark.is_file() and mark.read_text("utf-8") == stamp:
        return python
    shutil.rmtree(PEERS, ignore_errors=True)
    outer = getattr(sys, "_base_executable", sys.executable)
    subprocess.run([outer, "-m", "venv", "--without-pip", str(PEERS)], check=True)  # noqa: S603
    install = [outer, "-m", "pip", "--python", str(python), "install", "-qq", "--only-binary=:all:"]
    install += ["--disable-pip-version-check", "--require-hashes", "--requirement", str(LOCK)]
    subprocess.run(install, check=True, cwd=tempfile.gettempdir())  # noqa: S603
    mark.write_text(stamp, "utf-8")
    return python


if __name__ == "__main__":
    raise SystemExit(main())
