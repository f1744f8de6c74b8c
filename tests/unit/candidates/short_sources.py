"""Short sources for the tests of this room."""

from __future__ import annotations

from datetime import date

from briefing.things import Passage, PassageKind, Source


def a_source(*texts: str, title: str = "Canada-U.S. Joint Statement", lang: str = "en", **more):
    """A source whose passages are these texts; one that begins with "- " is a list item."""
    passages, start = [], 0
    for place, text in enumerate(texts):
        kind = PassageKind.ITEM if text.startswith("- ") else PassageKind.PARAGRAPH
        words = text.removeprefix("- ")
        passages.append(
            Passage(
                uid=f"p{place}",
                source="s",
                position=place,
                kind=kind,
                text=words,
                lang=lang,
                start=start,
                end=start + len(words),
                **more,
            )
        )
        start += len(words) + 1
    source = Source(
        uid="s",
        title=title,
        file_name="a.txt",
        media_type="text/plain",
        original="",
        size=start,
        text="\n".join(p.text for p in passages),
        issued=date(2021, 2, 23),
    )
    return source, tuple(passages)
