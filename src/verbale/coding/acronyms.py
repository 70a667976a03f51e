"""Short forms that a text spells out otherwise than the catalogue does: what it calls by them is not what the catalogue knows."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

_LEAST = 3
"""Letters from which capitals are a short form that words can be held against."""


def otherwise(text: str, short: str, names: Callable[[], Iterable[str]]) -> bool:
    """Whether ``text`` spells out a short form in words that are none of its known names, and gives none of those.

    "ICC" is not the court beside "International Cricket Council", unless the court is named in full too.

    Args:
        text: The text, folded.
        short: The short form: "ICC".
        names: Gives the names for which it is known to stand, without capitals.
    """
    if len(short) < _LEAST or not (short.isalpha() and short.isupper()):
        return False
    spelt = {" ".join(found[0].split()).casefold() for found in _spelling(short).finditer(text)}
    if not spelt:
        return False
    known, plain = frozenset(names()), " ".join(text.split()).casefold()
    return bool(spelt - known) and not any(name in plain for name in known)


@functools.cache
def _spelling(short: str) -> re.Pattern[str]:
    """Capitals in a row of which the first letters make up a short form, with small words between them."""
    words = r"\s+(?:(?:of|for|the|on|and)\s+)*".join(rf"{letter}[a-z]+" for letter in short)
    return re.compile(rf"\b{words}\b")
