"""Parts of the package that grow while the body is written: footnotes, comments, numbering."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.docx.xml import attribute, clean, document, paragraph, run
from exports.tree import Comment

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
    "</w:p></w:footnote>"
)


@dataclass
class Footnotes:
    """The footnotes of the document; Word counts them anew in each section, as the tree does."""

    _written: list[str] = field(default_factory=list)

    def add(self, content: str) -> int:
        """A footnote; the id that its call names."""
        number = len(self._written) + 1
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        words = paragraph("FootnoteText", f"{mark}{run(' ')}{content}")
        self._written.append(f'<w:footnote w:id="{number}">{words}</w:footnote>')
        return number

    def xml(self) -> bytes:
        """The part."""
        return document("footnotes", (SEPARATORS, *self._written))


@dataclass
class Comments:
    """Annotations as comments in the margin."""

    _written: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self._written)

    def around(self, content: str, comments: Sequence[Comment]) -> str:
        """Content with comments on all of it."""
        for comment in comments:
            number = len(self._written)
            self._written.append(self._comment(number, comment))
            content = (
                f'<w:commentRangeStart w:id="{number}"/>{content}'
                f'<w:commentRangeEnd w:id="{number}"/>'
                '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f'<w:commentReference w:id="{number}"/></w:r>'
            )
        return content

    @staticmethod
    def _comment(number: int, comment: Comment) -> str:
        author = comment.author or "?"
        initials = "".join(word[0] for word in author.split())[:3]
        date = f" w:date={attribute(comment.written[:19] + 'Z')}" if "T" in comment.written else ""
        words = run(f"{comment.kind}: ", "<w:b/>") + run(comment.text)
        return (
            f'<w:comment w:id="{number}" w:author={attribute(author)}'
            f" w:initials={attribute(initials)}{date}>"
            f"{paragraph('CommentText', words)}</w:comment>"
        )

    def xml(self) -> bytes:
        """The part."""
        return document("comments", self._written)


_BULLETS = ("•", "–", "·")
_LEVELS = 6
LIST_INDENT = 1620
"""Where the words of an item begin: the body's indent and the width of a mark."""


@dataclass
class Numbering:
    """Lists: bullets share one numbering, each ordered list counts from its own beginning."""

    _ordered: int = 0

    def bullets(self, level: int) -> str:
        """The properties of a bulleted item."""
        return self._item(1, level)

    def ordered(self) -> int:
        """A new ordered list."""
        self._ordered += 1
        return self._ordered + 1

    def numbered(self, number: int, level: int) -> str:
        """The properties of an item of an ordered list."""
        return self._item(number, level)

    @staticmethod
    def _item(number: int, level: int) -> str:
        depth = min(level, _LEVELS - 1)
        return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'

    def xml(self) -> bytes:
        """The part."""
        lists = [_abstract(0, "bullet", _BULLETS), _abstract(1, "decimal", ())]
        nums = ['<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>']
        for number in range(2, self._ordered + 2):
            restarts = "".join(
                f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
                for level in range(_LEVELS)
            )
            nums.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{restarts}</w:num>')
        return document("numbering", (*lists, *nums))


def _abstract(number: int, form: str, marks: Sequence[str]) -> str:
    levels = []
    for level in range(_LEVELS):
        text = marks[min(level, len(marks) - 1)] if marks else f"%{level + 1}."
        left = LIST_INDENT + 340 * level
        levels.append(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{clean(text)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr></w:lvl>'
        )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{''.join(levels)}</w:abstractNum>"
    )
