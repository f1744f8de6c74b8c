"""A publication with every kind of block, for whoever renders one. All texts are made up."""

from __future__ import annotations

from exports.tree import (
    Bar,
    Block,
    Cell,
    Chart,
    Comment,
    Contents,
    ContentsEntry,
    Cover,
    Event,
    FootnoteCall,
    Form,
    Heading,
    Link,
    List,
    ListItem,
    PageWords,
    Panel,
    Paragraph,
    Part,
    PartKind,
    Publication,
    Quote,
    Role,
    Table,
    TableRole,
    Text,
)

MADE = "2026-11-24T10:30:00+00:00"
CHINESE = (
    "两国领导人同意到 2032 年将渡轮的排放量减少 60%，并“每小时”共享风力和潮汐数据（见附件一）。"
)
FRENCH = "Les deux pays se sont engagés à « réduire » les émissions : d’ici 2032, de 60 %."
ENGLISH = "Both countries agreed to cut emissions from ferries by 60 per cent no later than 2032."


def words(text: str, **looks: object) -> Text:
    return Text(text=text, **looks)  # type: ignore[arg-type]


def paragraph(text: str, **facts: object) -> Paragraph:
    return Paragraph(inlines=(words(text),), **facts)  # type: ignore[arg-type]


def call(number: int) -> FootnoteCall:
    return FootnoteCall(
        number=number,
        note=(
            Link(words=(words("Strait Roadmap", italic=True), words(", para. 2")), target="p2"),
            words("."),
        ),
    )


def note_part(uid: str, label: str, title: str, blocks: tuple[Block, ...]) -> Part:
    heading = Heading(level=1, number=label, inlines=(words(title),))
    return Part(
        uid=uid,
        kind=PartKind.NOTE,
        title=title,
        blocks=(heading, *blocks),
        label=label,
        head=f"Tab {label} · {title}",
        page_prefix=f"Tab {label} – ",
        marking="PROTECTED A",
    )


def cell(*texts: str, head: bool = False) -> Cell:
    return Cell(blocks=tuple(paragraph(text) for text in texts), head=head)


BLOCKS: tuple[Block, ...] = (
    paragraph("Information note · Draft", role=Role.META),
    Heading(level=2, inlines=(words("Issue"),), uid="h-issue"),
    paragraph("The tariff for power across the Strait is still open.", role=Role.LEAD, uid="l1"),
    Heading(level=2, inlines=(words("Background"),), uid="h-back"),
    Paragraph(
        inlines=(
            words("In March the leaders met in Port Laurent. "),
            words("Nothing", bold=True),
            words(" was signed, but "),
            words("much", italic=True),
            words(" was "),
            words("promised", underline=True),
            call(1),
            words("; see the "),
            Link(words=(words("public page"),), href="https://gazette.example/été"),
            words(" and "),
            Link(words=(words("the sources"),), target="sources"),
            words("."),
        ),
        uid="b1",
        comments=(
            Comment(
                author="Desk", written="2026-11-20T09:00:00", kind="Question", text="Ask them."
            ),
        ),
    ),
    Quote(inlines=(words(ENGLISH), call(2)), uid="q1"),
    Quote(inlines=(words(FRENCH), call(3)), uid="q2", lang="fr"),
    Quote(inlines=(words(CHINESE), call(4)), uid="q3", lang="zh"),
    paragraph("Three things matter:"),
    List(
        items=(
            ListItem(label="•", inlines=(words("the cable,"),), uid="i1"),
            ListItem(
                label="•",
                inlines=(words("the ferries, that is:"),),
                blocks=(
                    List(
                        items=(
                            ListItem(label="–", inlines=(words("the old ones,"),)),
                            ListItem(label="–", inlines=(words("the new ones;"),)),
                        )
                    ),
                ),
            ),
            ListItem(label="•", inlines=(words("海峡的安全。", lang="zh"),)),
        )
    ),
    List(
        items=(
            ListItem(label="1.", inlines=(words("Ask for the tariff."),)),
            ListItem(label="2.", inlines=(words("Offer the data."),)),
        ),
        ordered=True,
    ),
    paragraph("A numbered paragraph.", number="1.", uid="n1"),
    paragraph("This may be said aloud.", handling="May be used", uid="u1"),
    Panel(
        title="Not to be disclosed",
        blocks=(paragraph("The minister is not sure."), paragraph("Nor are we.")),
    ),
    Table(
        widths=(0.06, 0.46, 0.16, 0.14, 0.18),
        rows=(
            tuple(cell(t, head=True) for t in ("No.", "Commitment", "Who", "By when", "Status")),
            (
                cell("1", head=True),
                Cell(
                    blocks=(
                        Paragraph(inlines=(words(ENGLISH), call(5)), uid="c1"),
                        Paragraph(inlines=(words(CHINESE), call(6)), lang="zh"),
                    )
                ),
                cell("Aldmark and Marenne"),
                cell("2032"),
                cell("◎ Under way, as of 1 October 2026", "Lead: Energy desk"),
            ),
            (
                cell("2", head=True),
                cell("Open a hydrogen corridor between Port Laurent and Saltholm."),
                cell("Aldmark and Marenne"),
                cell("June 2029"),
                cell("○ Not started"),
            ),
        ),
        role=TableRole.LEDGER,
        caption="Commitments: Clean energy",
        description="A row for each commitment.",
        uid="t1",
    ),
    Table(
        widths=(0.25, 0.75),
        rows=(
            (cell("Place", head=True), cell("Port Laurent")),
            (cell("Date", head=True), cell("15 December 2026")),
        ),
        heads=0,
        role=TableRole.FIELDS,
    ),
    Chart(
        bars=(
            Bar(name="Clean energy", stretches=(("Done", "●", 2), ("Under way", "◎", 5))),
            Bar(name="Health", stretches=(("Under way", "◎", 1), ("Unknown", "◌", 3))),
        ),
        caption="Where the commitments stand",
        description="Clean energy: done 2, under way 5. Health: under way 1, unknown 3.",
        uid="ch1",
    ),
    Chart(
        events=(
            Event(day="2026-06-30", name="1. Settle the tariff", overdue=True),
            Event(day="2029-06-30", name="2. Open the corridor"),
        ),
        today=Event(day="2026-11-24", name="", label="24 November 2026"),
        caption="Deadlines",
        description="30 June 2026: settle the tariff. 30 June 2029: open the corridor.",
    ),
    Heading(level=3, inlines=(words("Smaller still"),)),
    paragraph("Small words.", role=Role.SMALL),
    paragraph("What belongs here.", role=Role.HINT),
)


def every_block(form: Form | None = None) -> Publication:
    """Every kind of block in every language, in a book of five parts."""
    cover = Cover(
        title="Strait Partnership: leaders’ meeting",
        subtitle="海峡伙伴关系",
        office="Office of the Premier",
        lines=(
            ("Occasion", "Second leaders’ meeting"),
            ("Place", "Saltholm"),
            ("地点", "萨尔霍姆"),
        ),
        edition="Edition 1 · 24 November 2026 · Copy no. ____",
    )
    contents = Contents(
        entries=(
            ContentsEntry(label="1", title="Clean energy", target="n-1", remark="Draft"),
            ContentsEntry(label="2", title="卫生防备", target="n-2"),
            ContentsEntry(label="A", title="Sources", target="sources"),
        )
    )
    return Publication(
        title="Strait Partnership: leaders’ meeting",
        lang="en",
        parts=(
            Part(
                uid="cover",
                kind=PartKind.COVER,
                title="Cover",
                blocks=(cover,),
                marking="PROTECTED A",
            ),
            Part(
                uid="contents",
                kind=PartKind.CONTENTS,
                title="Contents",
                blocks=(Heading(level=1, inlines=(words("Contents"),)), contents),
                head="Contents",
                marking="PROTECTED A",
            ),
            note_part("n-1", "1", "Clean energy", BLOCKS),
            note_part("n-2", "2", "卫生防备", (paragraph(CHINESE * 3, lang="zh"),)),
            Part(
                uid="sources",
                kind=PartKind.SOURCES,
                title="Sources",
                blocks=(
                    Heading(level=1, number="A", inlines=(words("Sources"),)),
                    Heading(level=2, inlines=(words("Strait Roadmap"),), uid="s1"),
                    paragraph(ENGLISH, number="2", uid="p2"),
                ),
                label="A",
                head="Tab A · Sources",
                page_prefix="Tab A – ",
            ),
        ),
        form=form or Form(),
        words=PageWords(
            page_of="Page {page} of {pages}", continued="continued", contents="Contents"
        ),
        marking="PROTECTED A",
        author="Office of the Premier",
        subject="Second leaders’ meeting",
        made=MADE,
    )
