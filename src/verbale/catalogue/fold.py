"""Folding text for matching without moving a single offset: one character becomes one character."""

from __future__ import annotations

import functools
import unicodedata

_SPECIAL = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
_SPECIAL |= {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "\n": " ", "\t": " ", "\r": " "}


@functools.lru_cache(maxsize=65536)
def _char(c: str) -> str:
    if c in _SPECIAL:
        return _SPECIAL[c]
    base = unicodedata.normalize("NFD", c)[0]
    return base if base.isascii() else c


def fold(text: str) -> str:
    """``text`` with quotes, dashes, spaces and accents made plain; exactly as long as before."""
    return text if text.isascii() and "\n" not in text and "\t" not in text else "".join(map(_char, text))
