from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from briefing.errors import ExportFailed
from briefing.progress import Cancelled
from exports.layout import lay_out
from exports.layout.pages import Node
from exports.pdf import paint, render
from exports.pdf.picture import page_png
from exports.tree import Form, Paper
from tests.publications import CHINESE, every_block, note_part, paragraph
from tests.unit.pdf.made import failures
from tests.validators import pdf_structure, pdf_words, qpdf_errors

HOSTILE = "a & b < c > d \\ ( ) 🦀 Ελλάδα Łódź العربية e\u0301 \U00020bb7 \ufffd fi ffl"


@pytest.mark.parametrize("profile", ["ua1", "2a"])
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("large", [False, True])
def test_every_block_passes_the_standards(profile: str, paper: Paper, large: bool) -> None:
    data = paint(lay_out(every_block(Form(paper=paper, large_print=large))))

    assert failures(data, profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_hostile_text_passes_the_standards_too(profile: str) -> None:
    part = note_part("h", "1", HOSTILE, (paragraph(HOSTILE), paragraph(HOSTILE, lang="zh")))

    data = paint(lay_out(replace(every_block(), parts=(part,), title=HOSTILE, author=HOSTILE)))

    assert failures(data, profile) == []


@pytest.mark.parametrize("fault", ["alt", "scope"])
def test_a_fault_that_is_planted_is_found(fault: str) -> None:
    laid = lay_out(every_block())
    for node in _all(laid.root):
        setattr(node, fault, "")

    assert failures(paint(laid), "ua1")


def _all(node: Node) -> list[Node]:
    return [node, *(below for child in node.children for below in _all(child))]


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    render(every_block(), path)

    assert qpdf_errors(path) == ""


def test_words_are_read_in_order_and_whole(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    render(every_block(), path)

    text = " ".join(pdf_words(path).split())
    assert "Nothing was signed, but much was promised" in text
    assert (
        CHINESE[:20] in text.replace(" ", "").replace("到2032年", "到 2032 年")
        or "两国领导人" in text
    )
    tree = pdf_structure(path)
    assert tree.index("Issue") < tree.index("Background") < tree.index("Deadlines")
    assert "Note" in tree
    assert "Figure" in tree


def test_a_cancelled_export_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_text("last week's book")

    def stop(done: int, total: int) -> None:
        if done > 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(every_block(), path, stop)

    assert path.read_text() == "last week's book"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_said_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "book.pdf"

    with pytest.raises(ExportFailed) as failed:
        render(every_block(), path)

    assert failed.value.path == path


def test_progress_ends_at_its_total(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    render(every_block(), tmp_path / "book.pdf", lambda done, total: seen.append((done, total)))

    assert seen[-1] == (100, 100)
    assert {total for _, total in seen} == {100}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_painting_can_be_cancelled_between_pages() -> None:
    laid = lay_out(every_block())
    laid.pages *= 10
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        paint(laid, stop)

    assert 0 < seen[-1] < len(laid.pages)


def test_a_page_can_be_looked_at() -> None:
    data = paint(lay_out(every_block()))

    small, large = (Image.open(io.BytesIO(page_png(data, 4, scale))) for scale in (0.5, 2))

    assert small.format == "PNG"
    assert small.size == (298, 421)
    assert large.size == (1191, 1684)
    assert len(large.getcolors(100_000)) > 10
