"""Which two language versions stand side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from briefing.operations.pairing import Version
from briefing.store import SourceLine
from ui.context import Context
from ui.sources.actions import FINDINGS
from ui.sources.words import lang_words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.icon_button import IconButton
from ui.widgets.naming import name_choice


class VersionBar(QWidget):
    """A choice for each side, and between them what can be done to a pair."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._speech = context.speech
        self.left, self.right = ChoiceBox(), ChoiceBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self.left, stretch=1)
        for name in ("parallel.pair", "parallel.unpair", "parallel.align"):
            button = QToolButton()
            button.setDefaultAction(context.actions[name])
            row.addWidget(button)
        row.addWidget(self._findings(context))
        row.addWidget(self.right, stretch=1)
        name_choice(self.left, _("Version on the left"))
        name_choice(self.right, _("Version on the right"))
        for choice in (self.left, self.right):
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.activated.connect(self.changed)

    @property
    def chosen(self) -> tuple[Version, Version] | None:
        """The two versions; None where there are no two."""
        left, right = self.left.currentData(), self.right.currentData()
        return None if left is None or right is None or left == right else (left, right)

    @property
    def names(self) -> tuple[str, str]:
        """The languages of the two, for the heads of the columns."""
        left, right = self.left.currentData(), self.right.currentData()
        words = [lang_words(v.lang, self._speech) if v else "" for v in (left, right)]
        return words[0], words[1]

    def offer(self, versions: Sequence[Version], lines: Sequence[SourceLine], source: str) -> None:
        """Offer these, and choose two in different languages, one of them of this source."""
        titles = {line.uid: line.title for line in lines}
        for choice in (self.left, self.right):
            choice.clear()
            for version in versions:
                lang = lang_words(version.lang, self._speech)
                choice.addItem(f"{lang} – {titles.get(version.source, '')}", version)
        if len(versions) > 1:
            first, second = _best(versions, source)
            self.left.setCurrentIndex(versions.index(first))
            self.right.setCurrentIndex(versions.index(second))

    def _findings(self, context: Context) -> QToolButton:
        words = context.gettext("What was found in the chosen pair")
        button = IconButton(context.look, "flag", words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name in FINDINGS:
            menu.addAction(context.actions[name])
        button.setMenu(menu)
        return button


def _best(versions: Sequence[Version], source: str) -> tuple[Version, Version]:
    first = next((v for v in versions if v.source == source), versions[0])
    others = [v for v in versions if v.lang != first.lang]
    own = [v for v in others if v.source == source]
    return first, next(iter(own or others), next(v for v in versions if v != first))
