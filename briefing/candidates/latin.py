"""Reads the promises of passages in English and French."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.candidates.actornouns import Heads
from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.clauses import Clauses
from briefing.candidates.finder import Finder
from briefing.candidates.gazetteer import Gazetteer, Mention
from briefing.candidates.leadins import LeadIn, item_promises, lead_in, opens_list
from briefing.candidates.lexicon import Lexicon, lexicon
from briefing.candidates.predicates import Parser
from briefing.candidates.promise import Promise
from briefing.candidates.promises import Promiser
from briefing.candidates.view import View
from briefing.candidates.words import Sentence, sentences
from briefing.things import Passage

_BODIES = frozenset({ActorKind.BODY, ActorKind.OUTCOME})


class LatinReader:
    """Reads passage after passage of one language.

    `bodies` are the groups and committees that the last passage names, in order.
    """

    def __init__(self, lang: str, names: Gazetteer, extra: Sequence[Path] = ()) -> None:
        self._lexicon: Lexicon = lexicon(lang, tuple(extra))
        self._names = names
        self.bodies: list[str] = []
        titles = {
            word.lower(): title
            for title, words in names.titles.items()
            for word in words.get(lang, ())
        }
        self._heads = Heads.of(self._lexicon, titles)
        self._mentions: tuple[str, list[Mention]] = ("", [])
        self._named_body = False
        """Whether the last sentence names a body, or what the parties set up."""

    def read(self, passage: Passage, lead: LeadIn | None) -> list[Promise]:
        """The promises of a passage, in order."""
        found: list[Promise] = []
        self.bodies = []
        inherited: Actor | None = None
        for number, sentence in enumerate(self._sentences(passage)):
            promiser = self._promiser(
                passage, sentence, inherited, after_body=number > 0 and self._named_body
            )
            if number == 0 and lead is not None and not _stands_alone(promiser):
                found += item_promises(lead, promiser.view)
            else:
                found += promiser.promises()
            if promiser.clauses.predicates:
                inherited = promiser.clauses.predicates[0].subject
        return found

    def lead_in(self, passage: Passage, following: Passage | None) -> LeadIn | None:
        """What the passages after this one inherit, if it leads in a list."""
        if not opens_list(passage, following):
            return None
        last = self._sentences(passage)[-1:]
        if not last:
            return None
        promiser = self._promiser(passage, last[0], None)
        return lead_in(passage, promiser.view, promiser.clauses)

    def heading(self, passage: Passage) -> LeadIn | None:
        """A heading such as "Actions" under which items promise."""
        title = passage.text.strip(" :：").lower()
        if self._lexicon.has("action_headings", title):
            return LeadIn(passage.text, self._lexicon.bare_firmness, doubts=0.25)
        return None

    def continues(self, passage: Passage, lead: LeadIn) -> bool:
        """Whether a passage without a list mark still belongs to a list."""
        if lead.firmness is None:
            return False
        first = self._sentences(passage)[:1]
        return bool(first) and self._view(passage, first[0]).verbs.shape(0) is not None

    def _sentences(self, passage: Passage) -> list[Sentence]:
        return sentences(passage.text, self._lexicon.tokens)

    def _view(self, passage: Passage, sentence: Sentence) -> View:
        return View(sentence, self._lexicon, passage.text)

    def _promiser(
        self,
        passage: Passage,
        sentence: Sentence,
        inherited: Actor | None,
        *,
        after_body: bool = False,
    ) -> Promiser:
        view = self._view(passage, sentence)
        if self._mentions[0] != passage.text:
            self._mentions = (passage.text, self._names.mentions(passage.text))
        finder = Finder(
            sentence, self._lexicon, self._mentions[1], self._heads, after_body=after_body
        )
        actors = finder.actors()
        self._named_body = any(actor.kind in _BODIES for actor in actors)
        self.bodies += (
            view.written(actor.first, actor.last)
            for actor in actors
            if actor.kind is ActorKind.BODY
        )
        predicates = Parser(view, actors).predicates(inherited)
        return Promiser(view, Clauses(predicates, view))


def _stands_alone(promiser: Promiser) -> bool:
    """Whether an item is a sentence with a subject of its own."""
    predicates = promiser.clauses.predicates
    if not predicates or not predicates[0].direct or predicates[0].governor is not None:
        return False
    return promiser.view.verbs.shape(0) is None
