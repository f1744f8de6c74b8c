"""The language that a window speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from exports.wording import Wording
from ui.words import translations, wording

_LOCALES = {
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
}


@dataclass(frozen=True, slots=True)
class Speech:
    """Words, dates and numbers in one language."""

    lang: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]

    @classmethod
    def of(cls, lang: str) -> Speech:
        """The speech of one of our languages."""
        catalogue = translations(lang)
        return cls(lang, catalogue.gettext, catalogue.ngettext)

    @property
    def wording(self) -> Wording:
        """The generated words of a book in this language, such as those of a status."""
        return wording(self.lang)

    @property
    def locale(self) -> QLocale:
        """How this language writes numbers and dates."""
        return _LOCALES[self.lang]

    def day(self, day: date) -> str:
        """A day, short enough for a table and with its month in words."""
        return self.locale.toString(QDate(day.year, day.month, day.day), _FORMS[self.lang])

    def moment(self, value: str) -> str:
        """An ISO date and time as the clock on the wall shows it."""
        at = datetime.fromisoformat(value).astimezone()
        return f"{self.day(at.date())} {at:%H:%M}"

    def number(self, number: int) -> str:
        """A number with its thousands set apart."""
        return self.locale.toString(number)

    def decimal(self, number: float, places: int) -> str:
        """A number with so many decimal places."""
        return str(self.locale.toString(number, "f", places))


_FORMS = {"en": "d MMM yyyy", "fr": "d MMM yyyy", "zh": "yyyy年M月d日"}


def speak_qt(app: QCoreApplication, speech: Speech) -> None:
    """Have Qt's own dialogs speak the language too."""
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(speech.locale, "qtbase", "_", folder):
        app.installTranslator(translator)
