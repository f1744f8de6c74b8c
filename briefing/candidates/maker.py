"""Makes candidates of promises: parties looked up, deadline typed, reasons listed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.anchoring import make_anchor
from briefing.candidates.actors import ActorKind
from briefing.candidates.confidence import Evidence, confidence
from briefing.candidates.deadlines import find_deadline
from briefing.candidates.fields import fields_of
from briefing.candidates.gazetteer import Gazetteer, Mention
from briefing.candidates.han import han_shadow
from briefing.candidates.lexicon import lexicon
from briefing.candidates.parties import Directory
from briefing.candidates.promise import Promise
from briefing.candidates.words import shadow
from briefing.things import Candidate, Cut, Deadline, DeadlineKind, Passage, Source
from briefing.uid import new_uid

_LOOSE = frozenset({DeadlineKind.NONE, DeadlineKind.VAGUE})
_SINGULAR = frozenset({"he", "she", "it", "il", "elle", "他", "她", "它"})


@dataclass(frozen=True, slots=True)
class Read:
    """A passage that was read: its heading's words, its promises, the bodies that it names."""

    passage: Passage
    section: str
    promises: Sequence[Promise]
    bodies: Sequence[str]


@dataclass
class Maker:
    """Makes the candidates of one source, passage after passage."""

    source: Source
    directory: Directory
    names: Gazetteer
    extra: tuple[Path, ...]
    mended: frozenset[str]
    """Uids of cut passages that have a repair."""
    _last: tuple[str, ...] = field(default=())
    """Whom "it" means."""

    def candidates(self, read: Read) -> Iterator[Candidate]:
        """The candidates of a passage."""
        for text in read.bodies:
            self.directory.body(text)
        for promise in read.promises:
            codes = self._codes(promise)
            if self.directory.speaks_for(codes):
                yield self._candidate(read.passage, read.section, promise, codes)

    def _candidate(
        self, passage: Passage, section: str, promise: Promise, codes: tuple[str, ...]
    ) -> Candidate:
        quote = passage.text[promise.start : promise.end]
        deadline = self._deadline(passage, promise)
        evidence = Evidence(
            dated=deadline.kind not in _LOOSE,
            hedged=self._hedge(passage.lang, quote),
            cut=self._is_cut(passage, promise),
            unknown=not codes,
        )
        delegate = self.directory.delegate(promise.delegate).uid if promise.delegate else None
        return Candidate(
            uid=new_uid(),
            source=self.source.uid,
            anchors=(make_anchor(self.source, passage, promise.start, promise.end),),
            firmness=promise.firmness,
            reasons=tuple(self._reasons(promise, codes, deadline, evidence)),
            confidence=confidence(promise.firmness, promise.doubts, evidence),
            promisors=tuple(self.directory.party(code).uid for code in codes),
            promisees=self._promisees(passage.lang, quote, codes),
            delegate=delegate,
            promisor_text=promise.subject_text,
            deadline=deadline,
            subjects=fields_of(quote, section, self.extra),
        )

    def _codes(self, promise: Promise) -> tuple[str, ...]:
        subject = promise.subject
        if subject is None:
            return self.directory.speakers
        if subject.head in _SINGULAR:
            return self._last or self.directory.speakers
        codes = self.directory.codes(subject, promise.subject_text)
        if subject.kind is not ActorKind.PRONOUN:
            self._last = codes
        return codes

    def _deadline(self, passage: Passage, promise: Promise) -> Deadline:
        """The deadline of the clause; else one that stands before it in the sentence."""
        own = self._time(passage, (promise.start, promise.end))
        if own.kind not in _LOOSE:
            return own
        before = self._time(passage, promise.before)
        return own if before.kind in _LOOSE else before

    def _time(self, passage: Passage, span: tuple[int, int]) -> Deadline:
        words = passage.text[span[0] : span[1]]
        return find_deadline(words, passage.lang, self.source.issued, self.extra)

    def _hedge(self, lang: str, quote: str) -> str:
        soft = lexicon(lang, self.extra).soft
        low = han_shadow(quote) if lang == "zh" else shadow(quote)
        match = soft.search(low) if soft is not None else None
        return match.group() if match is not None else ""

    def _is_cut(self, passage: Passage, promise: Promise) -> bool:
        """Whether a promise reaches to where its passage was cut off."""
        if passage.cut is Cut.NO or passage.uid in self.mended:
            return False
        at_end = promise.end >= len(passage.text.rstrip()) - 1
        return (passage.cut is not Cut.START and at_end) or (
            passage.cut is not Cut.END and promise.start == 0
        )

    def _promisees(self, lang: str, quote: str, codes: Sequence[str]) -> tuple[str, ...]:
        """Parties that something is promised to, or done with."""
        found = [
            self.directory.party(mention.code).uid
            for mention in self.names.mentions(quote)
            if mention.code not in codes and self._is_promisee(lang, quote, mention)
        ]
        return tuple(dict.fromkeys(found))

    def _is_promisee(self, lang: str, quote: str, mention: Mention) -> bool:
        before = quote[: mention.start].lower()
        marks = lexicon(lang, self.extra).words("promisee_marks")
        ends = tuple(marks) if lang == "zh" else tuple(f" {mark} " for mark in marks)
        return not mention.adjective and before.endswith(ends)

    def _reasons(
        self, promise: Promise, codes: Sequence[str], deadline: Deadline, evidence: Evidence
    ) -> Iterator[str]:
        yield from promise.reasons
        if not codes:
            yield "unresolved"
        elif promise.subject is None or promise.subject.kind is not ActorKind.PARTY:
            yield f"resolved:{promise.subject_text}={'+'.join(codes)}"
        if deadline.kind is not DeadlineKind.NONE:
            yield f"deadline:{deadline.text}"
        if evidence.hedged:
            yield f"hedge:{evidence.hedged}"
        if evidence.cut:
            yield "cut"
