"""The parts of a DOCX, unpacked with care: nothing is followed outside and no bomb goes off."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from briefing.errors import SourceDamaged, SourceEncrypted, SourceNotText, SourceTooLarge
from briefing.intake.limits import MEGABYTE, RATIO, UNPACKED, said

_ENCRYPTED = 0x1
_DOCUMENT = "word/document.xml"
_PARTS = 10_000
_MAIN_TYPE = "wordprocessingml.document.main+xml"


class WordPackage:
    """A DOCX whose text parts can be asked for by name."""

    def __init__(self, data: bytes, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise SourceDamaged(path) from error
        if len(self._zip.infolist()) > _PARTS:
            raise SourceTooLarge(path, f"{_PARTS} parts")
        self._folder, self._document = self._find_document()

    def document(self) -> etree._Element:
        """The main part."""
        tree = self._tree(self._document)
        if tree is None:
            raise SourceNotText(self._path)
        return tree

    def part(self, name: str) -> etree._Element | None:
        """A part beside the main one, such as `styles.xml`; None if there is none."""
        return self._tree(self._folder + name)

    def _find_document(self) -> tuple[str, str]:
        """The folder and the name of the main part, by the list of contents if it moved."""
        if _DOCUMENT in self._zip.namelist():
            return "word/", _DOCUMENT
        types = self._tree("[Content_Types].xml")
        for override in types if types is not None else ():
            if (override.get("ContentType") or "").endswith(_MAIN_TYPE):
                name = (override.get("PartName") or "").lstrip("/")
                return name.rpartition("/")[0] + "/", name
        raise SourceNotText(self._path)

    def _tree(self, name: str) -> etree._Element | None:
        data = self._bytes(name)
        if data is None:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise SourceDamaged(self._path) from error

    def _bytes(self, name: str) -> bytes | None:
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise SourceEncrypted(self._path)
        packed_well = info.file_size > RATIO * max(1, info.compress_size)
        if info.file_size > UNPACKED or (packed_well and info.file_size > MEGABYTE):
            raise SourceTooLarge(self._path, said(UNPACKED))
        try:
            with self._zip.open(info) as part:
                return part.read(UNPACKED + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise SourceDamaged(self._path) from error
