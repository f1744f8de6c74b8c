"""Who is the subject of a clause in Chinese: matched where the clause begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.candidates.actors import Actor, ActorKind, joined
from briefing.candidates.gazetteer import Gazetteer, Mention
from briefing.candidates.lexicon import Lexicon

_JOINERS = re.compile(r"\s*(?:和|与|及|以及|、|同(?!意)|暨|-|–|—)\s*(?:两国的?|双方)?")
_NAME = re.compile(r"[\u4e00-\u9fff·]{1,8}")
_LONGEST_BODY = 24
_BREAKS = frozenset(" ,;:。的将会同承")


class HanActors:
    """Finds actors in Chinese passages."""

    def __init__(self, lexicon: Lexicon, names: Gazetteer, people: Mapping[str, str]) -> None:
        self._lexicon = lexicon
        self._people = sorted((p for p in people if not p.isascii()), key=len, reverse=True)
        self._titles = {w: t for t, words in names.titles.items() for w in words.get("zh", ())}
        groups = _either(lexicon.words("actors.groups"))
        heads = _either(lexicon.words("actors.heads"))
        alone = _either(lexicon.words("actors.alone"))
        self._group = re.compile(rf"(?:{groups})的?(?:{heads}){{1,2}}|(?:{alone})")
        self._heads = re.compile(rf"的?(?:{heads}){{1,2}}")
        titles = _either(frozenset(self._titles))
        self._person = re.compile(rf"(?P<name>[\u4e00-\u9fff·]{{1,6}}?)(?P<title>{titles})")
        self._title = re.compile(_either(frozenset(self._titles)))
        bodies = _either(lexicon.words("actors.bodies"))
        created = _either(lexicon.words("actors.created"))
        self._created = re.compile(
            rf"(?:{created})了?(?:一[个项])?(?P<name>[^,;:。的\s]{{2,20}}?(?:{bodies}))(?=[,;。]|以|来|$)"
        )
        outcomes = _either(lexicon.words("actors.outcomes"))
        pointing = _either(lexicon.words("actors.pointing"))
        inner = rf"[^,;:。的将会]{{0,{_LONGEST_BODY}}}?"
        self._body = re.compile(
            rf"(?:(?:{pointing}){inner}|{inner})(?P<head>{bodies})(?=[还也均都并]{{0,2}}(?:将|会|应)|$)"
        )
        self._outcome = re.compile(
            rf"(?:(?:{pointing}){inner}|{inner})(?P<head>{outcomes})(?=[还也均都并]{{0,2}}(?:将|定于|拟))"
        )

    def at(self, text: str, place: int, mentions: Sequence[Mention]) -> tuple[Actor, int] | None:
        """The actor that begins at a character, and where it ends."""
        found = self._single(text, place, mentions)
        if found is None:
            return self._thing(text, place)
        actor, end = found
        while True:
            link = _JOINERS.match(text, end)
            named = actor.kind in {ActorKind.TITLE, ActorKind.MIXED}
            more = self._single(text, link.end(), mentions, persons=named) if link else None
            if more is None or more[0].kind is ActorKind.PRONOUN:
                body = self._longer_body(text, place) if actor.kind is ActorKind.PARTY else None
                return body or (actor, end)
            actor, end = joined(actor, more[0]), more[1]

    def bodies(self, text: str) -> list[str]:
        """The groups and committees that a text sets up."""
        return [match["name"] for match in self._created.finditer(text)]

    def _single(
        self, text: str, place: int, mentions: Sequence[Mention], *, persons: bool = True
    ) -> tuple[Actor, int] | None:
        mention = next((m for m in mentions if m.start == place), None)
        if mention is not None:
            return self._after_party(text, mention, mentions)
        title = self._title.match(text, place)
        if title is not None:
            return self._with_name(text, title, ())
        person = next((p for p in self._people if text.startswith(p, place)), None)
        if person is not None:
            title = self._title.match(text, place + len(person))
            if title is not None:
                actor = Actor(
                    0, 0, ActorKind.TITLE, titles=(self._titles[title.group()],), people=(person,)
                )
                return actor, title.end()
        group = self._group.match(text, place)
        if group is None:
            return self._unknown_person(text, place) if persons else None
        word = group.group()
        kind = ActorKind.PRONOUN if word in {"我们", "他们", "他", "她"} else ActorKind.SPEAKERS
        return Actor(0, 0, kind, head=word), group.end()

    def _unknown_person(self, text: str, place: int) -> tuple[Actor, int] | None:
        """A name that no title introduced before: "拜登总统"."""
        match = self._person.match(text, place)
        if match is None:
            return None
        title = self._titles[match["title"]]
        return Actor(0, 0, ActorKind.TITLE, titles=(title,), people=(match["name"],)), match.end()

    def _after_party(
        self, text: str, mention: Mention, mentions: Sequence[Mention]
    ) -> tuple[Actor, int]:
        end, codes = mention.end, [mention.code]
        for other in self._run(mention, mentions):
            end, codes = other.end, [*codes, other.code]
        title = self._title.match(text, end)
        if title is not None:
            return self._with_name(text, title, tuple(codes))
        heads = self._heads.match(text, end)
        if heads is not None:
            return Actor(0, 0, ActorKind.SPEAKERS, tuple(codes), head=heads.group()), heads.end()
        return Actor(0, 0, ActorKind.PARTY, tuple(codes)), end

    def _run(self, mention: Mention, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """The mentions that touch one another: "中法"."""
        for other in mentions:
            if other.start == mention.end:
                yield other
                mention = other

    def _with_name(
        self, text: str, title: re.Match[str], codes: tuple[str, ...]
    ) -> tuple[Actor, int]:
        end = title.end()
        person = next((p for p in self._people if text.startswith(p, end)), "")
        actor = Actor(
            0,
            0,
            ActorKind.TITLE,
            codes,
            (self._titles[title.group()],),
            (person,) if person else (),
        )
        return actor, end + len(person)

    def _thing(self, text: str, place: int) -> tuple[Actor, int] | None:
        for pattern, kind in ((self._body, ActorKind.BODY), (self._outcome, ActorKind.OUTCOME)):
            match = pattern.match(text, place)
            if match is not None:
                return Actor(0, 0, kind, head=match["head"]), match.end()
        return None

    def _longer_body(self, text: str, place: int) -> tuple[Actor, int] | None:
        """A body whose name begins with a party: "加拿大-美国北极对话"."""
        match = self._body.match(text, place)
        if match is None:
            return None
        return replace(Actor(0, 0, ActorKind.BODY), head=match["head"]), match.end()


def _either(words: frozenset[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in ordered) or r"(?!)"
