"""Small functions that write WordprocessingML (ECMA-376 part 1, 17) as strings.

Strings, because building the same elements one by one through an object model cost sixteen times
as much when measured on a book of a thousand pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from briefing.text import has_han
from exports.tree import Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TWIPS = 20
"""Twentieths of a point, in which Word measures."""
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAGS = {"en": "en-GB", "fr": "fr-FR", "zh": "zh-CN"}


def allowed(text: str) -> str:
    """A text without the characters that XML refuses."""
    return _REFUSED.sub("", text)


def clean(text: str) -> str:
    """A text as XML takes it: escaped, without what XML refuses."""
    return escape(allowed(text))


def attribute(text: str) -> str:
    """A text as a quoted attribute."""
    return quoteattr(_REFUSED.sub("", " ".join(text.split())))


def language(lang: str) -> str:
    """The element that says which language a run is in."""
    if lang == "zh":
        return '<w:lang w:eastAsia="zh-CN"/>'
    return f'<w:lang w:val="{_TAGS[lang]}"/>' if lang in _TAGS else ""


def run(text: str, properties: str = "") -> str:
    """A run; tabs and line ends in the text are kept as Word's own."""
    body = "".join(_piece(piece) for piece in re.split("([\t\n])", text) if piece)
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{formatted}{body}</w:r>"


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece == "\n":
        return "<w:br/>"
    return f'<w:t xml:space="preserve">{clean(piece)}</w:t>'


def text_run(text: Text, lang: str, style: str = "") -> str:
    """The words of a tree's text in the look that they have there."""
    spoken = text.lang or lang
    looks = [f'<w:rStyle w:val="{style}"/>'] if style else []
    if has_han(text.text):
        # Quotation marks and dashes among Han characters take the Chinese font too.
        looks.append('<w:rFonts w:hint="eastAsia"/>')
    looks += ["<w:b/>"] if text.bold else []
    looks += ["<w:i/>"] if text.italic else []
    looks += ['<w:u w:val="single"/>'] if text.underline else []
    looks += ['<w:vertAlign w:val="superscript"/>'] if text.superscript else []
    looks.append(language("zh" if has_han(text.text) and spoken != "zh" else spoken))
    return run(text.text, "".join(looks))


def paragraph(style: str, content: str, **properties: str) -> str:
    """A paragraph. `properties` are elements of `pPr` by the name of their place in its order."""
    order = ("keepNext", "numPr", "pBdr", "shd", "tabs", "spacing", "ind", "jc", "sectPr")
    extra = "".join(properties.get(name, "") for name in order)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def field(code: str, result: str, properties: str = "") -> str:
    """A complex field with its result filled in, so that no office asks to update it."""
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{formatted}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{formatted}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r>{formatted}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{formatted}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def document(tag: str, content: Iterable[str]) -> bytes:
    """A whole part of the package."""
    return f"{DECLARATION}<w:{tag} {NAMESPACES}>{''.join(content)}</w:{tag}>".encode()
