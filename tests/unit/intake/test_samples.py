"""The two files that the product was first made for; they lie outside the repository."""

from pathlib import Path

import pytest

from briefing.intake import Reading, read_file
from briefing.things import Cut, PassageKind

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"
TOPICS = [
    "Combating COVID-19",
    "Building Back Better",
    "Accelerating Climate Ambitions",
    "Advancing Diversity and Inclusion",
    "Bolstering Security and Defence/Defense",
    "Building Global Alliances",
]


def sample(name: str) -> Reading:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the samples are not beside this checkout")
    return read_file(path)


def headings(reading: Reading, lang: str) -> list[str]:
    return [p.text for p in reading.kept if p.kind is PassageKind.HEADING and p.lang == lang]


def reasons(reading: Reading) -> dict[str, str]:
    texts = {p.uid: p.text for p in reading.passages}
    return {texts[e.passage]: e.reason for e in reading.exclusions}


def test_both_halves_of_the_release_have_the_same_six_sections() -> None:
    reading = sample("roadmap-2021-release-zh-en.txt")

    assert headings(reading, "en") == TOPICS
    chinese = headings(reading, "zh")
    assert len(chinese) == 6
    assert all(latin in han for latin, han in zip(TOPICS[1:], chinese[1:], strict=True))


def test_the_release_says_what_it_is() -> None:
    source = sample("roadmap-2021-release-zh-en.txt").source

    assert source.title == "Roadmap for a Renewed U.S.-Canada Partnership"
    assert str(source.issued) == "2021-02-23"
    assert source.instrument == "roadmap"
    assert source.langs == ("en", "zh")


def test_every_bullet_of_the_release_is_one_item() -> None:
    reading = sample("roadmap-2021-release-zh-en.txt")

    items = [p for p in reading.kept if p.kind is PassageKind.ITEM]

    raw = (SAMPLES / "roadmap-2021-release-zh-en.txt").read_text()
    assert len(items) == raw.count("\uf0b7")
    assert all("\uf0b7" not in p.text for p in reading.passages)
    assert {p.mark for p in items} == {"•"}


def test_sentences_that_the_release_lost_are_flagged() -> None:
    reading = sample("roadmap-2021-release-zh-en.txt")

    cut = [p.text.rpartition(" ")[2] for p in reading.kept if p.cut is Cut.END and p.lang == "en"]

    assert cut == ["biotechnology", "and", "energy", "protect", "best", "other", "shared", "and"]
    assert not [p for p in reading.kept if p.cut in {Cut.START, Cut.BOTH}]
    assert sum(p.cut is Cut.END for p in reading.kept if p.lang == "zh") == 5


def test_broken_chinese_lines_are_joined_with_nothing_between() -> None:
    texts = [p.text for p in sample("roadmap-2021-release-zh-en.txt").kept]

    assert sum("与生命科学研究和生物技术进步相关的生物风险" in text for text in texts) == 1
    assert sum("他也重申自己的目标" in text for text in texts) == 1


def test_the_web_copy_loses_the_site_and_keeps_the_text() -> None:
    reading = sample("roadmap-2021-web-en.txt")

    assert len(reading.kept) == 14
    assert headings(reading, "en") == ["Building Global Alliances"]
    found = reasons(reading)
    assert found["HbAD0"] == found["HbAD1"] == "advertisement"
    assert found["Leave a Guest Comment"] == "comment-form"
    assert reading.source.title.startswith("Roadmap for a Renewed")
    assert "Eastern" not in reading.source.title
