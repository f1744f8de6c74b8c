"""The one tree that both writers render: a publication, fully resolved.

Every word, number, citation, footnote, marking and date in it is final. A writer decides looks and
nothing else. Writers match on the closed unions and end in `assert_never`, so that a new block
fails the type check in both formats until it is rendered in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

# Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Characters of one look. `lang` is "" where it is the block's."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to an address outside (`href`) or to a block or part (`target`, its uid)."""

    words: tuple[Text, ...]
    href: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteCall:
    """The place where a footnote is called. Footnotes are numbered from 1 in each part."""

    number: int
    note: tuple[Text | Link, ...]
    lang: str = ""


Inline: TypeAlias = Text | Link | FootnoteCall


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """An annotation shown to those who work on the book, never in its final profile."""

    author: str
    written: str
    """ISO date and time."""
    kind: str
    """In words, such as "Sensitivity"."""
    text: str


# Blocks. `uid` names what a block was made from; it is "" for what cannot be read back.


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the title of a part."""

    level: int
    inlines: tuple[Inline, ...]
    number: str = ""
    """As printed before the words: the tab's label, or a section's number."""
    uid: str = ""
    lang: str = ""
    comments: tuple[Comment, ...] = ()


class Role(StrEnum):
    """What a paragraph is for."""

    BODY = "body"
    LEAD = "lead"
    """The bottom line: the first thing that a tired reader should see."""
    META = "meta"
    """Small words under a heading: who signed off, as of when."""
    SMALL = "small"
    HINT = "hint"
    """Stands where an empty section waits to be written (working profile only)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words that read on. `number` is printed in the margin, `handling` as a label before."""

    inlines: tuple[Inline, ...]
    role: Role = Role.BODY
    number: str = ""
    handling: str = ""
    """The words of a handling label, such as "Not to be disclosed"."""
    uid: str = ""
    lang: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a source, set apart; the citation is a footnote called at their end."""

    inlines: tuple[Inline, ...]
    uid: str = ""
    lang: str = ""
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item: its label as printed, its own words, and deeper blocks."""

    label: str
    inlines: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Items; `ordered` if the labels count."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell; `head` names its row or column to a screen reader."""

    blocks: tuple[Block, ...] = ()
    head: bool = False


class TableRole(StrEnum):
    """What a table is for, which decides how it looks."""

    PLAIN = "plain"
    LEDGER = "ledger"
    """Commitments: light rules, head row repeated, room to write."""
    FIELDS = "fields"
    """Labels and values: the header block of a meeting note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells, all of one length."""

    widths: tuple[float, ...]
    """The columns' shares of the line; they add up to 1."""
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 1
    """How many of the first rows are head rows, repeated on each page."""
    role: TableRole = TableRole.PLAIN
    caption: str = ""
    description: str = ""
    """What the table shows, for a screen reader."""
    uid: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a chart: its name, and its stretches as (status word, symbol, count).

    A status is drawn alike in every bar of a chart.
    """

    name: str
    stretches: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A point on a time line: its day, what is due, and whether that passed unmet."""

    day: str
    name: str
    overdue: bool = False
    label: str = ""
    """The day as printed; `day` is ISO."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawing: bars of commitments by status, or deadlines on a time line."""

    bars: tuple[Bar, ...] = ()
    events: tuple[Event, ...] = ()
    today: Event | None = None
    """The day of the book, marked on a time line."""
    caption: str = ""
    description: str = ""
    """The same facts in words, for a screen reader."""
    uid: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of the contents: the label of its tab, its title, and the part that it leads to."""

    label: str
    title: str
    target: str
    remark: str = ""
    """Such as the state of a note that is not signed off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The list of parts. PDF prints each part's first page, DOCX a page reference field."""

    entries: tuple[ContentsEntry, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Blocks in a box with a title, such as a bottom line or what is not to be disclosed."""

    title: str
    blocks: tuple[Block, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The front page."""

    title: str
    subtitle: str = ""
    office: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    """(label, value): occasion, place, dates, principal."""
    edition: str = ""
    """Which print it is, and the copy number, in words."""
    lang: str = ""


Block: TypeAlias = Heading | Paragraph | Quote | List | Table | Chart | Contents | Panel | Cover


# The whole


class PartKind(StrEnum):
    """What a part is; writers give the cover no running head."""

    COVER = "cover"
    CONTENTS = "contents"
    NOTE = "note"
    COMMITMENTS = "commitments"
    ACRONYMS = "acronyms"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A tab of the book. It starts a page, on the right when the book is printed duplex."""

    uid: str
    kind: PartKind
    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    """"1", "2"... for notes, "A", "B"... for generated parts, "" for cover and contents."""
    head: str = ""
    """What the running head says of this part, such as "Tab 4 · Health security"."""
    page_prefix: str = ""
    """Before the page within the part, such as "Tab 4 – "."""
    marking: str = ""
    """The marking as printed on its pages."""
    lang: str = ""


class Paper(StrEnum):
    """Page formats; both are designed, none is scaled."""

    A4 = "a4"
    LETTER = "letter"


class Profile(StrEnum):
    """Whom the export is for."""

    FINAL = "final"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the adviser wants it printed."""

    paper: Paper = Paper.A4
    large_print: bool = False
    duplex: bool = True
    profile: Profile = Profile.FINAL
    edition: int | None = None
    """The number under which the book keeps this print, if it keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """What writers print on each page; the fields in braces are filled by them."""

    page_of: str = "{page} / {pages}"
    tab_page: str = "{prefix}{page}"
    continued: str = "…"
    """After the caption or head of a table or footnote that runs on."""
    contents: str = ""
    """The heading of the contents in a PDF's outline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A book ready to print, or some parts of one with the numbering of the whole."""

    title: str
    lang: str
    parts: tuple[Part, ...]
    form: Form
    words: PageWords
    marking: str = ""
    """The highest marking of its parts, as printed on the cover."""
    marking_at_foot: bool = True
    """Whether the scheme asks for the marking at the foot of the page too."""
    author: str = ""
    subject: str = ""
    made: str = ""
    """ISO date and time, handed in."""
    edition: str = ""
