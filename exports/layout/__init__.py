"""A publication becomes pages: shaping, line breaking, page building. Knows no file format."""

from exports.layout.document import lay_out

__all__ = ["lay_out"]
