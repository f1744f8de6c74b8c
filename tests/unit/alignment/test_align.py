from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.alignment import align, group_candidates, versions
from briefing.anchor import Anchor
from briefing.things import Candidate, Firmness, Pair, Passage, PassageKind
from briefing.uid import new_uid

ENGLISH = [
    ("#", "Clean water"),
    ("", "The two ministers agreed to clean 40 rivers by 2031 with help from the WHO."),
    ("", "They will train 300 engineers."),
    ("", "A joint fund of 12 million crowns will open in January 2028."),
    ("#", "Open schools"),
    ("", "Both countries will exchange 500 teachers each year."),
    ("", "They agreed to recognise diplomas in nursing and in seafaring."),
]
FRENCH = [
    ("#", "De l'eau propre"),
    ("", "Les deux ministres ont convenu d'assainir 40 rivières d'ici 2031 avec l'aide de l'OMS."),
    ("", "Ils formeront 300 ingénieurs."),
    ("", "Un fonds commun de 12 millions de couronnes ouvrira en janvier 2028."),
    ("#", "Des écoles ouvertes"),
    ("", "Les deux pays échangeront 500 enseignants par an."),
    ("", "Ils ont convenu de reconnaître les diplômes de soins infirmiers et de navigation."),
]
CHINESE = [
    ("#", "清洁水源"),
    ("", "两国部长同意在世卫组织(WHO)的帮助下到 2031 年治理 40 条河流。"),
    ("", "他们将培训 300 名工程师。"),
    ("", "一项 1200 万克朗的联合基金将于 2028 年 1 月启动。"),
    ("#", "开放学校"),
    ("", "两国每年将交流 500 名教师。"),
    ("", "他们同意承认护理和航海文凭。"),
]


def passages(texts: list[tuple[str, str]], lang: str) -> list[Passage]:
    return [
        Passage(
            uid=new_uid(),
            source="s",
            position=place,
            kind=PassageKind.HEADING if mark else PassageKind.PARAGRAPH,
            text=text,
            lang=lang,
            start=0,
            end=len(text),
        )
        for place, (mark, text) in enumerate(texts)
    ]


def places(pairs: tuple[Pair, ...], left: list[Passage], right: list[Passage]) -> list[object]:
    at = {p.uid: i for side in (left, right) for i, p in enumerate(side)}
    return [
        (tuple(at[uid] for uid in pair.left), tuple(at[uid] for uid in pair.right))
        for pair in pairs
    ]


def candidate(passage: Passage, quote: str) -> Candidate:
    start = passage.text.index(quote)
    anchor = Anchor(
        source="s",
        passage=passage.uid,
        start=start,
        end=start + len(quote),
        quote=quote,
        lang=passage.lang,
    )
    return Candidate(
        uid=new_uid(),
        source="s",
        anchors=(anchor,),
        firmness=Firmness.AGREED,
        reasons=(),
        confidence=0.9,
    )


def test_each_passage_finds_its_translation() -> None:
    english, french, chinese = (
        passages(ENGLISH, "en"),
        passages(FRENCH, "fr"),
        passages(CHINESE, "zh"),
    )
    straight = [((i,), (i,)) for i in range(len(ENGLISH))]

    assert places(align(english, french), english, french) == straight
    assert places(align(english, chinese), english, chinese) == straight


def test_a_passage_that_one_version_lacks_stands_alone() -> None:
    english, french = passages(ENGLISH, "en"), passages(FRENCH[:3] + FRENCH[4:], "fr")

    found = places(align(english, french), english, french)

    assert ((3,), ()) in found
    assert ((4,), (3,)) in found
    assert ((6,), (5,)) in found


def test_two_passages_that_were_translated_as_one_are_paired_with_it() -> None:
    joined = [("", f"{FRENCH[1][1]} {FRENCH[2][1]}")]
    english, french = passages(ENGLISH, "en"), passages(FRENCH[:1] + joined + FRENCH[3:], "fr")

    assert ((1, 2), (1,)) in places(align(english, french), english, french)


def test_a_pair_set_by_hand_is_kept_and_nothing_is_paired_across_it() -> None:
    english, french = passages(ENGLISH, "en"), passages(FRENCH, "fr")
    fixed = Pair(uid="f", left=(english[2].uid,), right=(french[3].uid,), fixed=True)

    pairs = align(english, french, [fixed])

    assert fixed in pairs
    for left, right in places(pairs, english, french):
        assert not (left and right and (left[0] < 2) != (right[0] < 3))


@given(st.lists(st.text(max_size=40), max_size=12), st.lists(st.text(max_size=40), max_size=12))
@settings(deadline=None, max_examples=80)
def test_every_passage_is_in_exactly_one_pair_and_order_is_kept(
    ours: list[str], theirs: list[str]
) -> None:
    left = passages([("", text) for text in ours], "en")
    right = passages([("", text) for text in theirs], "fr")

    pairs = align(left, right)

    assert [uid for pair in pairs for uid in pair.left] == [p.uid for p in left]
    assert [uid for pair in pairs for uid in pair.right] == [p.uid for p in right]


def test_the_versions_of_a_source_are_told_apart_and_a_loan_word_is_none() -> None:
    english, chinese = passages(ENGLISH, "en"), passages(CHINESE, "zh")
    stray = passages([("", "Résumé")], "fr")

    found = versions([*chinese, *english, *stray])

    assert set(found) == {"en", "zh"}
    assert found["en"] == english


def test_candidates_of_paired_passages_are_one_group_in_order() -> None:
    english, french = passages(ENGLISH, "en"), passages(FRENCH, "fr")
    ours = [
        candidate(english[6], "They agreed to recognise diplomas in nursing"),
        candidate(english[5], "Both countries will exchange 500 teachers each year"),
    ]
    theirs = [
        candidate(french[5], "Les deux pays échangeront 500 enseignants par an"),
        candidate(french[6], "Ils ont convenu de reconnaître les diplômes de soins infirmiers"),
    ]

    found = group_candidates([*ours, *theirs], align(english, french))

    groups = {c.uid: c.group for c in found}
    assert groups[ours[0].uid] == groups[theirs[1].uid] != ""
    assert groups[ours[1].uid] == groups[theirs[0].uid] != ""
    assert groups[ours[0].uid] != groups[ours[1].uid]


def test_copies_join_a_group_that_is_already_known() -> None:
    english, copy = passages(ENGLISH, "en"), passages(ENGLISH, "en")
    grouped = replace(
        candidate(english[5], "Both countries will exchange 500 teachers"), group="g1"
    )
    second = candidate(copy[5], "Both countries will exchange 500 teachers")

    found = group_candidates([grouped, second], (), [(english[5].uid, copy[5].uid)])

    assert {c.group for c in found} == {"g1"}
