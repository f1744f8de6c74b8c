"""Who can be the subject of a promise: found in the words of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.candidates.gazetteer import Mention
from briefing.candidates.lexicon import Lexicon
from briefing.candidates.words import Sentence, Word

_LONGEST = 12
"""How many words may stand before a head; measured on long names of ministers."""


_HYPHENS = frozenset("-–/")


class ActorKind(StrEnum):
    """How an actor is named."""

    PRONOUN = "pronoun"
    SPEAKERS = "speakers"
    """The leaders, both sides."""
    PARTY = "party"
    TITLE = "title"
    BODY = "body"
    OUTCOME = "outcome"
    """A thing that the parties do, such as a meeting."""
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Actor:
    """Words that may be a subject, from word `first` to before word `last`."""

    first: int
    last: int
    kind: ActorKind
    codes: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    head: str = ""


class Finder:
    """Finds the actors of one sentence."""

    def __init__(
        self,
        sentence: Sentence,
        lexicon: Lexicon,
        mentions: Sequence[Mention],
        titles: Mapping[str, str],
    ) -> None:
        self._words = sentence.words
        self._lexicon = lexicon
        self._titles = titles
        self._articles = lexicon.words("actors.modifiers") | lexicon.words("actors.openers")
        self._mentions = {
            bisect_left(self._words, m.start, key=lambda word: word.start): m
            for m in mentions
            if sentence.start <= m.start < sentence.end
        }

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
            chain = _joined(chain, more)
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
            mention = self._mentions.get(last)
            if mention is not None and mention.adjective and self._lexicon.words("actors.after"):
                codes.append(mention.code)
                last = self._after(mention)
            elif self._lexicon.has("actors.after", self._text(last)):
                last += 1
            else:
                break
        return replace(actor, last=last, codes=tuple(codes))

    def _with_apposition(self, actor: Actor) -> Actor:
        """A title with the name between two commas: "the President, Ana Lind, and"."""
        place = actor.last
        if self._text(place) != ",":
            return actor
        end = place + 1
        while end < len(self._words) and (self._is_name(end) or self._text(end) == "."):
            end += 1
        closed = self._text(end) == "," and place + 1 < end <= place + 6
        if not closed or self._text(end + 1) not in self._lexicon.words("joiners"):
            return actor
        return replace(actor, last=end + 1, people=(self._text(end - 1),))

    def _with_party(self, actor: Actor) -> Actor:
        if actor.kind in {ActorKind.PRONOUN, ActorKind.OUTCOME, ActorKind.PARTY}:
            return actor
        if not self._lexicon.has("owner_marks", self._text(actor.last)):
            return actor
        owner = self._owner(actor.last + 1)
        if owner is None:
            return actor
        codes = (*actor.codes, *owner.codes)
        return replace(actor, last=owner.last, codes=tuple(dict.fromkeys(codes)))

    def _with_purpose(self, actor: Actor) -> Actor:
        """The body with what its name says that it is for: "Working Group on Trade"."""
        place = actor.last
        if not self._lexicon.has("name_marks", self._text(place)):
            return actor
        last = place + 1
        while last < len(self._words) and (self._words[last].capital or self._is_joiner(last)):
            last += 1
        while self._is_joiner(last - 1):
            last -= 1
        return replace(actor, last=last) if last > place + 1 else actor

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
            owner = _joined(owner, more)
        if owner is None or owner.kind not in {ActorKind.PARTY, ActorKind.SPEAKERS}:
            return None
        return owner

    def _bare(self, place: int) -> Actor | None:
        word = self._text(place)
        if self._lexicon.has("actors.pronouns", word):
            return Actor(place, place + 1, ActorKind.PRONOUN, head=word)
        return self._noun(place)

    def _noun(self, first: int) -> Actor | None:
        codes: list[str] = []
        place, loose, party = first, 0, None
        while place < min(len(self._words), first + _LONGEST):
            ending = self._ending(first, place, tuple(codes), loose)
            if ending is not None:
                return ending
            mention = self._mentions.get(place)
            if mention is not None:
                place = self._after(mention)
                codes.append(mention.code)
                owns = self._is_hyphen(place, mention) or self._owns(place)
                known = not (mention.adjective or owns or loose)
                party = Actor(first, place, ActorKind.PARTY, tuple(codes)) if known else None
                place += owns
            elif self._may_precede(first, place, after_party=bool(codes)):
                loose += not (self._text(place) in self._articles or self._is_joiner(place))
                place += 1
            else:
                return party
        return party

    def _after(self, mention: Mention) -> int:
        return bisect_left(self._words, mention.end, key=lambda word: word.start)

    def _is_hyphen(self, place: int, mention: Mention) -> bool:
        """Whether a name runs on after a hyphen: "U.S.-Canada"."""
        return self._text(place) in _HYPHENS and self._words[place].start == mention.end

    def _may_precede(self, first: int, place: int, *, after_party: bool) -> bool:
        word = self._words[place]
        if word.text in self._articles:
            return True
        if self._is_joiner(place) and place > first:
            return {self._text(place - 1), self._text(place + 1)} <= self._lexicon.words(
                "actors.modifiers"
            )
        if not word.text[0].isalnum() or self._is_verb_like(word):
            return False
        opened = self._lexicon.has("actors.openers", self._text(first)) and place > first
        return (word.capital and place > 0) or (opened and not after_party)

    def _is_joiner(self, place: int) -> bool:
        return self._lexicon.has("joiners", self._text(place))

    def _is_verb_like(self, word: Word) -> bool:
        return word.text in self._lexicon.phrases or self._lexicon.has("prepositions", word.text)

    def _ending(self, first: int, place: int, codes: tuple[str, ...], loose: int) -> Actor | None:
        """The actor whose head stands at a word."""
        for size in (4, 3, 2, 1):
            text = " ".join(word.text for word in self._words[place : place + size])
            if len(self._words) < place + size or self._owns(place + size):
                continue
            kind = self._kind(text, first, place, codes, loose)
            if kind is not None:
                actor = Actor(first, place + size, kind, codes, head=text)
                return self._named(actor, text) if kind is ActorKind.TITLE else actor
        return None

    def _owns(self, place: int) -> bool:
        """Whether the words before are in the genitive: "leaders' summit"."""
        return self._text(place) in {"'", "'s"}

    def _kind(
        self, text: str, first: int, place: int, codes: tuple[str, ...], loose: int
    ) -> ActorKind | None:
        lexicon = self._lexicon
        if text in self._titles:
            return ActorKind.TITLE
        if lexicon.has("actors.heads", text) and not loose:
            return ActorKind.SPEAKERS
        if lexicon.has("actors.shared_heads", text) and not loose:
            before = {word.text for word in self._words[first:place]}
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

    def _owned(self, place: int) -> bool:
        """Whether a party follows: "the Governments of Canada and Mexico"."""
        if not self._lexicon.has("owner_marks", self._text(place + 1)):
            return False
        owner = self._owner(place + 2)
        return owner is not None and owner.kind is ActorKind.PARTY

    def _named(self, actor: Actor, title: str) -> Actor:
        """A title with the name of who holds it."""
        place = actor.last
        while place < min(actor.last + 4, len(self._words)) and self._is_name(place):
            place += 1
        people = tuple(word.text for word in self._words[actor.last : place])
        return replace(actor, last=place, titles=(self._titles[title],), people=people[-1:])

    def _is_name(self, place: int) -> bool:
        word = self._words[place]
        return word.capital and place not in self._mentions and word.text not in self._titles

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""


def _joined(one: Actor, two: Actor) -> Actor:
    kind = one.kind if one.kind is two.kind else ActorKind.MIXED
    return replace(
        one,
        last=two.last,
        kind=kind,
        codes=tuple(dict.fromkeys((*one.codes, *two.codes))),
        titles=(*one.titles, *two.titles),
        people=(*one.people, *two.people),
        head=two.head or one.head,
    )
