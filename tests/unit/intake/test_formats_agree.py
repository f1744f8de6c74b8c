"""The same instrument gives the same passages, however it arrives."""

import io
import pickle
from collections.abc import Callable

import docx
import pytest
from docx.oxml.ns import qn

from briefing.intake import Reading, read
from briefing.things import Cut, Instrument, PassageKind
from tests.unit.intake import making
from tests.unit.intake.making import CHINESE, ENGLISH, FRENCH

FORMATS: dict[str, tuple[str, Callable[[making.Instrument], bytes]]] = {
    "unwrapped": ("a.txt", making.unwrapped),
    "wrapped": ("a.txt", making.wrapped),
    "narrow": ("a.txt", lambda made: making.wrapped(made, 66)),
    "page": ("a.html", making.page),
    "word": ("a.docx", making.word),
    "pdf": ("a.pdf", making.pdf),
    "pdf-columns": ("a.pdf", lambda made: making.pdf(made, columns=2)),
    "pdf-pages": ("a.pdf", lambda made: making.pdf(made, repeat=4)),
    "pdf-columns-pages": ("a.pdf", lambda made: making.pdf(made, columns=2, repeat=5)),
}
REPEATS = {"pdf-pages": 4, "pdf-columns-pages": 5}


@pytest.fixture(params=FORMATS, name="form")
def _form(request) -> str:
    return request.param


@pytest.fixture(params=[ENGLISH, FRENCH, CHINESE], ids=["en", "fr", "zh"], name="made")
def _made(request) -> making.Instrument:
    return request.param


@pytest.fixture(name="reading")
def _reading(form: str, made: making.Instrument) -> Reading:
    name, make = FORMATS[form]
    return read(make(made), name)


def test_every_passage_is_found_whole_and_of_its_kind(reading, form, made) -> None:
    found = [(p.kind.value, p.text) for p in reading.kept]

    assert found == making.repeated(made, REPEATS.get(form, 1))


def test_nothing_whole_is_called_cut(reading) -> None:
    assert {p.cut for p in reading.passages} == {Cut.NO}


def test_items_have_marks_and_sections_have_their_passages(reading, made) -> None:
    headings = {p.uid: p.text for p in reading.passages if p.kind is PassageKind.HEADING}

    assert all(bool(p.mark) == (p.kind is PassageKind.ITEM) for p in reading.kept)
    section = ""
    for passage in reading.kept:
        if passage.kind is PassageKind.HEADING:
            section = passage.text
            assert passage.level == 1
        else:
            assert headings.get(passage.section or "", "") == section


def test_a_source_knows_what_it_is(reading, made) -> None:
    source = reading.source

    assert source.title == made.title
    assert source.issued is not None
    assert source.issued.isoformat() == "2026-03-04"
    assert source.instrument is Instrument.ROADMAP
    assert source.langs == (made.lang,)
    assert {p.lang for p in reading.kept} == {made.lang}


def test_the_text_of_a_source_is_its_passages(reading) -> None:
    text = reading.source.text

    assert text == "\n".join(p.text for p in reading.passages)
    assert all(text[p.start : p.end] == p.text for p in reading.passages)
    assert [p.position for p in reading.passages] == list(range(len(reading.passages)))


def test_a_reading_can_be_sent_to_another_process(reading) -> None:
    assert pickle.loads(pickle.dumps(reading)) == reading


def test_the_mark_of_a_footnote_stays_out_of_the_words_in_word() -> None:
    document = docx.Document()
    for mark in ("*", "12"):
        words = document.add_paragraph("The two countries will build the line")
        call = words.add_run()._r
        reference = call.makeelement(
            qn("w:footnoteReference"), {qn("w:customMarkFollows"): "1", qn("w:id"): "2"}
        )
        call.append(reference)
        call.add_t(mark)
        words.add_run(" by 2030 and will share its cost.")
    file = io.BytesIO()
    document.save(file)

    texts = [passage.text for passage in read(file.getvalue(), "a.docx").passages]

    assert texts == ["The two countries will build the line by 2030 and will share its cost."] * 2


def test_nothing_that_a_script_writes_is_read() -> None:
    reading = read(making.page(ENGLISH), "a.html")

    assert "Injected" not in reading.source.text


def test_what_surrounds_a_text_is_excluded_with_its_reason() -> None:
    reading = read(making.page(ENGLISH), "a.html")
    texts = {p.uid: p.text for p in reading.passages}

    reasons = {texts[e.passage]: e.reason for e in reading.exclusions}

    assert reasons["Home"] == "menu"
    assert reasons["Buy our oilskins today."] == "advertisement"
    assert reasons["Ferry fares rise"] == "link-list"
    assert reasons["Your name"] == "comment-form"
    assert reasons[ENGLISH.title] == "title"
    assert reading.source.url == "https://gull.example/roadmap"


def test_heads_and_numbers_of_pages_are_excluded() -> None:
    reading = read(making.pdf(ENGLISH, repeat=4), "a.pdf")
    texts = {p.uid: p.text for p in reading.passages}

    reasons = [(texts[e.passage], e.reason) for e in reading.exclusions]

    assert reading.pages > 1
    for number in range(1, reading.pages + 1):
        assert (str(number), "page-number") in reasons
    heads = [text for text, reason in reasons if reason == "running-head"]
    assert heads == ["The Gull archive of releases"] * reading.pages
    assert {p.page for p in reading.passages} == set(range(1, reading.pages + 1))
