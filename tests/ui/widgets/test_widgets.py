"""Small widgets, driven by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QVBoxLayout, QWidget

from briefing.things import NO_DEADLINE, Commitment, Deadline, DeadlineKind, Party, Topic
from ui.settings import Appearance
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.choices import ChoiceModel, party_choices, topic_choices
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.commitment_chooser import CommitmentChooser
from ui.widgets.day_field import DayField
from ui.widgets.deadline_field import DeadlineField
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.fields import LinesField, WordsField
from ui.widgets.fold import Fold

CHOICES = [
    Choice("ca", "Canada", ("CA",)),
    Choice("cn", "China", ("CN", "中国")),
    Choice("ci", "Côte d’Ivoire", ("CI",)),
    Choice("us", "United States", ("US",)),
]


@pytest.fixture
def shown(qtbot, window):
    """Puts a widget on a page of its own, beside something else that can have the focus."""

    pages = []

    def show(widget: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        page.other = QToolButton()
        column = QVBoxLayout(page)
        column.addWidget(widget)
        column.addWidget(page.other)
        column.addStretch(1)
        qtbot.addWidget(page)
        page.resize(400, 200)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        widget.setFocus()
        return widget

    return show


def test_words_are_written_after_a_pause(qtbot, window, shown):
    field = shown(WordsField(window.context.session))

    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClicks(field, "Harbour House")

    assert written.args == ["Harbour House"]


def test_a_flush_writes_at_once_what_was_typed(qtbot, window, shown):
    field = shown(WordsField(window.context.session))
    qtbot.keyClicks(field, "Quay")

    with qtbot.waitSignal(field.written, timeout=100):
        window.context.session.flush()


def test_news_do_not_overwrite_what_is_being_typed(qtbot, window, shown):
    field = shown(WordsField(window.context.session))
    qtbot.keyClicks(field, "Quay")

    field.show_words("Harbour")

    assert field.text() == "Quay"


def test_a_list_is_an_entry_a_line_and_tab_leaves_it(qtbot, window, shown):
    field = shown(LinesField(window.context.session))
    qtbot.keyClicks(field, "Minister One")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "Minister Two")

    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClick(field, Qt.Key.Key_Tab)

    assert written.args == [("Minister One", "Minister Two")]


def test_a_day_that_cannot_be_read_is_marked_in_words_and_not_written(qtbot, window, shown):
    field = shown(DayField(window.context))

    with qtbot.assertNotEmitted(field.written):
        qtbot.keyClicks(field.line, "someday")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert "cannot be read" not in field.line.text()
    assert "14 Mar 2027" in field.trouble


def test_a_day_is_written_as_iso_and_the_mark_goes(qtbot, window, shown):
    field = shown(DayField(window.context, moment=True))
    qtbot.keyClicks(field.line, "someday")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    field.line.clear()

    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClicks(field.line, "1 June 2027 14:00")

    assert written.args == ["2027-06-01T14:00"]
    assert not field.trouble


def test_a_deadline_says_its_kind_by_itself_and_keeps_the_words_of_the_source(qtbot, window, shown):
    field = shown(DeadlineField(window.context))
    field.show_deadline(Deadline(kind=DeadlineKind.VAGUE, value="soon", text="soon"))
    field.line.clear()

    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClicks(field.line, "June 2030")

    assert written.args == [Deadline(kind=DeadlineKind.DATE, value="2030-06", text="soon")]


@pytest.mark.parametrize("words", ["nonsense day", "31/02/2021"])
def test_a_deadline_that_cannot_be_read_is_marked_in_words_and_not_written(
    qtbot, window, shown, words
):
    field = shown(DeadlineField(window.context))

    with qtbot.assertNotEmitted(field.written):
        qtbot.keyClicks(field.line, words)
        qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert "14 Mar 2027" in field.trouble
    assert field.line.text() == words
    assert not visible_words(field, "nonsense")


def test_words_that_are_no_day_become_a_deadline_by_the_kind_that_is_chosen(qtbot, window, shown):
    field = shown(DeadlineField(window.context))
    qtbot.keyClicks(field.line, "once the ice has gone")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.trouble

    with qtbot.waitSignal(field.written) as written:
        qtbot.keyClicks(field.findChild(ChoiceBox), "V")

    vague = Deadline(kind=DeadlineKind.VAGUE, value="once the ice has gone")
    assert written.args == [vague]
    assert not field.trouble


def test_no_kind_of_deadline_takes_a_day_that_no_calendar_has(qtbot, window, shown):
    field = shown(DeadlineField(window.context))
    field.show_deadline(Deadline(kind=DeadlineKind.VAGUE, value="soon", text="soon"))
    field.line.clear()

    with qtbot.assertNotEmitted(field.written):
        qtbot.keyClicks(field.line, "31/02/2021")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert field.trouble


def test_what_cannot_be_read_goes_when_another_deadline_is_shown(qtbot, window, shown):
    field = shown(DeadlineField(window.context))
    field.show_deadline(NO_DEADLINE, "one")
    qtbot.keyClicks(field.line, "nonsense day")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    field.show_deadline(NO_DEADLINE, "one")
    assert field.line.text() == "nonsense day"

    field.show_deadline(NO_DEADLINE, "another")
    assert not field.trouble
    assert not field.line.text()


def visible_words(widget: QWidget, words: str) -> list[str]:
    labels = widget.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and words in label.text()]


def test_a_party_is_chosen_by_typing_the_beginning_of_any_of_its_names(qtbot, window, shown):
    chooser = shown(Chooser(window.context, "Parties"))
    chooser.set_choices(CHOICES)

    with qtbot.waitSignal(chooser.chosen_changed) as changed:
        qtbot.keyClicks(chooser.line, "cote")
        qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    assert changed.args == [("ci",)]
    qtbot.waitUntil(lambda: not chooser.line.text())
    assert not chooser.line.isUndoAvailable()  # Undo takes back the choice, not the letters


def test_the_chosen_commitment_keeps_its_name_while_one_looks_for_another(qtbot, window, shown):
    commitment = window.context.session.store.all(Commitment)[0]
    chooser = shown(CommitmentChooser(window.context, "About"))
    line = chooser.focusProxy()
    qtbot.keyClicks(line, commitment.action[:24])
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert chooser.uid == commitment.uid

    qtbot.keyClicks(line, "zzz")

    assert [chip.text()[:8] for chip in chooser.findChildren(QToolButton) if chip.isVisible()] == [
        commitment.action[:8]
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab], ids=["Return", "Tab"])
@pytest.mark.parametrize("single", [False, True], ids=["several", "single"])
def test_a_key_in_the_open_list_chooses_what_was_typed_and_nothing_else(
    qtbot, window, shown, key, single
):
    chooser = shown(Chooser(window.context, "Parties", single=single))
    chooser.set_choices(CHOICES)
    chooser.line.setFocus()
    qtbot.waitUntil(chooser.line.hasFocus)
    qtbot.keyClicks(chooser.line, "Uni")
    popup = chooser.line.completer().popup()
    qtbot.waitUntil(popup.isVisible)

    qtbot.keyClick(popup, key)

    assert chooser.chosen == ("us",)
    qtbot.waitUntil(lambda: not chooser.line.text())
    assert not popup.isVisible()


def test_the_frame_around_what_is_chosen_shows_the_focus_and_moves_nothing(qtbot, window, shown):
    chooser = shown(Chooser(window.context, "Parties"))
    chooser.set_choices(CHOICES)
    chooser.set_chosen(["ci"])
    window.context.look.wear(Appearance.LIGHT)
    qtbot.waitUntil(chooser.line.hasFocus)
    edge = QPoint(1, chooser.height() // 2)
    assert chooser.grab().toImage().pixelColor(edge) == QColor(window.context.look.colours.accent)
    before = chooser.sizeHint(), chooser.line.geometry()

    chooser.parentWidget().other.setFocus()

    assert chooser.grab().toImage().pixelColor(edge) != QColor(window.context.look.colours.accent)
    assert (chooser.sizeHint(), chooser.line.geometry()) == before


def test_a_long_name_does_not_widen_a_narrow_column(window, shown):
    chooser = shown(Chooser(window.context, "Topics"))
    chooser.set_choices([Choice("x", "Bolstering Security and Defence, and what else there is")])

    chooser.set_chosen(("x",))

    assert chooser.minimumSizeHint().width() < 100


def test_backspace_in_the_empty_line_takes_the_last_one_out(qtbot, window, shown):
    chooser = shown(Chooser(window.context, "Parties"))
    chooser.set_choices(CHOICES)
    chooser.set_chosen(("ca", "us"))

    qtbot.keyClick(chooser.line, Qt.Key.Key_Backspace)

    assert chooser.chosen == ("ca",)


@pytest.fixture
def canada(qtbot, window, shown) -> QToolButton:
    """The chip of the first of two chosen parties."""
    chooser = shown(Chooser(window.context, "Parties"))
    chooser.set_choices(CHOICES)
    chooser.set_chosen(("ca", "us"))
    names = {b.accessibleName(): b for b in chooser.findChildren(QToolButton)}
    qtbot.waitUntil(names["Take out Canada"].isVisible)
    return names["Take out Canada"]


def test_a_chosen_one_is_taken_out_by_its_cross(qtbot, canada):
    chooser, cross = canada.parentWidget(), canada.rect().adjusted(canada.width() - 24, 0, 0, 0)
    assert cross.height() >= 24

    qtbot.mouseClick(canada, Qt.MouseButton.LeftButton, pos=cross.bottomLeft() + QPoint(1, -1))

    assert chooser.chosen == ("us",)


def test_a_click_on_the_name_chooses_it_and_takes_nothing_out(qtbot, canada):
    chooser = canada.parentWidget()

    qtbot.mouseClick(canada, Qt.MouseButton.LeftButton, pos=QPoint(12, canada.height() // 2))

    assert chooser.chosen == ("ca", "us")
    assert canada.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_key_takes_out_the_name_that_was_clicked(qtbot, window, canada, key):
    chooser, page = canada.parentWidget(), canada.window()
    removes = QAction(page, shortcut="Delete")
    page.addAction(removes)
    qtbot.mouseClick(canada, Qt.MouseButton.LeftButton, pos=QPoint(12, canada.height() // 2))

    with qtbot.assertNotEmitted(removes.triggered):
        qtbot.keyClick(canada, key)

    assert chooser.chosen == ("us",)
    assert chooser.line.hasFocus()


def test_backspace_that_is_held_empties_the_line_and_takes_nothing_out(qtbot, canada):
    chooser = canada.parentWidget()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "", True
    )

    QApplication.sendEvent(chooser.line, held)

    assert chooser.chosen == ("ca", "us")


def test_words_that_nothing_answers_to_can_be_asked_for(qtbot, window, shown):
    chooser = shown(Chooser(window.context, "Topics", addable=True))
    chooser.set_choices(CHOICES)

    with qtbot.waitSignal(chooser.new_wanted) as wanted:
        qtbot.keyClicks(chooser.line, "Atlantis")
        qtbot.keyClick(chooser.line, Qt.Key.Key_Return)

    assert wanted.args == ["Atlantis"]


def test_the_choices_are_a_sound_model(qtmodeltester):
    model = ChoiceModel("New: “{words}”")
    model.set_choices(CHOICES)
    qtmodeltester.check(model)
    model.look_for("c")

    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "Canada",
        "China",
        "Côte d’Ivoire",
        "New: “c”",
    ]


def test_parties_and_topics_become_choices():
    parties = [Party(uid="b", code="US", name="United States"), Party(uid="a", code="CA", name="C")]
    topics = [Topic(uid="t", name="Climate"), Topic(uid="s", name="Forests", parent="t")]

    assert [choice.uid for choice in party_choices(parties)] == ["a", "b"]
    assert [choice.path for choice in topic_choices(topics)] == ["", "Climate"]


def test_a_folded_section_is_remembered_folded(qtbot, window, shown):
    settings = window.context.settings
    fold = shown(Fold("The meeting", QLabel("Body"), settings, "meeting"))
    head = fold.findChild(QToolButton)

    qtbot.mouseClick(head, Qt.MouseButton.LeftButton)

    assert not fold.is_open
    again = Fold("The meeting", QLabel("Body"), settings, "meeting")
    qtbot.addWidget(again)
    assert not again.is_open


def test_words_that_do_not_fit_end_with_an_ellipsis_and_are_whole_for_a_screen_reader(qtbot):
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.resize(80, 24)
    label.show()
    label.show_words("119 of 400 words, at most four pages")

    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "119 of 400 words, at most four pages"

    label.resize(600, 24)
    assert label.text() == "119 of 400 words, at most four pages"
    assert not label.toolTip()


def test_a_line_that_is_too_long_for_its_field_ends_with_an_ellipsis(qtbot, window):
    field = WordsField(window.context.session)
    qtbot.addWidget(field)
    field.resize(150, 32)
    field.show()
    text = "Meeting with the President of Marenne"

    def picture(words: str) -> QImage:
        field.show_words(words)
        return field.grab().toImage()

    shown = picture(text)
    assert field.toolTip() == text
    # So that nothing jumps when the field is entered, it stands as if so much were all of it.
    assert shown in [picture(f"{text[:length]}…") for length in range(10, len(text))]
