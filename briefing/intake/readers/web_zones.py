"""Parts of a web page, and which of them are no instrument."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.intake.lexicon import rules
from briefing.intake.lines import Line

_NAME = re.compile(r"[a-z]+|[A-Z]+[a-z]*")
_UNNAMED = frozenset({"html", "body", "main", "article"})
"""Their classes describe the page, such as "comments-open", and not what they hold."""
_TAGS = {"nav": "menu", "aside": "aside", "footer": "footer", "form": "form", "button": "menu"}
_ROLES = {
    "navigation": "menu",
    "banner": "masthead",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "menu",
    "menu": "menu",
    "dialog": "cookie",
}
_MOST = 0.5
_NEARLY_ALL = 0.9
_LINKS = 0.7
_TEASER = 400
"""Letters; longer blocks are texts with links, not lists of links."""


@dataclass(slots=True)
class _Zone:
    """An element that holds blocks: what it is named for, and how much text it holds."""

    tag: str
    named: str
    above: int
    letters: int = 0
    linked: int = 0
    links: int = 0


class Zones:
    """All parts of a page; a part that holds most of the text is no furniture."""

    def __init__(self) -> None:
        self._zones = [_Zone("", "", -1)]
        self.current = 0

    def enter(self, tag: str, named: str) -> int:
        """A part that opens."""
        self._zones.append(_Zone(tag, named, self.current))
        self.current = len(self._zones) - 1
        return self.current

    def leave(self, zone: int) -> None:
        """A part that closes; its text counts as that of the part around it."""
        inner = self._zones[zone]
        outer = self._zones[inner.above]
        outer.letters += inner.letters
        outer.linked += inner.linked
        outer.links += inner.links
        self.current = inner.above

    def count(self, text: str, *, linked: bool) -> None:
        """Text inside the part that is open."""
        letters = len(text.strip())
        zone = self._zones[self.current]
        zone.letters += letters
        if linked and letters:
            zone.linked += letters
            zone.links += 1

    def close(self) -> Verdicts:
        """What the parts are, now that all of the page is known."""
        total = sum(zone.letters for zone in self._zones if zone.above <= 0)
        core = self._core(total)
        found = [("", False)]
        for zone in self._zones[1:]:
            reason, in_core = found[zone.above]
            found.append((reason or _furniture(zone, total), in_core or zone.tag == core))
        return Verdicts(tuple(found), has_core=bool(core))

    def _core(self, total: int) -> str:
        """The tag that holds the text by the page's own word, if it holds most of it."""
        for tag in ("main", "article"):
            letters = sum(zone.letters for zone in self._zones if zone.tag == tag)
            if letters > _MOST * total:
                return tag
        return ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Why each part is no instrument, by the outermost part that says so, and if in the core."""

    parts: tuple[tuple[str, bool], ...]
    has_core: bool

    def reason(self, part: int, line: Line) -> str:
        """Why a line of that part is no instrument; "" if it may be."""
        found, in_core = self.parts[part]
        if not found and self.has_core and not in_core and line.level != 1:
            return "outside"
        return found


def _furniture(zone: _Zone, total: int) -> str:
    share = zone.letters / max(1, total)
    limit = _NEARLY_ALL if zone.named == "comment-form" else _MOST
    if zone.named and share < limit:
        return zone.named
    alone = zone.tag in {"p", "li", "td"} and zone.letters < _TEASER
    dense = zone.letters and zone.linked / zone.letters > _LINKS
    return "link-list" if dense and (alone or zone.links > 1) and share < _MOST else ""


def place(tag: str, attributes: Mapping[str, str]) -> str:
    """What an element is by its tag, its role or the words of its class and id."""
    if tag in _UNNAMED:
        return ""
    role = _ROLES.get(attributes.get("role") or "")
    if role:
        return role
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    found = {name.lower() for name in _NAME.findall(names)}
    for word in found & _words().keys():
        return _words()[word]
    return _TAGS.get(tag, "")


@cache
def _words() -> dict[str, str]:
    return {word: reason for reason, names in rules()["zones"].items() for word in names}
