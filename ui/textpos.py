"""Qt counts UTF-16 units; the book counts code points. They meet here and nowhere else."""

from __future__ import annotations


def to_qt(text: str, offset: int) -> int:
    """The QTextCursor position of a code-point offset."""
    head = text[:offset]
    return len(head) if head.isascii() else offset + sum(char > "\uffff" for char in head)


def from_qt(text: str, position: int) -> int:
    """The code-point offset of a QTextCursor position."""
    if text.isascii():
        return min(position, len(text))
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
