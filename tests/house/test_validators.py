from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from tests import validators


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.docx"
    document = docx.Document()
    document.add_paragraph("Points to make")
    document.save(str(path))
    return path


def test_a_sound_office_file_has_no_errors(letter: Path) -> None:
    assert validators.ooxml_errors(letter) == []


def test_an_element_in_the_wrong_place_is_an_error(letter: Path, tmp_path: Path) -> None:
    spoilt = tmp_path / "spoilt.docx"
    with ZipFile(letter) as old, ZipFile(spoilt, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:body>", b"<w:body><w:b/>"))

    assert validators.ooxml_errors(spoilt)


def test_what_is_converted_keeps_its_words(letter: Path, tmp_path: Path) -> None:
    pdf = validators.converted(letter, "pdf", tmp_path)

    assert "Points to make" in validators.pdf_words(pdf)
    assert validators.qpdf_errors(pdf) == ""


def test_an_untagged_pdf_fails_its_standard(letter: Path, tmp_path: Path) -> None:
    pdf = validators.converted(letter, "pdf", tmp_path)

    assert validators.pdf_errors(pdf.read_bytes(), "ua1")


def test_a_missing_validator_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_REQUIRE_VALIDATORS", raising=False)

    with pytest.raises(pytest.skip.Exception, match="no-such-judge"):
        validators.require("no-such-judge")


def test_a_missing_validator_fails_where_all_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_REQUIRE_VALIDATORS", "1")

    with pytest.raises(pytest.fail.Exception, match="no-such-judge"):
        validators.require("no-such-judge")
