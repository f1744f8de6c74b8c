"""Help that needs no network: the keys, a short guide, and what the program is made of."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape as escaped

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from briefing.text import fold
from ui.actions import Actions, bare, keys_of
from ui.context import Context
from ui.looks import Look
from ui.report import about_program, log_path
from ui.shell.closing import closing
from ui.shell.menus import menu_titles
from ui.shell.twins import names_apart
from ui.speech import Speech

_FONTS = "Source Serif 4, Source Sans 3, Noto Sans SC"


class HelpMenu(QObject):
    """Answers the actions of the Help menu."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        on = context.actions.on
        on("help.keys", self._show_keys)
        on("help.guide", lambda: guide(context.speech, window).open())
        on("help.about", lambda: about(context.speech, window).open())
        on("help.report", self._copy_report)

    def _show_keys(self) -> None:
        context = self._context
        KeySheet(context.actions, context.speech, context.look, self._window).show()

    def _copy_report(self) -> None:
        QApplication.clipboard().setText(about_program())
        self._context.notices.done(self._context.gettext("The report is on the clipboard."))


class HelpDialog(QDialog):
    """A page to read, with a field that leaves only what holds the words."""

    def __init__(self, title: str, filter_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(680, 620)
        self._page = QTextBrowser()
        self._page.setAccessibleName(title)
        self._page.setProperty("role", "page")
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(16)
        self.field = QLineEdit()
        self.field.setPlaceholderText(filter_name)
        self.field.setAccessibleName(filter_name)
        self.field.setVisible(bool(filter_name))
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self._page)
        column.addWidget(closing(self))

    def show_page(self, html: str) -> None:
        """Show a page."""
        self._page.setHtml(html)

    @property
    def text(self) -> str:
        """The words that are shown."""
        return self._page.toPlainText()


class KeySheet(HelpDialog):
    """Every action that has a key, menu by menu."""

    def __init__(self, actions: Actions, speech: Speech, look: Look, parent: QWidget) -> None:
        _ = speech.gettext
        super().__init__(_("Keys"), _("Find an action"), parent)
        self._actions = actions
        self._speech = speech
        self._look = look
        self.field.textChanged.connect(self._show)
        self._show("")

    def _show(self, words: str) -> None:
        parts = []
        specs = [spec for spec, _action in self._actions.known() if keys_of(spec)]
        called = [bare(self._speech.gettext(spec.text)) for spec in specs]
        named = list(zip(specs, names_apart(specs, called, self._speech), strict=True))
        for menu, title in menu_titles(self._speech.gettext).items():
            rows = [(name, keys_of(spec)) for spec, name in named if spec.menu is menu]
            shown = [row for row in rows if all(w in fold(row[0]) for w in fold(words).split())]
            if shown:
                parts.append(f"<h3>{_html(bare(title))}</h3>{self._table(shown)}")
        nothing = self._speech.gettext("No action with a key is called that.")
        self.show_page("".join(parts) or f"<p>{_html(nothing)}</p>")

    def _table(self, rows: Iterable[tuple[str, str]]) -> str:
        quiet = self._look.colours.quiet
        cells = "".join(
            f"<tr><td width='340'>{_html(name)}</td>"
            f"<td valign='middle' style='color:{quiet}'>{_html(keys)}</td></tr>"
            for name, keys in rows
        )
        return f"<table cellpadding='4' width='100%'>{cells}</table>"


def guide(speech: Speech, parent: QWidget) -> HelpDialog:
    """How a book is made, from the first source to the printed page."""
    _ = speech.gettext
    steps = (
        (
            _("Receive"),
            _(
                "Drop a text, a web page, a Word file or a PDF on the window, or paste. You see"
                " what was left out and why before it goes into the book. The file stays in the"
                " book as it was received."
            ),
        ),
        (
            _("Read and record"),
            _(
                "In Sources, J and K go from candidate to candidate; A accepts, X rejects, S"
                " splits at the cursor, M joins with the next, and [ and ] trim. A stretch that"
                " you select becomes a commitment with C and an annotation with N."
            ),
        ),
        (
            _("Follow up"),
            _(
                "Commitments lists them all. Say where each stands as of a day, with the evidence;"
                " V takes it from the text of a source. That one is overdue is worked out from its"
                " deadline."
            ),
        ),
        (
            _("Draft"),
            _(
                "In Book, choose topics and have a note drafted for each. Write between the"
                " pieces; Ctrl+Enter inserts the next piece of material with its citation."
            ),
        ),
        (
            _("Check and print"),
            _(
                "Overview lists what is not ready, each line one step from its place. Ctrl+E"
                " exports to PDF and Word, Ctrl+P prints."
            ),
        ),
        (
            _("Never lost"),
            _(
                "There is nothing to save. Every change is in the book at once and can be undone,"
                " also tomorrow. Backups, in the File menu, has dated copies."
            ),
        ),
    )
    page = "".join(f"<h3>{_html(head)}</h3><p>{_html(text)}</p>" for head, text in steps)
    dialog = HelpDialog(_("Guide"), "", parent)
    dialog.show_page(page)
    return dialog


def about(speech: Speech, parent: QWidget) -> HelpDialog:
    """Versions, the licence, and where the log lies."""
    _ = speech.gettext
    lines = "<br>".join(_html(line) for line in about_program().splitlines())
    page = (
        f"<h2>Briefing</h2><p>{_html(_('Briefing books for advisers who work offline.'))}</p>"
        f"<p>{lines}</p>"
        f"<p>{_html(_('Licensed under the Apache License 2.0.'))} "
        f"{_html(_('Qt and PySide6 are used under the LGPL 3, as libraries of their own.'))} "
        f"{_html(_('Fonts under the SIL Open Font License: {names}.').format(names=_FONTS))}</p>"
        f"<p>{_html(_('The program never makes a network call.'))} "
        f"{_html(_('Its log, without a word of any book: {path}').format(path=log_path()))}</p>"
    )
    dialog = HelpDialog(_("About"), "", parent)
    dialog.show_page(page)
    return dialog


def _html(text: str) -> str:
    """Words as HTML; what French sets before a sign stays with it, where Qt reads a bare space."""
    return escaped(text).replace("\u202f", "&nbsp;")
