"""Text that is plainly English is told by its commonest words; to load the classifier takes longer than to code a page."""

from __future__ import annotations

import re

_COMMON = frozenset(["the", "and", "of", "to", "that", "with", "for", "by", "from", "was", "were", "has", "have", "which"])
_WORD = re.compile(r"[^\W\d_]+")
MIN_WORDS = 40
_SHARE, _THE, _FOREIGN = 0.13, 0.025, 0.1


def plainly_english(text: str) -> bool:
    """Whether a text is English beyond doubt; where not, it may still be, and the classifier has to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < MIN_WORDS:
        return False
    foreign = sum(not word.isascii() for word in words) / len(words)
    common = sum(word in _COMMON for word in words) / len(words)
    return foreign < _FOREIGN and common > _SHARE and words.count("the") / len(words) > _THE
