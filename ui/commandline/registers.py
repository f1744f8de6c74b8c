"""The commitments of a book as rows of a spreadsheet, and as a file of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.progress import Progress
from briefing.things import Commitment, Party, Source, Standing, Topic, WholeBook
from ui.words import translations

Translate = Callable[[str], str]
_STEP = 500


def commitment_rows(
    whole: WholeBook, _: Translate, uids: Sequence[str] | None = None
) -> list[list[str]]:
    """A head row, then a row for each commitment, or for those that are named, in their order."""
    head = [
        "uid",
        _("Commitment"),
        _("Promisors"),
        _("Promisee"),
        _("Delegate"),
        _("Kind"),
        _("Firmness"),
        _("Deadline"),
        _("Deadline as written"),
        _("Topics"),
        _("Status"),
        _("As of"),
        _("Evidence"),
        _("Lead"),
        _("Next step"),
        _("Quotes"),
        _("Sources"),
    ]
    named = (whole.find(Commitment, uid) for uid in uids or ())
    commitments = whole.all(Commitment) if uids is None else [c for c in named if c is not None]
    return [head, *(_row(commitment, whole) for commitment in commitments)]


def write_commitments(
    whole: WholeBook, path: Path, uids: Sequence[str], lang: str, progress: Progress
) -> int:
    """Write a file for a spreadsheet, whole or not at all; how many commitments it holds."""
    from exports.files import whole_file  # noqa: PLC0415 - only where a file is written

    rows = commitment_rows(whole, translations(lang).gettext, uids)
    with (
        whole_file(path) as scratch,
        # The mark at its beginning tells spreadsheets that it is UTF-8.
        scratch.open("w", encoding="utf-8-sig", newline="") as file,
    ):
        writer = csv.writer(file)
        for start in range(0, len(rows), _STEP):
            progress(start, len(rows))
            writer.writerows(rows[start : start + _STEP])
    return len(rows) - 1


def _row(c: Commitment, whole: WholeBook) -> list[str]:
    standing = Standing.of(whole.entries_of.get(c.uid, ()))
    last = max(standing.latest, key=lambda e: (e.as_of, e.recorded, e.uid), default=None)
    delegate = whole.find(Party, c.delegate)
    sources = dict.fromkeys(a.source for a in c.anchors)
    return [
        c.uid,
        _safe(c.action),
        _safe("; ".join(whole.get(Party, uid).name for uid in c.promisors)),
        _safe("; ".join(whole.get(Party, uid).name for uid in c.promisees)),
        _safe(delegate.name if delegate else ""),
        c.kind,
        c.firmness,
        _safe(c.deadline.value),
        _safe(c.deadline.text),
        _safe("; ".join(whole.get(Topic, uid).name for uid in c.topics)),
        standing.status,
        standing.as_of.isoformat() if standing.as_of else "",
        _safe(last.evidence if last else ""),
        _safe(c.lead),
        _safe(c.next_step),
        _safe("\n".join(f"[{a.lang}] {a.quote}" for a in c.anchors)),
        _safe("; ".join(whole.get(Source, uid).title for uid in sources)),
    ]


def _safe(text: str) -> str:
    """Words of a source that a spreadsheet would take for a formula are kept words."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
