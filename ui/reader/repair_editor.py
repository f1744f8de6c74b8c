"""Mends a cut passage: words in brackets that are supplied by the editor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton
from typing_extensions import override

from briefing.operations import sources
from briefing.things import Cut, Passage, Repair
from ui.context import Context
from ui.doing import attempt, attempt_on
from ui.reader.in_place import InPlace
from ui.reader.paper import Spot
from ui.reader.view import ReadingText
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import Form


class RepairEditor(InPlace):
    """One addition: its words, where they go, and a remark on where they are from."""

    def __init__(
        self,
        context: Context,
        text: ReadingText,
        passage: Passage,
        at: int,
        repair: Repair | None,
    ) -> None:
        super().__init__(context, text, Spot(passage.uid, len(passage.text)))
        self._passage = passage
        self._repair = repair
        _ = context.gettext
        self._words = QLineEdit()
        self._place = ChoiceBox()
        self._remark = QLineEdit()
        self._remark.setPlaceholderText(_("Where the words are from"))
        for label, where in self._places(at):
            self._place.addItem(label, where)
        self._set_out()
        if repair is not None:
            self._words.setText(repair.text)
            self._remark.setText(repair.remark)
        self._words.returnPressed.connect(self._keep)
        self._remark.returnPressed.connect(self._keep)

    @override
    def begin(self) -> None:
        """Show it, and write."""
        super().begin()
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _places(self, at: int) -> list[tuple[str, int]]:
        _, end = self.context.gettext, len(self._passage.text)
        start_place, end_place = (_("At the beginning"), 0), (_("At the end"), end)
        places = [end_place, start_place]
        if self._passage.cut is Cut.START:
            places.reverse()
        if 0 < at < end:
            places.append((_("At the text cursor"), at))
        if self._repair is not None:
            places.insert(0, (_("Where it is"), self._repair.at))
        return places

    def _set_out(self) -> None:
        _ = self.context.gettext
        title = QLabel(_("Repair a cut passage"))
        title.setProperty("role", "heading")
        form = Form()
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(_("&Words"), self._words)
        form.addRow(_("&Place"), self._place)
        form.addRow(_("&Remark"), self._remark)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        if self._repair is not None:
            foot.addWidget(self._button(_("Remove"), self._remove))
        foot.addStretch(1)
        foot.addWidget(self._button(_("Cancel"), self.end))
        keep = self._button(_("Mend"), self._keep)
        keep.setDefault(True)
        foot.addWidget(keep)
        self.column.addWidget(title)
        self.column.addLayout(form)
        self.column.addLayout(foot)

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(slot)
        return button

    def _keep(self) -> None:
        words = self._words.text().strip()
        remark = self._remark.text().strip()
        at = int(self._place.currentData())
        if words and self._repair is None:
            attempt(self.context, partial(sources.repair, self._passage, words, at, remark=remark))
        elif words and self._repair is not None:
            make = partial(sources.change_repair, text=words, at=at, remark=remark)
            attempt_on(self.context, Repair, self._repair.uid, make)
        self.end()

    def _remove(self) -> None:
        if self._repair is not None:
            attempt_on(self.context, Repair, self._repair.uid, sources.remove_repair)
        self.end()
