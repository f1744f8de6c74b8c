"""Why something was proposed, in words."""

from __future__ import annotations

from collections.abc import Callable

from briefing.things import Candidate
from ui.speech import Speech

Translate = Callable[[str], str]
Named = Callable[[str], str]
"""What parties are called whose codes stand in a row, as in `US+CA`."""

_SURE, _LIKELY = 0.9, 0.75


def reasons_in_words(candidate: Candidate, _: Translate, named: Named = str) -> list[str]:
    """A phrase for each reason; one that has no phrase is left out."""
    phrases = _phrases(_)
    found = []
    for reason in candidate.reasons:
        name, _colon, detail = reason.partition(":")
        phrase = phrases.get(name, "")
        if name == "object":
            phrase = _objects(_).get(detail, "")
        if phrase:
            first, _mark, second = detail.partition("/" if name == "series" else "=")
            more = named(second) if name == "resolved" else second
            found.append(phrase.format(words=first, more=more))
    return found


def confidence_in_words(confidence: float, speech: Speech) -> str:
    """How sure the program is: a word, and the number that the list is ranked by."""
    _ = speech.gettext
    if confidence >= _SURE:
        words = _("Very sure ({number})")
    elif confidence >= _LIKELY:
        words = _("Fairly sure ({number})")
    else:
        words = _("Doubtful ({number})")
    return words.format(number=speech.decimal(confidence, 2))


def _phrases(_: Translate) -> dict[str, str]:
    return {
        "trigger": _("the wording “{words}”"),
        "subject": _("its subject is “{words}”"),
        "subject-before": _("the subject stands before it in the sentence"),
        "resolved": _("“{words}” is taken to mean {more}"),
        "unresolved": _("it is not clear who promises"),
        "series": _("it is part {words} of {more} of a series"),
        "lead-in": _("it stands under “{words}”"),
        "noun": _("it speaks of a “{words}”"),
        "carrier": _("the promise is carried by “{words}”"),
        "that": _("it follows “{words}”"),
        "resumed": _("the sentence takes the promise up again"),
        "deadline": _("it says when: “{words}”"),
        "hedge": _("but it is softened by “{words}”"),
        "cut": _("but its passage is cut off"),
    }


def _objects(_: Translate) -> dict[str, str]:
    return {
        "action": _("its object names an action"),
        "money": _("its object is a sum of money"),
        "thing": _("its object is something to be made"),
    }
