"""Spelling: words in view are looked up on a thread; those that nobody knows get a wavy line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from briefing.edits import Edit
from briefing.progress import Progress
from briefing.things import Party, Passage, Source, Topic
from ui.context import Context
from ui.editor import dictionaries
from ui.editor.dictionaries import Dictionary, bare, words_in
from ui.editor.formats import marks_of
from ui.editor.surface import Surface
from ui.tasks import Task

_REST = 300
"""Milliseconds after the last key, or the last scrolling, until words are looked at."""
_SETTING = "spelling"


class Speller(QObject):
    """What is known of words; one for each window."""

    learned = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.actions)
        self._context = context
        self.on = bool(context.settings.recall(_SETTING, otherwise=True))
        self._books: dict[str, Dictionary | None] = {}
        self._right: dict[tuple[str, str], bool] = {}
        self._asked: set[tuple[str, str]] = set()
        self._waiting: dict[int, Callable[[list[str]], None]] = {}
        self._questions = 0
        self._names: frozenset[str] | None = None
        context.session.edited.connect(self._on_edited)

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a checkable action's
        """Check spelling, or leave it; remembered for all books."""
        self.on = on
        self._context.settings.remember(_SETTING, on)
        self.learned.emit()

    def is_wrong(self, lang: str, word: str) -> bool:
        """Whether a word is known to be misspelt; one that is not known yet is asked for."""
        right = self._right.get((lang, word))
        if right is None and lang:
            self._asked.add((lang, word))
        return right is False

    def ask(self) -> None:
        """Look up what was asked for since the last time."""
        asked = frozenset(self._asked)
        self._asked.clear()
        if asked:
            task = Task(partial(_look_up, asked, self._books, self._known_names()))
            task.finished.connect(self._know)
            self._context.tasks.start(task)

    def suggest(self, lang: str, word: str, then: Callable[[list[str]], None]) -> None:
        """Have words suggested; `then` is called with them."""
        self._questions += 1
        self._waiting[self._questions] = then
        task = Task(partial(_suggest, lang, word, self._books, self._questions))
        task.finished.connect(self._tell)
        self._context.tasks.start(task)

    def add(self, word: str) -> None:
        """Take a word for right from now on, in every language."""
        dictionaries.add_own(bare(word))
        for key in self._right:
            if bare(key[1]) == bare(word):
                self._right[key] = True
        self.learned.emit()

    def _known_names(self) -> frozenset[str]:
        """Words of the names that the book itself has: nobody wants them underlined."""
        if self._names is None:
            store = self._context.session.store
            things: list[Party | Topic] = [*store.all(Party), *store.all(Topic)]
            names = (name for thing in things for name in (thing.name, *thing.names))
            self._names = frozenset(word for name in names for _at, word in words_in(name))
        return self._names

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Party, Topic, Source):
            self._names = None
            self._right = {key: right for key, right in self._right.items() if right}

    def _know(self, found: dict[tuple[str, str], bool]) -> None:
        names = {key for key, right in found.items() if not right and self._is_name(key[1])}
        self._right |= found | dict.fromkeys(names, True)
        self.learned.emit()

    def _is_name(self, word: str) -> bool:
        """Whether a source has the word so, with a capital: a place, a person, an institution."""
        word = bare(word)
        if not word[:1].isupper():
            return False
        hits = self._context.session.store.search(f'"{word}"', limit=1, kinds=(Passage,))
        return any(word in hit.text for hit in hits)

    def _tell(self, answer: tuple[int, list[str]]) -> None:
        # A slot of ours brings the answer to this thread; a plain function would stay on the other.
        self._waiting.pop(answer[0])(answer[1])


def _look_up(
    asked: frozenset[tuple[str, str]],
    books: dict[str, Dictionary | None],
    names: frozenset[str],
    _progress: Progress,
) -> dict[tuple[str, str], bool]:
    own = dictionaries.own_words() | names
    found = {}
    for lang, word in asked:
        book = _book(lang, books)
        found[lang, word] = book is None or bare(word) in own or book.knows(word)
    return found


def _suggest(
    lang: str,
    word: str,
    books: dict[str, Dictionary | None],
    question: int,
    _progress: Progress,
) -> tuple[int, list[str]]:
    book = _book(lang, books)
    return question, [] if book is None else book.suggest(word)


def _book(lang: str, books: dict[str, Dictionary | None]) -> Dictionary | None:
    """A language's dictionary, read when it is first needed."""
    if lang not in books:
        books[lang] = Dictionary.of(lang)
    return books[lang]


def speller_of(context: Context) -> Speller:
    """The speller of a window, made when the first editor asks for it."""
    found = context.actions.findChild(Speller)
    return found if isinstance(found, Speller) else Speller(context)


class SpellingLines(QObject):
    """The wavy lines in one text, under what is in view only."""

    def __init__(self, context: Context, surface: Surface) -> None:
        super().__init__(surface)
        self._context = context
        self._surface = surface
        self._speller = speller_of(context)
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._look)
        self._speller.learned.connect(self._draw)
        surface.document().contentsChanged.connect(self._timer.start)
        surface.seen_changed.connect(self._timer.start)

    def fill(self, menu: QMenu) -> None:
        """Put what may be meant by the misspelt word at the cursor on top of a menu."""
        place = self._wrong_at_cursor()
        if place is None:
            return
        _ = self._context.gettext
        word = place.selectedText()
        waiting = menu.addAction(_("Looking for suggestions…"))
        waiting.setEnabled(False)
        add = menu.addAction(_("&Add “{word}” to my words").format(word=word))
        add.triggered.connect(partial(self._speller.add, word))
        menu.addSeparator()
        lang = _lang_of(place, self._surface)
        self._speller.suggest(lang, word, partial(self._offer, menu, waiting, place))

    def _offer(self, menu: QMenu, waiting: QAction, place: QTextCursor, words: list[str]) -> None:
        if not _lives(menu):
            return
        for word in words:
            action = QAction(word, menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(_put, place, word))
            menu.insertAction(waiting, action)
        if words:
            menu.removeAction(waiting)
        else:
            waiting.setText(self._context.gettext("No suggestions"))

    # Looking

    def _look(self) -> None:
        self._draw()
        self._speller.ask()

    def _draw(self) -> None:
        wrong = [] if self._surface.isReadOnly() or not self._speller.on else self._wrong()
        self._surface.lights.put("spelling", [self._line(place) for place in wrong])

    def _wrong(self) -> list[QTextCursor]:
        # A word is not judged while it is being written.
        writing = self._surface.textCursor().position() if self._surface.hasFocus() else -1
        return [
            place
            for block in self._surface.blocks_seen()
            for place in _words_of(block, self._surface, self._speller)
            if place.selectionEnd() != writing
        ]

    def _wrong_at_cursor(self) -> QTextCursor | None:
        if not self._speller.on:
            return None
        cursor = self._surface.textCursor()
        for place in _words_of(cursor.block(), self._surface, self._speller):
            if place.selectionStart() <= cursor.position() <= place.selectionEnd():
                return place
        return None

    def _line(self, place: QTextCursor) -> QTextEdit.ExtraSelection:
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._context.look.colours.bad))
        line = QTextEdit.ExtraSelection()
        line.cursor = place
        line.format = form
        return line


def _words_of(block: QTextBlock, surface: Surface, speller: Speller) -> list[QTextCursor]:
    """The misspelt words of a block, each as a cursor with the word selected."""
    text = block.text()
    narrow = len(text) == block.length() - 1
    langs = [(one.start, marks_of(one.format).lang or surface.lang) for one in block.textFormats()]
    starts = [start for start, _lang in langs]
    found = []
    for start, word in words_in(text):
        at = start if narrow else len(text[:start].encode("utf-16-le")) // 2
        lang = langs[max(bisect_right(starts, at) - 1, 0)][1] if langs else surface.lang
        if speller.is_wrong(lang, word):
            place = QTextCursor(block)
            place.setPosition(block.position() + at)
            place.setPosition(place.position() + len(word), QTextCursor.MoveMode.KeepAnchor)
            found.append(place)
    return found


def _lang_of(place: QTextCursor, surface: Surface) -> str:
    return marks_of(place.charFormat()).lang or surface.lang


def _put(place: QTextCursor, word: str) -> None:
    place.insertText(word)


def _lives(menu: QMenu) -> bool:
    return bool(shiboken6.isValid(menu))
