"""How the pages are looked at, remembered for each book."""

from __future__ import annotations

from exports.tree import Profile
from ui.context import Context
from ui.preview.choices import wish_of
from ui.preview.wish import Wish
from ui.preview.zooming import FIT_WIDTH, Zoom


class PreviewState:
    """What was chosen for the preview of a book."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._name = context.state("preview")
        kept = context.settings.recall(self._name, {})
        self._kept: dict[str, object] = kept if isinstance(kept, dict) else {}

    def keep(self, **chosen: object) -> None:
        """Remember something."""
        if self._kept != self._kept | chosen:
            self._kept |= chosen
            self._context.settings.remember(self._name, self._kept)

    @property
    def whole(self) -> bool:
        """Whether all pages of the book are shown."""
        return bool(self._kept.get("whole"))

    @property
    def working(self) -> bool:
        """Whether annotations and empty sections are shown."""
        return bool(self._kept.get("working"))

    @property
    def columns(self) -> int:
        """Pages side by side."""
        return 2 if self._kept.get("two") else 1

    @property
    def zoom(self) -> Zoom:
        """The size of the pages."""
        factor = self._kept.get("factor", 1.0)
        return Zoom(
            str(self._kept.get("fit", FIT_WIDTH)), factor if isinstance(factor, float) else 1.0
        )

    def wish(self) -> Wish:
        """How the pages are to look: as they will be exported, but for the copy that is shown."""
        return wish_of(self._context, Profile.WORKING if self.working else Profile.FINAL)
