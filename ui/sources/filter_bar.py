"""What of the library is shown, and in which order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from briefing.store import SourceLine
from ui.context import Context
from ui.sources.library_lines import Filter, Order
from ui.sources.words import instrument_words, lang_words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.clear_field import FilterField
from ui.widgets.naming import name_choice


class FilterBar(QWidget):
    """Words, language, kind and open candidates; nothing chosen shows everything."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        named = _("Words in title, issuer or file name")
        self.words = FilterField(context, named, _("Find a source"))
        self.lang, self.instrument, self.sort = _Choice(), _Choice(), _Choice()
        self.undecided = QCheckBox(_("With open candidates"))
        self.sort.addItem(_("By date"), Order.DATE)
        self.sort.addItem(_("By title"), Order.TITLE)
        self.sort.addItem(_("By issuer"), Order.ISSUER)
        kept = self.sort.findData(context.settings.recall("sources/order", Order.DATE))
        self.sort.setCurrentIndex(max(kept, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(_row(self.lang, self.instrument))
        column.addLayout(_row(self.undecided, self.sort))
        name_choice(self.lang, _("Language"))
        name_choice(self.instrument, _("Kind of text"))
        name_choice(self.sort, _("Sort by"))
        self.words.textChanged.connect(self.changed)
        self.undecided.toggled.connect(self.changed)
        for choice in (self.lang, self.instrument):
            choice.currentIndexChanged.connect(self.changed)
        self.sort.currentIndexChanged.connect(self._sorted)
        self.offer(())

    @property
    def wanted(self) -> Filter:
        """What is asked for."""
        return Filter(
            words=self.words.text(),
            lang=self.lang.currentData() or "",
            instrument=self.instrument.currentData() or "",
            undecided=self.undecided.isChecked(),
        )

    @property
    def order(self) -> Order:
        """How it is to be sorted."""
        return Order(self.sort.currentData())

    def clear(self) -> None:
        """Show everything."""
        self.words.clear()
        self.lang.setCurrentIndex(0)
        self.instrument.setCurrentIndex(0)
        self.undecided.setChecked(False)

    def offer(self, lines: Iterable[SourceLine]) -> None:
        """Offer the languages and kinds that there are, keeping what was chosen."""
        _, speech = self._context.gettext, self._context.speech
        held = list(lines)
        langs = sorted({lang for line in held for lang in line.langs})
        kinds = sorted({line.instrument for line in held})
        self.lang.offer(_("Any language"), [(lang_words(lang, speech), lang) for lang in langs])
        named = [(instrument_words(kind, speech), str(kind)) for kind in kinds]
        self.instrument.offer(_("Any kind"), named)

    def _sorted(self) -> None:
        self._context.settings.remember("sources/order", self.order)
        self.changed.emit()


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Side by side: a long word of one row takes no room from another."""
    row = QHBoxLayout()
    row.setSpacing(4)
    for widget in widgets:
        row.addWidget(widget, stretch=1)
    return row


class _Choice(ChoiceBox):
    """A short list that never asks for more room than the column has."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def offer(self, everything: str, choices: list[tuple[str, str]]) -> None:
        wanted = ["", *(data for _text, data in choices)]
        if wanted == [self.itemData(row) for row in range(self.count())]:
            return
        kept = self.currentData()
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.clear()
        self.addItem(everything, "")
        for text, data in choices:
            self.addItem(text, data)
        self.setCurrentIndex(max(self.findData(kept), 0))
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
