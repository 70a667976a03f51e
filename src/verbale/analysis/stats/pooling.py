"""Shares of few, seen beside those of everybody: what three meetings tell of a party is drawn towards what all parties do.

The model is the hierarchical beta-binomial of Gelman and others (Bayesian Data Analysis, 3rd edition, section 5.3): each party's
share is drawn from one beta distribution, whose two parameters are averaged over a grid, with the prior of that book,
(a + b) ** -5/2. Parties with many acts keep their own share, those with few lean on the rest, and the intervals hold both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verbale.analysis.stats.counts import SEED
from verbale.analysis.stats.rates import LEVEL, Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

LEAST = 5
"""Parties below which there is nothing to lean on."""
_DRAWS = 4_000
_STEPS = 80
_CENTRE, _SIZE = (-6.0, 6.0), (-1.5, 9.0)
"""The grid: of log(a / b), and of log(a + b)."""


def pooled(parts: Sequence[int], wholes: Sequence[int]) -> tuple[Estimate, ...]:
    """The share of each party with its 95 % interval, drawn towards those of all; nothing for fewer than five parties.

    Args:
        parts: The count of each party that is asked for.
        wholes: The count out of which it is, in the same order.
    """
    import numpy as np

    if sum(n > 0 for n in wholes) < LEAST:
        return ()
    y, n = np.asarray(parts, dtype=float), np.asarray(wholes, dtype=float)
    a, b, weights = grid(y, n)
    draw = np.random.default_rng(SEED)
    at = draw.choice(len(a), size=_DRAWS, p=weights)
    drawn = draw.beta(a[at, None] + y, b[at, None] + n - y)
    means = (weights[:, None] * (a[:, None] + y) / (a[:, None] + b[:, None] + n)).sum(axis=0)
    bounds = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=0)
    return tuple(Estimate(float(m), float(low), float(high)) for m, low, high in zip(means, *bounds, strict=True))


def grid(y: Floats, n: Floats) -> tuple[Floats, Floats, Floats]:
    """The two parameters at every point of the grid, and the posterior weight of the point; the weights sum to one."""
    import numpy as np
    from scipy.special import betaln

    centre, size = (values.ravel() for values in np.meshgrid(np.linspace(*_CENTRE, _STEPS), np.linspace(*_SIZE, _STEPS)))
    whole = np.exp(size)
    a = whole / (1 + np.exp(-centre))
    b = whole - a
    # the prior is flat in (a / (a + b), (a + b) ** -1/2), which on this grid is a * b * (a + b) ** -5/2
    told = np.log(a) + np.log(b) - 2.5 * np.log(whole)
    for part, of in zip(y, n, strict=True):
        told += betaln(a + part, b + of - part) - betaln(a, b)
    weights = np.exp(told - told.max())
    return a, b, weights / weights.sum()
