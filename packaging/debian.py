"""Makes a Debian package of the built program: `.venv/bin/python packaging/debian.py OUT_FOLDER`.

Run it after PyInstaller. What it lays into the package: the program in /opt, its two names on the
path, an entry in the menu, the icon, and the kind of file that a book is.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
LINUX = ROOT / "packaging" / "linux"
DEPENDS = "libgl1, libegl1, libxkbcommon0, libdbus-1-3, libfontconfig1"
"""What Qt loads of the system; the rest is in the folder."""


def package(built: Path, out: Path) -> Path:
    """Write the package of a built program into a folder; its path."""
    from ui.version import version  # noqa: PLC0415 - found by the path that was added above

    arch = _said("dpkg", "--print-architecture")
    name = f"briefing_{version()}_{arch}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "package"
        _lay(built, root)
        _control(root, version(), arch)
        subprocess.run(
            [
                "dpkg-deb",
                "--root-owner-group",
                "-Zxz",
                "-z3",
                "--build",
                str(root),
                str(out / name),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return out / name


def _lay(built: Path, root: Path) -> None:
    shutil.copytree(built, root / "opt" / "briefing", symlinks=True)
    names = root / "usr" / "bin"
    names.mkdir(parents=True)
    for name in ("briefing", "briefing-cli"):
        (names / name).symlink_to(f"/opt/briefing/{name}")
    share = root / "usr" / "share"
    for file, folder in (
        (LINUX / "briefing.desktop", "applications"),
        (LINUX / "briefing.xml", "mime/packages"),
        (ROOT / "resources" / "icons" / "briefing.svg", "icons/hicolor/scalable/apps"),
        (ROOT / "LICENSE", "doc/briefing"),
        (ROOT / "packaging" / "THIRD-PARTY.md", "doc/briefing"),
    ):
        (share / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(file, share / folder / file.name)
    # Whoever builds it may keep others out of their files; whoever installs it must not.
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if runs else 0o644)


def _control(root: Path, version: str, arch: str) -> None:
    size = sum(path.stat().st_size for path in root.rglob("*") if path.is_file()) // 1024
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(
        f"Package: briefing\nVersion: {version}\nArchitecture: {arch}\n"
        "Maintainer: The Briefing project <briefing@localhost>\n"
        f"Installed-Size: {size}\nDepends: {DEPENDS}\nSection: editors\nPriority: optional\n"
        "Description: desktop editor for briefing books\n"
        " Reads what governments publish, records the commitments in it, and prints the\n"
        " book that is carried into the meeting. Works without any network.\n",
        "utf-8",
    )


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--built", type=Path, default=ROOT / "dist" / "briefing")
    given = parser.parse_args()
    sys.stdout.write(f"{package(given.built, given.out)}\n")
