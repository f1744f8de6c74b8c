"""What a check of a whole book found, in a form that travels fast."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from typing_extensions import override

from briefing.checking import CHECKS
from briefing.checking.fault import Fault, Ground, Severity
from briefing.markings import load_scheme
from briefing.progress import Progress
from briefing.templates import load_templates
from briefing.things import WholeBook

_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Batch(Sequence[Fault]):
    """The faults of one check, kept field by field.

    As values one by one, ten thousand faults would take a seventh of a second to unpack, in which
    no key is heard; in columns they take a few milliseconds.
    """

    check: str
    severity: Severity
    kinds: tuple[str, ...]
    uids: tuple[str, ...]
    words: tuple[str, ...]
    details: tuple[str, ...]
    spots: tuple[str, ...]

    @override
    def __len__(self) -> int:
        return len(self.uids)

    @overload
    def __getitem__(self, at: int) -> Fault: ...
    @overload
    def __getitem__(self, at: slice) -> list[Fault]: ...
    @override
    def __getitem__(self, at: int | slice) -> Fault | list[Fault]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        return Fault(
            check=self.check,
            severity=self.severity,
            kind=self.kinds[at],
            uid=self.uids[at],
            words=self.words[at],
            detail=self.details[at],
            spot=self.spots[at],
        )


def batched(faults: Sequence[Fault]) -> tuple[Batch, ...]:
    """Faults by check, the gravest first, else in the order of the checks."""
    by_check: dict[tuple[str, Severity], list[Fault]] = {}
    for fault in faults:
        by_check.setdefault((fault.check, fault.severity), []).append(fault)
    made = [_batch(check, severity, found) for (check, severity), found in by_check.items()]
    return tuple(sorted(made, key=lambda batch: _ORDER.index(batch.severity)))


def _batch(check: str, severity: Severity, faults: Sequence[Fault]) -> Batch:
    return Batch(
        check=check,
        severity=severity,
        kinds=tuple(fault.kind for fault in faults),
        uids=tuple(fault.uid for fault in faults),
        words=tuple(fault.words for fault in faults),
        details=tuple(fault.detail for fault in faults),
        spots=tuple(fault.spot for fault in faults),
    )


def findings(
    whole: WholeBook, today: date, pages: Mapping[str, int], progress: Progress
) -> tuple[Batch, ...]:
    """Everything that is not ready in a book, by check; `pages` as a `Ground` has them."""
    ground = Ground(
        whole=whole,
        today=today,
        templates=load_templates(),
        scheme=load_scheme(whole.book.scheme),
        pages=pages,
    )
    return batched(list(_looked_at(ground, progress)))


def _looked_at(ground: Ground, progress: Progress) -> Iterator[Fault]:
    for done, look in enumerate(CHECKS):
        progress(done, len(CHECKS))
        yield from look(ground)
