from pathlib import Path

import pytest

from briefing.intake import copy_of, matches_between, read, read_file
from tests.unit.intake import making
from tests.unit.intake.making import CHINESE, ENGLISH, FRENCH

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"


def test_a_web_page_and_a_pdf_of_one_release_are_copies() -> None:
    first = read(making.pdf(ENGLISH, columns=2), "a.pdf")
    second = read(making.page(ENGLISH), "b.html")

    copy = copy_of(second, [(first.source, first.kept)])

    assert copy is not None
    assert copy.source == first.source.uid
    assert copy.share == 1.0
    texts = {p.uid: p.text for p in (*first.passages, *second.passages)}
    assert len(copy.matches) == len(ENGLISH.parts)
    assert all(texts[match.left] == texts[match.right] for match in copy.matches)


def test_a_part_with_other_spelling_and_quotation_marks_is_a_copy() -> None:
    whole = read(making.unwrapped(ENGLISH), "a.txt")
    text = "\n\n".join(text for _, text in ENGLISH.parts[6:])
    part = text.replace("harbour", "harbor").replace("neither country", "neither nation")
    fragment = read(part.encode(), "b.txt")

    copy = copy_of(fragment, [(whole.source, whole.kept)])

    assert copy is not None
    assert copy.share > 0.95
    assert {match.left for match in copy.matches} == {p.uid for p in fragment.kept}
    assert all(0.84 < match.likeness <= 1 for match in copy.matches)


def test_a_passage_that_was_cut_in_two_matches_both_pieces() -> None:
    whole = read(making.unwrapped(ENGLISH), "a.txt")
    long = ENGLISH.parts[4][1]
    first, _, second = long.partition(". ")
    pieces = read(f"{first}.\n\n{second}\n\nSomething else is said here.\n".encode(), "b.txt")

    forth = matches_between(pieces.kept, whole.kept)
    back = matches_between(whole.kept, pieces.kept)

    assert len(forth) == 2
    assert len({match.right for match in forth}) == 1
    assert {(m.left, m.right) for m in forth} == {(m.right, m.left) for m in back}


@pytest.mark.parametrize("other", [FRENCH, CHINESE])
def test_another_language_version_is_no_copy(other: making.Instrument) -> None:
    first = read(making.unwrapped(ENGLISH), "a.txt")
    second = read(making.unwrapped(other), "b.txt")

    assert copy_of(second, [(first.source, first.kept)]) is None


def test_another_release_with_one_sentence_in_common_is_no_copy() -> None:
    first = read(making.unwrapped(ENGLISH), "a.txt")
    text = "The ministers met in a town by a lake and spoke of trains, of tunnels and of tolls. "
    second = read(f"{text * 9}\n\n{ENGLISH.parts[3][1]}\n".encode(), "b.txt")

    assert copy_of(second, [(first.source, first.kept)]) is None


def test_a_short_text_received_twice_is_a_copy_and_a_part_of_it_none() -> None:
    text = "They will share data by 2030.\n\nThey will meet again in a year.\n"
    first = read(text.encode(), "a.txt")
    again, part = read(text.encode(), "b.txt"), read(text[:30].encode(), "c.txt")

    assert copy_of(again, [(first.source, first.kept)]) is not None
    assert copy_of(part, [(first.source, first.kept)]) is None


def test_of_two_copies_the_fuller_one_is_named() -> None:
    whole = read(making.word(ENGLISH), "a.docx")
    half = read("\n\n".join(text for _, text in ENGLISH.parts[:7]).encode(), "c.txt")
    second = read(making.page(ENGLISH), "b.html")

    copy = copy_of(second, [(half.source, half.kept), (whole.source, whole.kept)])

    assert copy is not None
    assert copy.source == whole.source.uid


def test_the_web_sample_is_a_copy_of_the_release() -> None:
    if not SAMPLES.exists():
        pytest.skip("the samples are not beside this checkout")
    release = read_file(SAMPLES / "roadmap-2021-release-zh-en.txt")
    web = read_file(SAMPLES / "roadmap-2021-web-en.txt")

    copy = copy_of(web, [(release.source, release.kept)])

    assert copy is not None
    assert copy.share > 0.97
    assert {match.left for match in copy.matches} == {p.uid for p in web.kept}
