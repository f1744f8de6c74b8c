"""What a promise is about: the fields of the interchange form, by their words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from briefing.candidates.lexicon import parse, read_toml
from briefing.errors import TemplateBroken
from briefing.text import has_han

_MOST = 3
_ACCENTS = str.maketrans("àâäáãçéèêëíîïóôöõùûüúÿñ’", "aaaaaceeeeiiioooouuuuyn'")


@cache
def _rules(
    extra: tuple[Path, ...],
) -> tuple[re.Pattern[str], dict[str, tuple[str, ...]], dict[str, str]]:
    """One pattern for all Latin stems; the fields of each stem; the field of each Chinese word."""
    name = Path("lexicons/fields.toml")
    text = resources.files("resources").joinpath(name.as_posix()).read_text("utf-8")
    latin: dict[str, tuple[str, ...]] = {}
    han: dict[str, str] = {}
    for data in (parse(text, name), *(read_toml(path) for path in extra)):
        try:
            for field, words in data.get("fields", {}).items():
                for stem in words.get("latin", ()):
                    latin[stem] = (*latin.get(stem, ()), field)
                han.update(dict.fromkeys(words.get("zh", ()), field))
        except AttributeError as error:
            raise TemplateBroken(name, str(error)) from error
    stems = "|".join(re.escape(stem) for stem in sorted(latin, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{stems})"), latin, han


def fields_of(text: str, context: str = "", extra: Sequence[Path] = ()) -> tuple[str, ...]:
    """The fields that some words are about, the likeliest first; the context only helps."""
    score = _score(text, tuple(extra))
    around = _score(context, tuple(extra)) if context else {}
    for field, count in around.items():
        if field in score or not score:
            score[field] = score.get(field, 0.0) + count * 0.4
    ranked = sorted(score.items(), key=lambda item: -item[1])
    most = ranked[0][1] if ranked else 0.0
    return tuple(field for field, count in ranked if count * 2 >= most)[:_MOST]


def _score(text: str, extra: tuple[Path, ...]) -> dict[str, float]:
    pattern, latin, han = _rules(extra)
    score: defaultdict[str, float] = defaultdict(float)
    low = text.lower().translate(_ACCENTS)
    for match in pattern.finditer(low):
        for field in latin[match.group()]:
            score[field] += 1
    if has_han(text):
        for word, field in han.items():
            score[field] += word in text
        return {field: count for field, count in score.items() if count}
    return score
