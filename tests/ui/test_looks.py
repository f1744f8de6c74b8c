"""Colours that can be read, and icons of one weight."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QRectF, QStringListModel, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QListView, QPushButton, QSpinBox

import resources
from ui.looks.colours import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours, colours_for
from ui.looks.icons import program_icon
from ui.program import Program
from ui.settings import Appearance

SETS = {"light": LIGHT, "dark": DARK}
SETS_OF_CONTRAST = {"light": CONTRAST_LIGHT, "dark": CONTRAST_DARK}
GROUNDS = ("ground", "window", "raised")
WORDS = (
    "text",
    "quiet",
    "accent",
    "good",
    "warn",
    "bad",
    "candidate",
    "commitment",
    "annotation",
)
ICONS = sorted(
    path
    for path in (Path(resources.__file__).parent / "icons").glob("*.svg")
    if path.stem != "briefing"
)


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(colour).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def too_faint(colours: Colours, words, grounds, least: float) -> list[tuple[str, str, float]]:
    return [
        (word, ground, round(ratio, 2))
        for word in words
        for ground in grounds
        if (ratio := contrast(getattr(colours, word), getattr(colours, ground))) < least
    ]


@pytest.mark.parametrize("name", SETS)
def test_words_are_told_from_every_ground(name):
    assert too_faint(SETS[name], WORDS, GROUNDS, 4.5) == []


@pytest.mark.parametrize("name", SETS)
def test_words_stay_readable_where_something_is_chosen_or_found(name):
    assert too_faint(SETS[name], ["text"], ["wash", "found"], 4.5) == []
    assert too_faint(SETS[name], ["on_accent"], ["accent"], 4.5) == []


@pytest.mark.parametrize("name", SETS)
def test_the_edge_of_a_field_is_seen(name):
    assert too_faint(SETS[name], ["edge"], GROUNDS, 3) == []


@pytest.mark.parametrize("name", SETS_OF_CONTRAST)
def test_high_contrast_is_high(name):
    colours = SETS_OF_CONTRAST[name]

    assert too_faint(colours, (*WORDS, "edge", "line"), GROUNDS, 7) == []
    assert too_faint(colours, ["text"], ["wash", "found"], 7) == []
    assert too_faint(colours, ["on_accent"], ["accent"], 7) == []


def test_the_system_decides_between_plain_and_high_contrast():
    assert colours_for(dark=True, contrast=False) is DARK
    assert colours_for(dark=False, contrast=True) is CONTRAST_LIGHT


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_drawn_with_the_one_line_and_fits_its_square(qapp, path):
    drawing = path.read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke="currentColor"' in drawing
    assert 'stroke-width="1.75"' in drawing

    image = painted(drawing.replace("currentColor", "#000000"), 48)

    inked = [(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 40]
    assert inked
    assert not any(x in {0, 47} or y in {0, 47} for x, y in inked)


def painted(drawing: str, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def test_the_program_has_an_icon_of_its_own(qapp):
    assert {size.width() for size in program_icon().availableSizes()} >= {16, 32, 128}


def edge_of(drawn: QImage, program: Program) -> float:
    """The contrast of what is drawn at the left of a control with the window around it."""
    row = [drawn.pixelColor(x, drawn.height() // 2).name() for x in range(4)]
    return max(contrast(pixel, program.look.colours.window) for pixel in row)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT_CONTRAST, Appearance.DARK_CONTRAST])
@pytest.mark.parametrize("kind", [QPushButton, QComboBox, QSpinBox])
def test_what_is_pressed_has_an_edge_in_high_contrast(qtbot, program, kind, appearance):
    program.look.wear(appearance)
    button = kind()
    qtbot.addWidget(button)
    button.resize(80, 30)

    drawn = button.grab().toImage()

    assert edge_of(drawn, program) > 4.5


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_focus_draws_a_line_around_the_words_of_a_row_and_no_veil_over_them(
    qtbot, window, appearance
):
    look = window.context.look
    look.wear(appearance)
    view = QListView(window)
    view.setModel(QStringListModel(["■■■■"], view))
    view.resize(200, 100)
    view.show()
    view.setCurrentIndex(view.model().index(0, 0))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    row = view.visualRect(view.currentIndex())
    inside = row.adjusted(3, 3, -3, -3)
    words = QColor(look.colours.on_accent)

    def holds(image: QImage, colour: QColor) -> bool:
        places = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return any(image.pixelColor(x, y) == colour for x, y in places)

    assert holds(view.viewport().grab(inside).toImage(), words)
    assert holds(view.viewport().grab(row.adjusted(0, 0, 0, 3 - row.height())).toImage(), words)
    look.wear(Appearance.SYSTEM)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_sign_of_a_row_has_the_colour_of_its_words_also_where_it_is_chosen(program, appearance):
    look = program.look
    look.wear(appearance)
    icon = look.row_icon("accept")

    for mode, colour in (
        (QIcon.Mode.Normal, look.colours.text),
        (QIcon.Mode.Selected, look.colours.on_accent),
    ):
        image = icon.pixmap(16, mode).toImage()
        pixels = [
            image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())
        ]
        strongest = max(pixels, key=QColor.alpha)
        assert contrast(strongest.name(), colour) < 1.1


@pytest.mark.parametrize("role", ["title", "heading"])
def test_a_chinese_heading_is_bold_also_without_a_bold_chinese_font(qtbot, program, role):
    assert ink(qtbot, program, role) > 1.1 * ink(qtbot, program, role, bold=False)


def ink(qtbot, program, role: str, *, bold: bool = True) -> int:
    label = QLabel("需修正的简报")
    label.setProperty("role", role)
    if not bold:
        label.setStyleSheet("font-weight: 400;")
    qtbot.addWidget(label)
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0).lightness()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(abs(image.pixelColor(x, y).lightness() - ground) for x, y in places)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT_CONTRAST, Appearance.DARK_CONTRAST])
def test_a_list_in_a_dialog_has_an_edge_in_high_contrast(qtbot, program, appearance):
    program.look.wear(appearance)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    view = QListView(dialog)
    view.resize(80, 60)

    edge = view.grab().toImage().pixelColor(0, 30).name()

    assert contrast(edge, program.look.colours.window) > 4.5


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("kind", [QSpinBox, QComboBox])
def test_the_edge_of_any_field_is_seen_as_that_of_a_line_is(qtbot, program, kind, appearance):
    program.look.wear(appearance)
    field = kind()
    qtbot.addWidget(field)
    field.resize(80, 28)

    drawn = field.grab().toImage()

    assert edge_of(drawn, program) >= 3
