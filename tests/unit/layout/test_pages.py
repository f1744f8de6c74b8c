"""What a reader finds on the pages."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from exports.layout import lay_out
from exports.layout.pages import Area, LaidOut, Line, Page, Rule
from exports.tree import (
    Bar,
    Block,
    Cell,
    Chart,
    Event,
    Form,
    Heading,
    Link,
    List,
    ListItem,
    Panel,
    Paper,
    Paragraph,
    Quote,
    Role,
    Table,
    Text,
)
from tests.publications import call, cell, every_block, paragraph, words
from tests.unit.layout.laid import (
    LONG,
    assert_apart,
    book_of,
    nodes,
    read_aloud,
    said,
    spoken,
    squeezed,
    width_of,
)

DAY = "2030-01-01"


def grounds(page: Page) -> list[Area]:
    return [one for one in page.placed if isinstance(one, Area) and one.height > 20]


def notes_of(laid: LaidOut, numbers: range) -> list[tuple[int, int]]:
    """The page of each call and of its footnote."""
    return [
        (
            next(
                place
                for place, page in enumerate(laid.pages)
                if any(link.target == f"n-note-{number}" for link in page.links)
            ),
            laid.destinations[f"n-note-{number}"].page,
        )
        for number in numbers
    ]


# Words on the page


@pytest.mark.parametrize("paper", Paper)
def test_a_line_of_body_text_holds_sixty_to_seventy_five_characters(paper: Paper) -> None:
    laid = lay_out(book_of(paragraph(LONG), form=Form(paper=paper)))

    lines = [said([line]) for line in spoken(laid.pages[0])][2:-1]
    assert 60 <= sum(map(len, lines)) / len(lines) <= 75


def test_both_papers_have_the_same_measure_and_fitting_margins() -> None:
    for paper in Paper:
        page = lay_out(book_of(paragraph(LONG), form=Form(paper=paper, duplex=False))).pages[0]
        rule = next(one for one in page.furniture if isinstance(one, Rule))

        assert rule.x1 == pytest.approx(page.width - rule.x2)
        assert rule.x2 - rule.x1 == pytest.approx(479.28)


def test_margins_are_mirrored_where_both_sides_are_printed() -> None:
    laid = lay_out(book_of(paragraph(LONG * 4), form=Form(duplex=True)))

    right, left = (max(line.x for line in spoken(page)) for page in laid.pages[:2])
    assert right - left == pytest.approx(16)
    heads = [min(one.x1 for one in p.furniture if isinstance(one, Rule)) for p in laid.pages[:2]]
    assert heads[0] - heads[1] == pytest.approx(16)


def test_the_space_at_the_end_of_a_line_is_kept_for_who_reads_aloud() -> None:
    laid = lay_out(book_of(paragraph(LONG)))

    lines = [line for line in spoken(laid.pages[0]) if line.size == 11]
    for line in lines[:-1]:
        assert line.shapes[-1].texts[-1] == " "


def test_a_link_over_two_lines_is_one_element_with_two_areas() -> None:
    link = Link(words=(words(LONG[:150]),), href="https://gazette.example")

    laid = lay_out(book_of(Paragraph(inlines=(link,))))

    areas = laid.pages[0].links
    assert len(areas) > 1
    assert len({area.node for area in areas}) == 1
    assert all(area.words == LONG[:150] for area in areas)


def test_a_handling_label_is_words_and_a_rule_beside_what_it_rules() -> None:
    page = lay_out(book_of(paragraph(LONG[:300], handling="May be used"))).pages[0]

    assert "May be used" in said(page.placed)
    words_ = [line for line in spoken(page) if line.size < 12]
    beside = [one for one in page.placed if isinstance(one, Rule) and one.x1 == one.x2]
    assert len(beside) == 1
    assert beside[0].y1 > max(line.y for line in words_)
    assert beside[0].y2 < min(line.y for line in words_)


def test_numbers_hang_in_the_margin_and_inside_a_cell() -> None:
    body = paragraph(LONG[:300], number="12.")
    table = Table(widths=(0.5, 0.5), rows=((Cell(blocks=(body,)), cell("b")),), heads=0)

    for block in (body, table):
        lines = [line for line in spoken(lay_out(book_of(block)).pages[0]) if line.size < 12]
        number = next(line for line in lines if said([line]).startswith("12."))
        rest = [line for line in lines if "countries" in said([line])]
        assert rest
        assert all(number.x + width_of(number) < line.x for line in rest)
        assert number.y == pytest.approx(max(line.y for line in rest))


# Footnotes


def test_all_footnotes_of_a_row_stand_on_the_page_of_the_row() -> None:
    rows = tuple(
        (Cell(blocks=(Paragraph(inlines=(words(LONG[:200]), call(n), call(n + 1), call(n + 2))),)),)
        for n in range(1, 60, 3)
    )

    laid = lay_out(book_of(Table(widths=(1.0,), rows=rows, heads=0)))

    assert len(laid.pages) > 1
    for called, stands in notes_of(laid, range(1, 61)):
        assert called == stands


def test_footnotes_begin_on_the_page_of_their_call() -> None:
    note = (words(LONG[:900]),)
    blocks = [
        Paragraph(inlines=(words(LONG[: 300 + 40 * n]), replace(call(n), note=note)))
        for n in range(1, 15)
    ]

    laid = lay_out(book_of(*blocks))

    for called, stands in notes_of(laid, range(1, 15)):
        assert called == stands


def test_a_footnote_that_runs_on_says_so_but_not_aloud() -> None:
    note = tuple(words(LONG) for _ in range(3))

    laid = lay_out(book_of(Paragraph(inlines=(words("Here."), replace(call(1), note=note)))))

    assert "continued" not in said(laid.pages[0].placed)
    assert "continued" in said(laid.pages[1].placed)
    assert "continued" not in read_aloud(laid)


def test_footnotes_are_read_behind_the_paragraph_that_calls_them() -> None:
    blocks = [Paragraph(inlines=(words(f"Words {n}."), call(n))) for n in (1, 2)]

    aloud = squeezed(read_aloud(lay_out(book_of(*blocks))))

    assert aloud.index("words1") < aloud.index("straitroadmap") < aloud.index("words2")


# Tables


def test_a_row_that_fits_is_not_divided() -> None:
    rows = tuple((cell(str(i), head=True), cell(LONG[:330])) for i in range(40))

    laid = lay_out(book_of(Table(widths=(0.1, 0.9), rows=rows, heads=0)))

    for node in (n for n in nodes(laid.root) if n.tag == "TD"):
        paragraphs = set(nodes(node))
        holding = [p for p in laid.pages if any(line.node in paragraphs for line in spoken(p))]
        assert len(holding) == 1


def test_a_row_that_runs_on_is_named_again_but_not_aloud() -> None:
    head = (cell("No.", head=True), cell("Words", head=True))
    table = Table(
        widths=(0.1, 0.9),
        rows=(head, (cell("Seven", head=True), cell(*[LONG[:300]] * 30))),
        caption="Promises",
    )

    laid = lay_out(book_of(table))

    for page in laid.pages[1:]:
        assert "Seven" in said(page.placed)
        assert "Promises (continued)" in said(page.placed)
    assert read_aloud(laid).count("Seven") == 1
    assert read_aloud(laid).count("Promises") == 1


def test_a_divided_row_cuts_no_line() -> None:
    small = tuple(paragraph(LONG[: 90 + 70 * n], role=Role.SMALL) for n in range(9))
    row = (cell(*[LONG[:330]] * 9), Cell(blocks=(Quote(inlines=(words(LONG),)), *small)))
    head = (cell("Left", head=True), cell("Right", head=True))

    laid = lay_out(book_of(*[Table(widths=(0.5, 0.5), rows=(head, row, row))] * 3))

    assert len(laid.pages) > 3
    for page in laid.pages:
        assert_apart(page)


@pytest.mark.parametrize("form", [Form(), Form(large_print=True, paper=Paper.LETTER)], ids=str)
def test_no_line_lies_over_another(form: Form) -> None:
    for page in lay_out(every_block(form)).pages:
        assert_apart(page)


def test_no_word_of_a_head_is_broken() -> None:
    head = tuple(cell(text, head=True) for text in ("No.", "Responsible", "承诺方", "Words"))
    table = Table(widths=(0.02, 0.03, 0.03, 0.92), rows=(head, tuple(cell("x") for _ in head)))

    page = lay_out(book_of(table, form=Form(large_print=True))).pages[0]

    shown = [said([line]).strip() for line in spoken(page)]
    assert {"No.", "Responsible", "承诺方", "Words"} <= set(shown)


def test_a_panel_over_two_pages_has_its_ground_once_on_each() -> None:
    panel = Panel(title="Not to be disclosed", blocks=tuple(paragraph(LONG) for _ in range(3)))

    laid = lay_out(book_of(panel))

    assert len(laid.pages) > 1
    for page in laid.pages:
        (ground,) = grounds(page)
        for line in (line for line in spoken(page) if "countries" in said([line])):
            assert ground.y < line.y < ground.y + ground.height


def test_the_ground_of_a_panel_lies_beneath_its_words() -> None:
    page = lay_out(book_of(Panel(title="Say", blocks=(paragraph("Words."),)))).pages[0]

    kinds = [type(one) for one in page.placed]
    assert kinds.index(Area) < max(i for i, kind in enumerate(kinds) if kind is Line)


# Lists


def test_labels_of_a_list_hang_in_one_column() -> None:
    items = tuple(ListItem(label=f"{n}.", inlines=(words(LONG[:200]),)) for n in (8, 9, 10, 100))

    page = lay_out(book_of(List(items=items, ordered=True))).pages[0]

    labels = [line for line in spoken(page) if said([line]).strip().rstrip(".").isdigit()]
    others = [line for line in spoken(page) if "countries" in said([line])]
    assert len({line.x for line in others}) == 1
    assert all(line.x + width_of(line) < others[0].x for line in labels if line.size == 11)


def test_what_announces_a_list_stays_with_its_first_item() -> None:
    blocks: list[Block] = []
    for n in range(40):
        blocks += [
            paragraph("Three things matter:", uid=f"lead{n}"),
            List(items=(ListItem(label="•", inlines=(words(LONG[:250]),), uid=f"item{n}"),)),
        ]

    laid = lay_out(book_of(*blocks))

    assert len(laid.pages) > 2
    for n in range(40):
        assert laid.destinations[f"lead{n}"].page == laid.destinations[f"item{n}"].page


def test_the_line_that_dates_a_table_or_a_quotation_stays_with_it() -> None:
    blocks: list[Block] = []
    for n in range(60):
        dated: tuple[Block, Block] = (
            Quote(inlines=(words(LONG[: 90 + n]),), uid=f"dated{n}"),
            Table(
                widths=(0.5, 0.5),
                rows=((cell("Who"), cell("What")), (cell(f"Energy {n}"), cell("Storage"))),
                uid=f"dated{n}",
            ),
        )
        line = Paragraph(inlines=(words("as of 1 October"),), role=Role.META, uid=f"day{n}")
        blocks += [paragraph(LONG[: 40 + 9 * n]), dated[n % 2], line]

    laid = lay_out(book_of(*blocks))

    assert len(laid.pages) > 4
    for n in range(60):
        assert laid.destinations[f"dated{n}"].page == laid.destinations[f"day{n}"].page


# Charts


def test_a_chart_says_its_counts_as_numbers() -> None:
    bar = Bar(name="Energy", stretches=(("Done", "●", 12), ("Under way", "◎", 25)))

    page = lay_out(book_of(Chart(bars=(bar,), description="d"))).pages[0]

    shown = [said([line]).strip() for line in spoken(page)]
    assert {"12", "25", "37", "● Done", "◎ Under way"} <= set(shown)


def test_stretches_are_as_wide_as_their_counts_and_differ_without_colour() -> None:
    stretches = tuple((str(n), sign, n) for n, sign in enumerate("◌○◎◐●×→", start=2))

    page = lay_out(book_of(Chart(bars=(Bar(name="Energy", stretches=stretches),)))).pages[0]

    areas = [one for one in page.placed if isinstance(one, Area) and one.stroke][: len(stretches)]
    unit = areas[0].width / 2
    assert [round(area.width / unit) for area in areas] == list(range(2, 9))
    looks = {(round(sum(area.fill or ()), 1), area.pattern) for area in areas}
    assert len(looks) == len(stretches)


@pytest.mark.parametrize("chart", [Chart(), Chart(bars=(Bar(name="None", stretches=()),))])
def test_a_chart_of_nothing_is_no_error(chart: Chart) -> None:
    assert len(lay_out(book_of(chart)).pages) == 1


def test_a_long_time_line_runs_over_pages_as_several_figures() -> None:
    events = tuple(Event(day=f"20{n:02}-01-01", name=f"Deadline {n}") for n in range(99))

    today = Event(day="2060-06-30", name="", label="Today")
    chart = Chart(events=events, today=today, description="All of them.", caption="Deadlines")

    laid = lay_out(book_of(chart))

    figures = [node for node in nodes(laid.root) if node.tag == "Figure"]
    assert len(figures) == len(laid.pages) > 1
    assert "Deadline 98" in figures[-1].alt
    aloud = squeezed(read_aloud(laid))
    assert aloud.index("deadline60") < aloud.index("today") < aloud.index("deadline61")
    for page in laid.pages:
        assert all(line.y > 70 for line in spoken(page))


def test_today_stands_in_its_place_on_a_time_line() -> None:
    events = (Event(day="2029-01-01", name="Before"), Event(day="2031-01-01", name="After"))
    today = Event(day=DAY, name="", label="1 January 2030")

    page = lay_out(book_of(Chart(events=events, today=today))).pages[0]

    heights = {said([line]).strip(): line.y for line in spoken(page)}
    assert heights["Before"] > heights["1 January 2030"] > heights["After"]


# Cover and furniture


def test_the_cover_carries_the_highest_marking_and_no_running_head() -> None:
    book = every_block()
    parts = (replace(book.parts[0], marking=""), *book.parts[1:])

    laid = lay_out(replace(book, parts=parts, marking="SECRET"))

    assert said(laid.pages[0].furniture).count("SECRET") == 2
    assert "leaders" not in said(laid.pages[0].furniture)


def test_the_marking_stands_at_the_foot_only_where_the_scheme_asks() -> None:
    laid = lay_out(replace(every_block(), marking_at_foot=False))

    assert said(laid.pages[2].furniture).count("PROTECTED A") == 1


def test_a_long_title_does_not_run_into_the_running_head_beside_it() -> None:
    book = replace(every_block(Form(duplex=False)), title="国" * 200)

    for page in lay_out(book).pages[1:]:
        heads = sorted(
            (one for one in page.furniture if isinstance(one, Line) and one.y > page.height - 60),
            key=lambda line: line.x,
        )
        ends = [line.x + width_of(line) for line in heads if line.size < 9]
        starts = [line.x for line in heads if line.size < 9]
        assert all(end < start for end, start in zip(ends, starts[1:], strict=False))


def test_every_part_block_and_footnote_can_be_led_to() -> None:
    laid = lay_out(every_block())

    for page in laid.pages:
        for link in page.links:
            assert link.href or link.target in laid.destinations
    for entry in laid.outline:
        assert entry.target in laid.destinations


def test_one_part_is_laid_out_alike_whatever_the_others_are() -> None:
    book = every_block(Form(duplex=False))
    alone = replace(book, parts=(book.parts[2],))

    together, by_itself = lay_out(book), lay_out(alone)

    first = together.destinations["n-1"].page
    for page, other in zip(together.pages[first:], by_itself.pages, strict=False):
        assert said(page.placed) == said(other.placed)
        assert page.label == other.label


def test_headings_of_any_depth_are_set() -> None:
    blocks = [Heading(level=n, inlines=(words(f"Level {n}"),)) for n in range(2, 9)]

    tags = [node.tag for node in nodes(lay_out(book_of(*blocks)).root)]

    assert tags.count("H6") == 3


def test_whoever_watches_sees_the_end_and_can_stop() -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    lay_out(every_block(), lambda done, total: seen.append((done, total)))
    with pytest.raises(InterruptedError):
        lay_out(every_block(), stop)

    assert seen[-1] == (5, 5)
    assert gc.isenabled()


def test_a_bold_word_has_room_in_its_column() -> None:
    """Bold is wider: a column that was measured for plain words divided "overdue"."""
    for share in (0.06, 0.07, 0.08, 0.09, 0.1):
        narrow = Cell(blocks=(Paragraph(inlines=(Text(text="▲\u00a0overdue", bold=True),)),))
        table = Table(
            rows=((narrow, cell("A commitment of many words that takes all of its room.")),),
            widths=(share, 1 - share),
            caption=(),
        )

        laid = lay_out(book_of(table))

        lines = [line for page in laid.pages for line in spoken(page)]
        texts = ["".join(t for shape in line.shapes for t in shape.texts) for line in lines]
        assert not [text for text in texts if text.endswith("\u00ad")]
