"""The file as it was received."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QUrl

from briefing.progress import unwatched
from briefing.things import Passage
from tests.unit.intake import making
from tests.unit.intake.making import ENGLISH
from ui.places import Place, Room
from ui.sources import originals
from ui.sources.original import SafePage

PATIENCE = 30_000


def original_of(qtbot, window, sources, uid):
    window.context.places.go(Place(Room.SOURCES, Passage, uid))
    sources.desk.passage = uid
    window.context.actions["source.original"].trigger()
    pane = sources.desk.original
    qtbot.waitUntil(lambda: pane.shown in {pane.page, pane.text, pane.pdf}, timeout=PATIENCE)
    return pane


def passage_with(window, words: str) -> str:
    return next(p.uid for p in window.context.session.store.all(Passage) if words in p.text)


def test_a_web_page_is_shown_at_the_passage_that_was_read(qtbot, window, sources):
    uid = passage_with(window, "Aldmark and Marenne will open a joint hydrogen corridor")

    pane = original_of(qtbot, window, sources, uid)

    assert pane.shown is pane.page
    assert "Home" in pane.page.toPlainText()
    assert pane.page.textCursor().selectedText().startswith("Aldmark and Marenne")


def test_a_text_is_shown_as_its_lines_stand(qtbot, window, sources):
    uid = passage_with(window, "La première ministre")

    pane = original_of(qtbot, window, sources, uid)

    assert pane.shown is pane.text
    assert pane.text.textCursor().selectedText().startswith("La première ministre")


def test_nothing_of_a_page_is_run_or_loaded():
    page = (
        "<html><head><title>T</title><style>p{color:red}</style></head><body onload=x()>"
        "<script>alert(1)</script><p style='background:url(http://a/b)'>Kept <b>bold</b>"
        "<img src='http://tracker/x.png'><a href='http://a'>link</a></p>"
        "<iframe src='file:///etc/passwd'>hidden</iframe>&lt;script&gt;</body></html>"
    )

    shown = originals.plain_page(page.encode(), unwatched)

    assert shown == "<p>Kept <b>bold</b>link</p>&lt;script&gt;"


def test_a_page_that_nests_without_end_is_flattened():
    page = b"<div>" * 50_000 + b"words"

    assert originals.plain_page(page, unwatched).count("<div>") <= 24


def test_the_page_view_loads_nothing(qtbot):
    page = SafePage()
    qtbot.addWidget(page)

    assert page.loadResource(2, QUrl("file:///etc/hostname")) is None


def test_a_pdf_is_drawn_page_by_page():
    data = making.pdf(ENGLISH)
    digest = hashlib.sha256(data).hexdigest()

    sizes = originals.page_sizes(digest, data, unwatched)
    picture = originals.picture(digest, None, 0, 300, unwatched)

    assert len(sizes) >= 1
    assert (picture.page, picture.width) == (0, 300)
    assert len(picture.pixels) == picture.stride * picture.height


def test_what_is_no_pdf_has_no_pages_and_one_that_was_not_sent_is_forgotten():
    assert originals.page_sizes("x", b"%PDF-1.4 and nothing", unwatched) == ()
    with pytest.raises(originals.Forgotten):
        originals.picture("never sent", None, 0, 100, unwatched)


def test_the_original_stands_beside_the_reading_text_and_goes_along(qtbot, window, sources):
    uid = passage_with(window, "Aldmark and Marenne will open a joint hydrogen corridor")
    original_of(qtbot, window, sources, uid)
    reader, original = sources.desk.reader, sources.desk.original
    library = sources.splitter.sizes()[0]

    assert reader.isVisible()
    assert original.isVisible()
    assert not reader.card.isVisible()
    assert abs(reader.width() - original.width()) < 40
    assert original.width() > library

    candidate = reader.attention.order[-1]
    reader.attention.look_at(candidate.uid)
    beginning = original.page.textCursor().selectedText()
    text = window.context.session.store.get(Passage, candidate.anchors[0].passage).text
    assert beginning
    assert text.startswith(beginning[:12])

    window.context.actions["source.read"].trigger()
    assert reader.isVisible()
    assert not original.isVisible()
    assert reader.card.isVisible()
