"""A book becomes a publication: every word, number and citation decided, nothing yet of looks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from briefing.markings import load_scheme
from briefing.progress import Progress, unwatched
from briefing.templates import load_templates
from briefing.things import Tab, TabKind, WholeBook
from exports.compose.desk import Desk
from exports.compose.labels import labels
from exports.compose.parts import PartComposer
from exports.tree import Form, PageWords, Publication
from exports.wording import Word, Wording


def compose(
    whole: WholeBook,
    form: Form,
    wording: Wording,
    made: str,
    only: Collection[str] = (),
    progress: Progress = unwatched,
) -> Publication:
    """The book as it is to be printed; `made` is the moment, ISO, by which "today" is meant.

    With `only`, the uids of some tabs, just these: they keep their labels and their numbers.
    Raises `TemplateBroken` and `Refused` where templates or markings cannot be read.
    """
    tabs = [tab for tab in whole.tabs if not only or tab.uid in only]
    links = any(tab.kind is TabKind.SOURCES for tab in tabs)
    return _composed(_desk(whole, form, wording, made, links=links), made, tabs, progress)


def compose_tab(whole: WholeBook, form: Form, wording: Wording, made: str, uid: str) -> Publication:
    """One tab just as it stands in the whole book, where its citations lead to the sources.

    Right for what does not depend on other tabs: notes and the cover.
    """
    links = any(tab.kind is TabKind.SOURCES for tab in whole.tabs)
    tabs = [tab for tab in whole.tabs if tab.uid == uid]
    return _composed(_desk(whole, form, wording, made, links=links), made, tabs)


def _desk(whole: WholeBook, form: Form, wording: Wording, made: str, *, links: bool) -> Desk:
    return Desk(
        whole=whole,
        form=form,
        wording=wording,
        today=date.fromisoformat(made[:10]),
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        links=links,
    )


def _composed(
    desk: Desk, made: str, chosen: Collection[Tab], progress: Progress = unwatched
) -> Publication:
    whole = desk.whole
    composer = PartComposer(desk, whole.tabs, made)
    labelled = zip(whole.tabs, labels(whole.tabs), strict=True)
    return Publication(
        title=whole.book.title,
        lang=desk.lang,
        parts=composer.parts([pair for pair in labelled if pair[0] in chosen], progress),
        form=desk.form,
        words=page_words(desk.wording),
        marking=composer.book_marking(),
        marking_at_foot=desk.scheme.at_foot,
        author=whole.book.office,
        subject=whole.meeting.occasion if whole.meeting else "",
        made=made,
    )


def page_words(wording: Wording) -> PageWords:
    """What writers print on each page."""
    return PageWords(
        page_of=wording.phrases[Word.PAGE_OF],
        tab_page="{prefix}{page}",
        continued=wording.say(Word.CONTINUED),
        contents=wording.say(Word.CONTENTS),
    )


__all__ = ["compose", "compose_tab", "page_words"]
