"""Text written with keys, as a hand would."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from briefing.prose import (
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)
from tests.ui.editor.proses import EVERY_KIND, words
from ui.editor import pen

Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT = Mod.ControlModifier, Mod.ShiftModifier


@pytest.fixture
def type_(qtbot, editor):
    def type_(*keys):
        for key in keys:
            if isinstance(key, str):
                for char in key:
                    click(qtbot, editor.surface, char)
            elif isinstance(key, tuple):
                qtbot.keyClick(editor.surface, key[1], key[0])
            else:
                qtbot.keyClick(editor.surface, key)

    return type_


def click(qtbot, surface, char: str) -> None:
    """A key for a character; an input method for one that no key has."""
    if char.isascii():
        qtbot.keyClicks(surface, char)
    elif char < "\u2000":
        QApplication.sendEvent(surface, QKeyEvent(QEvent.Type.KeyPress, 0, Mod.NoModifier, char))
    else:
        event = QInputMethodEvent()
        event.setCommitString(char)
        QApplication.sendEvent(surface, event)


def act(qtbot, context, name: str) -> None:
    """Do an action as soon as the menu would offer it."""
    action = context.actions[f"text.{name}"]
    qtbot.waitUntil(action.isEnabled)
    action.trigger()


def paragraph(text: str, handling: str = "", **marks) -> Paragraph:
    return Paragraph(runs=words(text, **marks), handling=handling)


def items(*texts: str, ordered: bool = False) -> List:
    """Items of a list; a leading ">" for each level."""
    return List(
        items=tuple(
            Item(runs=words(t.lstrip(">")) if t.strip(">") else (), level=t.count(">"))
            for t in texts
        ),
        ordered=ordered,
    )


def choose(editor, text: str) -> None:
    """Select words as a double click would."""
    cursor = editor.surface.document().find(text)
    assert not cursor.isNull()
    editor.surface.setTextCursor(cursor)


# Marks


def test_bold_is_switched_on_and_off_while_typing(type_, editor):
    type_("a ", (CTRL, Key.Key_B), "b", (CTRL, Key.Key_B), " c")

    assert editor.prose().blocks == (
        Paragraph(runs=(Run(text="a "), Run(text="b", bold=True), Run(text=" c"))),
    )


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ((CTRL, Key.Key_B), "bold"),
        ((CTRL, Key.Key_I), "italic"),
        ((CTRL, Key.Key_U), "underline"),
        ((CTRL | SHIFT, Key.Key_X), "superscript"),
    ],
)
def test_chosen_words_are_marked_and_unmarked(type_, editor, keys, mark):
    editor.set_prose(Prose.plain("they agreed to it"))
    choose(editor, "agreed")

    type_(keys)
    assert editor.prose().blocks[0].runs[1] == Run(text="agreed", **{mark: True})

    type_(keys)
    assert editor.prose() == Prose.plain("they agreed to it")


def test_a_mark_is_put_on_every_chosen_paragraph(type_, editor):
    editor.set_prose(EVERY_KIND)

    type_((CTRL, Key.Key_A), (CTRL, Key.Key_B))

    marked = [run for block in editor.prose().blocks for run in getattr(block, "runs", ())]
    assert all(run.bold for run in marked if run.text)
    assert editor.prose().text == EVERY_KIND.text
    assert editor.prose().inserts == EVERY_KIND.inserts


def test_clear_formatting_leaves_the_words_and_their_language(type_, editor):
    runs = (Run(text="x", bold=True, italic=True, href="https://a.org", lang="fr", footnote="n"),)
    editor.set_prose(Prose((Paragraph(runs=runs),)))

    type_((CTRL, Key.Key_A), (CTRL | SHIFT, Key.Key_E))

    assert editor.prose().blocks[0].runs == (Run(text="x", lang="fr", footnote="n"),)


# Blocks


def test_paragraphs_begin_with_enter_and_lines_with_shift_enter(type_, editor):
    type_("one", Key.Key_Return, "two", (SHIFT, Key.Key_Return), "three")

    assert editor.prose().blocks == (paragraph("one"), paragraph("two\nthree"))


def test_after_a_subheading_comes_a_paragraph(type_, editor):
    type_((CTRL | SHIFT, Key.Key_H), "Health", Key.Key_Return, "They agreed")

    assert editor.prose().blocks == (Subheading(runs=words("Health")), paragraph("They agreed"))


def test_what_is_typed_behind_a_subheading_is_not_bold(type_, editor):
    type_((CTRL | SHIFT, Key.Key_H), "Health", Key.Key_Return, "x")

    assert editor.surface.fontWeight() == 400


def test_a_hyphen_and_a_space_begin_a_list(type_, editor):
    type_("- one", Key.Key_Return, "two", Key.Key_Return, Key.Key_Return, "after")

    assert editor.prose().blocks == (items("one", "two"), paragraph("after"))


def test_a_number_begins_a_numbered_list(type_, editor):
    type_("1. one", Key.Key_Return, "two")

    assert editor.prose().blocks == (items("one", "two", ordered=True),)


def test_one_backspace_takes_the_list_back_that_a_hyphen_began(type_, editor):
    type_("- ", Key.Key_Backspace, "no list")

    assert editor.prose() == Prose((paragraph("- no list"),))


def test_tab_goes_deeper_in_a_list_and_back(type_, editor):
    type_("- one", Key.Key_Return, Key.Key_Tab, "two", Key.Key_Return, "three")
    type_((SHIFT, Key.Key_Backtab))

    assert editor.prose().blocks == (items("one", ">two", "three"),)


def test_an_empty_item_goes_higher_and_then_ends_the_list(type_, editor):
    type_("- one", Key.Key_Return, Key.Key_Tab, Key.Key_Return, Key.Key_Return, "after")

    assert editor.prose().blocks == (items("one"), paragraph("after"))


def test_tab_leaves_the_editor_elsewhere(qtbot, window, context, editor, type_):
    editor.set_prose(Prose.plain("one"))

    type_(Key.Key_Tab)

    assert editor.prose() == Prose.plain("one")


def test_backspace_at_the_start_of_an_item_makes_it_a_paragraph(type_, editor):
    editor.set_prose(Prose((items("one", "two"),)))
    editor.surface.moveCursor(QTextCursor.MoveOperation.End)

    type_(Key.Key_Home, Key.Key_Backspace)

    assert editor.prose().blocks == (items("one"), paragraph("two"))


def test_chosen_paragraphs_become_items_and_paragraphs_again(type_, editor):
    editor.set_prose(Prose.plain("one\ntwo"))

    type_((CTRL, Key.Key_A), (CTRL | SHIFT, Key.Key_L))
    assert editor.prose().blocks == (items("one", "two"),)

    type_((CTRL | SHIFT, Key.Key_O))
    assert editor.prose().blocks == (items("one", "two", ordered=True),)

    type_((CTRL | SHIFT, Key.Key_O))
    assert editor.prose() == Prose.plain("one\ntwo")


def test_a_quotation_ends_with_an_empty_line(type_, editor):
    type_((CTRL | SHIFT, Key.Key_I), "We will.", Key.Key_Return, Key.Key_Return, "So they said.")

    assert editor.prose().blocks == (
        BlockQuote(runs=words("We will.")),
        paragraph("So they said."),
    )


def test_handling_is_said_per_paragraph_and_taken_back(type_, editor):
    editor.set_prose(Prose.plain("one\ntwo"))

    type_((CTRL | SHIFT, Key.Key_D))
    assert editor.prose().blocks == (paragraph("one", "internal"), paragraph("two"))

    type_((CTRL | SHIFT, Key.Key_A))
    assert editor.prose().blocks[0] == paragraph("one", "usable")

    type_((CTRL | SHIFT, Key.Key_A))
    assert editor.prose() == Prose.plain("one\ntwo")


# Typing


@pytest.mark.parametrize(
    ("lang", "typed", "written"),
    [
        ("en", 'He said "yes" (the "only" one)', "He said “yes” (the “only” one)"),
        ("en", "It's the leaders' 'own' plan", "It’s the leaders’ ‘own’ plan"),
        ("fr", "Quoi? Non; oui: c'est ça!", "Quoi\u202f? Non\u202f; oui\u202f: c’est ça\u202f!"),
        ("fr", "Quoi ?", "Quoi\u202f?"),
        ("fr", 'un "mot" dit', "un «\u202fmot\u202f» dit"),
        ("fr", "à 10:30 https://a.org/?q", "à 10:30 https://a.org/?q"),
        ("zh", '他说"好"', "他说“好”"),
        ("", 'a "b"', 'a "b"'),
    ],
)
def test_marks_are_set_as_the_language_has_them(type_, editor, lang, typed, written):
    editor.set_lang(lang)

    type_(typed)

    assert editor.prose().text == written


def test_one_backspace_brings_the_straight_mark_back(type_, editor):
    editor.set_lang("en")

    type_('"', Key.Key_Backspace, "x")

    assert editor.prose().text == '"x'


def test_the_language_of_the_words_rules_over_that_of_the_text(type_, editor, context):
    editor.set_lang("en")

    context.actions["text.lang-fr"].trigger()
    type_("Quoi?")

    assert editor.prose().blocks[0].runs == (Run(text="Quoi\u202f?", lang="fr"),)


def test_chinese_is_composed_in_its_place(editor):
    editor.set_prose(Prose.plain("They agreed on "))
    editor.surface.moveCursor(QTextCursor.MoveOperation.End)

    QApplication.sendEvent(editor.surface, QInputMethodEvent("qihou", []))
    assert editor.prose().text == "They agreed on"
    event = QInputMethodEvent()
    event.setCommitString("气候")
    QApplication.sendEvent(editor.surface, event)

    assert editor.prose().text == "They agreed on气候"


# Links and footnotes


def test_a_link_is_asked_for_in_place(qtbot, type_, editor):
    editor.set_prose(Prose.plain("see the roadmap"))
    choose(editor, "roadmap")

    type_((CTRL, Key.Key_L))
    qtbot.keyClicks(QApplication.focusWidget(), "example.org")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)

    assert editor.prose().blocks[0].runs[1] == Run(text="roadmap", href="https://example.org")
    assert editor.surface.hasFocus()


def test_what_is_typed_behind_a_link_is_not_linked(type_, editor):
    editor.set_prose(Prose((Paragraph(runs=(Run(text="x", href="https://a.org"),)),)))

    type_(Key.Key_End, "y")

    assert editor.prose().blocks[0].runs[1] == Run(text="y")


def test_footnotes_are_numbered_in_their_order(qtbot, type_, editor):
    for text, note in (("First", "one"), (" second", "two")):
        type_(text, (CTRL | SHIFT, Key.Key_N))
        qtbot.keyClicks(QApplication.focusWidget(), note)
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    type_(" on")

    assert editor.prose().blocks[0].runs == (
        Run(text="First", footnote="one"),
        Run(text=" second", footnote="two"),
        Run(text=" on"),
    )
    assert editor.footnotes() == 2


def test_a_footnote_is_changed_where_the_cursor_touches_it(qtbot, type_, editor):
    editor.set_prose(Prose((Paragraph(runs=(Run(text="x", footnote="old"),)),)))
    type_(Key.Key_End, (CTRL | SHIFT, Key.Key_N))

    assert QApplication.focusWidget().text() == "old"
    qtbot.keyClicks(QApplication.focusWidget(), "new")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)

    assert editor.prose().blocks[0].runs == (Run(text="x", footnote="new"),)


def test_escape_leaves_everything_as_it_was(qtbot, type_, editor):
    editor.set_prose(Prose.plain("one"))
    type_((CTRL, Key.Key_A), (CTRL, Key.Key_L))
    qtbot.keyClicks(QApplication.focusWidget(), "example.org")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)

    assert editor.prose() == Prose.plain("one")
    assert editor.surface.hasFocus()


# Tables


def test_a_table_is_made_and_written_in(type_, editor, context):
    type_("before", (CTRL | SHIFT, Key.Key_T), "Topic", Key.Key_Tab, "Status")

    table = editor.prose().blocks[1]
    assert isinstance(table, Table)
    assert table.rows[0] == (words("Topic"), words("Status"), ())
    assert table.heads == 1


def test_rows_and_columns_come_and_go(qtbot, editor, context):
    editor.set_prose(Prose((Table(rows=((words("a"), words("b")), (words("c"), words("d")))),)))
    choose(editor, "c")

    def after(name: str) -> tuple[tuple[str, ...], ...]:
        act(qtbot, context, name)
        found = editor.prose().blocks[0]
        return tuple(tuple("".join(r.text for r in cell) for cell in row) for row in found.rows)

    assert after("row-below") == (("a", "b"), ("c", "d"), ("", ""))
    assert after("row-above") == (("a", "b"), ("c", "d"), ("", ""), ("", ""))
    choose(editor, "a")
    assert after("column-after")[0] == ("a", "", "b")
    assert after("column-before")[0] == ("a", "", "", "b")
    choose(editor, "c")
    assert after("remove-row") == (("a", "", "", "b"), ("", "", "", ""), ("", "", "", ""))
    choose(editor, "a")
    assert after("remove-column")[0] == ("", "", "b")
    act(qtbot, context, "remove-table")
    assert editor.prose() == Prose()


def test_every_deed_on_a_table_is_one_step_to_undo(qtbot, editor, context):
    before = Prose((Table(rows=((words("a"), words("b")),), heads=1, caption="What"),))
    editor.set_prose(before)
    for name in ("row-below", "column-after", "remove-row", "head-row"):
        choose(editor, "b")
        act(qtbot, context, name)
        assert editor.prose() != before
        editor.surface.undo()
        assert editor.prose() == before, name


def test_enter_in_a_cell_is_a_new_line(type_, editor):
    editor.set_prose(Prose((Table(rows=((words("a"),),)),)))
    choose(editor, "a")

    type_(Key.Key_End, Key.Key_Return, "b")

    assert editor.prose().blocks[0].rows == ((words("a\nb"),),)


# Inserts


INSERT = InsertBlock(insert="u1")


def test_what_is_typed_on_an_insert_goes_below_it(type_, editor):
    editor.set_prose(Prose((INSERT,)))

    type_("below")

    assert editor.prose().blocks == (INSERT, paragraph("below"))


def test_an_insert_is_chosen_before_it_is_rubbed_out(type_, editor):
    editor.set_prose(Prose((INSERT, paragraph("after"))))
    choose(editor, "after")
    type_(Key.Key_Home)

    type_(Key.Key_Backspace)
    assert editor.prose().inserts == ("u1",)

    type_(Key.Key_Backspace)
    assert editor.prose().blocks[-1] == paragraph("after")
    assert editor.prose().inserts == ()


def test_the_cursor_walks_over_an_insert(type_, editor):
    editor.set_prose(Prose((paragraph("a"), INSERT, paragraph("b"))))

    type_(Key.Key_Down, Key.Key_Down, "x")
    assert editor.prose().blocks[2].runs[0].text in {"xb", "bx"}

    type_(Key.Key_Up, Key.Key_Up, "y")
    assert "y" in editor.prose().blocks[0].runs[0].text
    assert editor.prose().inserts == ("u1",)


def test_a_cut_insert_leaves_a_line_and_is_pasted_elsewhere(type_, editor):
    editor.set_prose(Prose((INSERT, paragraph("after"))))

    type_((CTRL, Key.Key_Home), (CTRL, Key.Key_X))
    assert editor.prose().blocks == (Paragraph(), paragraph("after"))

    type_((CTRL, Key.Key_End), (CTRL, Key.Key_V))
    assert editor.prose().blocks == (Paragraph(), paragraph("after"), INSERT)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_line_of_an_insert_that_was_dragged_away_goes_with_it(editor, place):
    before = [paragraph("a"), paragraph("b")]
    before.insert(place, INSERT)
    editor.set_prose(Prose(tuple(before)))
    editor.block_cursor.go_to(place)
    cursor = editor.surface.textCursor()
    cursor.removeSelectedText()

    pen.sweep(editor.surface.document())

    assert editor.surface.document().blockCount() == 2
    assert editor.prose() == Prose.plain("a\nb")
    editor.surface.undo()
    assert editor.prose() == Prose(tuple(before))


def test_a_paragraph_is_opened_above_an_insert(type_, editor):
    editor.set_prose(Prose((INSERT,)))

    type_((SHIFT, Key.Key_Return), "above")

    assert editor.prose().blocks == (paragraph("above"), INSERT)


# Undo


def test_each_deed_is_one_step_to_undo(type_, editor):
    editor.set_prose(EVERY_KIND)
    for keys in (Key.Key_B, Key.Key_I, Key.Key_U):
        type_((CTRL, Key.Key_A), (CTRL, keys))
    for keys in (Key.Key_L, Key.Key_H, Key.Key_I, Key.Key_D, Key.Key_E):
        type_((CTRL, Key.Key_A), (CTRL | SHIFT, keys))

    for _step in range(8):
        editor.surface.undo()

    assert editor.prose() == EVERY_KIND


def test_undo_is_the_texts_first_and_then_the_books(qtbot, window, editor, type_):
    editor.setParent(window)
    editor.show()
    editor.setFocus()
    type_("typed", (CTRL, Key.Key_Z))

    assert editor.prose() == Prose()
