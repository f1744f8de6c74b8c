"""The promises of a Chinese passage: triggers opened, continued and closed clause by clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.han import Clause, HanText
from briefing.candidates.hanchecks import HanChecks
from briefing.candidates.hanclauses import Parsed, Parser
from briefing.candidates.hanmembers import HanMembers
from briefing.candidates.hanseries import Member, Series
from briefing.candidates.leadins import LeadIn
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.promise import Promise
from briefing.candidates.rules import Role
from briefing.things import Firmness

_ACTIVE = frozenset({Firmness.WILL, Firmness.AGREED, Firmness.COMMITTED, Firmness.INTEND})
_INNER = frozenset({Firmness.WILL, Firmness.LAUNCHED, Firmness.INTEND})
_TRAILING = " \t\n,.;:、。，；："


@dataclass
class HanPromiser:
    """Reads the promises of one passage."""

    written: str
    han: HanText
    lexicon: Lexicon
    parser: Parser
    _checks: HanChecks = field(init=False)
    _members: HanMembers = field(init=False)
    _subject: tuple[Actor, str] | None = None
    _reported: bool = False

    def __post_init__(self) -> None:
        self._checks = HanChecks(self.written, self.han, self.lexicon, self.parser)
        self._members = HanMembers(self.lexicon, self.parser)

    def promises(self, lead: LeadIn | None) -> list[Promise]:
        """Every promise of the passage, in order."""
        found: list[Promise] = []
        for number, clauses in enumerate(self.han.sentences()):
            inherits = lead if number == 0 else None
            for series in self._sentence(clauses, inherits):
                found += self._finished(series)
        return found

    def lead_in(self, level: int) -> LeadIn:
        """What the items after this passage inherit."""
        found: LeadIn | None = None
        text = ""
        for clauses in self.han.sentences():
            text = self.written[clauses[0].start : clauses[-1].end]
            found = None
            for parsed in map(self.parser.parse, clauses):
                self._see(parsed)
                if parsed.phrase is not None and parsed.role is Role.TRIGGER:
                    subject, name = self._subject or (None, "")
                    found = LeadIn(text, parsed.phrase.rule.firmness, subject, name, level=level)
                elif parsed.phrase is not None:
                    found = None
        return found or LeadIn(text, None, level=level)

    def _sentence(self, clauses: Sequence[Clause], lead: LeadIn | None) -> Iterator[Series]:
        """The series of a sentence."""
        current = self._led(clauses, lead)
        parsed = [self.parser.parse(clause) for clause in clauses]
        begins = 1 if current is not None else 0
        for index in range(begins, len(parsed)):
            here = parsed[index]
            opened, keeps = self._step(here, current, parsed[index + 1 :], clauses[0].start)
            if not keeps and current is not None:
                yield current
                current = None
            current = opened or current
        if current is not None:
            yield current

    def _led(self, clauses: Sequence[Clause], lead: LeadIn | None) -> Series | None:
        """The series that an item of a list opens."""
        if lead is None or lead.firmness is None:
            return None
        first = self.parser.parse(clauses[0])
        if first.subject is not None:
            return None
        start = first.body
        verb = self.parser.starts_verb(start, first.clause.end)
        series = Series(
            lead.firmness,
            (f"lead-in:{lead.text}", f"subject:{lead.subject_text}"),
            lead.subject,
            lead.subject_text,
            (start, start),
            lead.delegate,
            lead.doubts + (0.02 if verb else 0.08),
        )
        series.members.append(
            Member(start, first.clause.end, self.parser.first_verb(start, first.clause.end))
        )
        return series

    def _step(
        self, here: Parsed, current: Series | None, rest: Sequence[Parsed], start: int
    ) -> tuple[Series | None, bool]:
        """What a clause opens, and whether the series before it goes on."""
        reported, self._reported = self._reported, self._reports(here)
        if reported and current is None:
            return None, False
        self._see(here)
        if here.phrase is None:
            if here.subject is not None or current is None:
                return None, False
            self._continue(here, current, rest)
            return None, True
        if current is not None and self._is_inside(here, current):
            self._continue(here, current, rest)
            return None, True
        if self._subject is None or here.role is Role.EXCLUSION:
            return None, False
        opened = self._opened(here, start, rest)
        return opened, False

    def _see(self, here: Parsed) -> None:
        """Remember who is spoken of; "he" means the one before."""
        if here.subject is None:
            return
        name = self._written(here.subject_span)
        known = self._subject[0] if self._subject else here.subject
        singular = self.lexicon.has("actors.singular", here.subject.head)
        self._subject = (known if singular else here.subject, name)

    def _reports(self, here: Parsed) -> bool:
        """Whether a comma stands right after "noted": the next clause tells of others."""
        tells = here.role is Role.EXCLUSION or here.takes_need
        return tells and here.after >= here.clause.end

    def _is_inside(self, here: Parsed, current: Series) -> bool:
        """Whether a verb that could promise is only a part of the promise before it."""
        if here.subject is not None:
            # "同意, 双方将": the clause after the comma is what was agreed.
            return current.waits and here.role is Role.TRIGGER
        if here.role is not Role.TRIGGER:
            word = self.han.text[here.verb : here.after]
            acts = self.lexicon.has("also_actions", word) and current.firmness in _ACTIVE
            return not here.connector or acts
        if not here.connector and self.parser.ends_with("carrier_ends", current.last.end):
            return True  # "agreed to work together": only now it is said on what
        firmness = here.phrase.rule.firmness if here.phrase is not None else None
        return firmness in _INNER and (current.waits or firmness is not Firmness.WILL)

    # Opening

    def _opened(self, here: Parsed, start: int, rest: Sequence[Parsed]) -> Series | None:
        """The series that a clause opens, if what follows its verb is a promise."""
        if here.phrase is None or self._subject is None:
            return None
        rule, (subject, name) = here.phrase.rule, self._subject
        delegate = self._checks.office(here) if "office" in rule.takes else ""
        told = bool(delegate) or "office" not in rule.takes
        if not told or not self._checks.is_promised(here, subject, rest):
            return None
        direct = here.subject is not None
        begins = here.subject_span[0] if direct else here.verb
        reasons = (f"trigger:{self.written[here.verb : here.after]}", f"subject:{name}")
        return Series(
            firmness=rule.firmness or Firmness.WILL,
            reasons=reasons if direct else (*reasons, "subject-before"),
            subject=subject,
            subject_text=name,
            before=(start, begins),
            delegate=delegate,
            doubts=self._doubts(here, subject),
            waits=self._waits(here, rest),
            members=[self._first(here, begins)],
        )

    def _first(self, here: Parsed, begins: int) -> Member:
        content = self.han.text[here.after : here.clause.end]
        verb = self.parser.first_verb(here.after, here.clause.end)
        means = content.lstrip().startswith(tuple(self.lexicon.words("opening_means")))
        return Member(begins, here.clause.end, verb, means)

    def _waits(self, here: Parsed, rest: Sequence[Parsed]) -> bool:
        """Whether only the next clause says what is promised."""
        goal = here.role is Role.HOST and self._checks.is_goal(here, rest)
        return goal or not self.han.text[here.after : here.clause.end].strip()

    def _doubts(self, here: Parsed, subject: Actor) -> float:
        soft = here.phrase is not None and here.phrase.rule.soft
        outcome = subject.kind is ActorKind.OUTCOME
        return 0.3 * soft + 0.03 * (here.subject is None) + 0.1 * outcome

    # Continuing

    def _continue(self, here: Parsed, current: Series, rest: Sequence[Parsed]) -> None:
        """A clause without a verb of its own: a part of the last member, or another one."""
        clause, member = here.clause, current.last
        if current.waits and len(current.members) == 1 and not member.means:
            self._content(here, current)
            return
        if self._members.begins(here, current, rest):
            verb = self.parser.first_verb(here.body, clause.end)
            current.members.append(Member(here.body, clause.end, verb))
            return
        member.means = member.means or self.parser.starts_with("means", clause)
        member.end = clause.end

    def _content(self, here: Parsed, current: Series) -> None:
        """What a trigger with a comma after it promises."""
        clause, member = here.clause, current.last
        member.end = clause.end
        if current.firmness is not Firmness.EXPRESSED and self.parser.starts_with(
            "need_marks", clause
        ):
            current.firmness, current.doubts = Firmness.EXPRESSED, current.doubts + 0.3
        condition = self.parser.starts_with("conditions", clause)
        verb = self.parser.starts_verb(here.body, clause.end)
        if self.parser.ends_with("settings", clause.end) or (condition and not verb):
            return
        current.waits = False
        member.verb = self.parser.first_verb(here.body, clause.end)

    # Finishing

    def _finished(self, series: Series) -> Iterator[Promise]:
        count = len(series.members)
        for number, member in enumerate(series.members, 1):
            end = member.end
            while end > member.start and self.written[end - 1] in _TRAILING:
                end -= 1
            if end <= member.start:
                continue
            place = (f"series:{number}/{count}",) if count > 1 else ()
            yield Promise(
                member.start,
                end,
                series.firmness,
                series.subject,
                series.subject_text,
                (*series.reasons, *place),
                series.delegate,
                series.before,
                series.doubts + (0.05 if number > 1 else 0.0),
            )

    def _written(self, span: tuple[int, int]) -> str:
        return self.written[span[0] : span[1]]
