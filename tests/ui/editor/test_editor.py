"""What a host sees of an editor."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton

from briefing.prose import InsertBlock, Paragraph, Prose, Run, Table
from tests.ui.editor.proses import EVERY_KIND, words
from ui.editor.actions import ACTIONS
from ui.editor.editor import FormatBar, ProseEditor


def test_a_text_is_shown_and_given_back(editor):
    editor.set_prose(EVERY_KIND)

    assert editor.prose() == EVERY_KIND


def test_what_is_typed_is_handed_on_when_the_keys_rest(qtbot, editor):
    with qtbot.waitSignal(editor.typed, timeout=2_000) as typed:
        qtbot.keyClicks(editor.surface, "The leaders agreed")

    assert typed.args == [Prose.plain("The leaders agreed")]
    assert not editor.pending


def test_a_flush_hands_on_at_once_and_only_once(qtbot, editor):
    qtbot.keyClicks(editor.surface, "now")

    with qtbot.waitSignal(editor.typed):
        editor.flush()
    with qtbot.assertNotEmitted(editor.typed):
        editor.flush()


def test_an_editor_that_is_only_set_up_has_nothing_to_hand_on(context):
    editor = ProseEditor(context)
    editor.set_margin_words(shown=False)
    editor.grow()
    editor.set_lang("fr")

    assert not editor.pending


def test_what_is_set_is_not_handed_back(qtbot, editor):
    with qtbot.assertNotEmitted(editor.typed), qtbot.assertNotEmitted(editor.changed):
        editor.set_prose(EVERY_KIND)
        editor.flush()


def test_the_same_text_set_again_leaves_the_cursor_and_the_undo_alone(qtbot, editor):
    qtbot.keyClicks(editor.surface, "one two")
    qtbot.keyClick(editor.surface, Qt.Key.Key_Left)

    editor.set_prose(editor.prose())

    assert editor.surface.textCursor().position() == len("one tw")
    assert editor.surface.document().isUndoAvailable()


def test_an_insert_stands_behind_the_paragraph_with_the_cursor(editor):
    editor.set_prose(Prose.plain("one\ntwo"))

    assert editor.block_cursor.insert_place == 0
    editor.surface.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    assert editor.block_cursor.insert_place == 1
    editor.block_cursor.put_insert("u1")

    assert editor.prose().blocks == (
        Paragraph(runs=words("one")),
        InsertBlock(insert="u1"),
        Paragraph(runs=words("two")),
    )


def test_an_insert_takes_the_place_of_an_empty_paragraph(editor):
    editor.block_cursor.put_insert("u1")

    assert editor.prose().blocks == (InsertBlock(insert="u1"),)


def test_the_block_with_the_cursor_is_known(editor):
    editor.set_prose(EVERY_KIND)

    for index in range(len(EVERY_KIND.blocks)):
        editor.block_cursor.go_to(index)
        assert editor.block_cursor.block == index


def test_the_cursor_goes_on_beyond_the_text(qtbot, editor):
    editor.set_prose(Prose.plain("one\ntwo"))

    with qtbot.waitSignal(editor.left) as left:
        qtbot.keyClick(editor.surface, Qt.Key.Key_Up)
    assert left.args[0] == -1

    editor.enter(-1, 40)
    assert editor.surface.textCursor().blockNumber() == 1
    with qtbot.waitSignal(editor.left) as left:
        qtbot.keyClick(editor.surface, Qt.Key.Key_Down)
    assert left.args[0] == 1


def test_an_editor_that_grows_is_as_high_as_its_text(qtbot, editor):
    editor.grow()
    low = editor.surface.height()

    editor.set_prose(Prose.plain("\n".join(["line"] * 30)))

    qtbot.waitUntil(lambda: editor.surface.height() > 10 * low)


def test_nothing_is_typed_where_the_text_can_only_be_read(qtbot, editor):
    editor.set_prose(Prose.plain("one"))
    editor.read_only = True

    qtbot.keyClicks(editor.surface, "two")

    assert editor.prose() == Prose.plain("one")


def test_words_are_counted_as_an_adviser_counts_them(editor):
    editor.set_prose(Prose((Paragraph(runs=(Run(text="Two words"), Run(text="气候"))),)))

    assert editor.prose().words == 4


def test_the_text_undoes_its_own_typing_until_the_focus_leaves(qtbot, window, editor):
    qtbot.keyClicks(editor.surface, "typed")
    assert editor.surface.document().isUndoAvailable()

    with qtbot.waitSignal(editor.typed):
        editor.surface.clearFocus()

    assert not editor.surface.document().isUndoAvailable()


def test_other_looks_and_sizes_leave_the_text_as_it_was(qtbot, editor, context):
    editor.set_prose(EVERY_KIND)
    editor.block_cursor.go_to(3)
    at = editor.surface.textCursor().position()
    with qtbot.assertNotEmitted(editor.typed):
        context.look.changed.emit()
        context.settings.change(reading_size=3)

    assert editor.prose() == EVERY_KIND
    assert editor.surface.textCursor().position() == at


def test_typing_goes_on_while_other_looks_are_put_on(qtbot, editor, context):
    qtbot.keyClicks(editor.surface, "half a wo")
    context.look.changed.emit()
    qtbot.keyClicks(editor.surface, "rd")

    assert editor.prose() == Prose.plain("half a word")


def test_the_wheel_with_ctrl_changes_the_size_of_the_text(qtbot, editor, context):
    before = editor.surface.font().pointSizeF()
    point = QPointF(20, 20)
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.surface.viewport(), event)

    assert editor.surface.font().pointSizeF() == before + 1


def test_a_screen_reader_is_told_what_the_boxes_are(editor):
    editor.set_prose(EVERY_KIND)

    assert editor.surface.accessibleDescription() == "Roadmap (u1)"


def test_right_to_left_text_is_typed_and_kept(qtbot, editor):
    event = QInputMethodEvent()
    event.setCommitString("שלום")
    QApplication.sendEvent(editor.surface, event)

    assert editor.prose() == Prose.plain("שלום")


def test_every_action_has_a_key_of_its_own_or_none(context, editor):
    keys = [key.toString() for spec in ACTIONS for key in context.actions[spec.id].shortcuts()]

    assert len(keys) == len(set(keys))


def test_what_can_be_done_follows_the_cursor(qtbot, editor, context):
    editor.set_prose(EVERY_KIND)
    bold, row = context.actions["text.bold"], context.actions["text.row-below"]

    editor.surface.setTextCursor(editor.surface.document().find("agreed"))
    qtbot.waitUntil(bold.isChecked)
    assert not row.isEnabled()

    editor.surface.setTextCursor(editor.surface.document().find("done"))
    qtbot.waitUntil(row.isEnabled)
    assert not bold.isChecked()


def test_the_bar_does_what_its_buttons_say(qtbot, editor, context):
    bar = FormatBar(context)
    qtbot.addWidget(bar)
    bar.show()
    editor.set_prose(Prose.plain("one"))
    editor.surface.selectAll()
    button = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == "Bold")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert editor.prose().blocks == (Paragraph(runs=words("one", bold=True)),)
    assert all(b.accessibleName() and b.height() >= 24 for b in bar.findChildren(QToolButton))


def test_what_is_inserted_behind_a_table_stands_behind_it(editor):
    editor.set_prose(Prose((*Prose.plain("one").blocks, Table(rows=((words("a"), ()),)))))

    cursor = editor.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.surface.setTextCursor(cursor)
    assert editor.block_cursor.insert_place == 2

    cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)  # into the empty cell
    editor.surface.setTextCursor(cursor)
    assert editor.block_cursor.insert_place == 2
