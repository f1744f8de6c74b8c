"""typst: the same words as markup, compiled to a tagged PDF."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import publication_of
from benchmarks.peers.flat import Piece, pieces

_HEAD = """#set document(title: "Peer")
#set page(paper: "a4", numbering: "1 / 1")
#set text(font: ("Source Serif 4", "Noto Sans SC"), size: 11pt, lang: "en")
#outline()
"""
_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\#$*_`@<>~[]=-+/'\""})


def escaped(text: str) -> str:
    """Words as markup that means nothing else."""
    return text.translate(_SPECIAL)


def _words(piece: Piece) -> str:
    notes = "".join(f"#footnote[{escaped(note)}]" for note in piece.notes)
    return escaped(piece.text).replace("\n", " \\\n") + notes


def markup(found: Iterator[Piece]) -> Iterator[str]:  # noqa: C901 - a case for each kind
    """The pieces as typst markup."""
    yield _HEAD
    for piece in found:
        match piece.kind:
            case "paragraph":
                yield f"{_words(piece)}\n"
            case "quote":
                yield f"#quote(block: true)[{_words(piece)}]\n"
            case "item":
                yield f"- {_words(piece)}\n"
            case "tablestart":
                columns = ", ".join(f"{width:.3f}fr" for width in piece.widths)
                yield f"#table(columns: ({columns},),"
            case "rowhead":
                yield "table.header(" + ",".join(f"[{_words(c)}]" for c in piece.cells) + "),"
            case "row":
                yield "".join(f"[{_words(cell)}]," for cell in piece.cells)
            case "tableend":
                yield ")\n"
            case heading:
                yield f"{'=' * int(heading[-1])} {_words(piece)}\n"


def main(book: Path, out: Path) -> None:
    """Write the markup beside the book, and compile it."""
    import typst  # noqa: PLC0415 - only the peers' environment has it

    source = out / f"{book.stem}.typ"
    source.write_text("\n".join(markup(pieces(publication_of(book, out)))), "utf-8")
    fonts = Path(__file__).resolve().parents[2] / "resources" / "fonts"
    typst.compile(str(source), output=str(out / f"{book.stem}-typst.pdf"), font_paths=[str(fonts)])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
