"""Finds the actors of a sentence: nouns with what belongs to them, joined by "and"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.candidates.actornouns import ActorNouns, Heads
from briefing.candidates.actors import Actor, ActorKind, joined
from briefing.candidates.gazetteer import Mention
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.words import Sentence

_APPOSITION = 6
"""How many words the name of a person between two commas may have."""


class Finder:
    """Finds the actors of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        lexicon: Lexicon,
        mentions: Sequence[Mention],
        heads: Heads,
        *,
        after_body: bool = False,
    ) -> None:
        self._nouns = ActorNouns(sentence, lexicon, mentions, heads)
        self._words = sentence.words
        self._lexicon = lexicon
        self._after_body = after_body
        """Whether the sentence before names something that "it" can mean."""

    def actors(self) -> list[Actor]:
        """Every actor, in order, none inside another."""
        found, place = [], 0
        while place < len(self._words):
            actor = self.at(place)
            if actor is None:
                place += 1
            else:
                found.append(actor)
                place = actor.last
        return found

    def at(self, place: int) -> Actor | None:
        """The actor that begins at a word, with all that is joined to it by "and"."""
        actor = self._single(place)
        if actor is None:
            return None
        chain, pending = actor, None
        while True:
            step, closed = self._link(chain.last)
            more = self._single(chain.last + step) if step else None
            if more is None or ActorKind.OUTCOME in {more.kind, actor.kind}:
                break
            chain = joined(chain, more)
            pending = None if closed else (pending or actor)
            actor = chain if closed else actor
        return actor

    def _link(self, place: int) -> tuple[int, bool]:
        """How many words join two actors here, and whether the last of a list follows."""
        joiners = self._lexicon.words("joiners")
        texts = [word.text for word in self._words[place : place + 3]]
        for size in (3, 2, 1):
            if " ".join(texts[:size]) in joiners and len(texts) >= size:
                return size, True
        return (1, False) if texts[:1] == [","] else (0, False)

    def _single(self, place: int) -> Actor | None:
        actor = self._bare(place)
        return None if actor is None else self._with_owner(actor)

    def _with_owner(self, actor: Actor) -> Actor:
        """The actor with an "of Canada" or "of the two countries" after it."""
        actor = self._with_adjectives(actor)
        if actor.kind is ActorKind.TITLE:
            return self._with_apposition(self._with_party(actor))
        if actor.kind is ActorKind.BODY and self._words[actor.last - 1].capital:
            return self._with_purpose(actor)
        return self._with_party(actor)

    def _with_adjectives(self, actor: Actor) -> Actor:
        """The actor with what French puts after it: "le groupe de travail conjoint"."""
        last, codes = actor.last, list(actor.codes)
        while actor.kind not in {ActorKind.PRONOUN, ActorKind.PARTY}:
            mention = self._nouns.mentions.get(last)
            if mention is not None and mention.adjective and self._lexicon.words("actors.after"):
                codes.append(mention.code)
                last = self._nouns.after(mention)
            elif self._lexicon.has("actors.after", self._nouns.text(last)):
                last += 1
            else:
                break
        return replace(actor, last=last, codes=tuple(codes))

    def _with_apposition(self, actor: Actor) -> Actor:
        """A title with the name between two commas: "the President, Ana Lind, and"."""
        place = actor.last
        if self._nouns.text(place) != ",":
            return actor
        end = place + 1
        while end < len(self._words) and (self._nouns.is_name(end) or self._nouns.text(end) == "."):
            end += 1
        closed = self._nouns.text(end) == "," and place + 1 < end <= place + _APPOSITION
        if not closed or self._nouns.text(end + 1) not in self._lexicon.words("joiners"):
            return actor
        return replace(actor, last=end + 1, people=(self._nouns.text(end - 1),))

    def _with_party(self, actor: Actor) -> Actor:
        if actor.kind in {ActorKind.PRONOUN, ActorKind.OUTCOME, ActorKind.PARTY}:
            return actor
        if not self._lexicon.has("owner_marks", self._nouns.text(actor.last)):
            return actor
        owner = self._owner(actor.last + 1)
        if owner is None:
            return actor
        codes = (*actor.codes, *owner.codes)
        return replace(actor, last=owner.last, codes=tuple(dict.fromkeys(codes)))

    def _with_purpose(self, actor: Actor) -> Actor:
        """The body with what its name says that it is for: "Working Group on Trade"."""
        place = actor.last
        if not self._lexicon.has("name_marks", self._nouns.text(place)):
            return actor
        last = place + 1
        while last < len(self._words) and (
            self._words[last].capital or self._nouns.is_joiner(last)
        ):
            last += 1
        while self._nouns.is_joiner(last - 1):
            last -= 1
        return replace(actor, last=last) if last > place + 1 else actor

    def _is_in_name(self, place: int) -> bool:
        return self._words[place].capital or self._nouns.is_joiner(place)

    def _owner(self, place: int) -> Actor | None:
        owner = self._bare(place)
        while owner is not None:
            step, _ = self._link(owner.last)
            more = self._bare(owner.last + step) if step else None
            if (
                more is None
                or more.kind is not ActorKind.PARTY
                or owner.kind is not ActorKind.PARTY
            ):
                break
            owner = joined(owner, more)
        if owner is None or owner.kind not in {ActorKind.PARTY, ActorKind.SPEAKERS}:
            return None
        return owner

    def _bare(self, place: int) -> Actor | None:
        word = self._nouns.text(place)
        if self._lexicon.has("actors.pronouns", word):
            return Actor(place, place + 1, ActorKind.PRONOUN, head=word)
        if self._lexicon.has("actors.maybe", word):
            return self._maybe(place, word)
        return self._nouns.at(place)

    def _maybe(self, place: int, word: str) -> Actor | None:
        """A word such as "it", which has a meaning only in some places."""
        if place == 0 and self._after_body:
            return Actor(place, place + 1, ActorKind.OUTCOME, head=word)
        if self._lexicon.has("that", self._nouns.text(place - 1)):
            return Actor(place, place + 1, ActorKind.PRONOUN, head=word)
        return None
