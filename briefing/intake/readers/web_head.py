"""What a web page says about itself where no reader sees it."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.intake.clean import clean
from briefing.intake.lines import Draft

_TITLES = ("og:title", "dcterms.title", "dc.title")
_DATES = (
    "article:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "datepublished",
    "date",
)
_ISSUERS = ("dcterms.creator", "dc.creator")


class WebHead:
    """The title, the address and the date of a page, gathered tag by tag."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}
        self._title: list[str] = []
        self._in_title = False
        self._url = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag that opens."""
        if tag == "title" and not self._title:
            self._in_title = True
        elif tag == "meta":
            name = (
                attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
            )
            content = clean(attributes.get("content") or "")
            if name and content:
                self._told.setdefault(name.lower(), content)
        elif tag == "link" and (attributes.get("rel") or "").lower() == "canonical":
            self._url = self._url or attributes.get("href", "")
        elif tag == "time" and attributes.get("datetime"):
            self._told.setdefault("date", attributes["datetime"])

    def end(self, tag: str) -> None:
        """A tag that closes."""
        if tag == "title":
            self._in_title = False

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._in_title:
            self._title.append(text)

    def draft(self) -> Draft:
        """What was found, without lines."""
        title = clean("".join(self._title)) or self._first(_TITLES)
        url = self._url or self._first(("og:url",))
        return Draft(
            media_type="",
            lines=(),
            title=title,
            url=url if url.startswith(("http://", "https://")) else "",
            issued=self._first(_DATES),
            issuer=self._first(_ISSUERS),
        )

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._told[name] for name in names if name in self._told), "")
