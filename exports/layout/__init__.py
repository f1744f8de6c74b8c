"""A publication becomes pages: shaping, line breaking, page building. Knows no file format."""

from exports.layout.document import lay_out
from exports.layout.partwise import Kept, PartwiseLayout

__all__ = ["Kept", "PartwiseLayout", "lay_out"]
