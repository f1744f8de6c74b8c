from __future__ import annotations

import ast
import importlib.util
import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest

from briefing.edits import EditName
from briefing.errors import BookLocked, BookMissing
from briefing.things import Status
from exports.wording import SYMBOLS, Word
from ui.explain import edit_name, explain
from ui.words import LANGUAGES, system_language, translations, wording

ROOT = Path(__file__).resolve().parents[2]


def tool():
    place = ROOT / "packaging" / "translations.py"
    spec = importlib.util.spec_from_file_location("translations_tool", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def forms(text: str | tuple[str, ...]) -> tuple[str, ...]:
    """What a message says, in the singular and the plural where it has both."""
    return text if isinstance(text, tuple) else (text,)


def translated(catalogues, lang: str) -> list[tuple[str, str]]:
    """Each message with its translation; of plurals, the plural message with each form."""
    return [
        (forms(message.id)[-1], form)
        for message in catalogues.read(lang)
        if message.id
        for form in forms(message.string)
    ]


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
            assert all(forms(found.string)), message.id
            assert not found.fuzzy, message.id


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_the_compiled_catalogue_is_the_one_that_is_written(catalogues, lang: str) -> None:
    made = catalogues.compiled(catalogues.read(lang))

    assert catalogues.path_of(lang, "mo").read_bytes() == made


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_a_translation_has_the_fields_of_its_message(catalogues, lang: str) -> None:
    def fields(text: str) -> tuple[set[str], list[str]]:
        named = {name for _, name, _, _ in Formatter().parse(text.replace("%", "")) if name}
        return named, sorted(re.findall(r"%\(\w+\)\w|%s", text))

    for message, said in translated(catalogues, lang):
        if "%(" in message:
            assert fields(said)[1] == fields(message)[1], message
        else:
            assert fields(said) == fields(message), message


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_a_translation_has_the_mnemonic_of_its_message(catalogues, lang: str) -> None:
    def mnemonics(text: str) -> int:
        return len(re.findall(r"&(?=[^\W_])", text.replace("&&", "")))

    for message, said in translated(catalogues, lang):
        assert mnemonics(said) == mnemonics(message), message
        assert said.replace("&&", "").count("&") == mnemonics(said), message


@pytest.mark.parametrize("lang", ["fr", "zh"])
def test_a_translation_asks_for_more_and_breaks_lines_as_its_message_does(
    catalogues, lang: str
) -> None:
    for message, said in translated(catalogues, lang):
        assert said.endswith("…") == message.endswith("…"), message
        assert said.count("\n") == message.count("\n"), message


def test_french_is_set_as_french_is(catalogues) -> None:
    wrong = re.compile(r"'| [;:!?»](?!\w)|« |\u00a0|\w[:;!?](?= |$)")

    assert [said for _, said in translated(catalogues, "fr") if wrong.search(said)] == []


def test_chinese_is_set_as_chinese_is(catalogues) -> None:
    wrong = re.compile(r"[\u4e00-\u9fff]( [\u4e00-\u9fff]|[,!?]|[:;]( |$))|[,!?][\u4e00-\u9fff]")

    assert [said for _, said in translated(catalogues, "zh") if wrong.search(said)] == []


def test_messages_within_formatted_strings_are_extracted(catalogues) -> None:
    code = """say(f"<p>{escape(_('One page.'))}</p>", few("{n} page", "{n} pages", n))"""

    assert set(catalogues.messages(code)) == {"One page.", ("{n} page", "{n} pages")}


def test_messages_are_extracted_by_whatever_name_they_are_asked_for(catalogues) -> None:
    called: dict[str, set[str]] = {"gettext": set(), "ngettext": set()}
    for path in (ROOT / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for target, value in bindings(node):
                if isinstance(value, ast.Attribute) and value.attr in called:
                    called[value.attr].add(ast.unparse(target).rpartition(".")[2])

    assert called["gettext"] <= set(catalogues.ONES)
    assert called["ngettext"] <= set(catalogues.MANY)


def bindings(node: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    """What an assignment gives a name to, one by one."""
    if not isinstance(node, ast.Assign):
        return []
    found: list[tuple[ast.expr, ast.expr]] = []
    for target in node.targets:
        both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
        found += zip(target.elts, node.value.elts, strict=True) if both else [(target, node.value)]
    return found


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


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("one", "other"), [("&Back", "Previous"), ("&Forward", "Next"), ("&Book", "The book")]
)
def test_what_stands_in_one_window_is_told_apart(lang: str, one: str, other: str) -> None:
    _ = translations(lang).gettext

    assert re.sub(r"\(&.\)|&", "", _(one)) != _(other)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_button_without_words_has_a_name_of_more_than_a_letter(lang: str) -> None:
    assert len(translations(lang).gettext("Columns")) > 1


@pytest.mark.parametrize(
    ("holder", "said"),
    [
        ("ann@desk (7)", "“a.briefing” is open already: ann@desk (7). Close it there first."),
        ("", "“a.briefing” is open already. Close it there first."),
    ],
)
def test_a_book_that_is_open_says_by_whom_where_that_is_known(holder: str, said: str) -> None:
    assert explain(BookLocked(Path("/b/a.briefing"), holder), str) == said


def test_a_book_that_is_missing_is_explained_without_a_command() -> None:
    said = explain(BookMissing(Path("/b/a.briefing")), str)

    assert said == "There is no book “a.briefing”. Check the path, or make a new book."
