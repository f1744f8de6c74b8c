"""What the world sends: each gives a typed error or is read without harm, and soon."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from briefing import errors
from briefing.intake import read, read_file
from briefing.progress import Cancelled
from tests.unit.intake import making
from tests.unit.intake.making import ENGLISH


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


def docx_of(document: bytes) -> bytes:
    return zipped(word__document_xml=document)


def sealed_word_file() -> bytes:
    """The container of a Word file with a password, as far as anyone looks at it."""
    name = "EncryptedPackage".encode("utf-16-le")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(1024)


def old_word_file() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le")


def sealed_pdf() -> bytes:
    file = io.BytesIO()
    page = canvas.Canvas(file, encrypt=StandardEncryption("secret", canPrint=0))
    page.drawString(100, 700, "Nobody reads this.")
    page.save()
    return file.getvalue()


def scanned_pdf(pages: int = 3) -> bytes:
    file = io.BytesIO()
    picture = io.BytesIO()
    Image.new("RGB", (60, 80), "grey").save(picture, "PNG")
    sheet = canvas.Canvas(file)
    for _ in range(pages):
        sheet.drawImage(ImageReader(io.BytesIO(picture.getvalue())), 50, 50, 400, 600)
        sheet.showPage()
    sheet.save()
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>"
)

REFUSED = [
    (b"", "a.txt", errors.SourceEmpty),
    (b" \r\n\t \n", "a.txt", errors.SourceEmpty),
    (b"\xef\xbb\xbf  \n", "a.txt", errors.SourceEmpty),
    ("\u200b \u00a0\n".encode(), "a.txt", errors.SourceEmpty),
    (b"<html><body><script>x()</script></body></html>", "a.html", errors.SourceEmpty),
    (b"", "a.pdf", errors.SourceEmpty),
    (bytes(range(256)) * 50, "a.txt", errors.SourceNotText),
    (b"\x89PNG\r\n\x1a\n" + bytes(100), "a.txt", errors.SourceNotText),
    (b"{\\rtf1\\ansi Some text.}", "a.rtf", errors.SourceNotText),
    (old_word_file(), "a.doc", errors.SourceNotText),
    (zipped(xl__workbook_xml=b"<w/>"), "a.xlsx", errors.SourceNotText),
    (sealed_word_file(), "a.docx", errors.SourceEncrypted),
    (sealed_pdf(), "a.pdf", errors.SourceEncrypted),
    (b"This is no Word file at all.", "a.docx", errors.SourceDamaged),
    (b"This is no PDF at all.", "a.pdf", errors.SourceDamaged),
    (making.word(ENGLISH)[:9000], "a.docx", errors.SourceDamaged),
    (making.pdf(ENGLISH)[:400], "a.pdf", errors.SourceDamaged),
    (docx_of(b"<w:document"), "a.docx", errors.SourceDamaged),
    (docx_of(f"<w:document {W}><w:body/></w:document>".encode()), "a.docx", errors.SourceEmpty),
    (docx_of(b"<w/>" + b" " * 70_000_000), "a.docx", errors.SourceTooLarge),
    (docx_of(b"<w/>" + b" " * 5_000_000), "a.docx", errors.SourceTooLarge),
    (b"The two countries agreed to share data.\n" * 1_250_000, "a.txt", errors.SourceTooLarge),
    (b"<p>The two countries agreed.</p>\n" * 1_600_000, "a.html", errors.SourceTooLarge),
    (scanned_pdf(), "a.pdf", errors.SourceScanned),
]


@pytest.mark.parametrize(
    ("data", "name", "error"), REFUSED, ids=[f"{e.__name__}-{n}" for _, n, e in REFUSED]
)
def test_a_bad_file_is_refused_by_its_name_and_soon(data, name, error) -> None:
    start = time.process_time()

    with pytest.raises(error) as raised:
        read(data, name)

    assert raised.value.path == Path(name)
    assert time.process_time() - start < 5


def test_a_text_of_too_many_lines_is_refused() -> None:
    with pytest.raises(errors.SourceTooLarge) as raised:
        read(b"yes\n" * 200_000, "a.txt")

    assert raised.value.detail == "100000 lines"


def test_errors_say_the_limit_and_the_number_of_pages() -> None:
    with pytest.raises(errors.SourceTooLarge) as large:
        read(b"a" * 50_000_000, "a.txt")
    with pytest.raises(errors.SourceScanned) as scanned:
        read(scanned_pdf(7), "a.pdf")

    assert large.value.detail == "10 MB"
    assert scanned.value.detail == "7"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(errors.SourceMissing) as raised:
            read_file(path)
        assert raised.value.path == path


def test_an_error_names_the_whole_path_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\n")

    with pytest.raises(errors.SourceEmpty) as raised:
        read_file(path)

    assert raised.value.path == path


def test_entities_of_a_word_file_do_not_explode() -> None:
    start = time.process_time()

    with pytest.raises(errors.BriefingError):
        read(docx_of(LAUGHS.encode()), "a.docx")

    assert time.process_time() - start < 2


def test_entities_of_a_page_are_not_expanded_and_its_text_is_read() -> None:
    page = LAUGHS.partition("]>")[0] + "]><html><body><p>The leaders met. &j;</p></body></html>"

    reading = read(page.encode(), "a.html")

    assert len(reading.source.text) < 200
    assert "The leaders met." in reading.source.text


def test_a_page_a_hundred_thousand_elements_deep_is_read() -> None:
    deep = 100_000
    page = b"<div>" * deep + b"<p>The leaders met by the sea.</p>" + b"</div>" * deep
    start = time.process_time()

    reading = read(page + b"<p>They will meet again.</p>", "a.html")

    assert reading.source.text == "The leaders met by the sea.\nThey will meet again."
    assert time.process_time() - start < 5


def test_a_word_file_of_nested_tables_is_refused_or_read_without_harm() -> None:
    depth = 3_000
    cell = "<w:tbl><w:tr><w:tc>"
    inside = "<w:p><w:r><w:t>Deep words.</w:t></w:r></w:p>"
    body = cell * depth + inside + "</w:tc></w:tr></w:tbl>" * depth
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"

    with pytest.raises(errors.BriefingError):
        read(docx_of(document.encode()), "a.docx")


def test_a_pdf_that_lost_its_end_is_read_as_far_as_it_goes() -> None:
    whole = making.pdf(ENGLISH)

    try:
        reading = read(whole[: len(whole) - 60], "a.pdf")
    except errors.SourceDamaged:
        return

    assert ENGLISH.parts[0][1] in reading.source.text


def test_noughts_and_lone_surrogates_do_no_harm() -> None:
    text = "The leaders met\0 today.\x0b\n\n• They will share\x07 data."
    surrogate = "<p>The leaders met &#xD800;today&#0;.</p>"

    reading = read(text.encode(), "a.txt")
    page = read(surrogate.encode(), "a.html")

    assert [p.text for p in reading.kept] == ["The leaders met today.", "They will share data."]
    page.source.text.encode()
    assert "\0" not in page.source.text


def test_a_lying_zip_is_not_believed() -> None:
    data = bytearray(docx_of(b"<w/>" + b" " * 30_000_000))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 400)

    with pytest.raises((errors.SourceDamaged, errors.SourceTooLarge)):
        read(bytes(data), "a.docx")


def test_links_to_outside_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*_args: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket.connect", forbidden)
    page = (
        b'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/a.dtd"><link rel="stylesheet" '
        b'href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/a.png"><p>The leaders met.'
    )
    document = f'<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd"><w:document {W}><w:body><w:p><w:r>'

    assert read(page, "a.html").source.text == "The leaders met."
    read(
        docx_of(
            f"{document}<w:t>The leaders met.</w:t></w:r></w:p></w:body></w:document>".encode()
        ),
        "a.docx",
    )


@pytest.mark.parametrize("make", [making.unwrapped, making.page, making.word, making.pdf])
def test_reading_can_be_cancelled(make) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    name = {making.page: "a.html", making.word: "a.docx", making.pdf: "a.pdf"}.get(make, "a.txt")
    with pytest.raises(Cancelled):
        read(make(ENGLISH), name, stop)


HEAVY = {
    "numbers": b"1. a\n" * 40_000,
    "marks": "• Short Title Here\n".encode() * 15_000,
    "numbered": b"".join(b"%d. The two agreed to do a thing.\n" % (n % 999) for n in range(15_000)),
    "one word": b"a" * 300_000,
    "one sentence": b"more and more words and\n" * 25_000,
    "one line": b"The two countries agreed to share data. " * 40_000,
    "blanks": b"a " + b" " * 1_500_000 + b"b",
    "hyphens": b"a-\n" * 40_000,
    "brackets": b".]" * 500_000,
    "quotes": ("." + "”" * 400_000 + "x").encode(),
    "dates": b"March 4, 2026\n" * 30_000,
    "digits": b"7\n" * 40_000,
    "languages": "The two countries share data.\n两国同意分享今年的数据。\n".encode() * 8_000,
}


@pytest.mark.parametrize("kind", HEAVY)
def test_a_contrived_text_takes_seconds_at_most(kind: str) -> None:
    start = time.process_time()

    read(HEAVY[kind], "a.txt")

    assert time.process_time() - start < 8


HEAVY_PAGES = {
    "letters in bold": b"<b>x</b>" * 100_000,
    "calls of notes": b"word<sup>1</sup>" * 60_000,
    "open lists": b"<ol><li>x share data" * 10_000,
    "doctypes": b"<!DOCTYPE html [" * 60_000,
    "typed lines below": b"<div>" * 20_000 + b"<pre>x</pre><p>y</p>" * 10_000,
    "breaks": b"words of a line<br>" * 25_000,
}


@pytest.mark.parametrize("kind", HEAVY_PAGES)
def test_a_contrived_page_takes_seconds_at_most(kind: str) -> None:
    start = time.process_time()

    read(HEAVY_PAGES[kind] + b"<p>The leaders met.</p>", "a.html")

    assert time.process_time() - start < 8
