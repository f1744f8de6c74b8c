"""Lists under a lead-in: "We will:" promises nothing, each item under it does."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.candidates.actors import Actor
from briefing.candidates.clauses import Clauses
from briefing.candidates.predicates import Reading
from briefing.candidates.promise import Promise
from briefing.candidates.rules import Role
from briefing.candidates.series import ANY_MARK, Series
from briefing.candidates.view import View
from briefing.things import Firmness, Passage, PassageKind

_NEAR = 12
"""How many words may stand between the verb and the colon."""
_COLONS = (":", "：")
_OPEN_ENDS = (" to", " will", "—", " de", " à", " to…", " will…")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What the items of a list inherit; without firmness, that nothing is promised."""

    text: str
    firmness: Firmness | None
    subject: Actor | None = None
    subject_text: str = ""
    delegate: str = ""
    level: int = -1
    """How deep the lead-in itself stands in a list; -1 for a paragraph."""
    doubts: float = 0.0

    def covers(self, passage: Passage) -> bool:
        """Whether a passage is an item under this lead-in."""
        return passage.kind is PassageKind.ITEM and passage.level > self.level


def opens_list(passage: Passage, following: Passage | None) -> bool:
    """Whether a passage leads in the items after it."""
    if following is None:
        return False
    text = passage.text.rstrip()
    is_item = passage.kind is PassageKind.ITEM
    deeper = following.kind is PassageKind.ITEM and (not is_item or following.level > passage.level)
    if text.endswith(_COLONS):
        return deeper or not is_item
    return deeper and text.endswith(_OPEN_ENDS)


def lead_in(passage: Passage, view: View, clauses: Clauses) -> LeadIn:
    """What a list inherits from the last sentence before it."""
    level = passage.level if passage.kind is PassageKind.ITEM else -1
    text = view.written(0, view.size)
    for predicate in reversed(clauses.predicates):
        for reading in predicate.readings:
            rule = reading.phrase.rule
            if rule.role is Role.TRIGGER and _is_open(reading, view):
                subject = predicate.subject
                name = view.written(subject.first, subject.last)
                office = _office(reading, view) if rule.firmness is Firmness.DIRECTED else ""
                return LeadIn(text, rule.firmness, subject, name, office, level)
        if predicate.role is Role.EXCLUSION:
            break
    return LeadIn(text, None, level=level)


def _is_open(reading: Reading, view: View) -> bool:
    """Whether the promise is left for the items to say."""
    places = [k for k in range(reading.last, view.size) if view.word(k)[0].isalnum()]
    if not places:
        return "own_office" not in reading.phrase.rule.takes
    if len(places) <= _NEAR and view.has("infinitive_marks", places[-1]):
        return True
    tail = " ".join(view.word(k) for k in places)
    named = any(phrase in tail for phrase in view.lexicon.words("lead_in_words"))
    return view.word(view.size - 1) in _COLONS and (named or len(places) <= _NEAR)


def _office(reading: Reading, view: View) -> str:
    """Who is told to do what the items say: the words before the last "to"."""
    places = [k for k in range(reading.last, view.size) if view.word(k)[0].isalnum()]
    return view.written(places[0], places[-1]) if len(places) > 1 else ""


def item_promises(lead: LeadIn, view: View) -> list[Promise]:
    """What an item promises under its lead-in."""
    first = next((k for k in range(view.size) if view.word(k)[0].isalnum()), None)
    if lead.firmness is None or first is None:
        return []
    shape = view.verbs.shape(first, sure=True)
    members = [first]
    if shape is not None:
        members = Series(view, mark=ANY_MARK).members(first, view.size, shape)
    found = []
    for number, (start, stop) in enumerate(zip(members, [*members[1:], view.size], strict=True), 1):
        span = view.trim(start, stop)
        if span is not None:
            series = (f"series:{number}/{len(members)}",) if len(members) > 1 else ()
            doubts = lead.doubts + (0.02 if shape else 0.08) + (0.03 if number > 1 else 0.0)
            found.append(_item(lead, span, lead.firmness, series, doubts))
    return found


def _item(
    lead: LeadIn, span: tuple[int, int], firmness: Firmness, series: tuple[str, ...], doubts: float
) -> Promise:
    return Promise(
        *span,
        firmness=firmness,
        subject=lead.subject,
        subject_text=lead.subject_text,
        reasons=(f"lead-in:{lead.text}", f"subject:{lead.subject_text}", *series),
        delegate=lead.delegate,
        doubts=doubts,
    )
