"""Fields below each other."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from ui.widgets.choice_box import ChoiceBox
from ui.widgets.form import Form


@pytest.fixture
def page(qtbot, program) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("kind", [QLineEdit, ChoiceBox, QSpinBox, QPlainTextEdit])
def test_the_name_of_a_field_stands_in_the_middle_of_its_first_line(page, kind):
    form, line, field = Form(page), QLineEdit(), kind()
    form.addRow("Lead", line)
    form.addRow("&Tabs", field)
    page.show()

    name = form.labelForField(field)
    middle = name.geometry().center().y() - field.y()

    assert abs(middle - line.rect().center().y()) <= 1


def test_no_letter_of_a_name_is_cut(page):
    form, field = Form(page), QLineEdit()
    form.addRow("&Tabs", field)
    page.show()

    name = form.labelForField(field)
    letters = sum(QFontMetrics(name.font()).horizontalAdvance(letter) for letter in "Tabs")

    assert name.width() >= letters


def test_fields_and_buttons_stand_in_a_row_at_one_height(page):
    box = ChoiceBox()
    box.addItem("English")
    fields = [QLineEdit("Words"), box, QSpinBox(), QPushButton("Apply")]
    form = Form(page)
    for field in fields:
        form.addRow("Name", field)
    page.show()

    assert {field.height() for field in fields} == {28}


def test_nothing_moves_when_a_line_is_written_in(qtbot, page):
    form, first, second = Form(page), QLineEdit(), QLineEdit()
    form.addRow("First", first)
    form.addRow("Second", second)
    page.show()
    page.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)

    assert first.sizeHint() == second.sizeHint()
