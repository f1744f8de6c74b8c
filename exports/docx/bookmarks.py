"""Hidden bookmarks: what a link leads to, and how an edited file is read back."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, field

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def bookmark_name(uid: str) -> str:
    """The name for a thing's uid; Word takes forty letters and digits at most."""
    if _UUID.fullmatch(uid):
        return f"_bb_{uid.replace('-', '')}"
    return f"_bb_{hashlib.blake2b(uid.encode(errors='replace'), digest_size=12).hexdigest()}"


@dataclass
class Bookmarks:
    """The bookmarks of one document; names are unique in it."""

    _used: Counter[str] = field(default_factory=Counter)
    _count: int = 0

    def around(self, content: str, uid: str) -> str:
        """Content marked with the uid of what it was made from."""
        if not uid:
            return content
        name = bookmark_name(uid)
        self._used[name] += 1
        if self._used[name] > 1:
            name = f"{name[:36]}_{self._used[name]}"
        self._count += 1
        return (
            f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{self._count}"/>'
        )
