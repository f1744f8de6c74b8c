"""Which clauses of a Chinese sentence are promises of their own under one trigger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.candidates.hanclauses import Parsed, Parser
from briefing.candidates.hanseries import Series
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.rules import Role

_SHORTEST = 4
"""Characters below which a clause is a verb cut off from its object."""
_ROW = 2
"""Clauses; more of them with a verb each and no "and" are a list, not an aim and its result."""


@dataclass(frozen=True)
class HanMembers:
    """Tells the members of a series from means, purposes and results."""

    lexicon: Lexicon
    parser: Parser

    def begins(self, here: Parsed, current: Series, rest: Sequence[Parsed]) -> bool:
        """Whether a clause begins a member rather than going on with the last one."""
        clause, member = here.clause, current.last
        dependent = any(self.parser.starts_with(name, clause) for name in ("purposes", "means"))
        short = clause.end - here.body < _SHORTEST
        if dependent or short or not self.parser.starts_verb(here.body, clause.end):
            return False
        if clause.strong or member.means:
            return clause.strong
        if here.connector:
            return not self.lexicon.has("meanwhile", here.connector)
        if self.parser.ends_with("carrier_ends", member.end):
            return False
        same = self.parser.first_verb(here.body, clause.end) == member.verb
        return same or self._is_listed(rest) or self._is_row(here, current, rest)

    def _is_row(self, here: Parsed, current: Series, rest: Sequence[Parsed]) -> bool:
        """Whether three clauses or more of one sentence all begin with a verb, and no "and"."""
        later = [other for other in rest if not other.clause.strong]
        row = [here, *later]
        bare = all(self._is_bare(other) for other in row)
        return bare and len(row) + len(current.members) > _ROW

    def _is_bare(self, other: Parsed) -> bool:
        if other.subject is not None or other.connector or other.phrase is not None:
            return False
        if any(self.parser.starts_with(name, other.clause) for name in ("purposes", "means")):
            return False
        return self.parser.starts_verb(other.body, other.clause.end)

    def _is_listed(self, rest: Sequence[Parsed]) -> bool:
        """Whether a later clause closes a list of verbs with "and"."""
        for later in rest:
            if later.subject is not None or later.role is Role.EXCLUSION:
                return False
            means = self.parser.starts_with("means", later.clause)
            if means or self.parser.starts_with("purposes", later.clause):
                return False
            if later.connector:
                return self.parser.starts_verb(later.body, later.clause.end)
        return False
