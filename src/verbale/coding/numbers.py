"""Words as the numbers that a model reads."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=4096)
def among(word: str, names: tuple[str, ...]) -> tuple[float, ...]:
    """One for the name that a word is, nought for all others."""
    return tuple(float(word == name) for name in names)
