from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from briefing.prose import InsertBlock, Item, List, Paragraph, Prose, Run, Subheading
from briefing.prose import Table as ProseTable
from briefing.sample import make_sample
from briefing.things import (
    Annotation,
    Book,
    Commitment,
    Cut,
    Deadline,
    DeadlineKind,
    Insert,
    InsertKind,
    Note,
    Passage,
    PrintFlag,
    Repair,
    Section,
    Source,
    StatusEntry,
    TabKind,
    Thing,
    WholeBook,
)
from briefing.uid import new_uid
from exports import tree
from exports.compose import compose, compose_tab
from exports.compose.acronyms import expansions
from exports.compose.frozen import shown_by_inserts
from exports.compose.walk import texts
from exports.tree import Form, PartKind, Profile, Publication
from ui.words import wording

MADE = "2026-11-24T10:30:00+00:00"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> WholeBook:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.briefing"
    with make_sample(path) as store:
        return store.whole()


def with_things(whole: WholeBook, *things: Thing) -> WholeBook:
    every = {t.uid: t for kind in whole.things.values() for t in kind.values()}
    every.update({thing.uid: thing for thing in things})
    return WholeBook.of(every.values())


def composed(
    whole: WholeBook, only: tuple[str, ...] = (), lang: str = "en", **form: object
) -> Publication:
    return compose(whole, Form(**form), wording(lang), MADE, only)  # type: ignore[arg-type]


def part_of(publication: Publication, kind: PartKind, label: str = "") -> tree.Part:
    return next(p for p in publication.parts if p.kind is kind and label in {"", p.label})


def everything(value: object) -> Iterator[object]:
    """A value and all values in it."""
    yield value
    if isinstance(value, tuple):
        for one in value:
            yield from everything(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from everything(getattr(value, name))


def said(part: tree.Part) -> str:
    return "\n".join(texts(part))


def test_notes_are_numbered_and_generated_parts_lettered(sample: WholeBook) -> None:
    labels = [(part.kind, part.label) for part in composed(sample).parts]

    assert labels == [
        (PartKind.COVER, ""),
        (PartKind.CONTENTS, ""),
        *((PartKind.NOTE, str(number)) for number in range(1, 7)),
        (PartKind.COMMITMENTS, "A"),
        (PartKind.ACRONYMS, "B"),
        (PartKind.SOURCES, "C"),
    ]


def cover_line(whole: WholeBook, made: str = MADE, **form: object) -> str:
    """What the cover says of which print it is."""
    publication = compose(whole, Form(**form), wording("en"), made)  # type: ignore[arg-type]
    (cover,) = part_of(publication, PartKind.COVER).blocks
    assert isinstance(cover, tree.Cover)
    return cover.edition


def test_two_prints_of_one_day_are_told_apart_on_their_covers(sample: WholeBook) -> None:
    assert cover_line(sample) == "Printed 24 November 2026, 10:30 · Copy no. ____"
    assert cover_line(sample, "2026-11-24T10:31") != cover_line(sample)


def test_only_a_print_that_is_kept_has_the_number_of_an_edition(sample: WholeBook) -> None:
    assert cover_line(sample, edition=3) == "Edition 3 · 24 November 2026 · Copy no. ____"
    assert "Edition" not in cover_line(sample)


def test_the_contents_list_every_tab_that_can_be_turned_to(sample: WholeBook) -> None:
    publication = composed(sample)
    contents = part_of(publication, PartKind.CONTENTS).blocks[-1]

    assert [entry.target for entry in contents.entries] == [p.uid for p in publication.parts[2:]]


def test_footnotes_count_from_one_in_each_part(sample: WholeBook) -> None:
    for part in composed(sample).parts:
        calls = [v.number for v in everything(part) if isinstance(v, tree.FootnoteCall)]
        assert calls == list(range(1, len(calls) + 1))


def test_every_link_inside_leads_to_something_that_is_printed(sample: WholeBook) -> None:
    publication = composed(sample)
    named = {p.uid for p in publication.parts}
    named |= {v.uid for v in everything(publication) if hasattr(v, "uid")}

    targets = [v.target for v in everything(publication) if isinstance(v, tree.Link) and v.target]

    assert len(targets) > 50
    assert set(targets) <= named


def test_every_commitment_is_printed_in_each_of_its_languages(sample: WholeBook) -> None:
    ledger = said(part_of(composed(sample), PartKind.COMMITMENTS))

    for commitment in sample.all(Commitment):
        for anchor in commitment.anchors:
            assert anchor.quote[:40] in ledger or anchor.quote[-20:] in ledger


def test_a_commitment_has_one_number_wherever_it_is_printed(sample: WholeBook) -> None:
    publication = composed(sample)
    ledgers = [v for v in everything(publication) if isinstance(v, tree.Table)]
    numbers: dict[str, set[str]] = {}
    for table in (t for t in ledgers if t.role is tree.TableRole.LEDGER):
        for row in table.rows[1:]:
            words = "".join(
                v.text for v in everything(row[1].blocks[0]) if isinstance(v, tree.Text)
            )
            number = "".join(v.text for v in everything(row[0]) if isinstance(v, tree.Text))
            numbers.setdefault(words[:50], set()).add(number)

    assert numbers
    assert all(len(found) == 1 for found in numbers.values())


def test_one_tab_alone_keeps_its_label_and_leads_nowhere_else(sample: WholeBook) -> None:
    tab = [tab for tab in sample.tabs if tab.kind is TabKind.NOTE][2]

    publication = composed(sample, only=(tab.uid,))

    (part,) = publication.parts
    assert part.label == "3"
    assert part.head.startswith("Tab 3 · ")
    assert not any(isinstance(v, tree.Link) and v.target for v in everything(part))


def test_a_repair_is_printed_in_brackets_and_said_to_be_the_editors(sample: WholeBook) -> None:
    publication = composed(sample)

    assert "[d’antibiotiques.]" in said(part_of(publication, PartKind.COMMITMENTS))
    assert "supplied by the editor from the English text" in said(
        part_of(publication, PartKind.COMMITMENTS)
    )


def test_words_that_are_cut_off_and_not_mended_end_in_an_ellipsis(sample: WholeBook) -> None:
    bare = WholeBook.of(
        thing
        for kind in sample.things.values()
        for thing in kind.values()
        if not isinstance(thing, Repair)
    )
    cut = [p for p in sample.all(Passage) if p.cut in {Cut.END, Cut.BOTH}]
    assert cut

    assert "[…]" in said(part_of(composed(bare), PartKind.COMMITMENTS))


def test_a_live_insert_follows_the_book_and_a_frozen_one_does_not(sample: WholeBook) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    label = "2"
    frozen = [
        replace(insert, frozen=shown, frozen_on=date(2026, 11, 20))
        for uid, shown in shown_by_inserts(sample, note, wording("en"), date(2026, 11, 20))
        for insert in [sample.get(Insert, uid)]
    ]
    later = [
        replace(entry, evidence="Everything has changed.") for entry in sample.all(StatusEntry)
    ]

    live = said(part_of(composed(with_things(sample, *later)), PartKind.NOTE, label))
    kept = said(part_of(composed(with_things(sample, *later, *frozen)), PartKind.NOTE, label))

    assert "Everything has changed." in live
    assert "Everything has changed." not in kept
    assert "Four of eleven ferries run on batteries" in kept
    assert "as of 20 November 2026" in kept


def _is_italic(text: tree.Text) -> bool:
    return text.italic


def test_a_signed_off_note_cites_as_it_did_before_in_the_order_of_the_page(
    sample: WholeBook,
) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    section = sample.sections_of[note.uid]["background"]
    turned = replace(section, body=Prose(tuple(reversed(section.body.blocks))))
    live = with_things(sample, turned)
    kept = [
        replace(live.get(Insert, uid), frozen=shown, frozen_on=date(2026, 11, 20))
        for uid, shown in shown_by_inserts(live, note, wording("en"), date(2026, 11, 20))
    ]

    def notes(whole: WholeBook) -> list[list[tuple[bool, str]]]:
        part = part_of(composed(whole), PartKind.NOTE, "2")
        calls = [v for v in everything(part) if isinstance(v, tree.FootnoteCall)]
        texts = [[v for v in everything(call.note) if isinstance(v, tree.Text)] for call in calls]
        return [
            [(italic, "".join(t.text for t in some)) for italic, some in groupby(t, _is_italic)]
            for t in texts
        ]

    assert notes(with_things(live, *kept)) == notes(live)


def test_a_table_that_was_kept_at_sign_off_looks_like_a_live_one(sample: WholeBook) -> None:
    tables = [i for i in sample.all(Insert) if i.kind is InsertKind.TABLE]
    kept = [
        replace(insert, frozen=shown, frozen_on=date(2026, 11, 20))
        for note in {insert.note for insert in tables}
        for uid, shown in shown_by_inserts(
            sample, sample.get(Note, note), wording("en"), date(2026, 11, 20)
        )
        for insert in [sample.get(Insert, uid)]
    ]

    def looks(whole: WholeBook) -> list[object]:
        parts = [part for part in composed(whole).parts if part.kind is PartKind.NOTE]
        found = [v for part in parts for v in everything(part) if isinstance(v, tree.Table)]
        ledgers = [table for table in found if len(table.rows[0]) == 5]
        return [
            (
                table.role,
                table.widths,
                table.description,
                [r[0].head for r in table.rows],
                [[block.role for cell in row for block in cell.blocks] for row in table.rows[1:]],
            )
            for table in ledgers
        ]

    live = looks(sample)
    assert live
    assert looks(with_things(sample, *kept)) == live


@pytest.mark.parametrize("kind", ["", "deadlines"])
def test_a_chart_that_was_kept_at_sign_off_is_still_a_drawing(sample: WholeBook, kind: str) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    chart = Insert(
        uid=new_uid(), note=note.uid, kind=InsertKind.CHART, topic=note.topic, chart=kind
    )
    body = Prose((InsertBlock(insert=chart.uid),))
    section = Section(uid=new_uid(), note=note.uid, name="annex", body=body)
    live = with_things(sample, chart, section)
    day = date.fromisoformat(MADE[:10])
    shown = dict(shown_by_inserts(live, note, wording("en"), day))
    kept = replace(chart, frozen=shown[chart.uid], frozen_on=day)

    def charts(whole: WholeBook) -> list[tree.Chart]:
        part = part_of(composed(whole), PartKind.NOTE, "2")
        return [v for v in everything(part) if isinstance(v, tree.Chart) and v.uid == chart.uid]

    drawn = charts(live)
    assert drawn
    later = [replace(c, topics=()) for c in sample.all(Commitment)]
    assert charts(with_things(live, kept, *later)) == drawn


@pytest.mark.parametrize("kind", ["", "deadlines"])
@pytest.mark.parametrize("rows", [(), (("x",),), (("", "● Done"), ("Fish", "many"))])
def test_facts_that_no_chart_was_kept_as_are_printed_as_they_stand(
    sample: WholeBook, kind: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    facts = ProseTable(rows=tuple(tuple((Run(text=words),) for words in row) for row in rows))
    chart = Insert(
        uid=new_uid(),
        note=note.uid,
        kind=InsertKind.CHART,
        chart=kind,
        frozen=Prose((facts,)),
        frozen_on=date.fromisoformat(MADE[:10]),
    )
    body = Prose((InsertBlock(insert=chart.uid),))
    section = Section(uid=new_uid(), note=note.uid, name="annex", body=body)

    part = part_of(composed(with_things(sample, chart, section)), PartKind.NOTE, "2")

    printed = " ".join(texts(part))
    assert all(words in printed for row in rows for words in row)


def test_the_working_copy_shows_what_the_final_one_hides(sample: WholeBook) -> None:
    remark = next(a for a in sample.all(Annotation) if a.flag is PrintFlag.INTERNAL)

    final, working = composed(sample), composed(sample, profile=Profile.WORKING)

    comments = [v.text for v in everything(working) if isinstance(v, tree.Comment)]
    assert not any(isinstance(v, tree.Comment) for v in everything(final))
    assert any(comments)
    assert remark.body.text not in "\n".join(map(said, final.parts))


def test_a_printed_annotation_stands_with_its_commitment(sample: WholeBook) -> None:
    ledger = said(part_of(composed(sample), PartKind.COMMITMENTS))

    assert "Background: The marshes lie in three provinces" in ledger


def test_markings_roll_up_from_a_source_to_the_cover(sample: WholeBook) -> None:
    source = replace(sample.all(Source)[0], marking="secret")

    publication = composed(with_things(sample, source))

    assert publication.marking == "SECRET"
    assert part_of(publication, PartKind.COVER).marking == "SECRET"
    assert part_of(publication, PartKind.NOTE, "2").marking == "SECRET"


def test_a_note_that_shows_one_commitment_is_marked_as_its_source(sample: WholeBook) -> None:
    two = next(c for c in sample.all(Commitment) if len({a.source for a in c.anchors}) > 1)
    commitment = replace(two, anchors=two.anchors[:1])
    own = {anchor.source for anchor in commitment.anchors}
    other = next(source for source in sample.all(Source) if source.uid not in own)
    tab = next(tab for tab in sample.tabs if tab.kind is TabKind.NOTE)
    note = sample.get(Note, tab.note or "")
    inserts = [i for i in sample.all(Insert) if i.note == note.uid]
    gone = {thing.uid for thing in inserts}
    shown = Insert(
        uid=new_uid(), note=note.uid, kind=InsertKind.COMMITMENT, commitment=commitment.uid
    )
    things = [t for kind in sample.things.values() for t in kind.values() if t.uid not in gone]
    bare = WholeBook.of([*things, shown])
    whole = with_things(
        bare,
        replace(sample.book, marking=""),
        replace(note, marking=""),
        replace(other, marking="secret"),
        commitment,
        *(replace(sample.get(Source, uid), marking="") for uid in own),
    )

    part = part_of(composed(whole, only=(tab.uid,)), PartKind.NOTE)

    assert part.marking == ""


def test_one_tab_alone_is_what_it_is_in_the_whole_book(sample: WholeBook) -> None:
    whole = {part.uid: part for part in composed(sample).parts}

    for tab in sample.tabs:
        if tab.kind in {TabKind.NOTE, TabKind.COVER}:
            (part,) = compose_tab(sample, Form(), wording("en"), MADE, tab.uid).parts
            assert part == whole[tab.uid]


def test_each_block_of_a_note_is_named_by_its_section_and_place(sample: WholeBook) -> None:
    note = sample.all(Note)[0]
    section = next(s for s in sample.sections_of[note.uid].values() if len(s.body.blocks) > 1)
    tab = next(tab for tab in sample.tabs if tab.note == note.uid)

    (part,) = composed(sample, only=(tab.uid,)).parts
    names = {getattr(value, "uid", "") for value in everything(part)}

    for place, block in enumerate(section.body.blocks):
        if not isinstance(block, InsertBlock | List):
            assert f"{section.uid}-{place}" in names


def test_markings_are_printed_in_the_language_of_the_book(sample: WholeBook) -> None:
    assert composed(sample, lang="fr").marking == "PROTÉGÉ B"


def test_sides_are_told_apart_by_who_promises(sample: WholeBook) -> None:
    note = said(part_of(composed(sample), PartKind.NOTE, "1"))
    ours, theirs = note.index("Our commitments"), note.index("Their commitments")

    assert "80 million crowns" in note[ours:theirs]
    assert "simplify its port procedures" in note[theirs:]


def test_a_deadline_that_has_passed_is_said_to_be_overdue(sample: WholeBook) -> None:
    promise = next(c for c in sample.all(Commitment) if c.deadline.value == "2031")
    early = replace(promise, deadline=replace(promise.deadline, value="2026-01"))

    assert "▲\u00a0overdue" in said(
        part_of(composed(with_things(sample, early)), PartKind.COMMITMENTS)
    )


def test_an_empty_book_is_still_a_book() -> None:
    publication = composed(WholeBook.of([Book(uid=new_uid(), title="Empty")]))

    assert publication.parts == ()
    assert publication.title == "Empty"


def test_every_kind_of_prose_is_composed(sample: WholeBook) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    section = next(s for s in sample.where(Section, note=note.uid) if s.name == "background")
    run = Run(text="Words", bold=True, footnote="A source of ours.")
    items = (
        Item(runs=(run,)),
        Item(runs=(Run(text="deep"),), level=1),
        Item(runs=(Run(text="up"),)),
    )
    body = Prose(
        (
            Paragraph(runs=(run, Run(text="said", href="https://a.example")), handling="internal"),
            Subheading(runs=(Run(text="Smaller"),)),
            List(items=items, ordered=True),
            ProseTable(rows=(((Run(text="a"),), (Run(text="b"),)), ((Run(text="c"),), ()))),
            InsertBlock(insert="gone"),
        )
    )

    part = part_of(composed(with_things(sample, replace(section, body=body))), PartKind.NOTE, "2")

    values = list(everything(part))
    labels = [v.label for v in values if isinstance(v, tree.ListItem)][:3]
    assert labels == ["1.", "1.", "2."]
    assert any(
        isinstance(v, tree.Paragraph) and v.handling == "Not to be disclosed" for v in values
    )
    assert any(isinstance(v, tree.Link) and v.href for v in values)
    assert "A source of ours." in said(part)


@pytest.mark.parametrize(
    "empty",
    [Paragraph(handling="internal"), List(items=(Item(runs=(), handling="internal"),))],
)
def test_what_says_nothing_is_not_labelled(sample: WholeBook, empty: Paragraph | List) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    section = next(s for s in sample.where(Section, note=note.uid) if s.name == "background")
    body = Prose((empty, Paragraph(runs=(Run(text="Said"),))))

    part = part_of(composed(with_things(sample, replace(section, body=body))), PartKind.NOTE, "2")

    assert not any(isinstance(v, tree.Paragraph) and v.handling for v in everything(part))
    assert "disclosed" not in said(part)


def test_words_have_the_room_where_nothing_is_known_of_how_things_stand(sample) -> None:
    bare = replace(sample.all(Commitment)[0], uid=new_uid(), topics=(), lead="", next_step="")

    tables = [
        block
        for block in everything(composed(with_things(sample, bare)))
        if isinstance(block, tree.Table) and block.role is tree.TableRole.LEDGER
    ]

    assert max(table.widths[1] for table in tables) > min(table.widths[1] for table in tables)
    assert all(sum(table.widths) == pytest.approx(1) for table in tables)


def test_a_deadline_in_many_words_is_no_tower_in_a_narrow_column(sample) -> None:
    wordy = Deadline(kind=DeadlineKind.EVENT, text="在两国即将共同主办的海峡气候峰会召开之前")
    late = [replace(c, deadline=wordy) for c in sample.all(Commitment)]

    (usual, *_), (roomy, *_) = (
        [
            b.widths
            for b in everything(composed(whole))
            if isinstance(b, tree.Table) and b.role is tree.TableRole.LEDGER
        ]
        for whole in (sample, with_things(sample, *late))
    )

    assert roomy[3] > usual[3]
    assert sum(roomy) == pytest.approx(1)


def test_a_section_that_the_template_does_not_know_is_printed_all_the_same(sample) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    lost = Section(uid=new_uid(), note=note.uid, name="annex", body=Prose.plain("Kept words."))

    assert "Kept words." in said(part_of(composed(with_things(sample, lost)), PartKind.NOTE, "2"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the World Health Organization (WHO) met", [("WHO", "World Health Organization")]),
        (
            "l’Organisation mondiale de la Santé (OMS)",
            [("OMS", "Organisation mondiale de la Santé")],
        ),
        (
            "small and medium-sized enterprises (SMEs)",
            [("SME", "small and medium-sized enterprises")],
        ),
        ("参加世界卫生组织(WHO)会议", [("WHO", "世界卫生组织")]),
        ("两国同意在能源资源治理倡议(ERGI)下合作", [("ERGI", "能源资源治理倡议")]),
        ("包括使北美空防司令部(NORAD)现代化", [("NORAD", "北美空防司令部")]),
        (
            "In Nuuk the North American Aerospace Defense Command (NORAD) met",
            [("NORAD", "North American Aerospace Defense Command")],
        ),
        (
            "We gave to COVID-19 Vaccines Global Access (COVAX) twice",
            [("COVAX", "COVID-19 Vaccines Global Access")],
        ),
        ("They met in Northern Canada (NORAD)", []),
        ("they met (USA) there", []),
    ],
)
def test_acronyms_are_spelt_out_by_the_words_before_them(text, found) -> None:
    assert list(expansions(text)) == found


def test_what_a_note_spells_out_is_in_the_list_of_acronyms(sample: WholeBook) -> None:
    section = next(s for s in sample.all(Section) if s.name == "issue")
    body = Prose.plain("We gave to COVID-19 Vaccines Global Access (COVAX).")

    whole = with_things(sample, replace(section, body=body))

    acronyms = said(part_of(composed(whole), PartKind.ACRONYMS))
    assert "COVAX\nCOVID-19 Vaccines Global Access" in acronyms
    assert "COVAX" not in said(part_of(composed(sample), PartKind.ACRONYMS))


def test_an_acronym_is_spelt_out_in_chinese_only_where_nothing_else_says_it(
    sample: WholeBook,
) -> None:
    said_in = {
        "zh": "参加量子区交流(QZX),同意在能源资源治理倡议(ERGI)下合作。",
        "en": "They joined the Quantum Zone Exchange (QZX).",
    }
    some = sample.all(Passage)[0]
    passages = [
        replace(some, uid=new_uid(), text=text, lang=lang, position=place)
        for place, (lang, text) in enumerate(said_in.items())
    ]
    section = next(s for s in sample.all(Section) if s.name == "issue")
    issue = replace(section, body=Prose.plain("QZX and ERGI met."))

    printed = composed(with_things(sample, *passages, issue), lang="fr")

    assert "QZX\nQuantum Zone Exchange" in said(part_of(printed, PartKind.ACRONYMS))
    assert "ERGI\n能源资源治理倡议" in said(part_of(printed, PartKind.ACRONYMS))


def test_an_insert_of_one_commitment_shows_words_and_facts(sample: WholeBook) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    section = next(s for s in sample.where(Section, note=note.uid) if s.name == "background")
    commitment = next(c for c in sample.all(Commitment) if "hydrogen" in c.action)
    insert = Insert(
        uid=new_uid(), note=note.uid, kind=InsertKind.COMMITMENT, commitment=commitment.uid
    )
    shown = replace(section, body=Prose((InsertBlock(insert=insert.uid),)))

    text = said(part_of(composed(with_things(sample, insert, shown)), PartKind.NOTE, "2"))

    assert "○ Not started" in text
    assert "June 2029" in text
    assert "corridor commun de l’hydrogène" in text


def test_a_chart_without_anything_to_show_says_so(sample: WholeBook) -> None:
    note = next(n for n in sample.all(Note) if n.title == "Clean Energy and Climate")
    section = next(s for s in sample.where(Section, note=note.uid) if s.name == "background")
    undated = [replace(c, deadline=Deadline()) for c in sample.all(Commitment)]
    insert = Insert(
        uid=new_uid(), note=note.uid, kind=InsertKind.CHART, topic=note.topic, chart="deadlines"
    )
    shown = replace(section, body=Prose((InsertBlock(insert=insert.uid),)))

    whole = with_things(sample, insert, shown, *undated)

    part = part_of(composed(whole), PartKind.NOTE, "2")
    assert "No deadlines are recorded." in said(part)
    assert not any(isinstance(value, tree.Chart) for value in everything(part))


def test_evidence_from_a_source_names_its_place_in_a_footnote(sample: WholeBook) -> None:
    told = next(e for e in sample.all(StatusEntry) if sample.get(Commitment, e.commitment).anchors)
    anchor = sample.get(Commitment, told.commitment).anchors[0]
    newest = replace(
        told, uid=new_uid(), as_of=date(2026, 11, 1), evidence="It is there.", anchor=anchor,
        recorded="2026-11-02T08:00:00+00:00",
    )  # fmt: skip

    parts = composed(with_things(sample, newest)).parts

    lines = [v for v in everything(parts) if isinstance(v, tree.Paragraph)]
    (line, *_) = [x for x in lines if x.inlines and x.inlines[0] == tree.Text(text="It is there.")]
    (call,) = line.inlines[1:]
    assert isinstance(call, tree.FootnoteCall)
