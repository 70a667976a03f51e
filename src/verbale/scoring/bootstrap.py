"""How sure a figure is: the spread of it over documents drawn anew, with replacement, from those that there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from verbale.scoring.scores import Key, Scores

DRAWS = 2000
SEED = 20
LEVEL = 95


class Interval(NamedTuple):
    """The middle 95 in 100 of the draws."""

    low: float
    high: float


def intervals(documents: Sequence[Scores], draws: int = DRAWS, seed: int = SEED) -> dict[Key, Interval]:
    """The interval of the F1 of every measure; draws in which a measure has nothing to count are left out of its interval.

    The same documents in the same order give the same intervals.
    """
    keys = sorted({key for scores in documents for key in scores})
    if not keys:
        return {}
    counts = np.array([[scores.get(key, (0, 0, 0)) for key in keys] for scores in documents], dtype=float)
    size = len(documents)
    times = np.random.default_rng(seed).multinomial(size, [1 / size] * size, size=draws)
    gold, found, right = np.moveaxis(np.tensordot(times, counts, axes=1), 2, 0)
    whole = gold + found
    f1 = np.divide(2 * right, whole, out=np.full_like(right, np.nan), where=whole > 0)
    return {key: _interval(f1[:, n]) for n, key in enumerate(keys)}


def _interval(values: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Interval:
    told = values[~np.isnan(values)]
    if not told.size:
        return Interval(0.0, 0.0)
    low, high = np.percentile(told, [(100 - LEVEL) / 2, (100 + LEVEL) / 2])
    return Interval(float(low), float(high))
