"""The topics that a source proposes."""

from __future__ import annotations

from briefing.anchor import Anchor
from briefing.candidates.topics import field_names, heading_names, propose_topics, topics_of_fields
from briefing.things import Candidate, Firmness, Pair, Passage, PassageKind


def a_text(lang: str, *lines: str, first: int = 0, source: str = "s") -> list[Passage]:
    """Passages; a line that begins with # is a heading, its rank the number of them."""
    found = []
    for place, line in enumerate(lines, first):
        rank = len(line) - len(line.lstrip("#"))
        found.append(
            Passage(
                uid=f"{lang}{place}",
                source=source,
                position=place,
                kind=PassageKind.HEADING if rank else PassageKind.PARAGRAPH,
                level=rank,
                text=line.lstrip("# "),
                lang=lang,
                start=0,
                end=len(line),
            )
        )
    return found


ENGLISH = a_text("en", "#Clean Rivers", "One.", "Two.", "#Safer Roads", "Three.", first=10)
CHINESE = a_text("zh", "#清洁河流", "一。", "二。", "#更安全的道路", "三。")


def test_each_section_is_a_topic_with_the_passages_under_it():
    topics = propose_topics(ENGLISH)

    assert [topic.name for topic in topics] == ["Clean Rivers", "Safer Roads"]
    assert topics[0].passages == {"en11", "en12"}


def test_a_section_in_two_languages_is_one_topic_by_order_alone():
    topics = propose_topics([*CHINESE, *ENGLISH])

    assert [(t.name, t.names) for t in topics] == [
        ("Clean Rivers", ("清洁河流",)),
        ("Safer Roads", ("更安全的道路",)),
    ]


def test_shared_words_find_the_version_where_sections_are_missing():
    chinese = a_text("zh", "#抗击 COVID-19 疫情", "一。", "#渔业", "二。")
    english = a_text(
        "en", "#Roads", "A.", "#Combating COVID-19", "B.", "#Schools", "C.", "#Fish", "D.", first=10
    )

    topics = propose_topics([*chinese, *english])

    named = {topic.name: topic.names for topic in topics}
    assert named["Combating COVID-19"] == ("抗击 COVID-19 疫情",)
    assert named["Fish"] == ("渔业",)
    assert named["Roads"] == named["Schools"] == ()


def test_pairs_of_the_alignment_rule_over_order_and_likeness():
    pairs = [Pair(uid="x", left=("zh1", "zh2"), right=("en14",))]

    topics = propose_topics([*CHINESE, *ENGLISH], pairs)

    assert frozenset({"zh0", "en13"}) in [topic.headings for topic in topics]


def test_a_section_without_a_version_stays_alone():
    english = a_text("en", "#Clean Rivers", "One.", "Two.", first=10)
    chinese = a_text("zh", "#清洁河流 Clean Rivers", "一。", "二。", "#教育与文化", "三。")

    topics = propose_topics([*chinese, *english])

    assert [(t.name, len(t.headings)) for t in topics] == [("Clean Rivers", 2), ("教育与文化", 1)]


def test_a_heading_in_two_scripts_gives_two_names():
    assert heading_names("重建得更好 Building Back Better") == (
        "重建得更好",
        "Building Back Better",
    )
    assert heading_names("构筑联盟Building Global Alliances") == (
        "构筑联盟",
        "Building Global Alliances",
    )
    assert heading_names("抗击 COVID-19 疫情") == ("抗击 COVID-19 疫情",)
    assert heading_names("Clean Rivers:") == ("Clean Rivers",)


def test_a_lone_title_divides_nothing_and_smaller_headings_belong_to_the_section():
    passages = a_text(
        "en", "#Roadmap", "In short.", "##Water", "One.", "###Wells", "Two.", "##Roads", "Three."
    )

    topics = propose_topics(passages)

    assert [topic.name for topic in topics][-2:] == ["Water", "Roads"]
    assert {"en3", "en4", "en5"} <= topics[-2].passages


def test_without_sections_the_fields_of_the_candidates_are_the_topics():
    anchor = Anchor(source="s", passage="p1", start=0, end=1, quote="x")
    candidate = Candidate(
        uid="c",
        source="s",
        anchors=(anchor,),
        firmness=Firmness.WILL,
        reasons=(),
        confidence=1.0,
        subjects=("energy", "climate"),
    )

    (topic,) = topics_of_fields([candidate], "fr")

    assert (topic.name, topic.passages) == ("Énergie", {"p1"})
    assert propose_topics(a_text("en", "No heading at all.")) == ()


def test_every_field_has_a_name_in_all_three_languages():
    assert all(set(names) == {"en", "fr", "zh"} for names in field_names().values())
