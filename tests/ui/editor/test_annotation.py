"""The card on which an annotation is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from briefing.prose import Prose
from briefing.things import Annotation, AnnotationKind, PrintFlag
from ui.editor.annotation import AnnotationEditor, Draft

QUESTION = Annotation(
    uid="a1", body=Prose.plain("Who pays?"), kind=AnnotationKind.QUESTION, flag=PrintFlag.PRINT
)


@pytest.fixture
def card(qtbot, context) -> AnnotationEditor:
    card = AnnotationEditor(context)
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    card.setFocus()
    return card


def test_an_annotation_is_shown_as_it_is(card):
    card.show_annotation(QUESTION)

    assert card.draft() == Draft(QUESTION.body, QUESTION.kind, QUESTION.flag)


def test_what_is_typed_is_handed_on_with_its_kind(qtbot, card):
    card.begin("en")

    with qtbot.waitSignal(card.written, timeout=2_000) as written:
        qtbot.keyClicks(card.editor.surface, "Ask them.")

    assert written.args == [Draft(Prose.plain("Ask them."))]


def test_a_chosen_kind_is_handed_on_at_once(qtbot, card):
    card.show_annotation(QUESTION)
    box = next(b for b in card.findChildren(QComboBox) if b.accessibleName().startswith("Kind"))

    with qtbot.waitSignal(card.classified) as classified:
        qtbot.keyClick(box, Qt.Key.Key_Down)

    assert classified.args[0].kind is AnnotationKind.TALKING_POINT


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_a_key_finishes_and_loses_nothing(qtbot, card, key, modifier):
    card.begin("en")
    qtbot.keyClicks(card.editor.surface, "Kept")

    with qtbot.waitSignals([card.written, card.finished]):
        qtbot.keyClick(card.editor.surface, key, modifier)


def test_everything_on_the_card_has_a_name(card):
    for widget in (*card.findChildren(QComboBox), *card.findChildren(QPushButton)):
        assert widget.accessibleName() or widget.text()


def test_the_card_goes_into_a_narrow_column(card):
    assert card.minimumSizeHint().width() <= 290
