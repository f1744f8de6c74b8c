"""Nouns that can name an actor: parties, titles, leaders, groups, and what they do."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.gazetteer import Mention
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.words import Sentence, Word

_LONGEST = 12
"""How many words may stand before a head; measured on long names of ministers."""
_HYPHENS = frozenset("-–/")
_NAMES = 4
_LISTS = ("actors.heads", "actors.shared_heads", "actors.bodies", "actors.outcomes")


@dataclass(frozen=True)
class Heads:
    """The words that can be the head of an actor, by their first word."""

    titles: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]
    """How many words the heads that begin with a word have, the longest first."""

    @classmethod
    def of(cls, lexicon: Lexicon, titles: Mapping[str, str]) -> Heads:
        """The heads of a language, with the titles of those who speak for states."""
        sizes: dict[str, set[int]] = defaultdict(set)
        for head in chain(titles, *(lexicon.words(name) for name in _LISTS)):
            words = lexicon.tokens.findall(head)
            sizes[words[0]].add(len(words))
        return cls(titles, {word: tuple(sorted(n, reverse=True)) for word, n in sizes.items()})


class ActorNouns:
    """Finds the nouns of one sentence that can name an actor."""

    def __init__(
        self,
        sentence: Sentence,
        lexicon: Lexicon,
        mentions: Sequence[Mention],
        heads: Heads,
    ) -> None:
        self.words = sentence.words
        self._lexicon = lexicon
        self._heads = heads
        self._titles = heads.titles
        self._articles = lexicon.words("actors.modifiers") | lexicon.words("actors.openers")
        self.mentions = {
            bisect_left(self.words, m.start, key=lambda word: word.start): m
            for m in mentions
            if sentence.start <= m.start < sentence.end
        }

    def at(self, first: int) -> Actor | None:
        """The actor whose words begin at a place."""
        codes: list[str] = []
        place, loose, party = first, 0, None
        while place < min(len(self.words), first + _LONGEST):
            ending = self._ending(first, place, tuple(codes), loose)
            if ending is not None:
                return ending
            mention = self.mentions.get(place)
            if mention is not None:
                place = self.after(mention)
                codes.append(mention.code)
                owns = self._is_hyphen(place, mention) or self._owns(place)
                known = not (mention.adjective or owns or loose)
                party = Actor(first, place, ActorKind.PARTY, tuple(codes)) if known else None
                place += owns
            elif self._may_precede(first, place, after_party=bool(codes)):
                loose += not (self.text(place) in self._articles or self.is_joiner(place))
                place += 1
            else:
                return party
        return party

    def after(self, mention: Mention) -> int:
        """The first word after a mention."""
        return bisect_left(self.words, mention.end, key=lambda word: word.start)

    def _is_hyphen(self, place: int, mention: Mention) -> bool:
        """Whether a name runs on after a hyphen: "U.S.-Canada"."""
        return self.text(place) in _HYPHENS and self.words[place].start == mention.end

    def _may_precede(self, first: int, place: int, *, after_party: bool) -> bool:
        word = self.words[place]
        if word.text in self._articles:
            return True
        if self.is_joiner(place) and place > first:
            return {self.text(place - 1), self.text(place + 1)} <= self._lexicon.words(
                "actors.modifiers"
            )
        if not word.text[0].isalnum() or self._is_verb_like(word):
            return False
        opened = self._lexicon.has("actors.openers", self.text(first)) and place > first
        return (word.capital and place > 0) or (opened and not after_party)

    def is_joiner(self, place: int) -> bool:
        """Whether a word joins two actors."""
        return self._lexicon.has("joiners", self.text(place))

    def _is_verb_like(self, word: Word) -> bool:
        return word.text in self._lexicon.phrases or self._lexicon.has("prepositions", word.text)

    def _ending(self, first: int, place: int, codes: tuple[str, ...], loose: int) -> Actor | None:
        """The actor whose head stands at a word."""
        for size in self._heads.sizes.get(self.text(place), ()):
            text = " ".join(word.text for word in self.words[place : place + size])
            if len(self.words) < place + size or self._owns(place + size):
                continue
            kind = self._kind(text, first, place, codes, loose)
            if kind is not None:
                actor = Actor(first, place + size, kind, codes, head=text)
                return self._named(actor, text) if kind is ActorKind.TITLE else actor
        return None

    def _owns(self, place: int) -> bool:
        """Whether the words before are in the genitive: "leaders' summit"."""
        return self.text(place) in {"'", "'s"}

    def _kind(
        self, text: str, first: int, place: int, codes: tuple[str, ...], loose: int
    ) -> ActorKind | None:
        lexicon = self._lexicon
        if text in self._titles:
            return ActorKind.TITLE
        if lexicon.has("actors.heads", text) and not loose:
            return ActorKind.SPEAKERS
        if lexicon.has("actors.shared_heads", text) and not loose:
            before = {word.text for word in self.words[first:place]}
            near = (
                bool(before & lexicon.words("actors.sharing")) or bool(codes) or self._owned(place)
            )
            mine = lexicon.has("actors.outsiders", text) and "our" in before
            return ActorKind.SPEAKERS if near and not mine else None
        if lexicon.has("actors.bodies", text):
            return ActorKind.BODY
        if lexicon.has("actors.outcomes", text):
            return ActorKind.OUTCOME
        return None

    def _named(self, actor: Actor, title: str) -> Actor:
        """A title with the name of who holds it."""
        place = actor.last
        while place < min(actor.last + _NAMES, len(self.words)) and self.is_name(place):
            place += 1
        people = tuple(word.text for word in self.words[actor.last : place])
        return replace(actor, last=place, titles=(self._titles[title],), people=people[-1:])

    def is_name(self, place: int) -> bool:
        """Whether a word can be part of a person's name."""
        word = self.words[place]
        return word.capital and place not in self.mentions and word.text not in self._titles

    def text(self, place: int) -> str:
        """The folded word at a place; nothing outside the sentence."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def _owned(self, place: int) -> bool:
        """Whether a party follows: "the Governments of Canada and Mexico"."""
        if not self._lexicon.has("owner_marks", self.text(place + 1)):
            return False
        after = place + 2
        while self.text(after) in self._articles:
            after += 1
        return after in self.mentions
