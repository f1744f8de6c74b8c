"""Rows of the register for the clipboard: a table for a document, and lines for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from briefing.store import Column, Row
from ui.commitments.cells import Cells
from ui.commitments.register_view import UIDS_TYPE


def copied(
    rows: Sequence[Row], columns: Sequence[Column], titles: dict[Column, str], cells: Cells
) -> QMimeData:
    """Rows with the columns that are shown, under their titles, in three forms."""
    table = [[titles[column] for column in columns]]
    table += [[cells.text(row, column) for column in columns] for row in rows]
    data = QMimeData()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in table))
    data.setHtml(_html(table))
    data.setData(UIDS_TYPE, "\n".join(row.commitment.uid for row in rows).encode())
    return data


def _html(table: list[list[str]]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table[0])
    lines = "".join(
        "<tr>" + "".join(f"<td>{_lines(cell)}</td>" for cell in line) + "</tr>"
        for line in table[1:]
    )
    return (
        '<meta charset="utf-8"><table border="1" cellspacing="0" cellpadding="4">'
        f"<thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"
    )


def _lines(cell: str) -> str:
    return "<br>".join(escape(line) for line in cell.split("\n"))
