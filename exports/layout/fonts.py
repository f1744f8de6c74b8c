"""The faces that pages are set in: bundled TrueType files, by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import uharfbuzz as hb

import resources

FILES = {
    "serif": "source-serif-4/SourceSerif4-Regular.ttf",
    "serif-italic": "source-serif-4/SourceSerif4-Italic.ttf",
    "serif-bold": "source-serif-4/SourceSerif4-Bold.ttf",
    "serif-bold-italic": "source-serif-4/SourceSerif4-BoldItalic.ttf",
    "sans": "source-sans-3/SourceSans3-Regular.ttf",
    "sans-italic": "source-sans-3/SourceSans3-Italic.ttf",
    "sans-semibold": "source-sans-3/SourceSans3-SemiBold.ttf",
    "sans-bold": "source-sans-3/SourceSans3-Bold.ttf",
    "sans-bold-italic": "source-sans-3/SourceSans3-BoldItalic.ttf",
    "han": "noto-sans-sc/NotoSansSC-Regular.ttf",
    "han-bold": "noto-sans-sc/NotoSansSC-Bold.ttf",
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font as layout needs it. Metrics are 1/1000 of the size."""

    name: str
    font: hb.Font
    upem: int
    ascent: float
    descent: float

    def has(self, char: str) -> bool:
        """Whether the face has a glyph of its own for a character."""
        return bool(self.font.get_nominal_glyph(ord(char)))


def face_path(name: str) -> Path:
    """The file of a face."""
    return Path(resources.__file__).parent / "fonts" / FILES[name]


@cache
def face(name: str) -> Face:
    """The face of that name; its file is mapped once."""
    loaded = hb.Face(hb.Blob.from_file_path(face_path(name)))
    font = hb.Font(loaded)
    extents = font.get_font_extents("ltr")
    scale = 1000 / loaded.upem
    return Face(
        name=name,
        font=font,
        upem=loaded.upem,
        ascent=extents.ascender * scale,
        descent=extents.descender * scale,
    )


def fallbacks(name: str) -> tuple[str, ...]:
    """Where a character is looked for, in order, that a face may lack."""
    heavy = "bold" in name
    sans = "sans-bold" if heavy else "sans"
    han = "han-bold" if heavy else "han"
    return (name, sans, han)
