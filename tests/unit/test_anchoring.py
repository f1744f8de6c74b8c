import string
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.anchoring import find_again, make_anchor
from briefing.text import fingerprint
from briefing.things import Passage, PassageKind, Source

TEXTS = (
    "The two countries will open a joint centre for storms by June 2029.",
    "They agreed to share hourly data on wind and tides, and to publish it.",
    "The leaders will meet again. The leaders will meet again in December.",
    "两国同意加强供应链安全，并在2030年之前减少排放。",
    "Les deux pays s’engagent à protéger les marais salés d’ici la fin de 2031.",
)


def source_of(*texts: str, uid: str = "s1") -> tuple[Source, list[Passage]]:
    passages, at = [], 0
    for position, text in enumerate(texts):
        passages.append(
            Passage(
                uid=f"{uid}-p{position}",
                source=uid,
                position=position,
                kind=PassageKind.PARAGRAPH,
                text=text,
                lang="zh" if "国" in text else "en",
                start=at,
                end=at + len(text),
            )
        )
        at += len(text) + 1
    source = Source(
        uid=uid,
        title="",
        file_name="a.txt",
        media_type="text/plain",
        original="",
        size=0,
        text="\n".join(texts),
    )
    return source, passages


def anchor_on(quote: str, occurrence: int = 0):
    source, passages = source_of(*TEXTS)
    passage = next(p for p in passages if quote in p.text)
    start = -1
    for _ in range(occurrence + 1):
        start = passage.text.index(quote, start + 1)
    return make_anchor(source, passage, start, start + len(quote))


def test_an_anchor_keeps_its_words_and_what_stands_around_them() -> None:
    anchor = anchor_on("share hourly data")

    assert anchor.quote == "share hourly data"
    assert anchor.before == "ms by June 2029.\nThey agreed to "
    assert len(anchor.before) == 32
    assert anchor.after.startswith(" on wind and tides")
    assert len(anchor.after) == 32
    assert anchor.fingerprint == fingerprint(TEXTS[1])


def test_an_anchor_is_found_after_paragraphs_are_added_above() -> None:
    anchor = anchor_on("share hourly data on wind")
    _, newer = source_of("A new opening.", "And one more.", *TEXTS, uid="s2")

    found = find_again(anchor, newer)

    assert found is not None
    assert (found.source, found.passage) == ("s2", "s2-p3")
    assert found.quote == anchor.quote
    assert newer[3].text[found.start : found.end] == found.quote


def test_equal_words_are_told_apart_by_what_stands_around_them() -> None:
    second = anchor_on("The leaders will meet again", occurrence=1)
    _, newer = source_of(TEXTS[0], "Now: " + TEXTS[2], uid="s2")

    found = find_again(second, newer)

    assert found is not None
    assert found.start == len("Now: The leaders will meet again. ")


def test_equal_words_in_two_passages_are_told_apart_by_their_neighbours() -> None:
    source, passages = source_of("Of ferries:", "They will meet.", "Of ports:", "They will meet.")
    anchor = make_anchor(source, passages[3], 0, 15)
    _, newer = source_of("They will meet.", "Of ports:", "They will meet.", uid="s2")

    found = find_again(anchor, newer)

    assert found is not None
    assert found.passage == "s2-p2"


def test_other_quotation_marks_accents_and_widths_do_not_matter() -> None:
    anchor = anchor_on("s’engagent à protéger")
    _, newer = source_of(TEXTS[4].replace("’", "'").replace("\u00e9", "e\u0301"), uid="s2")

    found = find_again(anchor, newer)

    assert found is not None
    assert found.quote == "s'engagent à prote\u0301ger"


def test_corrected_letters_and_added_words_keep_the_ends_of_the_quote() -> None:
    anchor = anchor_on("open a joint centre for storms by June 2029")
    _, newer = source_of(
        "Both lands met. The two countries will open a new joint center for storms "
        "by Jun 2029. And more.",
        uid="s2",
    )

    found = find_again(anchor, newer)

    assert found is not None
    assert found.quote == "open a new joint center for storms by Jun 2029"


def test_chinese_words_are_found_after_a_correction() -> None:
    anchor = anchor_on("同意加强供应链安全，并在2030年之前减少排放")
    _, newer = source_of("今天，" + TEXTS[3].replace("减少", "降低"), uid="s2")

    found = find_again(anchor, newer)

    assert found is not None
    assert found.quote == "同意加强供应链安全，并在2030年之前降低排放"


def test_what_is_gone_is_an_orphan() -> None:
    anchor = anchor_on("share hourly data on wind and tides")

    assert find_again(anchor, []) is None
    assert find_again(anchor, source_of(TEXTS[0], TEXTS[4], uid="s2")[1]) is None


def test_a_short_quote_is_not_guessed() -> None:
    anchor = anchor_on("tides")

    assert find_again(anchor, source_of("They agreed on tithes.", uid="s2")[1]) is None


def test_a_quote_is_not_taken_from_the_version_in_another_language() -> None:
    anchor = replace(anchor_on("The leaders will meet"), lang="en")
    french = source_of("国 The leaders will meet", "The leaders will meet", uid="s2")[1]

    found = find_again(anchor, french)

    assert found is not None
    assert found.passage == "s2-p1"


words = st.text(string.ascii_lowercase, min_size=2, max_size=9)
sentences = st.lists(words, min_size=6, max_size=25).map(" ".join)


@given(st.lists(sentences, min_size=1, max_size=6), st.data())
@settings(max_examples=150, deadline=None)
def test_an_anchor_found_again_is_equal_to_its_quote(texts: list[str], data: st.DataObject) -> None:
    source, passages = source_of(*texts)
    passage = data.draw(st.sampled_from(passages))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    anchor = make_anchor(source, passage, start, end)
    added = data.draw(st.lists(sentences, max_size=3))

    assert find_again(anchor, passages) == anchor

    newer = source_of(*added, *texts, uid="s2")[1]
    found = find_again(anchor, newer)
    assert found is not None
    assert found.quote == anchor.quote
    assert next(p for p in newer if p.uid == found.passage).text[found.start : found.end] == (
        anchor.quote
    )
