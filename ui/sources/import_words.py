"""How far a file of the import sheet is, in words and with a symbol."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import BriefingError, Refused
from ui.explain import explain, explain_refusal
from ui.processes import WorkerLost
from ui.sources.import_row import Row, Stage
from ui.speech import Speech


def state_words(row: Row, titles: Mapping[str, str], speech: Speech) -> str:
    """What a row says of itself; `titles` name the sources that it may be a copy or version of."""
    _ = speech.gettext
    if row.error is not None:
        return "⚠ " + error_words(row, speech)
    match row.stage:
        case Stage.READING:
            return (
                _("Reading… {percent} %").format(percent=row.progress)
                if row.progress
                else (_("Reading…"))
            )
        case Stage.LOOKING:
            return _("Looking through it…")
        case Stage.TAKING:
            return _("Importing…")
        case _:
            return " ".join(_ready(row, titles, speech))


def short_words(row: Row, titles: Mapping[str, str], speech: Speech) -> str:
    """The same in a word or two, for a narrow column."""
    _ = speech.gettext
    if row.error is not None:
        return "⚠ " + (_("Not read") if row.stage is Stage.FAILED else _("Not understood"))
    if row.stage is not Stage.READY:
        return state_words(row, titles, speech)
    if row.held and row.seen.copy_of:
        return _("= The same file as {title}").format(title=titles.get(row.seen.copy_of, ""))
    if row.seen.copy_of:
        return _("= Same release as {title}").format(title=titles.get(row.seen.copy_of, ""))
    if row.seen.version_of:
        return _("↔ Version of {title}").format(title=titles.get(row.seen.version_of, ""))
    return _("✓ Ready")


def error_words(row: Row, speech: Speech) -> str:
    """What is wrong with a file and what to do."""
    match row.error:
        case BriefingError() as error:
            return explain(error, speech.gettext)
        case Refused() as refusal:
            return explain_refusal(refusal, speech.gettext)
        case WorkerLost():
            _ = speech.gettext
            return _("“{name}” could not be read: reading it broke off.").format(name=row.name)
        case _:
            return ""


def _ready(row: Row, titles: Mapping[str, str], speech: Speech) -> list[str]:
    _, few = speech.gettext, speech.ngettext
    words = []
    if row.seen.copy_of:
        same = _("= Same release as {title}: what both say is decided once.")
        words.append(same.format(title=titles.get(row.seen.copy_of, "")))
    elif row.seen.version_of:
        version = _("↔ {title} in another language: their passages are paired.")
        words.append(version.format(title=titles.get(row.seen.version_of, "")))
    else:
        words.append(_("✓ Ready."))
    if row.taken is not None:
        kept = len(row.taken.reading.kept)
        gone = len(row.taken.reading.passages) - kept
        words.append(few("{n} passage,", "{n} passages,", kept).format(n=kept))
        words.append(_("{n} left out,").format(n=gone))
    count = row.seen.candidates
    words.append(few("{n} candidate", "{n} candidates", count).format(n=count))
    return words
