"""What stays on one page with what follows it."""

from __future__ import annotations

from exports.layout.words import plain_text
from exports.tree import Block, Chart, List, Paragraph, Quote, Role, Table


def stays_with(block: Block, following: Block | None) -> bool:
    """Whether no page may end between two blocks: one announces the other, or dates it."""
    match block:
        case Paragraph():
            announces = plain_text(block.inlines).rstrip().endswith((":", "："))
            return announces and isinstance(following, List | Table | Quote)
        case Quote() | Table() | Chart():
            return isinstance(following, Paragraph) and following.role is Role.META
        case _:
            return False
