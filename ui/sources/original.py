"""The file as it was received, beside which the reading text can be checked."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from briefing.intake.sniff import Format
from briefing.things import Passage, Source
from ui.context import Context
from ui.processes import Job, WorkerLost
from ui.sources.originals import page_sizes, plain_page, plain_text
from ui.sources.pdf_view import PdfView
from ui.sources.words import file_kind
from ui.textpos import to_qt

_SOUGHT = 24
"""Letters by which a passage is looked for in the original."""

_MEASURE = 800
"""Pixels of the widest text."""


class SafePage(QTextBrowser):
    """Shows rich text, and loads nothing whatever it names."""

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        return None


class OriginalPane(QWidget):
    """PDF pages, a web page without its site, or the plain text."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.gettext
        self._context = context
        self._uid = ""
        self._passage: Passage | None = None
        self._job: Job | None = None
        self._data = b""
        self._about = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._about.setProperty("role", "quiet")
        self._about.setContentsMargins(12, 6, 12, 6)
        self.pdf = PdfView(context)
        self.page = SafePage(openLinks=False)
        self.text = QPlainTextEdit(readOnly=True)
        for page in (self.pdf, self.page, self.text):
            page.setProperty("role", "page")
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.page.setAccessibleName(_("Web page as received"))
        self.text.setAccessibleName(_("Text as received"))
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for text in (self.page, self.text):
            text.setTabChangesFocus(True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            text.document().setDocumentMargin(24)
        self._stack = QStackedWidget()
        for widget in (self.pdf, self.page, self.text, self._empty):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._about)
        column.addWidget(self._stack, stretch=1)
        context.settings.changed.connect(self._set_font)
        self._set_font()

    def show_source(self, uid: str) -> None:
        """Show the original of a source, unless it is shown already."""
        if uid == self._uid:
            return
        self._uid = uid
        self._passage = None
        source = self._context.session.store.find(Source, uid or None)
        self.pdf.clear()
        if source is None:
            self._say("")
            return
        kind = file_kind(source.media_type, self._context.speech)
        self._about.setText(f"{source.file_name} · {kind}")
        self._say(self._context.gettext("Opening the original…"))
        self._load(source)

    def show_passage(self, passage: Passage) -> None:
        """Scroll to about where a passage stands."""
        self._passage = passage
        current = self._stack.currentWidget()
        if current is self.pdf:
            self.pdf.go_to(passage.page)
        elif isinstance(current, QTextEdit | QPlainTextEdit):
            _scroll_to(current, passage.text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max((self.width() - _MEASURE) // 2, 0)
        for text in (self.page, self.text):
            text.setViewportMargins(side, 0, side, 0)

    @property
    def shown(self) -> QWidget:
        """What takes the focus."""
        return self._stack.currentWidget() or self

    def _load(self, source: Source) -> None:
        data = self._context.session.store.original(source.original)
        shop = self._context.file_shop
        if source.media_type == Format.PDF:
            self._data = data
            self._run(source, shop.job(page_sizes, source.original, data), self._on_sizes)
        elif source.media_type == Format.HTML:
            self._run(source, shop.job(plain_page, data), self._on_page)
        elif source.media_type == Format.TEXT:
            self._run(source, shop.job(plain_text, data), self._on_text)
        else:
            self._show_text(source.text.replace("\n", "\n\n"))

    def _run(self, source: Source, job: Job, then: object) -> None:
        job.setObjectName(source.uid)
        job.finished.connect(then)
        job.failed.connect(self._on_failed)
        self._job = job  # a job has no other owner once it has ended
        job.start()

    def _is_late(self) -> bool:
        return bool(self.sender().objectName() != self._uid)

    def _on_sizes(self, sizes: tuple[tuple[float, float], ...]) -> None:
        if self._is_late():
            return
        source = self._context.session.store.get(Source, self._uid)
        if not sizes:
            self._say(self._context.gettext("The pages of this file cannot be shown."))
            return
        self.pdf.show_pages(source.original, self._data, sizes)
        self._data = b""
        self._turn_to(self.pdf)

    def _on_page(self, html: str) -> None:
        if not self._is_late():
            self.page.setHtml(html)
            self._turn_to(self.page)

    def _on_text(self, text: str) -> None:
        if not self._is_late():
            self._show_text(text)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WorkerLost):
            raise error
        if not self._is_late():
            self._say(self._context.gettext("This file cannot be shown here."))

    def _show_text(self, text: str) -> None:
        self.text.setPlainText(text)
        self._turn_to(self.text)

    def _turn_to(self, widget: QWidget) -> None:
        self._stack.setCurrentWidget(widget)
        if self._passage is not None:
            self.show_passage(self._passage)

    def _say(self, words: str) -> None:
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    def _set_font(self) -> None:
        size = self._context.settings.now.reading_size
        font = self._context.look.reading_font(size - 1)
        self.text.setFont(font)
        self.page.document().setDefaultFont(font)


def _scroll_to(view: QTextEdit | QPlainTextEdit, words: str) -> None:
    """Choose the beginning of a passage in a text whose lines may break elsewhere."""
    letters = [letter for letter in words if not letter.isspace()][:_SOUGHT]
    if not letters:
        return
    text = view.toPlainText()
    found = re.search(r"[\s\u00ad]*".join(map(re.escape, letters)), text)
    if found is None:
        return
    cursor = QTextCursor(view.document())
    cursor.setPosition(to_qt(text, found.end()))
    view.setTextCursor(cursor)
    cursor.setPosition(to_qt(text, found.start()), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    view.ensureCursorVisible()
    bar = view.verticalScrollBar()
    third = view.viewport().height() // 3
    offset = view.cursorRect().top() - third
    if isinstance(view, QTextEdit):
        bar.setValue(bar.value() + offset)
    else:
        bar.setValue(bar.value() + offset // max(view.fontMetrics().lineSpacing(), 1))
