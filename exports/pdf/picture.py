"""A page as a picture, for the eye and for what cannot hold a drawing."""

from __future__ import annotations

import io

import pypdfium2


def page_png(data: bytes, page: int = 0, scale: float = 2.0) -> bytes:
    """A page of a PDF as PNG; `scale` is pixels per point."""
    document = pypdfium2.PdfDocument(data)
    try:
        image = document[page].render(scale=scale).to_pil()
    finally:
        document.close()
    out = io.BytesIO()
    image.save(out, "PNG", optimize=False)
    return out.getvalue()
