"""One section of a note: its heading, how it is handled, its limits, and its text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from briefing.prose import List, Paragraph, Prose, runs_text
from briefing.templates import SectionKind, TemplateSection
from ui.book.meeting_block import MeetingBlock
from ui.book.note_form import title_of_stray
from ui.context import Context
from ui.editor.editor import ProseEditor
from ui.editor.reading import inserts_in


class SectionBlock(QWidget):
    """A heading over an editor; used again for one note after the other."""

    typed = Signal(object)  # the Prose
    insert_entered = Signal(str)  # Enter or a double click on a live insert
    meeting_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.name = ""
        self._words = 0
        self._section: TemplateSection | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self._heading.setWordWrap(True)
        self._handling = QLabel()
        self._handling.setProperty("role", "chip")
        self._limits = QLabel()
        self._limits.setProperty("role", "quiet")
        self._meeting = MeetingBlock(context)
        self._meeting.asked.connect(self.meeting_asked)
        self._stray = QLabel(wordWrap=True)
        self._stray.setProperty("role", "quiet")
        self.editor = ProseEditor(context)
        self.editor.grow()
        self.editor.typed.connect(self.typed)
        self.editor.changed.connect(self._measure)
        self.editor.insert_activated.connect(self.insert_entered)
        self.editor.surface.installEventFilter(self)
        self._heading.setBuddy(self.editor.surface)
        self._lay_out()

    def show_section(
        self, name: str, section: TemplateSection | None, lang: str, body: Prose, *, closed: bool
    ) -> None:
        """Show a section of a note; one that the format does not know is shown by its bare name."""
        self.name, self._section = name, section
        _ = self._context.gettext
        title = section.title(lang) if section else title_of_stray(name, lang)
        self._heading.setText(title)
        handling = section.handling if section else ""
        words = {"usable": _("Usable"), "internal": _("Not to be disclosed")}
        self._handling.setText(words.get(handling, ""))
        self._handling.setVisible(bool(handling))
        self._stray.setText(
            _("This format has no such section: it is printed at the end of the note.")
        )
        self._stray.setVisible(section is None)
        self._meeting.setVisible(section is not None and section.kind is SectionKind.MEETING)
        if self._meeting.isVisibleTo(self):
            self._meeting.read()
        self.editor.set_lang(lang)
        self.editor.set_hint(self._hint(section, lang))
        self.editor.set_name(title)
        self.show_body(body)
        self.editor.read_only = closed

    def show_body(self, body: Prose) -> None:
        """Show the text of the section."""
        self.editor.set_prose(body)
        self._measure()

    def _hint(self, section: TemplateSection | None, lang: str) -> str:
        if section is None:
            return ""
        if section.kind is SectionKind.MEETING and not section.hint(lang):
            return self._context.gettext("More about the meeting, if anything needs to be said")
        return section.hint(lang)

    def show_meeting(self) -> None:
        """Show the meeting as it is now."""
        if self._meeting.isVisibleTo(self):
            self._meeting.read()

    def tab_stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [self._meeting.button, self.editor.surface]

    @property
    def insert(self) -> str:
        """The uid of the live insert that the cursor is on, or ""."""
        return next(iter(inserts_in(self.editor.surface.textCursor().block())), "")

    @property
    def words(self) -> int:
        """How long its text is."""
        return self._words

    # Building

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.setSpacing(8)
        head.addWidget(self._heading, stretch=1)
        head.addWidget(self._handling)
        head.addWidget(self._limits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._stray)
        column.addWidget(self._meeting)
        column.addWidget(self.editor)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a live insert leads to what it shows."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            and not event.modifiers()
            and (uid := self.insert)
        ):
            self.insert_entered.emit(uid)
            return True
        return super().eventFilter(watched, event)

    def _measure(self) -> None:
        """Say how the text stands to its limits."""
        section = self._section
        self._words = self.editor.prose().words
        self._limits.setText("")
        if section is None or not (section.words or section.points):
            return
        ngettext, number = self._context.speech.ngettext, self._context.speech.number
        said: list[str] = []
        over = False
        if section.words:
            words = self.words
            over = words > section.words
            form = ngettext("{n} of {most} word", "{n} of {most} words", section.words)
            said.append(form.format(n=number(words), most=number(section.words)))
        if section.points:
            points = _points(self.editor.prose())
            over = over or points > section.points
            form = ngettext(
                "{n} of at most {most} point", "{n} of at most {most} points", section.points
            )
            said.append(form.format(n=points, most=section.points))
        self._limits.setText(("▲ " if over else "") + " · ".join(said))
        role = "trouble" if over else "quiet"
        if self._limits.property("role") != role:
            self._limits.setProperty("role", role)
            self._limits.style().polish(self._limits)


def _points(prose: Prose) -> int:
    """How many items of the first level its lists have, or paragraphs where it has no list."""
    lists = [block for block in prose.blocks if isinstance(block, List)]
    if lists:
        return sum(item.level == 0 for one in lists for item in one.items)
    paragraphs = (block for block in prose.blocks if isinstance(block, Paragraph))
    return sum(bool(runs_text(one.runs).strip()) for one in paragraphs)
