"""How the adviser wants the book printed; remembered for each book."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from exports.tree import Form, Paper, Profile
from ui.clock import today
from ui.context import Context
from ui.preview.wish import Wish


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was chosen the last time."""

    formats: tuple[str, ...] = ("pdf",)
    paper: Paper = Paper.A4
    large_print: bool = False
    duplex: bool = True
    lang: str = ""
    """Of the generated words; "" is the book's."""
    profile: Profile = Profile.FINAL
    tabs: tuple[str, ...] = ()
    """Uids; none is the whole book."""
    edition: bool = False
    """Whether the print is archived."""

    @property
    def form(self) -> Form:
        """As the exports take it."""
        return Form(
            paper=self.paper,
            large_print=self.large_print,
            duplex=self.duplex,
            profile=self.profile,
        )


def recalled(context: Context) -> Choices:
    """What was chosen for this book the last time."""
    kept = context.settings.recall(context.state("export"), {})
    return _read(kept if isinstance(kept, dict) else {})


def remember(context: Context, choices: Choices) -> None:
    """Keep what was chosen; chosen tabs are of the moment."""
    kept = asdict(choices) | {"tabs": []}
    context.settings.remember(context.state("export"), kept)


def wish_of(context: Context, profile: Profile) -> Wish:
    """How pages are to look: as the book will be exported, but for whom they are made."""
    choices = recalled(context)
    return Wish(
        replace(choices.form, profile=profile),
        choices.lang or context.session.book.lang,
        today().isoformat(),
    )


def _read(kept: dict[str, Any]) -> Choices:
    types: dict[str, Any] = {
        "formats": tuple, "paper": Paper, "large_print": bool, "duplex": bool,
        "lang": str, "profile": Profile, "tabs": tuple, "edition": bool,
    }  # fmt: skip
    found: dict[str, Any] = {}
    for one in fields(Choices):
        try:
            if one.name in kept:
                found[one.name] = types[one.name](kept[one.name])
        except (ValueError, TypeError):
            continue  # somebody has been at the file
    return Choices(**found)
