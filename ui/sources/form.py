"""The details of a source as a form; each field tells of its change when it is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from briefing.markings import Scheme
from briefing.things import Instrument, Source
from ui.context import Context
from ui.sources.fields import DayField, PartiesField
from ui.sources.words import instrument_words
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.fields import LineField
from ui.widgets.form import Form


class SourceForm(QWidget):
    """Title, issuer, date, kind, parties; and of a source in the book also address and marking."""

    edited = Signal(str, object)  # the name of the field, its new value

    def __init__(self, context: Context, scheme: Scheme | None = None) -> None:
        super().__init__()
        _ = context.gettext
        self._speech = context.speech
        self._source: Source | None = None
        self.title, self.issuer, self.url = LineField(), LineField(), LineField()
        self.issued, self.parties = DayField(context.speech), PartiesField()
        self.instrument, self.marking = ChoiceBox(), ChoiceBox()
        self._hint = QLabel(wordWrap=True)
        self._hint.setProperty("role", "quiet")
        self._hint.hide()
        for kind in Instrument:
            self.instrument.addItem(instrument_words(kind, context.speech), kind)
        self.marking.addItem(_("None"), "")
        for level in scheme.levels if scheme else ():
            self.marking.addItem(level.printed(context.speech.lang), level.name)
        rows: list[tuple[str, QWidget]] = [
            (_("&Title"), self.title),
            (_("Iss&uer"), self.issuer),
            (_("D&ate"), self.issued),
            (_("&Kind"), self.instrument),
            (_("&Parties"), self.parties),
        ]
        if scheme is not None:
            rows += [(_("A&ddress"), self.url), (_("Mark&ing"), self.marking)]
        form = Form(self)
        form.setContentsMargins(8, 8, 8, 8)
        form.setSpacing(4)
        form.setFieldGrowthPolicy(Form.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(Form.RowWrapPolicy.WrapLongRows)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for label, field in rows:
            form.addRow(label, field)
        form.addRow(self._hint)
        self._connect()

    def show_source(self, source: Source, parties: Sequence[str], known: Sequence[str]) -> None:
        """Show a source's details; `parties` and those that may be completed are names."""
        self._source = source
        for field, value in (
            (self.title, source.title),
            (self.issuer, source.issuer),
            (self.url, source.url),
        ):
            if field.text() != value:
                field.setText(value)
                field.setCursorPosition(0)
        self.issued.show_day(source.issued)
        self.instrument.setCurrentIndex(self.instrument.findData(source.instrument))
        self.marking.setCurrentIndex(max(self.marking.findData(source.marking), 0))
        self.parties.offer(known)
        self.parties.show_names(parties)
        self._hint.hide()

    def hint(self, text: str) -> None:
        """Say something about what was typed, below the fields."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))

    def _connect(self) -> None:
        for name, field in (("title", self.title), ("issuer", self.issuer), ("url", self.url)):
            field.setObjectName(name)
            field.editingFinished.connect(self._typed)
        for name, choice in (("instrument", self.instrument), ("marking", self.marking)):
            choice.setObjectName(name)
            choice.activated.connect(self._picked)
        self.issued.changed.connect(self._dated)
        self.issued.puzzled.connect(self._puzzled)
        self.parties.changed.connect(self._spoken)

    def _typed(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit):
            self._write(field)

    def flush(self) -> None:
        """Tell of what was typed in a field that was not left yet."""
        for field in (self.title, self.issuer, self.url):
            if field.isModified():
                self._write(field)

    def _write(self, field: QLineEdit) -> None:
        field.setModified(False)
        if self._source is not None:
            name, value = field.objectName(), field.text().strip()
            if name == "title" and not value:
                field.setText(self._source.title)
            elif value != getattr(self._source, name):
                self.edited.emit(name, value)

    def _picked(self) -> None:
        choice = self.sender()
        if isinstance(choice, QComboBox) and self._source is not None:
            name, value = choice.objectName(), choice.currentData()
            value = Instrument(value) if name == "instrument" else value
            if value != getattr(self._source, name):
                self.edited.emit(name, value)

    def _dated(self, day: object) -> None:
        self.hint("")
        self.edited.emit("issued", day)

    def _spoken(self, names: object) -> None:
        self.edited.emit("parties", names)

    def _puzzled(self, typed: str) -> None:
        _ = self._speech.gettext
        self.hint(_("“{typed}” is no date that can be understood here.").format(typed=typed))
