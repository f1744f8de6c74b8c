"""One adviser's afternoon at the command line, from a communique to a printed book."""

from __future__ import annotations

import csv
import io
import json
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import page as validator
import pytest
from lxml import etree
from pypdfium2 import PdfDocument

from briefing.store import BookStore
from briefing.things import Edition
from tests.validators import SAMPLES, converted, ooxml_errors, pdf_words, qpdf_errors
from ui.cli import main

ROOT = Path(__file__).resolve().parents[2]
RELEASE = """The Ministers of Aldmark and Marenne

Joint statement on clean harbours
Saltholm, 3 May 2026

Clean harbours
The two ministers agreed to close the coal quay in Saltholm by 2029, and to share their plans.

Both countries will publish figures on harbour air every year.

Safe harbours
They directed their harbour masters to meet within three months.

The ministers welcomed the work of the pilots.
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The whole chain runs with sockets forbidden, and keeps its backups to itself."""

    def forbidden(*args: object, **kwargs: object) -> None:
        raise AssertionError("the program opened a socket")

    monkeypatch.setattr(socket.socket, "__init__", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    monkeypatch.setenv("BRIEFING_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("BRIEFING_LANG", "en")
    monkeypatch.setenv("BRIEFING_AUTHOR", "Desk")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "harbours.briefing"
    source = tmp_path / "statement.txt"
    source.write_text(RELEASE, "utf-8")
    assert main(["new", str(path), "--title", "Clean harbours", "--lang", "en"]) == 0
    assert main(["parties", str(path), "add", "XA", "Aldmark"]) == 0
    assert main(["parties", str(path), "add", "XM", "Marenne"]) == 0
    assert main(["import", str(path), str(source)]) == 0
    return path


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a screen, here and in what a test starts, so that `demo` opens nothing."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    capsys.readouterr()
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    assert code == 0, captured.err
    return captured.out


def asked(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> object:
    return json.loads(run(capsys, *arguments, "--json"))


def test_a_statement_becomes_a_printed_book(book: Path, capsys, tmp_path: Path) -> None:
    candidates = asked(capsys, "candidates", book)
    assert [c["promisors"] for c in candidates] == [["XA", "XM"]] * len(candidates)
    assert any("close the coal quay" in c["quote"] and c["deadline"] == "2029" for c in candidates)
    assert not any("welcomed" in c["quote"] for c in candidates)

    run(capsys, "accept", book, "--all")
    run(capsys, "draft", book)
    topics = asked(capsys, "topics", book)
    assert [topic["name"] for topic in topics] == ["Clean harbours", "Safe harbours"]

    for suffix in ("pdf", "docx"):
        run(capsys, "export", book, tmp_path / f"book.{suffix}")
    assert qpdf_errors(tmp_path / "book.pdf") == ""
    text = " ".join(pdf_words(tmp_path / "book.pdf").split())
    assert "close the coal quay in Saltholm by 2029" in text
    assert ooxml_errors(tmp_path / "book.docx") == []
    assert converted(tmp_path / "book.docx", "pdf", tmp_path / "office").stat().st_size > 0


def test_what_was_done_can_be_undone_from_another_start_of_the_program(book: Path, capsys) -> None:
    run(capsys, "accept", book, "--all")
    count = len(asked(capsys, "commitment", book))
    assert count > 2

    run(capsys, "undo", book)
    assert asked(capsys, "commitment", book) == []

    run(capsys, "redo", book)
    assert len(asked(capsys, "commitment", book)) == count
    history = asked(capsys, "history", book)
    assert history[0]["name"] == "accept-candidates"
    assert history[0]["author"] == "Desk"


def test_the_same_release_received_twice_is_recorded_once(book: Path, capsys, tmp_path) -> None:
    body = "".join(f"<p>{line}</p>" for line in RELEASE.splitlines() if line)
    page = tmp_path / "page.html"
    page.write_text(f"<html><body><nav><a href='/'>Home</a></nav>{body}</body></html>", "utf-8")

    (second,) = asked(capsys, "import", book, page)
    run(capsys, "accept", book, "--all")

    assert second["copy_of"]
    commitments = asked(capsys, "commitment", book)
    sources = [{anchor["source"] for anchor in c["anchors"]} for c in commitments]
    assert all(len(found) == 2 for found in sources)


def test_every_deed_of_an_adviser_can_be_done_by_a_script(book: Path, capsys, tmp_path) -> None:
    run(capsys, "accept", book, "--all", "--topic", "Harbours")
    first = asked(capsys, "commitment", book)[0]["uid"][-7:]
    run(
        capsys,
        "commitment",
        book,
        "change",
        first,
        "--lead",
        "Harbour desk",
        "--deadline",
        "2028-06",
    )
    run(capsys, "status", book, "add", first, "under way", "--party", "XA", "--as-of", "2026-10-01")
    run(capsys, "status", book, "change", first, "done", "--party", "XA", "--evidence", "Closed.")
    run(capsys, "annotate", book, "add", "Ask the masters.", "--passage", "1:2", "--flag", "print")
    run(capsys, "annotate", book, "add", "Mind the date.", "--commitment", first)
    run(capsys, "topics", book, "add", "Air", "--under", "Harbours")
    run(capsys, "topics", book, "change", "Air", "--name", "Clean air")
    run(capsys, "meeting", book, "change", "--occasion", "Talks", "--starts", "2026-12-15T09:30")
    run(capsys, "note", book, "add", "Harbours at a glance", "--topic", "Harbours")
    run(capsys, "note", book, "write", "1", "issue", "The quay is closing.")
    run(capsys, "note", book, "sign-off", "1", "--by", "Head of desk")
    run(capsys, "outcome", book, "add", "Ask for dates", "--commitment", first, "--status", "done",
        "--promise", "A date in May", "--record")  # fmt: skip
    run(capsys, "exclude", book, "1:4")
    (gone,) = [p for p in asked(capsys, "sources", book, "show", "1") if "welcomed" in p["text"]]
    assert gone["excluded"]
    run(capsys, "exclude", book, "--back", gone["uid"][-7:])
    run(capsys, "book", book, "change", "--scheme", "canada", "--marking", "protected-a")

    assert "Closed." in run(capsys, "commitment", book, "show", first)
    assert [hit["kind"] for hit in asked(capsys, "search", book, "quay closing")] == ["Section"]
    assert "PROTECTED A" in _cover(book, capsys, tmp_path)


def _cover(book: Path, capsys, tmp_path: Path) -> str:
    run(capsys, "export", book, tmp_path / "book.pdf")
    return pdf_words(tmp_path / "book.pdf")


def test_a_note_that_is_signed_off_cannot_be_written_in(book: Path, capsys) -> None:
    run(capsys, "note", book, "add", "Harbours")
    run(capsys, "note", book, "sign-off", "1", "--by", "Head")

    assert main(["note", str(book), "write", "1", "issue", "Late words"]) == 1
    assert "signed off" in capsys.readouterr().err


def test_an_edition_is_kept_with_its_pages_and_says_its_number(
    book: Path, capsys, tmp_path: Path
) -> None:
    out = tmp_path / "book.pdf"

    run(capsys, "export", book, out, "--edition")

    assert "Edition 1 ·" in pdf_words(out)
    run(capsys, "export", book, out, "--edition")
    assert "Edition 2 ·" in pdf_words(out)
    with BookStore.open(book) as store:
        first, second = store.all(Edition)
        assert store.original(second.original) == out.read_bytes()
        assert first.pages == second.pages == len(PdfDocument(out))


def test_one_tab_keeps_the_numbers_of_the_book(book: Path, capsys, tmp_path: Path) -> None:
    run(capsys, "accept", book, "--all")
    run(capsys, "draft", book)

    run(capsys, "export", book, tmp_path / "tab.pdf", "--tab", "2")

    text = pdf_words(tmp_path / "tab.pdf")
    assert "Tab 2 · Safe harbours" in text
    assert "Tab 2 – 1" in text
    assert "close the coal quay" not in text


def test_the_book_is_printed_in_the_language_that_is_asked_for(
    book: Path, capsys, tmp_path
) -> None:
    run(capsys, "accept", book, "--all")
    run(capsys, "draft", book)
    for lang, words in (("fr", "Table des matières"), ("zh", "目录")):
        run(capsys, "export", book, tmp_path / f"{lang}.pdf", "--lang", lang)
        assert words in pdf_words(tmp_path / f"{lang}.pdf")


def test_dumps_hold_everything(book: Path, capsys, tmp_path: Path) -> None:
    run(capsys, "accept", book, "--all")
    things = json.loads(run(capsys, "dump", book))
    run(capsys, "dump", book, "--csv", "--output", tmp_path / "commitments.csv")

    rows = list(csv.reader(io.StringIO((tmp_path / "commitments.csv").read_text("utf-8-sig"))))
    assert len(rows) == len(things["Commitment"]) + 1
    assert {"Source", "Passage", "Candidate", "Tab", "Book"} <= set(things)


def test_backups_are_made_and_brought_back(book: Path, capsys) -> None:
    run(capsys, "backup", book)
    run(capsys, "accept", book, "--all")

    run(capsys, "restore", book)

    assert asked(capsys, "commitment", book) == []
    assert len(asked(capsys, "backup", book, "--list")) >= 2


def test_check_says_what_is_not_ready(book: Path, capsys) -> None:
    run(capsys, "accept", book, "--all")
    faults = asked(capsys, "check", book)

    assert {"no-meeting", "no-note", "no-notes"} <= {fault["check"] for fault in faults}
    assert run(capsys, "check", book).startswith("To mend")


BAD = {
    "empty.txt": (b"", "holds no text"),
    "blank.txt": (b" \n\t\n", "holds no text"),
    "binary.txt": (bytes(range(256)) * 64, "is not a text"),
    "broken.docx": (b"PK\x03\x04 nothing more", "damaged"),
    "broken.pdf": (b"%PDF-1.7\nnothing more", "damaged"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), ""),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gets_one_line_and_leaves_the_book_alone(
    name: str, book: Path, capsys, tmp_path: Path
) -> None:
    content, words = BAD[name]
    (tmp_path / name).write_bytes(content)
    before = json.loads(run(capsys, "dump", book))

    assert main(["import", str(book), str(tmp_path / name)]) == 1

    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert name in said
    assert words in said
    assert json.loads(run(capsys, "dump", book)) == before


def test_one_bad_file_does_not_keep_the_others_out(book: Path, capsys, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Communiqué\n\nThe parties will open a school by 2030.\n")

    assert main(["import", str(book), str(tmp_path / "empty.txt"), str(tmp_path / "good.txt")]) == 1

    assert len(asked(capsys, "sources", book)) == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["candidates", "nowhere.briefing"], "no book"),
        (["candidates", "{tmp}/notes.txt"], "not a briefing book"),
        (["new", "{book}"], "already there"),
        (["accept", "{book}", "zzzzzzz"], "Nothing in the book"),
        (["export", "{book}", "{tmp}/gone/book.pdf"], "could not be written"),
        (["export", "{book}", "{tmp}/book.odt"], "neither in .pdf nor in .docx"),
        (["export", "{book}", "{tmp}/book.docx", "--edition"], "the whole book, in PDF"),
        (["export", "{book}", "{tmp}/book.pdf", "--edition", "--tab", "A"], "the whole book"),
        (["demo", "{tmp}/notes.txt/demo"], "could not be written"),
        (["restore", "{tmp}/other.briefing"], "no backup of “other.briefing”"),
        (["import", "{book}", "."], "“.” is not there"),
        (["draft", "{book}", "--template", "sonnet"], "Nothing in the book"),
        (["read", "{tmp}/gone.txt"], "not there"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], words: str, book: Path, capsys, tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("not a book")
    capsys.readouterr()

    code = main([argument.format(book=book, tmp=tmp_path) for argument in arguments])

    said = capsys.readouterr().err
    assert code == 1
    assert said.count("\n") == 1
    assert words in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", "b.briefing", "a.txt", "--date", "31.12.2030"],
        ["meeting", "b.briefing", "change", "--starts", "tomorrow"],
        ["status", "b.briefing", "add", "c", "done", "--as-of", "2030-02-30"],
    ],
)
def test_a_date_that_is_none_is_answered_with_one_that_is(arguments: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert f"“{arguments[-1]}” is no date; write it like 2027-06-30" in capsys.readouterr().err


def test_no_subcommand_loads_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from ui.cli import main\n"
        f"assert main(['demo', {str(tmp_path / 'demo')!r}]) == 0\n"
        "assert main(['self-test']) == 0\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stdout.splitlines()[-1] == "[]", done.stderr


def test_the_sample_book_looks_like_a_book_and_passes_every_rule(tmp_path: Path, capsys) -> None:
    run(capsys, "demo", tmp_path / "demo")

    pdf = tmp_path / "demo" / "sample.pdf"
    limits = validator.SafetyLimits.unlimited()
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf(pdf, profile=profile, limits=limits)
        assert [failure.message for failure in report.failures] == []
    assert qpdf_errors(pdf) == ""
    assert ooxml_errors(tmp_path / "demo" / "sample.docx") == []
    text = pdf_words(pdf)
    for words in (
        "Settle the tariff",
        "Ils ont convenu",
        "两国领导人",
        "PROTECTED B",
        "◎ Under way",
    ):
        assert words in text


def test_a_second_demo_writes_over_nothing(tmp_path: Path, capsys) -> None:
    run(capsys, "demo", tmp_path)
    run(capsys, "demo", tmp_path)

    assert {path.stem for path in tmp_path.glob("*.pdf")} == {"sample", "sample-2"}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real releases are not on this machine")
def test_two_real_releases_become_a_book_with_a_tab_for_each_topic(tmp_path: Path, capsys) -> None:
    book = tmp_path / "roadmap.briefing"
    run(capsys, "new", book, "--title", "Roadmap", "--lang", "en")
    files = sorted(SAMPLES.glob("*.txt"), reverse=True)
    run(capsys, "import", book, *files, "--date", "2021-02-23")
    run(capsys, "accept", book, "--all")
    run(capsys, "draft", book)

    notes = [note["title"] for note in asked(capsys, "note", book)]
    assert len(notes) == 6
    for topic in asked(capsys, "topics", book):
        found = asked(capsys, "commitment", book, "list", "--topic", topic["name"])
        langs = {anchor["lang"] for commitment in found for anchor in commitment["anchors"]}
        assert langs == {"en", "zh"}, topic["name"]

    for suffix in ("pdf", "docx"):
        run(capsys, "export", book, tmp_path / f"book.{suffix}")
    assert qpdf_errors(tmp_path / "book.pdf") == ""
    limits = validator.SafetyLimits.unlimited()
    report = validator.validate_pdf(tmp_path / "book.pdf", profile="ua1", limits=limits)
    assert [failure.message for failure in report.failures] == []
    assert ooxml_errors(tmp_path / "book.docx") == []
    with zipfile.ZipFile(tmp_path / "book.docx") as package:
        notes_part = etree.fromstring(package.read("word/footnotes.xml"))
        body = package.read("word/document.xml").decode()
    anchors = [e.get(e.nsmap["w"].join("{}") + "anchor") for e in notes_part.iter("{*}hyperlink")]
    assert len(anchors) > 50
    assert all(f'w:name="{anchor}"' in body for anchor in anchors)


def test_a_new_book_knows_the_states_by_their_codes_and_in_its_language(tmp_path, capsys) -> None:
    book = tmp_path / "new.briefing"
    statement = tmp_path / "statement.txt"
    statement.write_text("Statement\n\nWe will open ten schools by 2030.\n", "utf-8")
    run(capsys, "new", book, "--lang", "fr")

    run(capsys, "import", book, statement, "--party", "US", "--party", "CA")

    names = {party["code"]: party["name"] for party in asked(capsys, "parties", book)}
    assert names == {"US": "États-Unis", "CA": "Canada"}
    (candidate,) = asked(capsys, "candidates", book)
    assert sorted(candidate["promisors"]) == ["CA", "US"]
    assert main(["import", str(book), str(statement), "--party", "Narnia"]) == 1
    assert "Narnia" in capsys.readouterr().err
