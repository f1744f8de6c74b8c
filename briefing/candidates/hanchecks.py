"""Whether a Chinese verb promises, judged by what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.han import HanText
from briefing.candidates.hanclauses import Parsed, Parser
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.rules import Role
from briefing.things import Firmness

_OFFICE_WITHIN = 60
_OTHERS_WITHIN = 12
_HAPPENING_WITHIN = 20
_PAST_WITHIN = 12
_TITLE = re.compile(r"《[^》]*》")
_JOINER = re.compile(r"\s*(?:和|与|及|以及|、)")


@dataclass(frozen=True)
class HanChecks:
    """What a promise in Chinese must and must not say."""

    written: str
    han: HanText
    lexicon: Lexicon
    parser: Parser

    def is_promised(self, here: Parsed, subject: Actor, rest: Sequence[Parsed]) -> bool:
        """Whether what follows a verb is a promise."""
        if here.role is Role.HOST:
            return self._is_hosted(here) or self.is_goal(here, rest)
        if self._is_past(here) or self._is_worth(here, rest):
            return False
        content = self._content(here).strip()
        if here.takes_need:
            return self._is_need(content, rest)
        return self._is_content(here, subject, content) if content else bool(rest)

    def _is_content(self, here: Parsed, subject: Actor, content: str) -> bool:
        match here.phrase.rule.firmness if here.phrase else None:
            case Firmness.WILL | Firmness.INTEND:
                return self._is_action(here, subject, content)
            case Firmness.ANNOUNCED:
                return _TITLE.fullmatch(content) is None  # the text announces itself
            case Firmness.LAUNCHED:
                done = any(word in here.adverbs for word in self.lexicon.words("perfect"))
                return here.subject is not None and not done
            case _:
                return not content.startswith("的")

    def _is_need(self, content: str, rest: Sequence[Parsed]) -> bool:
        """Whether it is a need that the parties agree on."""
        marks = tuple(self.lexicon.words("need_marks"))
        if content or not rest:
            return content.startswith(marks)
        return rest[0].subject is None and self.parser.starts_with("need_marks", rest[0].clause)

    def _content(self, here: Parsed) -> str:
        return self.han.text[here.after : here.clause.end]

    def _is_worth(self, here: Parsed, rest: Sequence[Parsed]) -> bool:
        """Whether only the worth of something is agreed on."""
        end = here.clause.end
        for later in rest:
            aside = self.parser.starts_with("means", later.clause)
            if aside or later.phrase is not None or later.subject is not None:
                break
            end = later.clause.end
        content = self.han.text[here.after : end]
        return any(mark in content for mark in self.lexicon.words("worth_marks"))

    def _is_action(self, here: Parsed, subject: Actor, content: str) -> bool:
        """Whether "will" promises here, and does not foretell."""
        if content.startswith(tuple(self.lexicon.words("predictions.words"))):
            return False
        if subject.kind is ActorKind.OUTCOME:
            near = content[:_HAPPENING_WITHIN]
            return any(word in near for word in self.lexicon.words("actors.happening"))
        # "将于" and "愿与" end with a preposition: a setting comes before the verb.
        place = here.after - here.ends_in_preposition
        if self.parser.starts_verb(place, here.clause.end):
            return True
        return self.parser.may_start_verb(place)

    def _is_past(self, here: Parsed) -> bool:
        """Whether the clause, or the words before its comma, tell of an earlier occasion."""
        past, text = self.lexicon.past, self.han.text
        if past is None:
            return False
        start = here.clause.start
        before = re.split(r"[,。;:!?]", text[max(0, start - _PAST_WITHIN) : start].rstrip(", "))[-1]
        inside = past.search(text, start, here.after)
        return inside is not None or past.fullmatch(before.strip()) is not None

    @cached_property
    def _promised(self) -> re.Pattern[str]:
        nouns = "|".join(sorted(self.lexicon.words("sets.promise"), key=len, reverse=True))
        return re.compile(rf"(?P<before>.*?)(?:{nouns})(?P<after>.*)$", re.DOTALL)

    def _is_hosted(self, here: Parsed) -> bool:
        """Whether a noun that promises, with an action, stands after "reaffirm"."""
        match = self._promised.match(self.han.text, here.after, here.clause.end)
        if match is None:
            return False
        if match["after"].strip(" 和与及了"):
            return True  # "重申决心携手": the action comes after the noun
        before = match["before"].strip()
        if before.startswith("对") and "的" in before:
            return False
        words = self.han.words_in(match.start("before"), match.end("before"))
        return any(kind.startswith("v") for _, _, kind in words)

    def is_goal(self, here: Parsed, rest: Sequence[Parsed]) -> bool:
        """Whether the next clause says what the goal is: "重申目标, 将..."."""
        match = self._promised.match(self.han.text, here.after, here.clause.end)
        says_more = match is None or bool(match["after"].strip())
        if (says_more and self._content(here).strip()) or not rest:
            return False
        follows = rest[0].phrase is not None and rest[0].phrase.rule.firmness is Firmness.WILL
        return follows and rest[0].subject is None and not rest[0].connector

    def office(self, here: Parsed) -> str:
        """Who is told to do something; nothing if it is not an office of one's own."""
        end = min(here.clause.end, here.after + _OFFICE_WITHIN)
        text = self.han.text[here.after : end]
        if any(word in text[:_OTHERS_WITHIN] for word in self.lexicon.words("offices.others")):
            return ""
        last = 0
        for spot in sorted(self._offices(text)):
            if last and not _JOINER.match(text, last):
                break
            last = spot
        return self.written[here.after : here.after + last].strip()

    def _offices(self, text: str) -> set[int]:
        """Where the words for offices end."""
        return {
            match.end()
            for word in self.lexicon.words("offices.words")
            for match in re.finditer(re.escape(word), text)
        }
