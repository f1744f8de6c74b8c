from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.errors import ExportFailed
from briefing.progress import Cancelled
from exports.compose.walk import texts
from exports.docx import document_bytes, render
from exports.docx.xml import W
from exports.tree import Form, Link, Paper, Paragraph, Publication, Role, Table
from tests.publications import BLOCKS, call, cell, every_block, note_part, paragraph, words
from tests.validators import converted, ooxml_errors, pdf_words

HOSTILE = "a & b < c > d \" ' \x00\x0b\x1f \ud800 🦀 Ελλάδα العربية ]]>"
TAG = f"{{{W}}}"


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def body(data: bytes) -> etree._Element:
    return part(data, "word/document.xml")


def said(element: etree._Element) -> str:
    return "".join(element.itertext(f"{TAG}t"))


@pytest.fixture(scope="module")
def data() -> bytes:
    return document_bytes(every_block())


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("duplex", [False, True])
def test_the_open_xml_rules_hold(tmp_path: Path, paper: Paper, duplex: bool) -> None:
    path = tmp_path / "book.docx"
    render(every_block(Form(paper=paper, duplex=duplex)), path)

    assert ooxml_errors(path) == []


def test_large_print_is_14_point_with_the_lines_further_apart(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    render(every_block(Form(large_print=True)), path)
    large, usual = (docx.Document(str(p)).styles["Normal"] for p in (path, plain(tmp_path)))

    assert (large.font.size.pt, usual.font.size.pt) == (14, 11)
    assert large.paragraph_format.line_spacing > usual.paragraph_format.line_spacing
    assert ooxml_errors(path) == []


def plain(folder: Path) -> Path:
    """A book in the usual print."""
    render(every_block(), folder / "plain.docx")
    return folder / "plain.docx"


def test_hostile_text_is_cleaned_and_valid(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    hostile = note_part("h", "1", HOSTILE, (paragraph(HOSTILE, uid=HOSTILE), *BLOCKS))
    render(replace(every_block(), parts=(hostile,), title=HOSTILE, author=HOSTILE), path)

    assert ooxml_errors(path) == []
    assert "a & b < c > d" in said(body(path.read_bytes()))


def test_every_word_of_the_tree_is_in_the_file_once(data: bytes) -> None:
    shown = said(body(data)) + said(part(data, "word/footnotes.xml"))

    for one in every_block().parts:
        for text in texts(one):
            if text and text != one.title and "done 2" not in text and "June 2026" not in text:
                assert text in shown
    assert shown.count("hydrogen corridor") == 1


def test_footnotes_are_numbered_anew_in_each_tab(data: bytes) -> None:
    sections = body(data).findall(f".//{TAG}sectPr")

    assert len(sections) == len(every_block().parts)
    for section in sections:
        assert section.find(f"{TAG}footnotePr//{TAG}numRestart").get(f"{TAG}val") == "eachSect"
        assert section.find(f"{TAG}pgNumType").get(f"{TAG}start") == "1"


def test_calls_of_footnotes_come_in_the_order_of_the_tree(data: bytes) -> None:
    calls = [int(e.get(f"{TAG}id")) for e in body(data).iter(f"{TAG}footnoteReference")]

    assert calls == [1, 2, 3, 4, 5, 6]


def test_no_footnote_has_the_number_0_in_libreoffice(tmp_path: Path) -> None:
    tabs = (note_part("a", "1", "First", BLOCKS), note_part("b", "2", "Second", again()))
    path = tmp_path / "book.docx"
    render(replace(every_block(), parts=tabs), path)
    with zipfile.ZipFile(converted(path, "odt", tmp_path)) as package:
        content = package.read("content.xml").decode()

    shown = re.findall(r"<text:note-citation[^>]*>(.*?)</", content)

    assert shown == ["1", "2", "3", "4", "5", "6", "7"]


def again() -> tuple[Paragraph]:
    """A paragraph with a footnote."""
    return (Paragraph(inlines=(words("Promised once more"), call(1)), uid="again"),)


def test_bookmarks_are_unique_and_every_link_inside_leads_to_one(data: bytes) -> None:
    names = [e.get(f"{TAG}name") for e in body(data).iter(f"{TAG}bookmarkStart")]

    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"_bb_\w{1,36}", name) for name in names)
    for element in (body(data), part(data, "word/footnotes.xml")):
        for link in element.iter(f"{TAG}hyperlink"):
            anchor = link.get(f"{TAG}anchor")
            assert anchor is None or anchor in names


def test_two_paragraphs_of_one_thing_have_two_bookmarks() -> None:
    twice = note_part("n", "1", "Twice", (paragraph("a", uid="same"), paragraph("b", uid="same")))

    found = body(document_bytes(replace(every_block(), parts=(twice,))))

    names = [e.get(f"{TAG}name") for e in found.iter(f"{TAG}bookmarkStart")]
    assert len(set(names)) == len(names) == 3


def test_each_run_says_its_language(data: bytes) -> None:
    for run in body(data).iter(f"{TAG}r"):
        text = said(run)
        lang = run.find(f"{TAG}rPr/{TAG}lang")
        if "两国" in text:
            assert lang.get(f"{TAG}eastAsia") == "zh-CN"
        if "engagés" in text:
            assert lang.get(f"{TAG}val") == "fr-FR"


def test_heads_of_tables_repeat_and_rows_stay_whole(data: bytes) -> None:
    first, *others = body(data).find(f".//{TAG}tbl").findall(f"{TAG}tr")

    assert first.find(f"{TAG}trPr/{TAG}tblHeader") is not None
    for row in (first, *others):
        assert row.find(f"{TAG}trPr/{TAG}cantSplit") is not None


def test_annotations_are_comments_in_the_margin(data: bytes) -> None:
    comments = list(part(data, "word/comments.xml").iter(f"{TAG}comment"))

    assert [said(comment) for comment in comments] == ["Question: Ask them."]
    assert len(list(body(data).iter(f"{TAG}commentReference"))) == 1


def test_a_book_without_annotations_has_no_comments() -> None:
    quiet = replace(every_block(), parts=(note_part("n", "1", "Quiet", (paragraph("a"),)),))

    with zipfile.ZipFile(io.BytesIO(document_bytes(quiet))) as package:
        assert "word/comments.xml" not in package.namelist()


def test_the_same_publication_has_the_same_bytes(data: bytes) -> None:
    assert document_bytes(every_block()) == data


def test_the_file_says_who_made_it_and_when(data: bytes) -> None:
    found = docx.Document(io.BytesIO(data)).core_properties

    assert found.title == every_block().title
    assert found.language == "en"
    assert found.created.isoformat()[:19] == "2026-11-24T10:30:00"


def test_pictures_say_what_they_show(data: bytes) -> None:
    drawn = [e.get("descr") for e in body(data).iter() if str(e.tag).endswith("}docPr")]

    assert drawn[0].startswith("Clean energy: done 2")
    assert len(drawn) == 2


def test_libreoffice_opens_it_with_all_its_words(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    render(every_block(), path)

    text = " ".join(pdf_words(converted(path, "pdf", tmp_path)).split())

    assert "The tariff for power across the Strait is still open." in text
    assert "卫生防备" in text


def test_a_cancelled_export_leaves_the_old_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "book.docx"
    path.write_text("last week's book")

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(every_block(), path, stop)

    assert path.read_text() == "last week's book"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_said_with_the_file(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as failed:
        render(every_block(), tmp_path / "gone" / "book.docx")

    assert failed.value.path.name == "book.docx"


def test_a_footnote_may_lead_outside() -> None:
    outside = Link(words=(words("page"),), href="https://gazette.example/ä b")
    block = Paragraph(inlines=(words("x"), replace(call(1), note=(outside,))))
    book: Publication = replace(every_block(), parts=(note_part("n", "1", "Out", (block,)),))

    with zipfile.ZipFile(io.BytesIO(document_bytes(book))) as package:
        relations = package.read("word/_rels/footnotes.xml.rels").decode()

    assert "gazette.example" in relations


def test_the_line_that_dates_a_table_stays_with_its_last_row() -> None:
    table = Table(
        widths=(0.5, 0.5),
        rows=((cell("Who"), cell("What")), (cell("Energy"), cell("Storage"))),
        caption="Kept",
    )
    dated = Paragraph(inlines=(words("as of 1 October"),), role=Role.META)
    data = document_bytes(replace(every_block(), parts=(note_part("n", "1", "T", (table, dated)),)))

    kept = [
        said(p) for p in body(data).iter(f"{TAG}p") if p.find(f"{TAG}pPr/{TAG}keepNext") is not None
    ]

    assert kept == ["Kept", "Energy", "Storage", ""]
