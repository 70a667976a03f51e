"""Words that tell an act from others: those that few acts of a record have, and that name nobody who took part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from verbale.engagements.act import Act, names

_MONTHS = ("janua", "febru", "march", "april", "june", "july", "augus", "septe", "octob", "novem", "decem")
_DAYS = ("monda", "tuesd", "wedne", "thurs", "frida", "satur", "sunda")
_FEW, _SHARE = 6, 0.005
"""Acts, or the share of all, that have a word which is telling still."""


class Telling:
    """The telling words that two acts have in common."""

    def __init__(self, words: Sequence[frozenset[str]]) -> None:
        """Count in how many acts each word stands.

        Args:
            words: The words of each act of a record.
        """
        found = Counter(chain.from_iterable(words))
        limit = max(_FEW, round(_SHARE * len(words)))
        self.common = frozenset(word for word, times in found.items() if times > limit) | {*_MONTHS, *_DAYS}

    def __call__(self, a: Act, b: Act) -> int:
        """How many there are."""
        shared = (a.words & b.words) - self.common
        return len(shared - names(a.event) - names(b.event)) if shared else 0
