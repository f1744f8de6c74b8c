"""A book becomes a publication: every word, number and citation decided, nothing yet of looks."""

from __future__ import annotations

from datetime import date

from briefing.markings import load_scheme
from briefing.templates import load_templates
from briefing.things import Tab, TabKind, WholeBook
from exports.compose.desk import Desk
from exports.compose.labels import labels
from exports.compose.parts import PartComposer
from exports.tree import Form, PageWords, Publication
from exports.wording import Word, Wording


def compose(
    whole: WholeBook, form: Form, wording: Wording, made: str, only: str | None = None
) -> Publication:
    """The book as it is to be printed; `made` is the moment, ISO, by which "today" is meant.

    With `only`, the uid of a tab, just that tab: it keeps its label and its numbers. Raises
    `TemplateBroken` and `Refused` where templates or markings cannot be read.
    """
    tabs = whole.tabs
    desk = Desk(
        whole=whole,
        form=form,
        wording=wording,
        today=date.fromisoformat(made[:10]),
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        links=only is None and any(tab.kind is TabKind.SOURCES for tab in tabs),
    )
    chosen = [pair for pair in zip(tabs, labels(tabs), strict=True) if _wanted(pair[0], only)]
    parts = PartComposer(desk, tabs, made).parts(chosen)
    return Publication(
        title=whole.book.title,
        lang=wording.lang,
        parts=parts,
        form=form,
        words=page_words(wording),
        marking=PartComposer(desk, tabs, made).book_marking(),
        marking_at_foot=desk.scheme.at_foot,
        author=whole.book.office,
        subject=whole.meeting.occasion if whole.meeting else "",
        made=made,
    )


def _wanted(tab: Tab, only: str | None) -> bool:
    return only is None or tab.uid == only


def page_words(wording: Wording) -> PageWords:
    """What writers print on each page."""
    return PageWords(
        page_of=wording.phrases[Word.PAGE_OF],
        tab_page="{prefix}{page}",
        continued=wording.say(Word.CONTINUED),
        contents=wording.say(Word.CONTENTS),
    )


__all__ = ["compose", "page_words"]
