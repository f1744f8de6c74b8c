"""Random rich texts of every kind, and one that has all of it."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.prose import (
    Block,
    BlockQuote,
    InsertBlock,
    Item,
    List,
    Paragraph,
    Prose,
    Run,
    Subheading,
    Table,
)

WORDS = (
    "The leaders agreed", "défense", "œuvre", "气候變化", "😀👍🏽", "e\u0301", "a\u00a0b", "\t",
    "x\ny", "\u2028", "שלום", "<b>&amp;", "\u202f!", " ", "\ufeff", "𠀀", "\x00\x0b",
    "\ufffc", "\ufdd0", "\r\n",
)  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=4).map("".join), st.text(max_size=8))
runs = st.builds(
    Run,
    text=texts,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    superscript=st.booleans(),
    href=st.sampled_from(["", "https://example.org/?a=1&b=2"]),
    lang=st.sampled_from(["", "fr", "zh"]),
    footnote=st.one_of(st.just(""), texts),
)
several = st.lists(runs, max_size=4).map(tuple)
handlings = st.sampled_from(["", "usable", "internal"])
items = st.builds(Item, runs=several, level=st.integers(-1, 9), handling=handlings)
rows = st.lists(st.lists(several, max_size=3).map(tuple), max_size=3).map(tuple)
blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, runs=several, handling=handlings),
    st.builds(Subheading, runs=several),
    st.builds(BlockQuote, runs=several),
    st.builds(List, items=st.lists(items, max_size=4).map(tuple), ordered=st.booleans()),
    st.builds(Table, rows=rows, heads=st.integers(-1, 4), caption=texts),
    st.builds(InsertBlock, insert=st.sampled_from(["", "u1", "u2", "气"])),
)
proses = st.lists(blocks, max_size=6).map(lambda found: Prose(tuple(found)))


def words(text: str, **marks: object) -> tuple[Run, ...]:
    return (Run(text=text, **marks),)


EVERY_KIND = Prose(
    (
        Subheading(runs=words("Where it stands")),
        Paragraph(
            runs=(
                Run(text="The leaders "),
                Run(text="agreed", bold=True),
                Run(text=" in 2021 to a "),
                Run(text="roadmap", href="https://example.org/roadmap"),
                Run(text=", the ", footnote="Joint statement, paragraph 2."),
                Run(text="feuille de route", italic=True, lang="fr"),
                Run(text=" (路线图) 😀; CO"),
                Run(text="2", superscript=True),
                Run(text=" falls.", underline=True, footnote="As the ministry has it."),
            ),
            handling="usable",
        ),
        Paragraph(runs=words("Their position is not public."), handling="internal"),
        BlockQuote(runs=words("We will act together.")),
        List(
            items=(
                Item(runs=words("Health"), handling="usable"),
                Item(runs=words("vaccines"), level=1),
                Item(runs=words("stocks"), level=2),
                Item(runs=words("Climate")),
            )
        ),
        List(items=(Item(runs=words("First")), Item(runs=words("Second"))), ordered=True),
        List(items=(Item(runs=words("A list of its own")),), ordered=True),
        InsertBlock(insert="u1"),
        Table(
            rows=((words("Topic"), words("Status")), (words("Health", bold=True), words("done"))),
            caption="Where we are",
        ),
        Paragraph(runs=words("One line\nand another.")),
        Paragraph(),
        Paragraph(runs=words("The end.")),
    )
)
