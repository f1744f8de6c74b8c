"""How words look where they stand: in the column, in a table's cell, in a footnote."""

from __future__ import annotations

from dataclasses import dataclass

from exports.layout.styles import StyleSheet, TextStyle
from exports.tree import Role


@dataclass(frozen=True, slots=True)
class Look:
    """Styles by role, and the gap between paragraphs."""

    body: TextStyle
    lead: TextStyle
    meta: TextStyle
    small: TextStyle
    hint: TextStyle
    quote: TextStyle
    gap: float
    outer: bool = False
    """Whether the words have a margin beside them, for numbers and rules."""

    @classmethod
    def column(cls, sheet: StyleSheet) -> Look:
        """Of running text."""
        return cls(
            sheet.body,
            sheet.lead,
            sheet.meta,
            sheet.small,
            sheet.hint,
            sheet.quote,
            6.5 * sheet.scale,
            outer=True,
        )

    @classmethod
    def cell(cls, sheet: StyleSheet) -> Look:
        """Of words in a table."""
        cell, small = sheet.cell, sheet.cell_small
        return cls(cell, cell, small, small, small, cell, 3 * sheet.scale)

    @classmethod
    def head(cls, sheet: StyleSheet) -> Look:
        """Of the heads of a table."""
        head = sheet.cell_head
        return cls(head, head, head, head, head, head, 0.0)

    def of(self, role: Role) -> TextStyle:
        """The style of a role."""
        styles: dict[Role, TextStyle] = {
            Role.BODY: self.body,
            Role.LEAD: self.lead,
            Role.META: self.meta,
            Role.SMALL: self.small,
            Role.HINT: self.hint,
        }
        return styles[role]
