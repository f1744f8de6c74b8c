from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

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


MADE = {"build", "dist", "__pycache__"}


@pytest.mark.parametrize("folder", [ROOT, ROOT / "benchmarks"], ids=["program", "benchmarks"])
def test_a_lock_names_no_address(folder: Path) -> None:
    lock = (folder / "requirements.lock").read_text("utf-8")

    assert "--hash=sha256:" in lock
    assert "://" not in lock
    assert "file:" not in lock


def test_the_top_level_is_what_the_customer_asked_for() -> None:
    tops = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}

    assert tops - MADE <= ALLOWED


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


def test_the_changelog_begins_with_this_version() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        version = tomllib.load(file)["project"]["version"]
    heading = re.search(r"^## \[(.+?)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)

    assert heading
    assert heading[1] in {version, "Unreleased"}


def test_the_lock_answers_to_the_project() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))

    for wanted in (*project["project"]["dependencies"], *project["dependency-groups"]["dev"]):
        requirement = Requirement(wanted)
        version = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), wanted


def test_the_map_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [
        path
        for top in ("briefing", "exports", "ui")
        for path in (ROOT / top).iterdir()
        if (path / "__init__.py").exists()
    ]

    assert rooms
    assert [str(room) for room in rooms if f"{room.name}/" not in text] == []


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_what_the_documents_point_to_is_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    paths = re.findall(r"`([\w.-]+/[\w./-]*)`", text) + re.findall(r"\]\((\w[\w./-]+)\)", text)

    assert paths
    assert [path for path in paths if not exists(path)] == []


def exists(path: str) -> bool:
    return (ROOT / path).exists() or path.startswith(".venv")


def test_every_package_of_the_program_is_named_with_its_licence() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        dependencies = tomllib.load(file)["project"]["dependencies"]
    notices = (ROOT / "packaging" / "THIRD-PARTY.md").read_text("utf-8")

    names = [Requirement(wanted).name for wanted in dependencies]

    assert [name for name in names if name not in notices] == []


def test_the_table_of_characters_maps_one_to_one() -> None:
    table = ROOT / "resources" / "lexicons" / "han_simplified.txt"
    pairs = [line.split("\t") for line in table.read_text("utf-8").splitlines()]

    assert pairs == sorted(pairs)
    assert len({old for old, _ in pairs}) == len(pairs) > 3000
    assert all(len(old) == len(new) == 1 and old != new for old, new in pairs)
    assert table.with_suffix(".LICENSE").read_text("utf-8").startswith("Apache License")
