"""Makes resources/templates/briefing.docx: the styles that every exported document uses.

A department may change the file in Word, style by style, and so restyle its books; run this only to
begin anew.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "templates" / "briefing.docx"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SERIF = '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Cambria" w:eastAsia="SimSun"/>'
SANS = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Microsoft YaHei"/>'
ACCENT = '<w:color w:val="174063"/>'
GREY = '<w:color w:val="545454"/>'
INDENT = 1280
"""Of body text from the headings, in twentieths of a point, as on the printed page."""


def size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def spacing(before: float, after: float, leading: float) -> str:
    return (
        f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
        f' w:line="{round(leading * 20)}" w:lineRule="atLeast"/>'
    )


def style(
    name: str,
    words: str,
    paragraph: str = "",
    run: str = "",
    based: str = "Normal",
    following: str = "",
    kind: str = "paragraph",
    quick: bool = True,
) -> str:
    """One style; `name` is its id, `words` what Word lists it as."""
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    after = f'<w:next w:val="{following}"/>' if following else ""
    custom = "" if words.lower() in BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default}{custom} w:styleId="{name}"><w:name w:val="{words}"/>'
        f"{base}{after}{'<w:qFormat/>' if quick else ''}"
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


BUILT_IN = {
    "normal", "heading 1", "heading 2", "heading 3", "heading 4", "title", "subtitle", "quote",
    "body text", "caption", "list paragraph", "footnote text", "footnote reference", "header",
    "footer", "toc 1", "hyperlink", "annotation text", "annotation reference",
}  # fmt: skip
BODY_INDENT = f'<w:ind w:left="{INDENT}"/>'


def paragraph_styles() -> list[str]:
    keep = "<w:keepNext/><w:keepLines/>"
    rule = '<w:pBdr><w:bottom w:val="single" w:sz="10" w:space="4" w:color="174063"/></w:pBdr>'
    number_tab = '<w:tabs><w:tab w:val="left" w:pos="560"/></w:tabs>'
    level = '<w:outlineLvl w:val="{}"/>'
    return [
        style("Normal", "Normal", spacing(0, 6, 15.5), SERIF + size(11), based=""),
        style("BodyText", "Body Text", BODY_INDENT),
        style("Heading1", "heading 1", f"{keep}{rule}{number_tab}{spacing(0, 12, 26)}{level.format(0)}", f"{SANS}<w:b/>{ACCENT}{size(21)}", following="BodyText"),
        style("Heading2", "heading 2", f"{keep}{spacing(18, 5, 17)}{level.format(1)}", f"{SANS}<w:b/>{ACCENT}{size(13)}", following="BodyText"),
        style("Heading3", "heading 3", f"{keep}{spacing(12, 3, 15)}{BODY_INDENT}{level.format(2)}", f"{SANS}<w:b/>{size(11)}", following="BodyText"),
        style("Heading4", "heading 4", f"{keep}{spacing(10, 2, 14)}{BODY_INDENT}{level.format(3)}", f"{SANS}<w:b/>{size(10.5)}", following="BodyText"),
        style("Lead", "Bottom line", f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="174063"/></w:pBdr>{spacing(0, 8, 18)}{BODY_INDENT}', size(13)),
        style("Meta", "Note facts", f"{spacing(0, 8, 13)}{BODY_INDENT}", f"{SANS}{GREY}{size(9.5)}"),
        style("Small", "Small remark", f"{spacing(0, 4, 12)}{BODY_INDENT}", f"{SANS}{size(9)}"),
        style("Hint", "Section hint", f"{spacing(0, 6, 13.5)}{BODY_INDENT}", f"{SANS}<w:i/>{GREY}{size(10)}"),
        style("Quote", "Quote", f'<w:pBdr><w:left w:val="single" w:sz="12" w:space="10" w:color="B8B8B8"/></w:pBdr>{spacing(4, 8, 15)}<w:ind w:left="{INDENT + 280}"/>', size(10.5)),
        style("ListParagraph", "List Paragraph", f"{spacing(0, 4, 15.5)}<w:ind w:left=\"{INDENT + 340}\" w:hanging=\"340\"/>"),
        style("NumberedParagraph", "Numbered paragraph", f'<w:tabs><w:tab w:val="left" w:pos="{INDENT}"/></w:tabs><w:ind w:left="{INDENT}" w:hanging="560"/>'),
        style("Handling", "Handling label", f"<w:keepNext/>{spacing(4, 0, 13)}{BODY_INDENT}", f"{SANS}<w:b/><w:caps/>{size(9)}"),
        style("PanelTitle", "Panel title", f"<w:keepNext/>{spacing(8, 0, 15)}{BODY_INDENT}", f"{SANS}<w:b/><w:caps/>{size(9)}"),
        style("Caption", "caption", f"<w:keepNext/>{spacing(12, 4, 13.5)}", f"{SANS}<w:b/>{size(10)}"),
        style("TableText", "Table text", spacing(0, 2, 12.6), f"{SANS}{size(9.5)}"),
        style("TableSmall", "Table remark", spacing(0, 2, 11.4), f"{SANS}{GREY}{size(8.5)}"),
        style("TableHead", "Table head", spacing(0, 0, 12), f"{SANS}<w:b/>{size(9)}"),
        style("TableEnd", "After table", spacing(0, 0, 8), size(4), quick=False),
        style("PartStart", "Tab start", spacing(0, 0, 1), size(1), quick=False),
        style("SectionEnd", "Tab end", spacing(0, 0, 1), size(1), quick=False),
        style("FootnoteText", "footnote text", f'{spacing(0, 2, 11.6)}<w:ind w:left="{INDENT}"/>', size(9)),
        style("CommentText", "annotation text", spacing(0, 0, 12), f"{SANS}{size(10)}"),
        style("Header", "header", f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="B8B8B8"/></w:pBdr>{spacing(0, 16, 11)}', f"{SANS}{GREY}{size(8.5)}"),
        style("Footer", "footer", spacing(0, 0, 11), f"{SANS}{GREY}{size(8.5)}"),
        style("Marking", "Marking", f'{spacing(0, 6, 12)}<w:jc w:val="center"/>', f"{SANS}<w:b/>{size(10)}"),
        style("TOC1", "toc 1", spacing(5, 5, 15.5), f"{SANS}{size(11)}"),
        style("CoverOffice", "Cover office", spacing(84, 16, 16), f"{SANS}<w:b/>{GREY}{size(12)}"),
        style("Title", "Title", f'<w:pBdr><w:bottom w:val="single" w:sz="16" w:space="14" w:color="174063"/></w:pBdr>{spacing(0, 14, 40)}', f"<w:b/>{ACCENT}{size(34)}"),
        style("Subtitle", "Subtitle", spacing(0, 14, 22), size(16)),
        style("CoverFact", "Cover fact", spacing(0, 9, 18), size(13)),
        style("CoverEdition", "Cover edition", spacing(40, 0, 14), f"{SANS}{GREY}{size(10.5)}"),
    ]  # fmt: skip


def character_styles() -> list[str]:
    return [
        style("FootnoteReference", "footnote reference", run='<w:vertAlign w:val="superscript"/>', based="", kind="character", quick=False),
        style("CommentReference", "annotation reference", run=size(8), based="", kind="character", quick=False),
        style("Hyperlink", "Hyperlink", run='<w:u w:val="single"/>', based="", kind="character", quick=False),
        style("CoverLabel", "Cover label", run=f"{SANS}<w:b/>{GREY}{size(10)}", based="", kind="character"),
    ]  # fmt: skip


def table_styles() -> list[str]:
    light = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="B8B8B8"/>'
    margins = (
        '<w:tblCellMar><w:top w:w="90" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar>'
    )
    first = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        '<w:bottom w:val="single" w:sz="8" w:space="0" w:color="000000"/></w:tcBorders>'
        '<w:shd w:val="clear" w:color="auto" w:fill="F4F4F1"/></w:tcPr></w:tblStylePr>'
    )
    borders = f"<w:tblBorders>{light.format('bottom')}{light.format('insideH')}</w:tblBorders>"
    return [
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{words}"/>'
        f"<w:tblPr>{borders}{margins}</w:tblPr>{head}</w:style>"
        for name, words, head in (
            ("TablePlain", "Briefing table", first),
            ("TableLedger", "Briefing ledger", first),
            ("TableFields", "Briefing facts", ""),
        )
    ]


def styles() -> str:
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{SERIF}{size(11)}"
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{spacing(0, 6, 15.5)}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    every = (*paragraph_styles(), *character_styles(), *table_styles())
    return f"{HEAD}<w:styles {W}>{defaults}{''.join(every)}</w:styles>"


def settings() -> str:
    return (
        f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:mirrorMargins/>'
        '<w:defaultTabStop w:val="720"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        "<w:compat><w:compatSetting"
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>'
    )


def fonts() -> str:
    table = (
        ("Cambria", "Source Serif 4", "roman"),
        ("Calibri", "Source Sans 3", "swiss"),
        ("SimSun", "Noto Serif SC", "auto"),
        ("Microsoft YaHei", "Noto Sans SC", "auto"),
    )
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/></w:font>'
        for name, other, family in table
    )
    return f"{HEAD}<w:fonts {W}>{listed}</w:fonts>"


CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>'
    '<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>'
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
RELATIONS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'{HEAD}<Relationships {RELATIONS}><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)
DOCUMENT = (
    f'{HEAD}<Relationships {RELATIONS}><Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/fontTable" Target="fontTable.xml"/></Relationships>'
)
CORE = (
    f"{HEAD}<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>'
)
BODY = f"{HEAD}<w:document {W}><w:body><w:p/><w:sectPr/></w:body></w:document>"


def main() -> None:
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT,
        "docProps/core.xml": CORE,
        "word/document.xml": BODY,
        "word/_rels/document.xml.rels": DOCUMENT,
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": fonts(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    TARGET.write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
