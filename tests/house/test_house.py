from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "benchmarks",
    "briefing",
    "briefing.spec",
    "exports",
    "packaging",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "tests",
    "ui",
}


def tracked() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.splitlines()


def test_the_lock_names_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")

    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "file:" not in lock


def test_the_top_level_is_what_the_customer_asked_for() -> None:
    tops = {path.split("/")[0] for path in tracked()}

    assert {top for top in tops if not top.startswith(".")} <= ALLOWED


def test_every_bundled_font_is_truetype_and_lies_beside_its_licence() -> None:
    fonts = sorted((ROOT / "resources" / "fonts").rglob("*.ttf"))

    assert fonts
    for font in fonts:
        assert font.read_bytes()[:4] == b"\x00\x01\x00\x00", font.name
        assert "Open Font License" in (font.parent / "OFL.txt").read_text("utf-8")


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).parent / "lint-imports"

    done = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
