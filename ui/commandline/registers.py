"""The commitments of a book as rows of a spreadsheet."""

from __future__ import annotations

from briefing.things import Commitment, Party, Source, Status, Topic, WholeBook
from ui.commandline.console import Console


def commitment_rows(whole: WholeBook, console: Console) -> list[list[str]]:
    """A head row, then a row for each commitment."""
    _ = console.gettext
    head = [
        "uid",
        _("Commitment"),
        _("Promisors"),
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
    return [head, *(_row(commitment, whole) for commitment in whole.all(Commitment))]


def _row(c: Commitment, whole: WholeBook) -> list[str]:
    entries = whole.entries_of.get(c.uid, ())
    last = entries[-1] if entries else None
    delegate = whole.find(Party, c.delegate)
    sources = dict.fromkeys(a.source for a in c.anchors)
    return [
        c.uid,
        c.action,
        "; ".join(whole.get(Party, uid).name for uid in c.promisors),
        delegate.name if delegate else "",
        c.kind,
        c.firmness,
        c.deadline.value,
        c.deadline.text,
        "; ".join(whole.get(Topic, uid).name for uid in c.topics),
        last.status if last else Status.UNKNOWN,
        last.as_of.isoformat() if last else "",
        last.evidence if last else "",
        c.lead,
        c.next_step,
        "\n".join(f"[{a.lang}] {a.quote}" for a in c.anchors),
        "; ".join(whole.get(Source, uid).title for uid in sources),
    ]
