from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from exports.layout.pages import Area, Destination, LaidOut, LinkArea, Node, OutlineEntry, Rule
from exports.pdf import content, paint
from exports.pdf.glyphs import FaceUse
from tests.unit.pdf.made import (
    Opened,
    document,
    failures,
    line,
    page,
    shaped,
    tree,
    words_of,
)

FRENCH = "Les deux pays s’engagent à « réduire » l’œuvre : 60\u202f%"
CHINESE = "两国领导人同意减少排放量（见附件）"


def everything() -> LaidOut:
    """One of each thing that a page can hold."""
    heading, words = Node("H1"), Node("P")
    french = words.add(Node("Span", lang="fr"))
    chinese = words.add(Node("Span", lang="zh"))
    link = words.add(Node("Link"))
    note = Node("Note", uid="note-1")
    label, body = note.add(Node("Lbl")), note.add(Node("P"))
    table = Node("Table", summary="Who promised what")
    row = table.add(Node("TBody")).add(Node("TR"))
    head, value = row.add(Node("TH", scope="Row")), row.add(Node("TD"))
    row.add(Node("TD"))
    figure = Node("Figure", alt="Done: two", bbox=(72, 380, 300, 460))
    listed = Node("L")
    item = listed.add(Node("LI"))
    bullet, text = item.add(Node("Lbl")), item.add(Node("LBody")).add(Node("P"))
    made = page(
        line("A heading", heading, 780, "sans-bold"),
        line(FRENCH, french, 700),
        line(CHINESE, chinese, 680),
        line("a link", link, 660),
        line("•", bullet, 600),
        line("an item", text, 600),
        Area(70, 490, 400, 30, fill=(0.9, 0.9, 0.9)),
        line("Aldmark", head.add(Node("P")), 500),
        line("two", value.add(Node("P")), 500),
        Rule(70, 490, 470, 490, dash=(1, 2)),
        Area(72, 400, 100, 20, (0.1, 0.2, 0.4), (0, 0, 0), 0.4, figure, "hatch"),
        Area(172, 400, 100, 20, (0.8, 0.8, 0.8), None, 0.4, figure, "dots"),
        Rule(72, 390, 300, 390, 1, (0.5, 0.5, 0.5), figure),
        line("Done", figure, 440),
        line("1", label, 80),
        line("A note", body, 80),
        links=(
            LinkArea(72, 656, 40, 14, link, href="https://gazette.example/été", words="a link"),
        ),
    )
    made.furniture += [line("A running head", None, 810), line("Page 1 of 1", None, 40)]
    return document(made, root=tree(heading, words, listed, table, figure, note))


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_everything_that_a_page_holds_passes_the_standards(profile: str) -> None:
    assert failures(paint(everything()), profile) == []


def _no_alt(laid: LaidOut) -> None:
    for part in laid.root.children:
        for node in part.children:
            node.alt = ""


def _no_scope(laid: LaidOut) -> None:
    table = next(n for n in laid.root.children[0].children if n.tag == "Table")
    table.children[0].children[0].children[0].scope = ""


def _no_language(laid: LaidOut) -> None:
    laid.lang = ""


def _no_title(laid: LaidOut) -> None:
    laid.title = ""


def _skipped_heading(laid: LaidOut) -> None:
    laid.root.children[0].children[0].tag = "H3"


def _unknown_tag(laid: LaidOut) -> None:
    laid.root.children[0].children[1].tag = "Words"


@pytest.mark.parametrize(
    "plant", [_no_alt, _no_scope, _no_language, _no_title, _skipped_heading, _unknown_tag]
)
def test_a_fault_that_is_planted_is_found(plant: Callable[[LaidOut], None]) -> None:
    laid = everything()
    plant(laid)

    assert failures(paint(laid))


def test_content_without_a_mark_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "_LAYOUT", "/Span BMC")

    assert any("CONTENT-TAGGING" in failure for failure in failures(paint(everything())))


def test_words_are_copied_as_they_were_written() -> None:
    words = words_of(paint(everything()))

    assert "A heading" in words
    assert "Les deux pays s’engagent à « réduire » l’œuvre : 60 %" in words.replace("\u202f", " ")
    assert CHINESE in words


@pytest.mark.parametrize(
    "words",
    [
        "office affluent fjord",
        "\U00020bb7野家与\U0002a6d6",
        "Ελλάδα Łódź Đại Việt",
        "crab 🦀 and family 👩‍👩‍👧 done",
        "⼈人 half\u00a0way",
        "e\u0301tat",
        "\ufeffbom and \x01control",
    ],
)
def test_every_character_can_be_copied_and_passes_the_standards(words: str) -> None:
    node = Node("P")

    data = paint(document(page(line(words, node)), root=tree(Node("H1"), node)))

    assert failures(data) == failures(data, "2a") == []
    said = words.replace("\ufeff", "\ufffd").replace("\x01", "\ufffd").replace("\u00a0", " ")
    copied = words_of(data)
    assert all(word in copied for word in said.split())


def operators(laid: LaidOut) -> list[str]:
    opened = Opened(paint(laid))
    return opened.stream(opened.all(Type="/Page")[0]["/Contents"]).decode("ascii").splitlines()


def test_words_stand_where_layout_put_them() -> None:
    node = Node("P")
    words = line("x", node)
    kerned, plain = shaped((40,), ("A",)), shaped((41,), ("B",), "sans")
    words.shapes, words.gaps = (kerned, kerned, plain), (3.0, 0.0, -1.2)
    words.rise, words.colour = 4.5, (0.1, 0.25, 0.4)

    found = operators(document(page(words), root=tree(node)))

    back, other = (FaceUse(name).width(of) - 500 for name, of in (("serif", 40), ("sans", 41)))
    assert found[1:] == [
        "0.1 0.25 0.4 rg",
        "BT 72.00 704.50 Td",
        "/serif 12 Tf",
        f"[<0028>{back:g} -250.0<0028>{back:g}]TJ",
        "/sans 12 Tf",
        f"[<0029>{other:g} 100.0]TJ",
        "ET",
        "EMC",
    ]


def test_lines_and_areas_are_drawn_as_they_were_placed() -> None:
    dark = (0.1, 0.2, 0.4)
    laid = document(
        page(
            Area(10, 20, 30, 40, fill=dark, stroke=(0, 0, 0), stroke_width=0.4),
            Area(50, 20, 30, 40, stroke=dark),
            Rule(10, 10, 90, 10, 1.5, dark, dash=(1, 2)),
            Rule(10, 5, 90, 5, 1.5, dark),
        ),
        root=tree(),
    )

    assert operators(laid)[1:] == [
        "0.1 0.2 0.4 rg",
        "10 20 30 40 re f",
        "0 0 0 RG",
        "0.4 w",
        "[] 0 d",
        "0 J",
        "10 20 30 40 re S",
        "0.1 0.2 0.4 RG",
        "0.5 w",
        "50 20 30 40 re S",
        "1.5 w",
        "[1 2] 0 d",
        "1 J",
        "10 10 m 90 10 l S",
        "[] 0 d",
        "0 J",
        "10 5 m 90 5 l S",
        "EMC",
    ]


@pytest.mark.parametrize(("kind", "ends"), [("hatch", "0 J"), ("dots", "1 J")])
def test_patterns_stay_inside_their_area(kind: str, ends: str) -> None:
    laid = document(page(Area(10, 20, 30, 40, pattern=kind)), root=tree())

    drawn = operators(laid)[1]

    assert drawn.startswith("q 10 20 30 40 re W n 0 0 0 RG")
    assert drawn.endswith("S Q")
    assert ends in drawn


def test_running_heads_and_repeated_words_are_told_apart_from_the_text() -> None:
    laid = document(page(line("A head again", None, 700), Rule(0, 0, 9, 9)), root=tree())
    laid.pages[0].furniture += [line("Head", None, 800), Rule(0, 790, 90, 790), line("1", None, 40)]

    begun = [operator for operator in operators(laid) if operator.endswith("BDC")]

    assert begun == [
        "/Artifact<</Type/Pagination>>BDC",
        "/Artifact<</Type/Layout>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
        "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC",
    ]


def test_elements_say_of_themselves_what_their_nodes_say() -> None:
    part = Node("Part", lang="zh", title="卫生")
    table = part.add(Node("Table", summary="Who promised"))
    cell = table.add(Node("TR")).add(Node("TH", scope="Column"))
    figure = part.add(Node("Figure", alt="Two bars", bbox=(1, 2, 3, 4.5)))
    word = part.add(Node("P")).add(Node("Span", actual_text="whole"))
    listed = part.add(Node("L"))
    label = listed.add(Node("LI")).add(Node("Lbl"))
    placed = page(
        line("Who", cell), line("x", figure, 600), line("w-", word, 500), line("(a)", label, 400)
    )

    data = paint(document(placed, root=Node("Document", children=[part])))

    assert "(a)" in words_of(data)
    found = {path.rsplit("/", 1)[1]: element for path, element in Opened(data).elements()}
    assert (found["Part"]["/Lang"], found["Part"]["/T"]) == ("u:zh-CN", "u:卫生")
    assert found["Table"]["/A"] == {"/O": "/Table", "/Summary": "u:Who promised"}
    assert found["TH"]["/A"] == {"/O": "/Table", "/Scope": "/Column"}
    assert found["Figure"]["/Alt"] == "u:Two bars"
    assert found["Figure"]["/A"] == {
        "/O": "/Layout",
        "/Placement": "/Block",
        "/BBox": [1, 2, 3, 4.5],
    }
    assert found["Span"]["/ActualText"] == "u:whole"
    assert found["L"]["/A"] == {"/O": "/List", "/ListNumbering": "/LowerAlpha"}


def test_the_missing_glyph_is_never_shown() -> None:
    node = Node("P")
    words = line("x", node)
    words.shapes, words.gaps = (shaped((40, 0), ("A", "?")),), (0.0,)

    with pytest.raises(ValueError, match="glyph 0"):
        paint(document(page(words), root=tree(node)))


def test_a_glyph_that_says_two_things_is_read_right_each_time() -> None:
    node = Node("P")
    latin, greek = shaped((40,), ("A",)), shaped((40, 41), ("Α", "Β"))
    words = line("x", node)
    words.shapes, words.gaps = (latin, greek, latin), (20.0, 20.0, 0.0)

    data = paint(document(page(words), root=tree(node)))

    assert words_of(data) == "A ΑΒ A"
    assert failures(data) == []


def test_a_glyph_that_only_continues_another_is_read_with_it() -> None:
    node = Node("P")
    words = line("x", node)
    words.shapes, words.gaps = (shaped((40, 900), ("é", "")),), (0.0,)

    data = paint(document(page(words), root=tree(node)))

    assert words_of(data) == "é"
    assert failures(data) == failures(data, "2a") == []


def test_a_hyphen_at_the_end_of_a_line_is_not_read_and_another_is() -> None:
    node = Node("P")
    (hyphen,) = line("-", None).shapes
    soft, silent = (replace(hyphen, texts=(said,)) for said in ("\u00ad", ""))
    first, second = line("com", node), line("mitment, so-called", node, 680)
    first.shapes = (soft, silent, *first.shapes, soft)
    first.gaps = (0.0,) * len(first.shapes)

    data = paint(document(page(first, second), root=tree(node)))

    assert words_of(data).replace("\u00ad", "").strip() == "com mitment, so-called"
    painted = "\n".join(operators(document(page(first, second), root=tree(node))))
    assert painted.count("/ActualText <FEFF00AD>") == 2
    assert painted.count("/ActualText ()") == 1
    assert failures(data) == failures(data, "2a") == []


def test_what_is_painted_last_is_read_where_it_belongs() -> None:
    words, note, more = Node("P"), Node("Note", uid="n"), Node("P")
    laid = document(
        page(
            line("Promised.", words, 700),
            Rule(72, 690, 200, 690),
            line("Later.", more, 600),
            line("A note.", note, 60),
        ),
        root=tree(words, note, more),
    )

    data = paint(laid)

    opened = Opened(data)
    painted = opened.stream(opened.all(Type="/Page")[0]["/Contents"]).decode("ascii")
    begun = [line for line in painted.splitlines() if line.endswith("BDC")]
    assert begun == [
        "/Artifact<</Type/Layout>>BDC",
        "/P<</MCID 0>>BDC",
        "/Note<</MCID 1>>BDC",
        "/P<</MCID 2>>BDC",
    ]
    assert failures(data) == []


def test_an_element_keeps_its_words_together_whatever_lies_between() -> None:
    words = Node("P")
    laid = document(
        page(line("One", words, 700), Rule(72, 690, 200, 690), line("two", words, 680)),
        root=tree(words),
    )

    paragraph = next(e for path, e in Opened(paint(laid)).elements() if path.endswith("/P"))

    assert paragraph["/K"] == [0]


def test_a_span_that_says_nothing_is_no_element_of_its_own() -> None:
    words = Node("P")
    plain, french = words.add(Node("Span")), words.add(Node("Span", lang="fr"))
    laid = document(page(line("One", plain), line("deux", french, 690)), root=tree(words))

    found = dict(Opened(paint(laid)).elements())

    assert found["/Document/Part/P"]["/K"][0] == 0
    assert found["/Document/Part/P/Span"]["/Lang"] == "u:fr"
    assert len(found) == 4


def test_words_that_run_over_a_page_are_one_element() -> None:
    words = Node("P")
    laid = document(page(line("One", words)), page(line("two", words)), root=tree(words))

    data = paint(laid)

    paragraph = next(e for path, e in Opened(data).elements() if path.endswith("/P"))
    assert paragraph["/K"][0] == 0
    assert paragraph["/K"][1]["/Type"] == "/MCR"
    assert failures(data) == []


def test_an_empty_cell_keeps_its_place_and_other_empty_elements_go() -> None:
    table = Node("Table")
    row = table.add(Node("TR"))
    full = row.add(Node("TD"))
    row.add(Node("TD")).add(Node("P"))
    laid = document(page(line("One", full)), root=tree(Node("P"), table))

    paths = [path for path, _ in Opened(paint(laid)).elements()]

    assert paths.count("/Document/Part/Table/TR/TD") == 2
    assert not any(path.endswith("/P") for path in paths)


def test_notes_have_names_of_their_own_even_where_two_are_called_alike() -> None:
    notes = [Node("Note", uid=uid) for uid in ("n", "n", "", "")]
    laid = document(
        page(*(line("Words", note, 700 - 20 * y) for y, note in enumerate(notes))),
        root=tree(*notes),
    )

    data = paint(laid)

    names = [e["/ID"] for path, e in Opened(data).elements() if path.endswith("Note")]
    assert len(set(names)) == 4
    assert failures(data) == []


def test_something_painted_for_no_element_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="outside"):
        paint(document(page(line("Lost", Node("P"))), root=tree(Node("P"))))


def test_a_blank_page_has_no_place_in_the_structure() -> None:
    words = Node("P")
    laid = document(page(line("One", words)), page(label="2"), root=tree(words))

    data = paint(laid)

    pages = Opened(data).all(Type="/Page")
    assert ["/StructParents" in found for found in pages].count(False) == 1
    assert failures(data) == failures(data, "2a") == []


@pytest.mark.parametrize(
    ("href", "target"),
    [("", "nowhere"), ("javascript:app.alert(1)", ""), ("file:///etc/passwd", ""), ("/page", "")],
)
def test_a_link_that_leads_nowhere_is_plain_words(href: str, target: str) -> None:
    words = Node("P")
    link = words.add(Node("Link"))
    area = LinkArea(72, 690, 50, 12, link, href=href, target=target, words="here")
    laid = document(page(line("here", link), links=(area,)), root=tree(words))

    data = paint(laid)

    opened = Opened(data)
    assert opened.all(Subtype="/Link") == []
    assert not any("Link" in path for path, _ in opened.elements())
    assert failures(data) == []


def test_the_annotation_of_a_link_follows_its_words() -> None:
    words = Node("P")
    link = words.add(Node("Link"))
    plain, french = link.add(Node("Span")), link.add(Node("Span", lang="fr"))
    area = LinkArea(72, 690, 50, 12, link, target="top", words="un deux")
    laid = document(page(line("un", plain), line("deux", french), links=(area,)), root=tree(words))

    data = paint(laid)

    kids = dict(Opened(data).elements())["/Document/Part/P/Link"]["/K"]
    assert kids[0] == 0
    assert isinstance(kids[1], str)
    assert kids[2]["/Type"] == "/OBJR"
    assert failures(data) == []


def test_a_link_in_two_looks_is_said_once_and_on_two_lines_twice() -> None:
    words = Node("P")
    link = words.add(Node("Link"))
    areas = (
        LinkArea(72, 690, 30, 12, link, target="top", words="one two three"),
        LinkArea(104.5, 689, 37.5, 12, link, target="top", words="one two three"),
        LinkArea(72, 670, 40, 12, link, target="top", words="one two three"),
    )
    laid = document(page(line("one two", link), links=areas), root=tree(words))

    boxes = [found["/Rect"] for found in Opened(paint(laid)).all(Subtype="/Link")]

    assert sorted(boxes) == [[72, 670, 112, 682], [72, 689, 142, 702]]


def test_an_address_beyond_ascii_is_written_in_percent_codes() -> None:
    words = Node("P")
    link = words.add(Node("Link"))
    area = LinkArea(72, 690, 50, 12, link, href="https://a.example/é(1)?q=海#x", words="here")
    laid = document(page(line("here", link), links=(area,)), root=tree(words))

    (found,) = Opened(paint(laid)).all(Subtype="/Link")

    assert found["/A"]["/URI"] == "u:https://a.example/%C3%A9(1)?q=%E6%B5%B7#x"
    assert found["/Contents"] == "u:here"


def test_the_outline_leads_to_places_that_are_there() -> None:
    words = Node("P")
    outline = [
        OutlineEntry(1, "Énergie", "top"),
        OutlineEntry(3, "deep", "deep"),
        OutlineEntry(2, "lost", "lost"),
        OutlineEntry(1, "卫生", "deep"),
    ]
    places = {"top": Destination(0, 800), "deep": Destination(0, 400)}
    laid = document(page(line("x", words)), root=tree(words), outline=outline, destinations=places)

    opened = Opened(paint(laid))

    root = opened.get(opened.catalog["/Outlines"])
    first, last = opened.get(root["/First"]), opened.get(root["/Last"])
    assert (root["/Count"], first["/Title"], last["/Title"]) == (2, "u:Énergie", "u:卫生")
    below = opened.get(first["/First"])
    assert (below["/Title"], first["/Count"]) == ("u:deep", -1)
    assert (root["/First"], root["/Last"]) == (last["/Prev"], first["/Next"])
    names = opened.get(opened.get(opened.catalog["/Names"])["/Dests"])["/Names"]
    assert names[0::2] == ["u:deep", "u:top"]
    assert names[1][1:] == ["/XYZ", None, 400, None]


def test_a_document_of_nothing_is_a_file_all_the_same() -> None:
    laid = document(page(), root=tree(), outline=[], destinations={}, made="", author="")

    data = paint(laid)

    assert "/Outlines" not in Opened(data).catalog
    assert failures(data, "2a") == []
