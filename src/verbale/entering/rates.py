"""Whether a rate changed between the two halves of a table, by meetings and by pairs of parties, and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

_FEWEST = 10
_Z = 1.96
_SPREAD = {"meetings": 3.0, "pairs": 5.0}
"""How many times its mean the variance of a count is taken to be: meetings come in series and visits, pairs in conferences too."""


class Ratio(NamedTuple):
    """A ratio of two rates with its 95 % interval, for Poisson counts and for counts that come in clusters."""

    value: float
    low: float
    high: float
    wide_low: float
    wide_high: float


def ratio(before: int, days_before: int, after: int, days_after: int, rule: str = "meetings") -> Ratio:
    """The rate after over the rate before, of counts by that rule; both counts and both spans must be more than nothing."""
    value = (after / days_after) / (before / days_before)
    error = _Z * math.sqrt(1 / before + 1 / after)
    wide = error * math.sqrt(_SPREAD[rule])
    return Ratio(value, *(value * math.exp(sign * each) for each in (error, wide) for sign in (-1, 1)))


def change(dates: Sequence[str | None], pairs: Sequence[int]) -> str | None:
    """How the rate changed from the first half of the time to the second, by both rules; ``None`` where there is too little to say.

    Args:
        dates: The day of every meeting; months, years and unknown dates are left out.
        pairs: How many pairs of parties every meeting is.
    """
    found = [(date.fromisoformat(day), count) for day, count in zip(dates, pairs, strict=True) if day and len(day) == 10]
    if len(found) < 2 * _FEWEST:
        return None
    first, last = min(day for day, _ in found), max(day for day, _ in found)
    length = (last - first).days + 1
    half = length // 2
    early = [(day - first).days < half for day, _ in found]
    told = []
    for rule, weights in (("meetings", [1] * len(found)), ("pairs", [count for _, count in found])):
        before, after = (sum(w for w, e in zip(weights, early, strict=True) if e is side) for side in (True, False))
        if not before or not after or half < 1:
            return None
        told.append(f"by {rule} {_words(ratio(before, half, after, length - half, rule))}")
    return f"rate of the second half of {first} to {last} over the first: {'; '.join(told)}"


def _words(found: Ratio) -> str:
    wide = f"{found.wide_low:.2f} to {found.wide_high:.2f} if they come in clusters"
    return f"{found.value:.2f} (95 % {found.low:.2f} to {found.high:.2f}; {wide})"
