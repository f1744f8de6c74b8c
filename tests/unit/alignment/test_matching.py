"""Which candidates of two versions are one commitment."""

from __future__ import annotations

from briefing.alignment import group_candidates
from briefing.anchor import Anchor
from briefing.things import Candidate, Firmness, Pair


def proposals(lang: str, passage: str, *quotes: str) -> list[Candidate]:
    """Candidates in one passage, in reading order."""
    found, start = [], 0
    for number, quote in enumerate(quotes):
        span = Anchor(
            source="s", passage=passage, start=start, end=start + len(quote), quote=quote, lang=lang
        )
        found.append(
            Candidate(
                uid=f"{lang}{number}",
                source="s",
                anchors=(span,),
                firmness=Firmness.AGREED,
                reasons=("trigger:agreed",),
                confidence=0.9,
            )
        )
        start += len(quote) + 1
    return found


def partners(ours: list[Candidate], theirs: list[Candidate]) -> dict[str, str]:
    """The partner of each candidate that has one."""
    pair = Pair(uid="p", left=("en",), right=("zh",), confidence=0.9)
    found = group_candidates([*ours, *theirs], [pair])
    group_of = {c.uid: c.group for c in found if c.group}
    return {
        one.uid: other.uid
        for one in ours
        for other in theirs
        if one.uid in group_of and group_of[one.uid] == group_of.get(other.uid)
    }


def test_a_lone_aim_of_one_version_joins_the_one_that_says_the_same() -> None:
    ours = proposals(
        "en",
        "en",
        "The two countries will launch an Arctic Dialogue on economic development",
        "they will fight disinformation and protect elections from interference",
        "they will write a framework for the security of power grids",
    )

    assert partners(ours, proposals("zh", "zh", "两国将发起关于经济发展的北极对话")) == {
        "en0": "zh0"
    }


def test_a_short_clause_joins_a_short_clause_and_no_long_one() -> None:
    ours = proposals(
        "en",
        "en",
        "The ministers stated their commitment to a stronger treaty on the shared rivers, and to "
        "bringing their neighbours to the table before the next season of floods",
        "they will work side by side",
        "encourage others to end the use of mercury by 2031",
    )
    theirs = proposals("zh", "zh", "两国将并肩工作", "鼓励其他国家在2031年之前停止使用汞")

    assert partners(ours, theirs) == {"en1": "zh0", "en2": "zh1"}


def test_links_do_not_cross() -> None:
    ours = proposals("en", "en", "They will train 300 nurses", "They will train 300 pilots")
    theirs = proposals("zh", "zh", "他们将培训300名护士", "他们将培训300名飞行员")

    assert partners(ours, theirs) == {"en0": "zh0", "en1": "zh1"}


def test_the_order_in_which_candidates_come_does_not_matter() -> None:
    ours = proposals("en", "en", "They will clean the lakes", "They will open the schools")
    theirs = proposals("zh", "zh", "他们将清洁湖泊的水", "他们将开放学校")

    assert partners(ours[::-1], theirs) == partners(ours, theirs[::-1]) != {}
