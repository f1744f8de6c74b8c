"""The judges of what is exported: each is used where it is installed, and says so where it is not.

With BRIEFING_REQUIRE_VALIDATORS set, a missing one fails the test instead of skipping it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"


def missing(name: str) -> None:
    """Skip the test, or fail it where every validator must be present."""
    if os.environ.get("BRIEFING_REQUIRE_VALIDATORS"):
        pytest.fail(f"{name} is not installed")
    pytest.skip(f"{name} is not installed")


def require(program: str) -> str:
    """The path of a program, or a skip with its name."""
    path = shutil.which(program)
    if path is None:
        missing(program)
    return path or ""


def run(*command: str | Path, timeout: float = 180) -> subprocess.CompletedProcess[str]:
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


def converted(path: Path, suffix: str, folder: Path) -> Path:
    """The file as LibreOffice converts it, with a profile of its own."""
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        missing("LibreOffice")
    with tempfile.TemporaryDirectory() as profile:
        done = run(
            soffice or "",
            f"-env:UserInstallation=file://{profile}",
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
    folder = os.environ.get("BRIEFING_OOXML_VALIDATOR", "")
    program = shutil.which(
        "ooxml-validator", path=str(Path(folder) / "node_modules" / ".bin") if folder else None
    )
    if program is None:
        missing("ooxml-validator")
    done = run(program or "", path)
    found = json.loads(done.stdout)
    errors = found.get("errors", found) if isinstance(found, dict) else found
    return [str(error) for error in errors]
