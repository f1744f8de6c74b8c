"""One instrument of our own in every format that is read, with what surrounds it in each."""

from __future__ import annotations

import io
import textwrap
import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
HEADING, PARAGRAPH, ITEM = "heading", "paragraph", "item"


@dataclass(frozen=True)
class Instrument:
    title: str
    dateline: str
    parts: tuple[tuple[str, str], ...]
    lang: str
    fonts: tuple[str, str]

    @property
    def sections(self) -> list[str]:
        return [text for kind, text in self.parts if kind == HEADING]


def _instrument(lang: str) -> Instrument:
    told = tomllib.loads(Path(__file__).with_name("instruments.toml").read_text("utf-8"))[lang]
    parts = tuple((kind, text) for kind, text in told["parts"])
    fonts = ("Sans-SC", "Sans-SC-Bold") if lang == "zh" else ("Serif", "Serif-Bold")
    return Instrument(told["title"], told["dateline"], parts, lang, fonts)


ENGLISH, FRENCH, CHINESE = (_instrument(lang) for lang in ("en", "fr", "zh"))


def unwrapped(made: Instrument) -> bytes:
    lines = [made.title, "", made.dateline, ""]
    lines += [f"{'• ' if kind == ITEM else ''}{text}\n" for kind, text in made.parts]
    return "\n".join(lines).encode()


def wrapped(made: Instrument, width: int = 84) -> bytes:
    """Hard lines without a blank line between paragraphs, as a copied PDF gives them."""
    lines = [made.title, made.dateline]
    for kind, text in made.parts:
        lines += _broken(("\uf0b7 " if kind == ITEM else "") + text, width, made.lang)
    return "\n".join(lines).encode()


def _broken(text: str, width: int, lang: str) -> list[str]:
    if lang == "zh":
        return [text[at : at + width // 2] for at in range(0, len(text), width // 2)]
    return textwrap.wrap(text, width)


def page(made: Instrument) -> bytes:
    """A news site's page: menus, shares, an advertisement, teasers, a form for comments."""
    body, listed = [], False
    for kind, text in made.parts:
        if listed != (kind == ITEM):
            body.append("<ul>" if kind == ITEM else "</ul>")
            listed = kind == ITEM
        tag = {HEADING: "h2", PARAGRAPH: "p", ITEM: "li"}[kind]
        body.append(f"<{tag}>{escape(text)}</{tag}>")
    body.append("</ul>" if listed else "")
    middle = len(body) // 2
    body.insert(middle if body[middle] != "<ul>" else 1, AD)
    return PAGE.format(title=escape(made.title), date=made.dateline, body="\n".join(body)).encode()


AD = '<div class="ad-slot">Buy our oilskins today.</div>'
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title} | The Gull</title>
<link rel="canonical" href="https://gull.example/roadmap">
<script>document.write("<p>Injected words that no one should read.</p>")</script></head><body
class="single comments-open"><div id="top-nav"><ul><li><a href="/">Home</a></li><li><a href="/x">
Shipping</a></li></ul></div><div id="page"><h1>{title}</h1><div class="shareButtons"><a href="#">
Share</a></div><article><p>{date}</p>
{body}
</article><div class="related-posts"><h3>Related</h3><ul><li><a href="/a">Ferry fares rise</a></li>
<li><a href="/b">Ten walks by the sea</a></li></ul></div><div id="comments"><h3>3 comments</h3><p>
I do not believe a word of it, and nobody asked me about the ferries at all.</p><form><label>Your
name</label><input><button>Send</button></form></div></div><footer>© The Gull</footer></body></html>
"""


def word(made: Instrument) -> bytes:
    document = docx.Document()
    document.add_paragraph(made.title, style="Title")
    document.add_paragraph(made.dateline)
    for kind, text in made.parts:
        if kind == HEADING:
            document.add_heading(text, 1)
        else:
            document.add_paragraph(text, style="List Bullet" if kind == ITEM else None)
    document.sections[0].header.paragraphs[0].text = "The Gull archive"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf(made: Instrument, columns: int = 1, repeat: int = 1) -> bytes:
    """Justified type on A4 with a running head and page numbers."""
    _register()
    plain, bold = made.fonts
    wrap = "CJK" if made.lang == "zh" else None
    body = ParagraphStyle(
        "body", fontName=plain, fontSize=10.5, leading=14, spaceAfter=7, alignment=TA_JUSTIFY
    )
    body.wordWrap = wrap
    item = ParagraphStyle("item", parent=body, leftIndent=18, bulletIndent=6)
    item.bulletFontName = "Serif"
    head = ParagraphStyle("head", parent=body, fontName=bold, fontSize=13, leading=17)
    head.spaceBefore = 8
    title = ParagraphStyle("title", parent=head, fontSize=18, leading=24)
    story = [Paragraph(made.title, title), Paragraph(made.dateline, body)]
    for kind, text in repeated(made, repeat):
        style = {HEADING: head, PARAGRAPH: body, ITEM: item}[kind]
        story.append(Paragraph(escape(text), style, bulletText="•" if kind == ITEM else None))
    file = io.BytesIO()
    document = BaseDocTemplate(file, pagesize=A4, invariant=1, title=made.title)
    document.addPageTemplates(
        PageTemplate(frames=_frames(columns), onPage=lambda c, d: _decorate(c, d.page, plain))
    )
    document.build(story)
    return file.getvalue()


def repeated(made: Instrument, times: int) -> list[tuple[str, str]]:
    """The parts several times over, under headings that differ."""
    return [
        (kind, f"{text} {SEASONS[at]}" if kind == HEADING and times > 1 else text)
        for at in range(times)
        for kind, text in made.parts
    ]


SEASONS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")


def _frames(columns: int) -> list[Frame]:
    width, height = A4
    gutter = 22
    each = (width - 120 - gutter * (columns - 1)) / columns
    return [Frame(60 + at * (each + gutter), 60, each, height - 130) for at in range(columns)]


def _decorate(canvas, number: int, font: str) -> None:
    canvas.setFont(font, 8)
    canvas.drawString(66, 806, "The Gull archive of releases")
    canvas.drawCentredString(297, 30, str(number))


def _register() -> None:
    if "Serif" in pdfmetrics.getRegisteredFontNames():
        return
    for name, file in (
        ("Serif", "source-serif-4/SourceSerif4-Regular.ttf"),
        ("Serif-Bold", "source-serif-4/SourceSerif4-Bold.ttf"),
        ("Sans-SC", "noto-sans-sc/NotoSansSC-Regular.ttf"),
        ("Sans-SC-Bold", "noto-sans-sc/NotoSansSC-Bold.ttf"),
    ):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
