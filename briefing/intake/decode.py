"""Bytes that claim to be text, as text."""

# ruff: noqa: PLR2004 - thresholds are read best where they are used

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from briefing.text import HAN

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_PAIRS = ("gb18030", "big5hkscs", "shift_jis", "euc_jp", "euc_kr")
_SINGLES = ("cp1252", "mac_roman", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "koi8_r")
_SAMPLE = 200_000
_COMMON_HAN = frozenset("的是在和一国了有为年与会中大不合作发对加个國與會對發為這个我们他們")
_HAN = re.compile(f"[{HAN}]")
_WESTERN = re.compile(r"[a-zA-Z][éèêëàâùûüîïôçœÉÀÊ’“”–«»°ñáíóúäöß]|[’“”–—…«»°•]\s?[a-zA-Z]")


class NotText(Exception):
    """The bytes are no text in any encoding."""


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding that it was in; raises `NotText`."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), encoding
    without_bom = _utf16(data)
    if without_bom:
        return data.decode(without_bom, "replace"), without_bom
    _refuse_binary(data)
    encoding = "utf-8" if _is_utf8(data) else _guess(data)
    return data.decode(encoding, "replace"), encoding


def _utf16(data: bytes) -> str:
    """UTF-16 without a mark, if every other byte of its Latin letters is nought."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    noughts = [sample[at::2].count(0) / len(sample[at::2]) for at in (0, 1)]
    if max(noughts) < 0.3 or min(noughts) > 0.05:
        return ""
    return "utf-16-be" if noughts[0] > noughts[1] else "utf-16-le"


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(2, len(sample) / 200):
        raise NotText


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8, be it with a few spoilt letters."""
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    many = sum(byte >= 0xC2 for byte in data[:_SAMPLE])
    return wrong == 0 or (wrong < many / 20 and wrong < 50)


def _guess(data: bytes) -> str:
    sample = data[:_SAMPLE]
    for family in (_PAIRS[:2], _SINGLES[:2]):
        best = max(family, key=lambda encoding: _likeness(sample, encoding))
        if _likeness(sample, best) > 0:
            return best
    found = from_bytes(sample, cp_isolation=[*_PAIRS, *_SINGLES], threshold=0.3).best()
    return found.encoding if found else "cp1252"


def _likeness(sample: bytes, encoding: str) -> float:
    """How much the sample looks like a text of ours in that encoding; 0 for not at all."""
    text = sample.decode(encoding, "replace")
    spoilt = text.count("\ufffd")
    high = sum(char > "\x7f" for char in text)
    if spoilt > max(1, high / 50):
        return 0.0
    if encoding in _PAIRS:
        han = _HAN.findall(text)
        share = sum(char in _COMMON_HAN for char in han) / max(1, len(han))
        return share if len(han) > high / 2 and share > 0.05 else 0.0
    western = len(_WESTERN.findall(text)) / max(1, high)
    return western if western > 0.6 else 0.0
