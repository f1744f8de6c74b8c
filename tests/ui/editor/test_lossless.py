"""What a text says survives the way into Qt's document and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from briefing.prose import Paragraph, Prose, Run
from tests.ui.editor.proses import EVERY_KIND, proses
from ui.editor.formats import Style
from ui.editor.normal import normal
from ui.editor.reading import read_prose
from ui.editor.writing import write_prose
from ui.looks.colours import LIGHT

STYLE = Style(LIGHT, 16)
pytestmark = pytest.mark.usefixtures("qapp")


def through(prose: Prose) -> Prose:
    document = QTextDocument()
    write_prose(QTextCursor(document), prose, STYLE)
    return read_prose(document)


def test_a_text_with_everything_in_it_comes_back() -> None:
    assert through(EVERY_KIND) == EVERY_KIND


@given(proses)
@settings(deadline=None, max_examples=120)
def test_any_text_in_its_normal_form_comes_back(prose: Prose) -> None:
    assert through(normal(prose)) == normal(prose)


@given(proses)
@settings(deadline=None, max_examples=60)
def test_the_normal_form_of_a_normal_form_is_itself(prose: Prose) -> None:
    assert normal(normal(prose)) == normal(prose)


def test_runs_that_are_alike_become_one() -> None:
    bold = Run(text="a", bold=True)

    assert normal(Prose((Paragraph(runs=(bold, bold, Run(text=""))),))) == Prose(
        (Paragraph(runs=(Run(text="aa", bold=True),)),)
    )
