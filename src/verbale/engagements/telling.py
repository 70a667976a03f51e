"""Words that tell an act from others: those that few acts of a record have, and that name nobody who took part."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain

import msgspec

from verbale.engagements.act import Act, names, words
from verbale.model import Event

_MONTHS = ("janua", "febru", "march", "april", "june", "july", "augus", "septe", "octob", "novem", "decem")
_DAYS = ("monda", "tuesd", "wedne", "thurs", "frida", "satur", "sunda")
_FEW, _SHARE = 6, 0.005
"""Acts, or the share of all, that have a word which is telling still."""


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of so many acts of a record that they tell nothing, and a hash of all the words that were counted."""

    common: frozenset[str]
    of: str


def vocabulary(events: Collection[Event], before: Vocabulary | None = None) -> Vocabulary:
    """The words that tell nothing.

    Args:
        events: All events of a record.
        before: What was found before: it stands where the words are the same, and counting them takes long.
    """
    texts = (part.text for event in events if event.type != "CONSULT" for part in event.evidence)
    of = hashlib.sha256("\0".join((str(len(events)), *texts)).encode()).hexdigest()
    return before if before and before.of == of else Vocabulary(common([words(event) for event in events]), of)


def common(told: Sequence[frozenset[str]]) -> frozenset[str]:
    """The words that tell nothing, of the words of all acts of a record."""
    found = Counter(chain.from_iterable(told))
    limit = max(_FEW, round(_SHARE * len(told)))
    return frozenset(word for word, times in found.items() if times > limit) | {*_MONTHS, *_DAYS}


class Telling:
    """The telling words that two acts have in common."""

    def __init__(self, common: frozenset[str]) -> None:
        """Take the words of so many acts that they tell nothing."""
        self._common = common

    def __call__(self, a: Act, b: Act) -> int:
        """How many there are."""
        shared = (a.words & b.words) - self._common
        return len(shared - names(a.event) - names(b.event)) if shared else 0
