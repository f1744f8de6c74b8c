"""What a rich text says, as properties of Qt's formats; and how it looks.

What is said and how it looks are kept apart: a subheading is set bold without its runs being bold.
Only the properties that are named here are read back, never a weight, a colour or a margin.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import lru_cache

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from briefing.prose import Run
from ui.looks.colours import Colours

_BASE = QTextFormat.Property.UserProperty.value
_OBJECT = QTextFormat.ObjectTypes.UserObject.value
FOOTNOTE_OBJECT = _OBJECT + 1
INSERT_OBJECT = _OBJECT + 2
OBJECT = "\ufffc"
"""The character that stands for an object in Qt's text."""
BREAK = "\u2028"
"""A break inside a block, in Qt's text; the book has a line feed there."""


class Prop(IntEnum):
    """Where a format keeps what is said."""

    KIND = _BASE + 1
    HANDLING = _BASE + 2
    LEVEL = _BASE + 3
    STARTS = _BASE + 4
    BOLD = _BASE + 10
    ITALIC = _BASE + 11
    UNDERLINE = _BASE + 12
    SUPERSCRIPT = _BASE + 13
    HREF = _BASE + 14
    LANG = _BASE + 15
    FOOTNOTE = _BASE + 16
    INSERT = _BASE + 17
    HEADS = _BASE + 20
    CAPTION = _BASE + 21


class Kind(StrEnum):
    """What a block of Qt's text is."""

    PARAGRAPH = "paragraph"
    SUBHEADING = "subheading"
    QUOTE = "quote"
    BULLET = "bullet"
    NUMBER = "number"
    INSERT = "insert"
    CELL = "cell"
    HEAD = "head"


LISTS = (Kind.BULLET, Kind.NUMBER)
CELLS = (Kind.CELL, Kind.HEAD)


@dataclass(frozen=True, slots=True)
class Shape:
    """What is said of a block as a whole."""

    kind: Kind = Kind.PARAGRAPH
    handling: str = ""
    level: int = 0
    starts: bool = False
    """Whether a list begins anew with this item."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is said of a stretch of characters."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    href: str = ""
    lang: str = ""

    @classmethod
    def of(cls, run: Run) -> Marks:
        """The marks of a run."""
        return cls(run.bold, run.italic, run.underline, run.superscript, run.href, run.lang)

    def run(self, text: str, footnote: str = "") -> Run:
        """A run with these marks."""
        return Run(
            text=text,
            bold=self.bold,
            italic=self.italic,
            underline=self.underline,
            superscript=self.superscript,
            href=self.href,
            lang=self.lang,
            footnote=footnote,
        )


@dataclass(frozen=True, slots=True)
class Style:
    """How everything looks: colours, and the unit that all distances are counted in."""

    colours: Colours
    em: float

    @property
    def indent(self) -> float:
        """How far an item stands in from the one above it."""
        return self.em * 1.6


def shape_of(block: QTextBlockFormat) -> Shape:
    """What a block's format says."""
    kind = block.property(Prop.KIND)
    return Shape(
        Kind(kind) if kind else Kind.PARAGRAPH,
        block.property(Prop.HANDLING) or "",
        block.property(Prop.LEVEL) or 0,
        bool(block.property(Prop.STARTS)),
    )


def marks_of(char: QTextCharFormat) -> Marks:
    """What the format of characters says."""
    return Marks(
        bool(char.property(Prop.BOLD)),
        bool(char.property(Prop.ITALIC)),
        bool(char.property(Prop.UNDERLINE)),
        bool(char.property(Prop.SUPERSCRIPT)),
        char.property(Prop.HREF) or "",
        char.property(Prop.LANG) or "",
    )


@lru_cache(maxsize=512)
def _block_format(shape: Shape, style: Style) -> QTextBlockFormat:
    found = QTextBlockFormat()
    if shape.kind is not Kind.PARAGRAPH:
        found.setProperty(Prop.KIND, str(shape.kind))
    if shape.handling:
        found.setProperty(Prop.HANDLING, shape.handling)
    if shape.level:
        found.setProperty(Prop.LEVEL, shape.level)
    if shape.starts:
        found.setProperty(Prop.STARTS, True)  # noqa: FBT003 - Qt's
    _look_of_block(found, shape, style)
    return found


def _look_of_block(found: QTextBlockFormat, shape: Shape, style: Style) -> None:
    em = style.em
    top, bottom, left, right = 0.0, 0.5 * em, 0.0, 0.0
    if shape.kind is Kind.SUBHEADING:
        top, bottom = 0.7 * em, 0.3 * em
        found.setHeadingLevel(3)
    elif shape.kind is Kind.QUOTE:
        left, right = 1.4 * em, 1.4 * em
    elif shape.kind in LISTS:
        left, bottom = style.indent * (shape.level + 1), 0.25 * em
    elif shape.kind in CELLS:
        bottom = 0.0
    elif shape.kind is Kind.INSERT:
        top = 0.25 * em
    found.setTopMargin(top)
    found.setBottomMargin(bottom)
    found.setLeftMargin(left)
    found.setRightMargin(right)
    if shape.kind is not Kind.INSERT:
        found.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)


def block_format(shape: Shape, style: Style) -> QTextBlockFormat:
    """The format of a block that says and looks so; the caller's own."""
    return QTextBlockFormat(_block_format(shape, style))


@lru_cache(maxsize=1024)
def _char_format(marks: Marks, kind: Kind, style: Style) -> QTextCharFormat:
    found = QTextCharFormat()
    for prop, value in (
        (Prop.BOLD, marks.bold),
        (Prop.ITALIC, marks.italic),
        (Prop.UNDERLINE, marks.underline),
        (Prop.SUPERSCRIPT, marks.superscript),
        (Prop.HREF, marks.href),
        (Prop.LANG, marks.lang),
    ):
        if value:
            found.setProperty(prop, value)
    _look_of_chars(found, marks, kind, style)
    return found


def _look_of_chars(found: QTextCharFormat, marks: Marks, kind: Kind, style: Style) -> None:
    _type_of_chars(found, marks, kind)
    if marks.href:
        found.setForeground(QColor(style.colours.accent))
    elif kind is Kind.QUOTE:
        found.setForeground(QColor(style.colours.quiet))
    if marks.underline:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    elif marks.href:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)


def _type_of_chars(found: QTextCharFormat, marks: Marks, kind: Kind) -> None:
    if marks.bold or kind in {Kind.SUBHEADING, Kind.HEAD}:
        found.setFontWeight(QFont.Weight.Bold)
    if kind is Kind.SUBHEADING:
        found.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    if marks.italic:
        found.setFontItalic(True)
    if marks.superscript:
        found.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)


def char_format(marks: Marks, kind: Kind, style: Style) -> QTextCharFormat:
    """The format of characters that say and look so in a block of a kind; the caller's own."""
    return QTextCharFormat(_char_format(marks, kind, style))


def footnote_format(text: str, style: Style) -> QTextCharFormat:
    """The format of the object that calls a footnote."""
    found = QTextCharFormat()
    found.setObjectType(FOOTNOTE_OBJECT)
    found.setProperty(Prop.FOOTNOTE, text)
    found.setForeground(QColor(style.colours.accent))
    found.setToolTip(text)
    return found


def insert_format(uid: str) -> QTextCharFormat:
    """The format of the object that shows a live insert."""
    found = QTextCharFormat()
    found.setObjectType(INSERT_OBJECT)
    found.setProperty(Prop.INSERT, uid)
    return found


def table_format(columns: int, heads: int, caption: str, style: Style) -> QTextTableFormat:
    """The format of a table; the caption is painted above it."""
    found = QTextTableFormat()
    found.setProperty(Prop.HEADS, heads)
    found.setProperty(Prop.CAPTION, caption)
    found.setHeaderRowCount(heads)
    found.setBorderCollapse(True)
    found.setBorder(1)
    found.setBorderBrush(QColor(style.colours.line))
    found.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    found.setCellPadding(style.em * 0.3)
    found.setCellSpacing(0)
    found.setTopMargin(style.em * (2.0 if caption else 0.4))
    found.setBottomMargin(style.em * 0.6)
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    found.setColumnWidthConstraints([share] * columns)
    found.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    return found


def cell_format(kind: Kind, style: Style) -> QTextTableCellFormat:
    """The ground of a cell. Qt keeps it where the first block keeps how its characters look."""
    found = QTextTableCellFormat()
    found.merge(_char_format(Marks(), kind, style))
    if kind is Kind.HEAD:
        found.setBackground(QColor(style.colours.wash))
    return found


def reshaped(shape: Shape, kind: Kind) -> Shape:
    """The shape of a block that becomes another kind: it keeps what that kind can have."""
    lists = kind in LISTS
    return replace(
        shape,
        kind=kind,
        level=shape.level if lists else 0,
        starts=shape.starts and lists,
        handling=shape.handling if lists or kind is Kind.PARAGRAPH else "",
    )
