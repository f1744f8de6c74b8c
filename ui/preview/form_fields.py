"""The fields that say how pages look: paper, type, sides, language, for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout

from exports.tree import Paper, Profile
from ui.context import Context
from ui.preview.choices import Choices
from ui.widgets.choice_box import ChoiceBox

_LANGUAGES = (("en", "English"), ("fr", "Français"), ("zh", "简体中文"))


class FormFields(QObject):
    """Shows choices, and tells when one of them was changed."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        _ = self._gettext = context.gettext
        names = dict(_LANGUAGES)
        book = names.get(context.session.book.lang, "English")
        self._paper = _chooser(((Paper.A4, _("A4")), (Paper.LETTER, _("US Letter"))))
        self._large = QCheckBox(_("&Large print, 14 point"))
        self._duplex = QCheckBox(_("&Both sides, each tab on a right-hand page"))
        self._lang = _chooser(
            (("", _("The book’s: {language}").format(language=book)), *_LANGUAGES)
        )
        self._profile = _chooser(
            (
                (Profile.FINAL, _("Final copy, for the principal")),
                (Profile.WORKING, _("Working copy, with annotations and empty sections")),
            )
        )
        for box in (self._paper, self._lang, self._profile):
            box.activated.connect(self.changed)
        for tick in (self._large, self._duplex):
            tick.clicked.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the fields into a form, a row for each."""
        _ = self._gettext
        form.addRow(_("Cop&y"), self._profile)
        form.addRow(_("P&aper"), self._paper)
        form.addRow("", self._large)
        form.addRow("", self._duplex)
        form.addRow(_("Lan&guage"), self._lang)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen."""
        for box, value in (
            (self._paper, choices.paper),
            (self._lang, choices.lang),
            (self._profile, choices.profile),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))
        self._large.setChecked(choices.large_print)
        self._duplex.setChecked(choices.duplex)

    def chosen(self, choices: Choices) -> Choices:
        """The choices with what is shown here."""
        return replace(
            choices,
            paper=Paper(self._paper.currentData()),
            large_print=self._large.isChecked(),
            duplex=self._duplex.isChecked(),
            lang=str(self._lang.currentData()),
            profile=Profile(self._profile.currentData()),
        )


def _chooser(entries: tuple[tuple[Any, str], ...]) -> QComboBox:
    box = ChoiceBox()
    for value, words in entries:
        box.addItem(words, value)
    return box
