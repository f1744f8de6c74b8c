"""Words of a source on the clipboard or under the mouse, with the place that they come from."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing.anchor import Anchor
from briefing.codec import from_plain, to_plain

MIME = "application/x-briefing-extract+json"


def packed(anchors: Iterable[Anchor]) -> bytes:
    """Anchors in the form that travels: a JSON list, in reading order."""
    plain = [to_plain(anchor, short=True) for anchor in anchors]
    return json.dumps(plain, ensure_ascii=False).encode()


def unpacked(data: bytes | str) -> tuple[Anchor, ...]:
    """The anchors that travelled; none where the data are not ours."""
    try:
        return tuple(from_plain(Anchor, plain) for plain in json.loads(data))
    except (ValueError, TypeError, KeyError, AttributeError):
        return ()
