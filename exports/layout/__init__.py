"""A publication becomes pages: shaping, line breaking, page building. Knows no file format."""

from exports.layout.document import Numbering, lay_out, numbering_of
from exports.layout.partwise import Kept, PartwiseLayout

__all__ = ["Kept", "Numbering", "PartwiseLayout", "lay_out", "numbering_of"]
