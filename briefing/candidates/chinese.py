"""Reads the promises of passages in Chinese, clause by clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.candidates.gazetteer import Gazetteer
from briefing.candidates.han import HanText, han_shadow
from briefing.candidates.hanactors import HanActors
from briefing.candidates.hanclauses import Parser
from briefing.candidates.hanpromises import HanPromiser
from briefing.candidates.leadins import LeadIn
from briefing.candidates.lexicon import Lexicon, lexicon
from briefing.candidates.promise import Promise
from briefing.things import Passage, PassageKind

_COLONS = (":", "：")


class ChineseReader:
    """Reads passage after passage.

    `bodies` are the groups and committees that the last passage names, in order.
    """

    def __init__(
        self, names: Gazetteer, people: Mapping[str, str], extra: Sequence[Path] = ()
    ) -> None:
        self._lexicon: Lexicon = lexicon("zh", tuple(extra))
        self._names = names
        self._actors = HanActors(self._lexicon, names, people)
        self.bodies: list[str] = []

    def read(self, passage: Passage, lead: LeadIn | None) -> list[Promise]:
        """The promises of a passage, in order."""
        self.bodies = self._actors.bodies(han_shadow(passage.text))
        return self._promiser(passage).promises(lead)

    def lead_in(self, passage: Passage, following: Passage | None) -> LeadIn | None:
        """What the passages after this one inherit, if it leads in a list."""
        if following is None or not passage.text.rstrip().endswith(_COLONS):
            return None
        level = passage.level if passage.kind is PassageKind.ITEM else -1
        return self._promiser(passage).lead_in(level)

    def heading(self, passage: Passage) -> LeadIn | None:
        """A heading such as "行动" under which items promise."""
        title = han_shadow(passage.text).strip(" :")
        if self._lexicon.has("action_headings", title):
            return LeadIn(passage.text, self._lexicon.bare_firmness, doubts=0.25)
        return None

    def continues(self, passage: Passage, lead: LeadIn) -> bool:
        """Whether a passage without a list mark still belongs to a list."""
        if lead.firmness is None:
            return False
        han = HanText(han_shadow(passage.text))
        return Parser(han, self._lexicon, self._actors, ()).starts_verb(0, len(han.text))

    def _promiser(self, passage: Passage) -> HanPromiser:
        han = HanText(han_shadow(passage.text))
        mentions = self._names.mentions(passage.text)
        parser = Parser(han, self._lexicon, self._actors, mentions)
        return HanPromiser(passage.text, han, self._lexicon, parser)
