"""The numbers of footnotes, in the order of their calls."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QTextDocument

from ui.editor.formats import FOOTNOTE_OBJECT, OBJECT


class Footnotes:
    """Knows where the calls of a document stand; looks again when the document has changed."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._places: list[int] = []
        self._known = False
        document.contentsChange.connect(self._forget)
        self.first = 1
        """The number of the first call, where other texts come before this one."""

    def number_at(self, position: int) -> int:
        """The number of the call that stands there."""
        return self.first + bisect_left(self.places(), position)

    def places(self) -> list[int]:
        """The positions of all calls."""
        if not self._known:
            self._places = self._find()
            self._known = True
        return self._places

    def _forget(self) -> None:
        self._known = False

    def _find(self) -> list[int]:
        found = []
        block = self._document.begin()
        if OBJECT not in self._document.toRawText():
            return []
        while block.isValid():
            if OBJECT in block.text():
                found += [
                    place
                    for form in block.textFormats()
                    if form.format.objectType() == FOOTNOTE_OBJECT
                    for place in _objects(block.position(), block.text(), form.start, form.length)
                ]
            block = block.next()
        return found


def _objects(position: int, text: str, start: int, length: int) -> list[int]:
    units = text.encode("utf-16-le", "surrogatepass")
    mark = OBJECT.encode("utf-16-le")
    return [
        position + at for at in range(start, start + length) if units[2 * at : 2 * at + 2] == mark
    ]
