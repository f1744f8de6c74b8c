"""pandoc: the same words as markdown, written as a Word document."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cases import publication_of
from benchmarks.peers.flat import Piece, pieces

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~^$@])")


def escaped(text: str) -> str:
    """Words as markdown that means nothing else."""
    return _SPECIAL.sub(r"\\\1", text)


def _words(piece: Piece) -> str:
    notes = "".join(f"^[{escaped(note)}]" for note in piece.notes)
    return escaped(piece.text).replace("\n", " ") + notes


def markup(found: Iterator[Piece]) -> Iterator[str]:
    """The pieces as markdown."""
    for piece in found:
        match piece.kind:
            case "paragraph":
                yield f"{_words(piece)}\n"
            case "quote":
                yield f"> {_words(piece)}\n"
            case "item":
                yield f"- {_words(piece)}\n"
            case "tablestart" | "tableend":
                yield ""
            case "rowhead":
                yield "| " + " | ".join(_words(cell) for cell in piece.cells) + " |"
                yield "|" + "---|" * len(piece.cells)
            case "row":
                yield "| " + " | ".join(_words(cell) for cell in piece.cells) + " |"
            case heading:
                yield f"{'#' * int(heading[-1])} {_words(piece)}\n"


def main(book: Path, out: Path) -> None:
    """Write the markdown beside the book, and convert it."""
    import pypandoc  # noqa: PLC0415 - only the peers' environment has it

    source = out / f"{book.stem}.md"
    source.write_text("\n".join(markup(pieces(publication_of(book, out)))), "utf-8")
    pypandoc.convert_file(str(source), "docx", outputfile=str(out / f"{book.stem}-pandoc.docx"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
