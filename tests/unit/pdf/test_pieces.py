from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
import zlib
from dataclasses import replace

import pytest

from exports.layout.pages import Area, Destination, LaidOut, Node, OutlineEntry, Page
from exports.pdf import paint
from exports.pdf.attributes import numbering
from exports.pdf.labels import page_labels
from exports.pdf.objects import PdfFile
from exports.pdf.outline import nested
from exports.pdf.patterns import pattern
from exports.pdf.trees import in_groups, name_tree, number_tree
from exports.pdf.values import identifier, number, text
from tests.unit.pdf.made import ROOT, Opened, document, failures, line, page, shaped, tree


def long_book(pages: int, words: int = 40) -> LaidOut:
    """A book whose pages are all alike."""
    nodes = [Node("P") for _ in range(pages * words)]
    root = Node("Document", children=[Node("Part", children=nodes)])
    made: list[Page] = []
    for number_ in range(pages):
        own = nodes[number_ * words : (number_ + 1) * words]
        lines = (line("Aldmark and Marenne agreed", n, 800 - 18 * y) for y, n in enumerate(own))
        made.append(page(*lines, label=f"1-{number_ + 1}"))
    places = {f"place-{p}": Destination(p, 800) for p in range(pages)}
    outline = [OutlineEntry(1, f"Tab {p}", f"place-{p}") for p in range(pages)]
    return document(*made, root=root, destinations=places, outline=outline)


# Values


@pytest.mark.parametrize(
    ("value", "written"),
    [(0, "0"), (-0.001, "0"), (12.5, "12.5"), (100, "100"), (-3.456, "-3.46"), (1e6, "1000000")],
)
def test_numbers_are_short_and_never_in_powers(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a (b) \\", "(a \\(b\\) \\\\)"),
        ("é", "<FEFF00E9>"),
        ("\U00020bb7", "<FEFFD842DFB7>"),
        ("a\nb", "<FEFF0061000A0062>"),
        ("\x00\ud800\ufeff", "<FEFFFFFDFFFDFFFD>"),
    ],
)
def test_text_is_written_so_that_any_reader_understands_it(words: str, written: str) -> None:
    assert text(words) == written


def test_identifiers_are_bytes_and_differ_where_uids_do() -> None:
    assert identifier("n-1(a)") == "(n-1\\(a\\))"
    assert identifier("été") == "<C3A974C3A9>"
    assert identifier("\ud800") != identifier("\ud801")


# Trees


def test_a_name_tree_finds_every_name() -> None:
    names = {f"name-{n}": f"(value {n})" for n in range(5000)}
    out = io.BytesIO()
    file = PdfFile(out)
    root = name_tree(file, names.items())
    pages = file.add("<</Type/Pages/Count 0/Kids[]>>")
    catalog = file.add(f"<</Type/Catalog/Pages {pages} 0 R/Names<</Dests {root} 0 R>>>>")
    file.finish(catalog, file.add("<<>>"))

    opened = Opened(out.getvalue())
    found = opened.get(opened.get(opened.catalog["/Names"])["/Dests"])
    keys = list(_keys(opened, found))

    assert len(keys) == 5000
    assert keys == sorted(keys)
    assert "/Limits" not in found


def _keys(opened: Opened, node: dict[str, list[str]]) -> list[str]:
    if "/Names" in node:
        keys = node["/Names"][0::2]
        assert node.get("/Limits", [keys[0], keys[-1]]) == [keys[0], keys[-1]]
        return keys
    kids = [opened.get(kid) for kid in node["/Kids"]]
    below = [_keys(opened, kid) for kid in kids]
    for kid, own in zip(kids, below, strict=True):
        assert kid["/Limits"] == [own[0], own[-1]]
    return [key for own in below for key in own]


def test_small_trees_are_one_object() -> None:
    file = PdfFile(io.BytesIO())

    assert number_tree(file, [(2, "b"), (1, "a")]) == 1
    assert [len(group) for group in in_groups(range(130), 64)] == [64, 64, 2]


# Labels, outlines, lists


def test_labels_start_anew_only_where_they_must() -> None:
    names = ["", "i", "1-1", "1-2", "1-3", "1-9", "A-01", "12", "13", "二"]
    pages = [Page(595, 842, label=name) for name in names]

    found = dict(page_labels(pages))

    assert sorted(found) == [0, 1, 2, 5, 6, 7, 9]
    assert "/St 9" in found[5]
    assert "(A-0)" in found[6]
    assert "/P" not in found[7]
    assert "/S" not in found[9]


def test_outlines_nest_by_level_and_survive_skipped_ones() -> None:
    levels = [3, 1, 2, 4, 2, 0, 1]
    entries = [OutlineEntry(level, str(place), "") for place, level in enumerate(levels)]

    top = nested(entries)

    assert [branch.entry.title for branch in top] == ["0", "1", "5", "6"]
    assert [branch.entry.title for branch in top[1].below] == ["2", "4"]
    assert [branch.entry.title for branch in top[1].below[0].below] == ["3"]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["•", "•"], "Disc"),
        (["–"], "Disc"),
        (["1.", "2."], "Decimal"),
        (["2.1", "2.2"], "Decimal"),
        (["(a)", "(b)"], "LowerAlpha"),
        (["(i)", "(ii)", "(iii)"], "LowerRoman"),
        (["A.", "B."], "UpperAlpha"),
        (["I", "II"], "UpperRoman"),
        (["○"], "Circle"),
        (["1.", "•"], "Disc"),
    ],
)
def test_lists_say_how_they_count(labels: list[str], found: str) -> None:
    assert numbering(labels) == found


def test_patterns_stand_out_from_what_they_lie_on() -> None:
    light = Area(0, 0, 20, 10, fill=(0.9, 0.9, 0.9), pattern="hatch")

    assert pattern(light).startswith("0 0 0 RG")
    assert pattern(replace(light, fill=(0.1, 0.1, 0.3))).startswith("1 1 1 RG")
    dots = re.findall(r"(\S+ \S+) m (\S+ \S+) l", pattern(replace(light, pattern="dots")))
    assert len(dots) > 10
    assert all(start == end for start, end in dots)


# Fonts


def test_what_glyphs_say_comes_in_blocks_that_readers_take() -> None:
    node = Node("P")
    words = "".join(chr(0x4E00 + n) for n in range(230)) + "\U00020bb7"

    opened = Opened(paint(document(page(line(words, node, face="han")), root=tree(node))))

    cmap = opened.stream(opened.all(Subtype="/Type0")[0]["/ToUnicode"]).decode("ascii")
    blocks = [block.split("beginbfchar")[0].split()[-1] for block in cmap.split("endbfchar")[:-1]]
    assert [int(size) for size in blocks] == [100, 100, 31]
    assert "<D842DFB7>" in cmap
    assert "<0000>\n" not in cmap


def test_fonts_keep_the_ids_of_their_glyphs_and_little_else() -> None:
    node = Node("P")

    opened = Opened(paint(document(page(line("海", node, face="han")), root=tree(node))))

    (descriptor,) = opened.all(Type="/FontDescriptor")
    program = opened.stream(descriptor["/FontFile2"])
    tables = {program[12 + 16 * n : 16 + 16 * n] for n in range(int.from_bytes(program[4:6]))}
    assert tables == {b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"}
    (font,) = opened.all(Subtype="/CIDFontType2")
    glyph = font["/W"][0]
    assert glyph > 1000
    assert font["/W"][1] == [1000]
    assert len(zlib.compress(program)) < 4000


def test_advances_that_differ_from_the_font_are_kept() -> None:
    node = Node("P")
    kerned = shaped((40, 41), ("A", "B"))
    words = line("x", node)
    words.shapes, words.gaps = (kerned,), (0.0,)

    opened = Opened(paint(document(page(words), root=tree(node))))

    widths = opened.all(Subtype="/CIDFontType2")[0]["/W"][1]
    content = opened.stream(opened.all(Type="/Page")[0]["/Contents"]).decode("ascii")
    assert f"<0028>{number(widths[0] - 500)}<0029>{number(widths[1] - 500)}" in content


@pytest.mark.parametrize(
    ("face", "flags"), [("serif", 6), ("serif-italic", 70), ("sans-bold", 4), ("sans-italic", 68)]
)
def test_fonts_say_what_they_look_like(face: str, flags: int) -> None:
    node = Node("P")

    opened = Opened(paint(document(page(line("Words", node, face=face)), root=tree(node))))

    (descriptor,) = opened.all(Type="/FontDescriptor")
    assert descriptor["/Flags"] == flags
    assert (descriptor["/ItalicAngle"] < 0) == ("italic" in face)
    assert re.fullmatch(r"/[A-Z]{6}\+Source(Serif4|Sans3)-\w+", descriptor["/FontName"])


# The whole file


def test_the_same_document_has_the_same_bytes_in_every_process() -> None:
    code = (
        "import hashlib; from tests.publications import every_block;"
        "from exports.layout import lay_out; from exports.pdf import paint;"
        "print(hashlib.sha256(paint(lay_out(every_block()))).hexdigest())"
    )

    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_another_word_has_another_identity() -> None:
    node, other = Node("P"), Node("P")
    one = Opened(paint(document(page(line("One", node)), root=tree(node))))
    two = Opened(paint(document(page(line("Two", other)), root=tree(other))))

    assert one.trailer["/ID"][0] == one.trailer["/ID"][1]
    assert one.trailer["/ID"] != two.trailer["/ID"]


def test_a_page_of_a_long_book_costs_no_more_than_one_of_a_short_book() -> None:
    short, long = (len(paint(long_book(pages))) for pages in (20, 200))

    assert (long - short) / 180 < short / 20


def test_a_long_book_passes_the_standards() -> None:
    data = paint(long_book(300, words=3))

    assert failures(data) == failures(data, "2a") == []
    opened = Opened(data)
    assert len(opened.all(Type="/Page")) == 300
    root = opened.get(opened.catalog["/Pages"])
    for node in root["/Kids"]:
        assert opened.get(node)["/Parent"] == opened.catalog["/Pages"]
        assert all(opened.get(kid)["/Parent"] == node for kid in opened.get(node)["/Kids"])
    assert opened.get(opened.catalog["/PageLabels"])["/Nums"][1]["/P"] == "u:1-"


@pytest.mark.parametrize(
    ("made", "written"),
    [
        ("2026-11-24T10:30:00+02:00", "20261124083000Z"),
        ("2026-11-24T10:30:00", "20261124103000Z"),
        ("2026-11-24T10:30:00.250Z", "20261124103000Z"),
        ("2026-11-24", "20261124000000Z"),
    ],
)
def test_the_file_says_when_the_book_was_made(made: str, written: str) -> None:
    data = paint(document(page(), root=tree(), made=made))

    opened = Opened(data)
    assert opened.get(opened.trailer["/Info"])["/CreationDate"] == f"u:D:{written}"
    assert f"<xmp:CreateDate>{made[:8]}".encode() in data
    assert failures(data, "2a") == []


@pytest.mark.skipif(os.name == "nt", reason="the zone is set as POSIX does")
def test_a_time_without_a_zone_does_not_depend_on_where_it_is_printed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    laid = document(page(), root=tree(), made="2026-11-24T10:30:00")
    here = paint(laid)
    monkeypatch.setenv("TZ", "America/Vancouver")
    time.tzset()

    there = paint(laid)

    monkeypatch.undo()
    time.tzset()
    assert here == there


def test_the_packet_says_what_the_dictionary_says() -> None:
    data = paint(document(page(), root=tree(), title="T1", author="A1", subject="S1"))

    opened = Opened(data)
    info = opened.get(opened.trailer["/Info"])
    assert (info["/Title"], info["/Author"], info["/Subject"]) == ("u:T1", "u:A1", "u:S1")
    for words in (b">T1<", b">A1<", b">S1<"):
        assert words in data


def test_what_the_file_says_of_itself_is_safe_in_xml() -> None:
    hostile = "a < b & c > d \x00 \ud800 “海” 🦀"
    laid = document(page(), root=tree(), title=hostile, author=hostile, subject=hostile)

    data = paint(laid)

    assert failures(data) == failures(data, "2a") == []
