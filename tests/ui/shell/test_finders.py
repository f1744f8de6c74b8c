"""The search panel and the command palette, driven from the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester

from briefing.things import Commitment, Topic
from ui.places import Place, Room
from ui.shell.finder import Finder, FinderModel, FinderRow
from ui.shell.finder_delegate import fitting
from ui.shell.palette import CommandPalette
from ui.shell.search import SearchPanel, excerpt

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def titles(finder: Finder) -> list[str]:
    model = finder.model
    return [model.index(row).data() for row in range(model.rowCount())]


def heads(finder: Finder) -> list[str]:
    rows = (finder.model.row(at) for at in range(finder.model.rowCount()))
    return [row.title for row in rows if row.head]


def test_the_palette_lists_every_action_with_its_key(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)

    qtbot.waitUntil(palette.isVisible)
    assert len(titles(palette)) == len(window.context.actions.known())
    assert "View: Sources" in titles(palette)


def test_no_two_lines_of_the_palette_read_alike(qtbot, window):
    for room in Room:
        window.context.places.go(Place(room))
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    listed = titles(window.findChild(CommandPalette))

    assert "Edit: Find in the text (Sources)" in listed
    assert len(set(listed)) == len(listed)


def test_what_is_chosen_in_the_palette_is_done(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)

    qtbot.keyClicks(palette.field, "view comm")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert window.context.places.here.room is Room.COMMITMENTS
    assert not palette.isVisible()


def test_what_can_be_done_in_a_workspace_is_found_before_it_is_entered(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)

    qtbot.keyClicks(palette.field, "outcomes of the meeting")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    assert window.context.places.here.room is Room.COMMITMENTS
    assert "commitment.outcomes" in [spec.id for spec, _action in window.context.actions.all()]


def test_escape_puts_the_palette_away_and_does_nothing(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    palette = window.findChild(CommandPalette)

    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)

    assert not palette.isVisible()
    assert window.context.places.here.room is Room.OVERVIEW


def test_answers_are_grouped_by_kind_as_one_types(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.findChild(SearchPanel)

    qtbot.keyClicks(search.field, "climate")

    assert heads(search)[0] == "Topics"
    assert "Passages" in heads(search)


def test_enter_goes_to_the_first_answer(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.findChild(SearchPanel)

    qtbot.keyClicks(search.field, "climate")
    qtbot.keyClick(search.field, Qt.Key.Key_Return)

    assert window.context.places.here.kind is Topic


def test_the_arrow_keys_walk_over_heads_to_the_next_answer(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.findChild(SearchPanel)
    words = window.context.session.store.all(Commitment)[0].action
    qtbot.keyClicks(search.field, " ".join(words.split()[:4]))

    qtbot.keyClick(search.field, Qt.Key.Key_Down)

    current = search.model.row(search.list.currentIndex().row())
    assert not current.head


def test_nothing_found_says_so(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.findChild(SearchPanel)

    qtbot.keyClicks(search.field, "zyxwvut")

    assert titles(search) == []
    assert not search.list.isVisible()


def test_an_excerpt_shows_the_words_that_were_found_where_they_stand():
    text = "One two three four five six seven eight nine ten eleven twelve thirteen"
    start = text.index("eleven")

    shown, spans = excerpt(text, [(start, start + 6)])

    assert [shown[a:b] for a, b in spans] == ["eleven"]
    assert shown.startswith("…")


@pytest.mark.parametrize(
    "before", ["海洋合作 " + "共同推进海洋合作" * 12, "word " + "x" * 90, "ab " * 40]
)
def test_what_was_found_is_near_the_beginning_of_its_line(before):
    text = f"{before}COVAX, and more"

    shown, ((start, end),) = excerpt(text, [(len(before), len(before) + 5)])

    assert shown[start:end] == "COVAX"
    assert sum(2 if "一" <= letter <= "鿿" else 1 for letter in shown[:start]) <= 30


def test_the_model_of_a_finder_keeps_to_the_rules_of_models(qtbot):
    model = FinderModel()
    tester = QAbstractItemModelTester(model)

    model.show([FinderRow(title="Head", head=True), FinderRow(title="One", detail="Ctrl+1")])
    model.show([])

    assert tester.model() is model


def on_the_button(qtbot, window):
    """The search, some words in it, and the focus on the button that clears them."""
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    search = window.findChild(SearchPanel)
    qtbot.waitUntil(search.field.hasFocus)
    qtbot.keyClicks(search.field, "harbour")
    qtbot.keyClick(search.field, Qt.Key.Key_Tab)
    assert search.field.button.hasFocus()
    return search


def test_what_was_looked_for_is_cleared_by_its_button_and_the_search_stays(qtbot, window):
    search = on_the_button(qtbot, window)

    qtbot.keyClick(search.field.button, Qt.Key.Key_Return)

    assert not search.field.text()
    assert search.isVisible()
    assert search.field.hasFocus()


def test_escape_on_the_button_puts_the_search_away(qtbot, window):
    search = on_the_button(qtbot, window)

    qtbot.keyClick(search.field.button, Qt.Key.Key_Escape)

    assert not search.isVisible()


def test_a_row_that_is_longer_than_the_panel_ends_with_an_ellipsis(qapp):
    font = QFont()
    text, spans = "the ferries 🚢 run on batteries, and the others will follow", [(4, 11)]
    shown = fitting(text, spans, font, 150)

    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert 75 < QFontMetrics(font).horizontalAdvance(shown) <= 150
    assert fitting(text, spans, font, 2000) == text


def test_the_words_that_were_looked_for_are_chosen_where_they_stand(qtbot, window):
    window.show()
    window.context.actions["go.search"].trigger()
    search = window.findChild(SearchPanel)
    qtbot.keyClicks(search.field, "hydrogen")
    passages = titles(search)[titles(search).index("Passages") + 1 :]
    for _ in range(titles(search).index(passages[0]) - 1):
        qtbot.keyClick(search.field, Qt.Key.Key_Down)

    qtbot.keyClick(search.field, Qt.Key.Key_Return)

    reader = window.workspace(Room.SOURCES).reader
    assert reader.text.textCursor().selectedText().casefold() in {"hydrogen", "hydrogène"}
