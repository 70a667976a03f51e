"""Folding text for matching without moving a single offset: one character becomes one character."""

from __future__ import annotations

import functools
import re
import unicodedata

_SPECIAL = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u202f": " "}
_SPECIAL |= {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "\n": " ", "\t": " ", "\r": " "}


@functools.lru_cache(maxsize=65536)
def _char(c: str) -> str:
    if c in _SPECIAL:
        return _SPECIAL[c]
    base = unicodedata.normalize("NFD", c)[0]
    return base if base.isascii() else c


# Most of a text is plain already, and is left alone in long pieces.
_ODD = re.compile("[\n\t\r`\x80-\U0010ffff]+(?: [\x80-\U0010ffff]+)*")


def fold(text: str) -> str:
    """``text`` with quotes, dashes, spaces and accents made plain; exactly as long as before."""
    return _ODD.sub(lambda m: "".join(map(_char, m[0])), text)


_SHOUTED = re.compile(r"[A-Z]{5,}|\b(?:ABU|DAR|EL|HONG|NEW|PORT|SAN|SRI|TEL)\b(?= [A-Z]{2,})")
"""Longer words, and shorter ones with which names of places begin: "PAPUA NEW GUINEA"."""
_SMALL = re.compile(r"\b(?:A|AN|AND|AS|AT|BY|FOR|FROM|IN|OF|ON|OR|THE|TO|WITH)\b")


def calm(text: str) -> str:
    """``text`` with the longer words of lines that are all in capitals as in a title; exactly as long as before."""
    if not re.search(r"[A-Z]{5}", text):
        return text
    return "\n".join(_hushed(line) if line.isupper() else line for line in text.split("\n"))


def _hushed(line: str) -> str:
    return _SMALL.sub(lambda m: m[0].lower(), _SHOUTED.sub(lambda m: m[0].title(), line))
