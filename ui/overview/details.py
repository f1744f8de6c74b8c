"""The book's own details, edited in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from briefing.edits import Edit
from briefing.errors import BriefingError, Refused
from briefing.markings import Scheme, load_scheme, scheme_names
from briefing.operations import books
from briefing.things import Book, Edition, Party
from ui.context import Context
from ui.doing import attempt
from ui.overview.form import Form
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choices import party_choices
from ui.widgets.chooser import Chooser
from ui.words import LANGUAGES


class BookForm(Form):
    """Title, office, language, own side, marking, and the edition made last."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, books.change_book, parent)
        _ = context.gettext
        self._title = self.add_words("title", _("Title"))
        self._office = self.add_words("office", _("Issuing office"))
        self._lang = self._combo("lang", _("Language of the printed words"))
        for lang in LANGUAGES:
            self._lang.addItem(context.speech.wording.named("lang", lang), lang)
        self._own = Chooser(context, _("Own side"), single=True)
        self._own.chosen_changed.connect(self._on_own)
        self.add_row("own_party", _("Own side"), self._own, line=self._own.line)
        self._scheme = self._combo("scheme", _("Marking scheme"))
        for name in sorted(scheme_names(), key=lambda name: name != "none"):
            titles = load_scheme(name).titles
            self._scheme.addItem(titles.get(context.speech.lang) or titles["en"], name)
        self._marking = self._combo("marking", _("Highest marking"))
        self._edition = QLabel(wordWrap=True)
        self._edition.setProperty("role", "quiet")
        self.add_line(self._edition)
        context.session.edited.connect(self._on_edited)
        self._show_parties()
        self._show()
        self._show_edition()

    def _combo(self, name: str, label: str) -> QComboBox:
        combo = ChoiceBox()
        combo.setObjectName(name)
        combo.setEnabled(not self.context.session.read_only)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._on_chosen)
        self.add_row(name, label, combo)
        return combo

    def _on_edited(self, edit: Edit) -> None:
        if edit.touches(Party):
            self._show_parties()
        if edit.touches(Book):
            self._show()
        if edit.touches(Edition):
            self._show_edition()

    def _show_parties(self) -> None:
        self._own.set_choices(party_choices(self.context.session.store.all(Party)))

    def _show(self) -> None:
        book = self.context.session.book
        self._title.show_words(book.title)
        self._office.show_words(book.office)
        self._lang.setCurrentIndex(self._lang.findData(book.lang))
        self._own.set_chosen((book.own_party,) if book.own_party else ())
        self._scheme.setCurrentIndex(self._scheme.findData(book.scheme))
        self._show_levels(book)

    def _show_levels(self, book: Book) -> None:
        scheme = self._scheme_of(book)
        self._marking.clear()
        self._marking.addItem(self.context.gettext("No marking"), "")
        names = [level.name for level in scheme.levels] if scheme else []
        if book.marking and book.marking not in names:
            names.append(book.marking)
        for name in names:
            words = scheme.printed(name, self.context.speech.lang) if scheme else name
            self._marking.addItem(words, name)
        self._marking.setCurrentIndex(self._marking.findData(book.marking))
        self._marking.setEnabled(bool(names) and not self.context.session.read_only)

    def _scheme_of(self, book: Book) -> Scheme | None:
        try:
            return load_scheme(book.scheme)
        except (BriefingError, Refused):
            return None  # a scheme of another machine; the check says what is marked above

    def _show_edition(self) -> None:
        _, speech = self.context.gettext, self.context.speech
        editions = self.context.session.store.all(Edition)
        if not editions:
            self._edition.setText(_("No edition has been printed yet."))
            return
        last = max(editions, key=lambda edition: edition.number)
        words = self.context.speech.ngettext(
            "Edition {number} was printed on {moment}, {pages} page.",
            "Edition {number} was printed on {moment}, {pages} pages.",
            last.pages,
        )
        moment = speech.moment(last.made)
        self._edition.setText(words.format(number=last.number, moment=moment, pages=last.pages))

    def _on_chosen(self) -> None:
        combo = self.sender()
        if not isinstance(combo, QComboBox):
            return
        name, value = combo.objectName(), combo.currentData()
        book = self.context.session.book
        if value == getattr(book, name):
            return
        if name == "scheme":
            # A level of one scheme means nothing in another.
            store = self.context.session.store
            attempt(self.context, partial(books.change_book, store, scheme=value, marking=""))
        else:
            self.write(name, value)

    def _on_own(self, uids: tuple[str, ...]) -> None:
        self.write("own_party", uids[0] if uids else None)
