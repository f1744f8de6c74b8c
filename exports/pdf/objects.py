"""A PDF file as numbered objects, written as they come.

Small objects are packed into compressed object streams: a tagged book is mostly structure, and
packed it takes a third of the room.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import BinaryIO

from exports.pdf.values import array, ref

_LEVEL = 6
"""Of compression: 9 makes painting half as long again and saves 1 %, 1 saves a sixth and adds a
quarter."""
_PACKED = 200
"""Objects in one object stream: a reader unpacks all of them to see one."""
_ENTRY = struct.Struct(">BIH")
_FREE, _PLACED, _IN_STREAM = 0, 1, 2


class PdfFile:
    """The objects of one file. Only where each one lies is kept, not what it says."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._offset = 0
        self._digest = hashlib.blake2b(digest_size=16)
        self._places: list[tuple[int, int, int]] = [(_FREE, 0, 65535)]
        self._pack: list[tuple[int, bytes]] = []
        # The second line tells programs that move files about that this one is binary.
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reserve(self) -> int:
        """The number of an object that is written later."""
        self._places.append((_FREE, 0, 0))
        return len(self._places) - 1

    def add(self, body: str, at: int = 0) -> int:
        """Write an object, under the number that was reserved for it; returns its number."""
        at = at or self.reserve()
        self._pack.append((at, body.encode("latin-1")))
        if len(self._pack) == _PACKED:
            self._close_pack()
        return at

    def stream(self, data: bytes, entries: str = "", at: int = 0, *, packed: bool = True) -> int:
        """Write a stream; `entries` are those of its dictionary beside length and filter."""
        at = at or self.reserve()
        if packed:
            data = zlib.compress(data, _LEVEL)
            entries += "/Filter/FlateDecode"
        self._places[at] = (_PLACED, self._offset, 0)
        head = f"{at} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        # The line end before `endstream` is no part of the data (ISO 32000-1, 7.3.8.1).
        self._write(head.encode("latin-1") + data + b"\r\nendstream\nendobj\n")
        return at

    def finish(self, catalog: int, info: int) -> None:
        """Write what is still open, and where everything lies."""
        self._close_pack()
        at = self.reserve()
        start = self._offset
        self._places[at] = (_PLACED, start, 0)
        identity = f"<{self._digest.hexdigest()}>"
        entries = (
            f"/Type/XRef/Size {len(self._places)}/W[1 4 2]/Root {ref(catalog)}/Info {ref(info)}"
            f"/ID{array((identity, identity))}"
        )
        self.stream(b"".join(_ENTRY.pack(*place) for place in self._places), entries, at)
        self._write(f"startxref\n{start}\n%%EOF\n".encode("ascii"))

    def _close_pack(self) -> None:
        if not self._pack:
            return
        at = self.reserve()
        index: list[str] = []
        length = 0
        for place, (number, body) in enumerate(self._pack):
            self._places[number] = (_IN_STREAM, at, place)
            index.append(f"{number} {length}")
            length += len(body) + 1
        head = (" ".join(index) + "\n").encode("ascii")
        bodies = b"\n".join(body for _, body in self._pack)
        entries = f"/Type/ObjStm/N {len(self._pack)}/First {len(head)}"
        self._pack.clear()
        self.stream(head + bodies, entries, at)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._offset += len(data)
