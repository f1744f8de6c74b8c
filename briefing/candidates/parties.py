"""Whom the words of a document mean: its states, offices, and the bodies that it creates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.candidates.actors import Actor, ActorKind
from briefing.candidates.gazetteer import Gazetteer
from briefing.candidates.people import fold_name
from briefing.candidates.speakers import Speakers, can_speak
from briefing.things import Party, PartyKind
from briefing.uid import new_uid

_ARTICLE = re.compile(
    r"^(?:(?:the|an?|this|these|our|their|its|his|her|respective|le|la|les|une?|ce|cette|leurs?|nos"
    r"|notre|ses|sa|son)\b|l['’]|各自的?|其|该|这一)\s*",
    re.IGNORECASE,
)
_LONGEST_CODE = 72


class Directory:
    """The parties of a document: those of the book, and those that it turns up."""

    def __init__(self, speakers: Speakers, known: Sequence[Party], names: Gazetteer) -> None:
        self._speakers = speakers
        self._names = names
        self._by_code = {party.code: party for party in known}
        self._bodies: dict[str, str] = {}
        self.found: list[Party] = []

    @property
    def speakers(self) -> tuple[str, ...]:
        """The codes of those who speak."""
        return self._speakers.codes

    def speaks_for(self, codes: Sequence[str]) -> bool:
        """Whether one of the parties takes part, so that what is said of it is a promise."""
        speakers = self._speakers.codes
        if not speakers or not codes:
            return True
        entries = (self._names.entries.get(code) for code in speakers)
        members = {member for entry in entries if entry is not None for member in entry.members}
        return any(c in speakers or c in members or c.startswith("body:") for c in codes)

    def party(self, code: str, name: str = "", kind: PartyKind = PartyKind.BODY) -> Party:
        """The party of a code; a new one is noted."""
        party = self._by_code.get(code)
        if party is None:
            known = code in self._names.entries
            party = (
                self._names.party(code)
                if known
                else Party(uid=new_uid(), code=code, name=name or code, kind=kind)
            )
            self._by_code[code] = party
            self.found.append(party)
        return party

    def codes(self, actor: Actor, text: str) -> tuple[str, ...]:
        """The codes of the parties that an actor stands for."""
        match actor.kind:
            case ActorKind.PRONOUN | ActorKind.OUTCOME:
                return self._speakers.codes
            case ActorKind.SPEAKERS:
                return self._of_group(actor)
            case ActorKind.PARTY:
                return actor.codes
            case ActorKind.TITLE | ActorKind.MIXED:
                return self._of_titles(actor)
            case ActorKind.BODY:
                return self._of_body(text)

    def _of_group(self, actor: Actor) -> tuple[str, ...]:
        able = tuple(code for code in actor.codes if can_speak(self._names, code))
        return able or self._speakers.codes

    def _of_titles(self, actor: Actor) -> tuple[str, ...]:
        if len(actor.codes) >= max(1, len(actor.titles)):
            return actor.codes
        named = len(actor.people) == len(actor.titles)
        people = actor.people if named else ("",) * len(actor.titles)
        codes = list(actor.codes)
        for title, person in zip(actor.titles, people, strict=True):
            code = self._speakers.people.get(fold_name(person)) if person else None
            codes += [code] if code else self._holders(title)
        return tuple(dict.fromkeys(codes)) or self._speakers.codes

    def _holders(self, title: str) -> list[str]:
        """The document's parties for which a title speaks, the leading title first."""
        titles = {code: self._titles_of(code) for code in self._speakers.codes}
        leading = [code for code, own in titles.items() if own[:1] == (title,)]
        return leading or [code for code, own in titles.items() if title in own]

    def _titles_of(self, code: str) -> tuple[str, ...]:
        entry = self._names.entries.get(code)
        return entry.titles if entry is not None else ()

    def _of_body(self, text: str) -> tuple[str, ...]:
        code = self.body(text)
        if not code:
            return self._speakers.codes
        self.party(code, self._bodies[code])
        return (code,)

    def body(self, text: str) -> str:
        """The code of a body by its words; a short name means the last body that ends so."""
        name = bare_name(text)
        for code, known in reversed(self._bodies.items()):
            if known.casefold().startswith(name.casefold()) or known.endswith(name):
                return code
        if not _is_proper(name):
            return ""
        code = f"body:{slug(name)}"
        self._bodies[code] = name
        return code

    def delegate(self, text: str) -> Party:
        """The office or body that is told to do something."""
        name = bare_name(text)
        for mention in self._names.mentions(name):
            if (mention.start, mention.end) == (0, len(name)):
                return self.party(mention.code)
        return self.party(f"body:{slug(name)}", name, PartyKind.OFFICE)


def bare_name(text: str) -> str:
    """A name without articles and owners before it."""
    text = text.strip()
    while True:
        bare = _ARTICLE.sub("", text, count=1).strip()
        if bare == text or not bare:
            return text
        text = bare


def slug(name: str) -> str:
    """A name as a code: lower case, hyphens."""
    code = re.sub(r"[\W_]+", "-", fold_name(name)).strip("-")
    if len(code) > _LONGEST_CODE:
        code = code[:_LONGEST_CODE].rpartition("-")[0] or code[:_LONGEST_CODE]
    return code or "unnamed"


def _is_proper(name: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", name)
    return sum(word[0].isupper() for word in words) > 1 or bool(
        re.search(r"[\u4e00-\u9fff]{3}", name)
    )
