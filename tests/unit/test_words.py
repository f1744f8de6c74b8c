from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from briefing.edits import EditName
from briefing.things import Status
from exports.wording import SYMBOLS, Word
from ui.explain import edit_name
from ui.words import LANGUAGES, system_language, translations, wording

ROOT = Path(__file__).resolve().parents[2]


def tool():
    place = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def catalogues():
    return tool()


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_every_message_of_the_program_is_translated(catalogues, lang: str) -> None:
    catalog = catalogues.read(lang)

    for message in catalogues.template():
        if message.id:
            found = catalog.get(message.id)
            assert found is not None, message.id
            assert found.string, message.id
            assert all(found.string if isinstance(found.string, tuple) else (found.string,))


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_the_compiled_catalogue_is_the_one_that_is_written(catalogues, lang: str) -> None:
    made = catalogues.compiled(catalogues.read(lang))

    assert catalogues.path_of(lang, "mo").read_bytes() == made


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_a_translation_has_the_fields_of_its_message(catalogues, lang: str) -> None:
    def fields(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text.replace("%", "")) if name}

    for message in catalogues.read(lang):
        if isinstance(message.id, str) and message.id and "%(" not in message.id:
            assert fields(message.string) == fields(message.id), message.id


def test_everything_that_is_printed_has_words_in_each_language() -> None:
    for lang in LANGUAGES:
        spoken = wording(lang)
        assert all(spoken.phrases[word] for word in Word)
        assert all(spoken.status(status).startswith(SYMBOLS[status]) for status in Status)


def test_everything_that_can_be_undone_has_a_name_in_each_language() -> None:
    for lang in LANGUAGES:
        names = {edit_name(name, translations(lang).gettext) for name in EditName}
        assert len(names) == len(EditName)


@pytest.mark.parametrize(
    ("lang", "written"),
    [("en", "23 February 2021"), ("fr", "23 février 2021"), ("zh", "2021年2月23日")],
)
def test_dates_are_written_as_the_language_does(lang: str, written: str) -> None:
    assert wording(lang).day(date(2021, 2, 23)) == written


def test_the_first_of_the_month_is_an_ordinal_in_french() -> None:
    assert wording("fr").day(date(2021, 2, 1)) == "1ᵉʳ février 2021"


@pytest.mark.parametrize(
    ("lang", "listed"), [("en", "A, B and C"), ("fr", "A, B et C"), ("zh", "A、B和C")]
)
def test_names_are_listed_as_the_language_does(lang: str, listed: str) -> None:
    assert wording(lang).listed(["A", "B", "C"]) == listed
    assert wording(lang).listed(["A"]) == "A"
    assert wording(lang).listed([]) == ""


def test_french_colons_have_a_narrow_space_before_them() -> None:
    assert wording("fr").labelled("Lieu", "Ottawa") == "Lieu\u202f: Ottawa"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
        ({"LANG": "fr_CA", "BRIEFING_LANG": "en"}, "en"),
    ],
)
def test_the_program_speaks_the_language_of_the_system(
    environment: dict[str, str], lang: str
) -> None:
    assert system_language(environment) == lang
