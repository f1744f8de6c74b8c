"""All words of the product, in English, French and Chinese, by one mechanism without Qt.

gettext catalogues lie in `resources/translations/`. English messages are their own keys. After a
message was added or changed:

    .venv/bin/python packaging/translations.py

extracts it into the `.po` files, where a translator adds what is missing, and compiles the `.mo`
files that are read here.
"""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import resources
from exports.wording import Word, Wording

LANGUAGES = ("en", "fr", "zh")
DOMAIN = "briefing"


@cache
def translations(lang: str) -> gettext.NullTranslations:
    """The catalogue of a language; English speaks for itself."""
    return gettext.translation(DOMAIN, _folder(), [lang], fallback=True)


def _folder() -> Path:
    return Path(resources.__file__).parent / "translations"


def speak(lang: str) -> gettext.NullTranslations:
    """The catalogue of a language, named to the standard library's own messages as well."""
    gettext.bindtextdomain(DOMAIN, _folder())
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = lang
    return translations(lang)


def system_language(environment: Mapping[str, str]) -> str:
    """The language that the user's system asks for, where we speak it; else English."""
    for name in ("BRIEFING_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = environment.get(name, "")
        if asked:
            lang = asked[:2].lower()
            return lang if lang in LANGUAGES else "en"
    return "en"


@cache
def wording(lang: str) -> Wording:
    """What is printed in a book that speaks this language."""
    _ = translations(lang).gettext
    return Wording(lang if lang in LANGUAGES else "en", phrases(_))


def phrases(_: Callable[[str], str]) -> dict[Word, str]:
    """Every generated word of a book."""
    return {
        Word.TAB: _("Tab {label}"),
        # What stands at the foot of a page: the tab, then the page within it.
        Word.TAB_PAGE: _("{label} – {page}"),
        Word.PAGE_OF: _("Page {page} of {pages}"),
        Word.CONTINUED: _("continued"),
        Word.CONTENTS: _("Contents"),
        Word.COMMITMENTS: _("Commitments"),
        Word.ACRONYMS: _("Acronyms"),
        Word.SOURCES: _("Sources"),
        Word.OCCASION: _("Occasion"),
        Word.PLACE: _("Place"),
        Word.DATE: _("Date"),
        Word.PRINCIPAL: _("Prepared for"),
        Word.COUNTERPARTS: _("Meeting"),
        Word.LANGUAGE: _("Language"),
        Word.PRESS: _("Press"),
        Word.EDITION: _("Edition {number}"),
        Word.PRINTED: _("Printed {moment}"),
        Word.COPY: _("Copy no. ____"),
        Word.WORKING_COPY: _("Working copy"),
        Word.NUMBER: _("No."),
        Word.COMMITMENT: _("Commitment"),
        Word.WHO: _("Who"),
        Word.BY_WHEN: _("By when"),
        Word.WHERE_IT_STANDS: _("Where it stands"),
        Word.FOLLOW_UP: _("Follow-up"),
        Word.DELEGATED: _("through {name}"),
        Word.OVERDUE: _("overdue"),
        Word.AS_OF: _("as of {date}"),
        Word.LEAD: _("Lead"),
        Word.NO_COMMITMENTS: _("No commitments are recorded."),
        Word.NO_DEADLINES: _("No deadlines are recorded."),
        Word.NO_TOPIC: _("Other commitments"),
        Word.LEDGER_CAPTION: _("Commitments: {topic}"),
        Word.LEDGER_OURS: _("Our commitments: {topic}"),
        Word.LEDGER_THEIRS: _("Their commitments: {topic}"),
        Word.LEDGER_JOINT: _("Joint commitments: {topic}"),
        Word.LEDGER_DESCRIPTION: _(
            "A row for each commitment: its number, its words, who promised it, by when, where it"
            " stands, and who follows it up."
        ),
        Word.USABLE: _("May be used"),
        Word.INTERNAL: _("Not to be disclosed"),
        Word.SIGNED_OFF_BY: _("Signed off by {name}, {date}"),
        Word.PARAGRAPH: _("para. {number}"),
        Word.SECTION: _("“{section}”"),
        Word.REPAIRED: _("Words in brackets are supplied by the editor."),
        Word.REPAIRED_FROM: _("Words in brackets are supplied by the editor from {source}."),
        Word.FROZEN: _("as of {date}"),
        Word.ACRONYM: _("Acronym"),
        Word.MEANING: _("Meaning"),
        Word.NO_ACRONYMS: _("No acronyms are used."),
        Word.ISSUER: _("Issued by"),
        Word.ISSUED: _("Date"),
        Word.INSTRUMENT: _("Kind"),
        Word.LANGUAGES: _("Languages"),
        Word.FILE: _("File"),
        Word.ADDRESS: _("Address"),
        Word.FINGERPRINT: _("SHA-256"),
        Word.COPY_OF: _("The same release as {title}"),
        Word.CITED_PASSAGES: _("Passages cited"),
        Word.NO_SOURCES: _("The book has no sources."),
        Word.CHART_STATUS: _("Where the commitments stand: {topic}"),
        Word.CHART_DEADLINES: _("Deadlines: {topic}"),
        Word.CHART_STATUS_LINE: _("{name}: {counts}."),
        Word.CHART_DEADLINE_LINE: _("{date}: {name}."),
        Word.DATE_FORM: _("{day} {month} {year}"),
        Word.FIRST_OF_MONTH: _("1 {month} {year}"),
        Word.MONTH_FORM: _("{month} {year}"),
        Word.MONTHS: _(
            "January;February;March;April;May;June;July;August;September;October;November;December"
        ),
        Word.RANGE: _("{first} to {last}"),
        Word.LIST_COMMA: _(", "),
        Word.LIST_AND: _("{before} and {last}"),
        Word.LABEL_COLON: _("{label}: {value}"),
        Word.STATUS_UNKNOWN: _("Unknown"),
        Word.STATUS_NOT_STARTED: _("Not started"),
        Word.STATUS_UNDER_WAY: _("Under way"),
        Word.STATUS_PARTLY_DONE: _("Partly done"),
        Word.STATUS_DONE: _("Done"),
        Word.STATUS_NOT_DONE: _("Not done"),
        Word.STATUS_SUPERSEDED: _("Superseded"),
        Word.STATE_DRAFT: _("Draft"),
        Word.STATE_FOR_REVIEW: _("For review"),
        Word.STATE_SIGNED_OFF: _("Signed off"),
        Word.KIND_BACKGROUND: _("Background"),
        Word.KIND_SENSITIVITY: _("Sensitivity"),
        Word.KIND_QUESTION: _("Question"),
        Word.KIND_TALKING_POINT: _("Talking point"),
        Word.KIND_TRANSLATION: _("Translation"),
        Word.INSTRUMENT_COMMUNIQUE: _("Communiqué"),
        Word.INSTRUMENT_JOINT_STATEMENT: _("Joint statement"),
        Word.INSTRUMENT_ROADMAP: _("Roadmap"),
        Word.INSTRUMENT_DECLARATION: _("Declaration"),
        Word.INSTRUMENT_ACTION_PLAN: _("Action plan"),
        Word.INSTRUMENT_AGREEMENT: _("Agreement"),
        Word.INSTRUMENT_RELEASE: _("Release"),
        Word.INSTRUMENT_READOUT: _("Readout"),
        Word.INSTRUMENT_OTHER: _("Document"),
        Word.LANG_EN: _("English"),
        Word.LANG_FR: _("French"),
        Word.LANG_ZH: _("Chinese"),
    }
