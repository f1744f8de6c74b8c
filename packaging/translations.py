"""Keeps the catalogues of words in step with the program: extracts, merges and compiles.

Run it after a message was added or changed; then translate what stands empty or fuzzy in the
`.po` files and run it again. Needs Babel, from the development group.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("fr", "zh")
_PLURALS = ("ngettext", "few", "several", "count")  # what ngettext is called where it is used
KEYWORDS = {
    "_": None, "message": None, "gettext": None, **dict.fromkeys(_PLURALS, (1, 2)),
}  # fmt: skip


def template() -> Catalog:
    """Every message of the program."""
    catalog = Catalog(project="briefing", version="1", copyright_holder="", msgid_bugs_address="")
    found = extract_from_dir(str(ROOT / "ui"), [("**.py", "python")], keywords=KEYWORDS)
    for _file, _line, message, _comments, context in found:
        catalog.add(message, context=context)
    return catalog


def path_of(lang: str, suffix: str) -> Path:
    """The catalogue of a language."""
    return FOLDER / lang / "LC_MESSAGES" / f"briefing.{suffix}"


def read(lang: str) -> Catalog:
    """A language's translations as they are."""
    path = path_of(lang, "po")
    with io.BytesIO(path.read_bytes() if path.exists() else b"") as file:
        return read_po(file, locale=lang)


def compiled(catalog: Catalog) -> bytes:
    """The form that the program reads."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def main() -> int:
    """Update every catalogue; the exit code says whether all is translated."""
    missing = 0
    messages = template()
    for lang in LANGUAGES:
        catalog = read(lang)
        catalog.update(messages, no_fuzzy_matching=True)
        out = io.BytesIO()
        write_po(
            out,
            catalog,
            width=96,
            no_location=True,
            omit_header=False,
            sort_output=True,
            ignore_obsolete=True,
        )
        path_of(lang, "po").parent.mkdir(parents=True, exist_ok=True)
        path_of(lang, "po").write_bytes(out.getvalue())
        path_of(lang, "mo").write_bytes(compiled(read(lang)))
        empty = [m.id for m in catalog if m.id and not m.string]
        missing += len(empty)
        for message in empty:
            sys.stderr.write(f"{lang}: {message!r}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    raise SystemExit(main())
