"""Keeps the catalogues of words in step with the program: extracts, merges and compiles.

Run it after a message was added or changed; then translate what stands empty or fuzzy in the
`.po` files and run it again. Needs Babel, from the development group.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("fr", "zh")
ONES = ("_", "gettext", "_gettext", "message")
MANY = ("ngettext", "few", "several", "count")  # the names under which plurals are asked for


def template() -> Catalog:
    """Every message of the program."""
    catalog = Catalog(project="briefing", version="1", copyright_holder="", msgid_bugs_address="")
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for message in messages(path.read_text(encoding="utf-8")):
            catalog.add(message)
    return catalog


def messages(code: str) -> Iterator[str | tuple[str, str]]:
    """What some code says, a pair for the singular and the plural; within f-strings as well."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func).rpartition(".")[2]
        words = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
        match [word for word in words if isinstance(word, str)]:
            case [one, *_] if name in ONES:
                yield one
            case [one, many] if name in MANY:
                yield one, many


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
