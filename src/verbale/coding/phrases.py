"""Whether a text has one of the phrases of a list in ``phrases.toml``."""

from __future__ import annotations

import functools
import re

from verbale.catalogue import tables
from verbale.catalogue.fold import fold


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    phrases = tables.toml("common", "phrases")["words"][name]
    longest = sorted({fold(p).lower() for p in phrases}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(p) for p in longest)})(?!\w)")


def has(name: str, text: str) -> bool:
    """Whether ``text`` has a phrase of the list."""
    return _pattern(name).search(fold(text).lower()) is not None


def first(name: str, text: str) -> tuple[int, int] | None:
    """Where the first phrase of the list stands in ``text``."""
    match = _pattern(name).search(fold(text).lower())
    return match.span() if match else None


def every(name: str, text: str) -> list[tuple[int, int]]:
    """Where the phrases of the list stand in ``text``, in order."""
    return [m.span() for m in _pattern(name).finditer(fold(text).lower())]


@functools.cache
def listed(name: str) -> frozenset[str]:
    """The phrases of a list."""
    return frozenset(tables.toml("common", "phrases")["words"][name])
