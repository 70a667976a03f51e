"""Reports that come late: how much of what happened lately is known by now, and how much is still to come.

Of recent days only short delays can have been seen. The share known after each delay is therefore taken from reverse-time hazards
(Lagakos, Barraj and De Gruttola 1988, Biometrika 75), which with counts by day and delay are the chain ladder of actuaries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.analysis.stats.rates import LEVEL, Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def known_after(table: Floats) -> Floats:
    """The share of all reports that is in after each delay; the last is one.

    Args:
        table: Counts, a row a day from the oldest to the newest, a column a delay in days; a cell that lies after the newest day,
            which is that of the last row, is not looked at.
    """
    import numpy as np

    rows, delays = table.shape
    known = np.ones(delays)
    for delay in range(delays - 1, 0, -1):
        old = table[: max(rows - delay, 0)]
        until, before = float(old[:, : delay + 1].sum()), float(old[:, :delay].sum())
        known[delay - 1] = known[delay] * (before / until if until else 1.0)
    return known


def expected(count: int, known: float) -> Estimate:
    """How many there will be in the end, where so many are known of and these are a share of all.

    What is to come is negative binomial: Poisson with the rate that the count leaves possible (Jeffreys prior); 95 % interval.
    """
    if known >= 1:
        return Estimate(float(count), float(count), float(count))
    if known <= 0:
        return Estimate(float("inf"), float(count), float("inf"))
    told, most = count + 0.5, int((count + 10) / known * 10) + 10

    def quantile(of: float) -> int:
        low, high = 0, most
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if _at_most(middle, told, known) >= of else (middle + 1, high)
        return low

    return Estimate(
        count + told * (1 - known) / known, float(count + quantile((1 - LEVEL) / 2)), float(count + quantile((1 + LEVEL) / 2))
    )


def _at_most(k: int, size: float, known: float) -> float:
    """The probability of at most ``k`` of a negative binomial, whose size need not be whole."""
    from scipy.special import betainc

    return float(betainc(size, k + 1, known))
