"""The details of the chosen source, changed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from briefing.edits import Edit
from briefing.errors import BriefingError, Refused
from briefing.markings import load_scheme
from briefing.operations.sources import change_source, name_speakers
from briefing.things import Party, Source
from ui.context import Context
from ui.explain import explain_refusal
from ui.sources.form import SourceForm
from ui.sources.words import file_kind
from ui.widgets.follower import Follower


class DetailsPane(QFrame):
    """A form under the library; every field that is left with another value is an edit."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._uid = ""
        self._file = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._file.setProperty("role", "quiet")
        self._file.setContentsMargins(8, 0, 8, 8)
        self.form = SourceForm(context, load_scheme(context.session.book.scheme))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form)
        column.addWidget(self._file)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self.form.setEnabled(not context.session.read_only)
        self.form.edited.connect(self._change)
        self._follower = Follower(context.session, self, Source, Party)
        self._follower.due.connect(self._show)
        context.session.unwritten.on_flush(self.form.flush)

    def show_source(self, uid: str) -> None:
        """Show a source, or nothing for ""."""
        self.form.flush()
        self._uid = uid
        self._show()

    def _show(self) -> None:
        self._follower.settle()
        source = self._source()
        self.form.setVisible(source is not None)
        if source is None:
            self._file.clear()
            return
        parties = self._context.session.store.all(Party)
        names = {party.uid: party.name for party in parties}
        spoken = [names[uid] for uid in source.parties if uid in names]
        self.form.show_source(source, spoken, sorted(names.values()))
        self._file.setText(self._about_file(source))

    def _source(self) -> Source | None:
        return self._context.session.store.find(Source, self._uid or None)

    def _about_file(self, source: Source) -> str:
        _, speech = self._context.gettext, self._context.speech
        size = speech.locale.formattedDataSize(source.size)
        kind = file_kind(source.media_type, speech)
        words = [f"{source.file_name} · {kind} · {size}"]
        if source.received:
            moment = speech.moment(source.received)
            words.append(_("Received {moment}").format(moment=moment))
        return "\n".join(words)

    def _change(self, name: str, value: object) -> None:
        self._context.session.flush()
        source = self._source()
        if source is None:
            return
        try:
            self._context.session.run(self._edit(source, name, value))
        except Refused as refusal:
            self._show()
            self.form.hint(explain_refusal(refusal, self._context.gettext))
        except BriefingError as error:
            self._context.notices.trouble(error)
            self._show()

    def _edit(self, source: Source, name: str, value: object) -> Edit:
        if name == "parties":
            assert isinstance(value, tuple)  # noqa: S101 - as the field sends it
            return name_speakers(self._context.session.store, source, value)
        return change_source(source, **{name: value})
