"""Charts as pictures: laid out and painted as on the printed page, then rastered."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

import pypdfium2

from exports.layout import lay_out
from exports.layout.pages import Node
from exports.pdf import paint
from exports.tree import Chart, Form, PageWords, Part, PartKind, Publication

_SCALE = 220 / 72
_EMU = 12700
"""English metric units in a point."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its size in points."""

    png: bytes
    width: float
    height: float


def chart_picture(chart: Chart, form: Form, lang: str) -> Picture:
    """A chart without its caption, at 220 dots an inch."""
    bare = replace(chart, caption="", uid="")
    part = Part(uid="chart", kind=PartKind.NOTE, title="", blocks=(bare,))
    laid = lay_out(
        Publication(
            title="", lang=lang, parts=(part,), form=replace(form, duplex=False), words=PageWords()
        )
    )
    for page in laid.pages:
        page.furniture.clear()
    left, foot, right, top = _box(laid.root)
    document = pypdfium2.PdfDocument(paint(laid))
    try:
        image = document[0].render(scale=_SCALE).to_pil()
    finally:
        document.close()
    height = laid.pages[0].height
    margin = 3
    cut = image.crop(
        (
            round((left - margin) * _SCALE),
            round((height - top - margin) * _SCALE),
            round((right + margin) * _SCALE),
            round((height - foot + margin) * _SCALE),
        )
    )
    out = io.BytesIO()
    cut.save(out, "PNG")
    return Picture(out.getvalue(), cut.width / _SCALE, cut.height / _SCALE)


def _box(node: Node) -> tuple[float, float, float, float]:
    if node.bbox is not None:
        return node.bbox
    for child in node.children:
        box = _box(child)
        if box != (0, 0, 0, 0):
            return box
    return (0, 0, 0, 0)


def picture_run(relation: str, number: int, picture: Picture, description: str) -> str:
    """A run that shows a picture, with its words for a screen reader."""
    size = f'cx="{round(picture.width * _EMU)}" cy="{round(picture.height * _EMU)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/>"
        f'<wp:docPr id="{number}" name="Chart {number}" descr={description}/>'
        "<wp:cNvGraphicFramePr/>"
        "<a:graphic>"
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Chart {number}"/><pic:cNvPicPr/>'
        "</pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
