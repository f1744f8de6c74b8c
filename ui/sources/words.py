"""The sources' words: why a passage is left out, kinds of files and of instruments, languages."""

from __future__ import annotations

from briefing.things import Instrument
from exports.wording import Word
from ui.speech import Speech


def reason_words(reason: str, speech: Speech) -> str:
    """Why a passage is not part of the instrument."""
    _ = speech.gettext
    known = {
        "adviser": _("left out by hand"),
        "title": _("the title, kept with the source’s details"),
        "dateline": _("place and date of issue"),
        "signature": _("signature"),
        "letterhead": _("letterhead"),
        "release-line": _("notice of release"),
        "running-head": _("repeated at the head or foot of pages"),
        "comment-form": _("readers’ comments"),
        "share": _("buttons to share the page"),
        "menu": _("menu of the web site"),
        "advertisement": _("advertisement"),
        "link-list": _("links to other pages"),
        "subscription": _("invitation to subscribe"),
        "cookie": _("notice about cookies"),
        "copyright": _("copyright line"),
        "credit": _("credits"),
        "aside": _("side column of the web site"),
        "footer": _("foot of the web site"),
        "masthead": _("head of the web site"),
        "form": _("form of the web site"),
        "page-number": _("page number"),
        "footnote": _("footnote"),
    }
    return known.get(reason, _("not part of the text ({name})").format(name=reason))


def instrument_words(instrument: Instrument, speech: Speech) -> str:
    """What kind of text a source is."""
    return speech.wording.named("instrument", instrument)


def lang_words(lang: str, speech: Speech) -> str:
    """A language by its name; its code where we have none."""
    known = f"LANG_{lang.upper()}" in Word.__members__
    return speech.wording.named("lang", lang) if known else lang


def file_kind(media_type: str, speech: Speech) -> str:
    """What kind of file a source came in."""
    _ = speech.gettext
    if "html" in media_type:
        return _("Web page")
    if "pdf" in media_type:
        return "PDF"
    if "wordprocessing" in media_type:
        return _("Word file")
    return _("Text")
