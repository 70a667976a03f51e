"""The verdict on a trend, in fixed words."""

from __future__ import annotations

from collections.abc import Iterable

from verbale.analysis.stats.rates import Estimate

RISE = "rise supported"
FALL = "fall supported"
NO_CHANGE = "compatible with no change"
INSUFFICIENT = "insufficient data"
REFUSED = "no verdict"
"""Where there is no sampling frame."""

DETECTABLE = 2.0
"""Data are insufficient where even this ratio would have been missed more often than in one case of five."""


def verdict(intervals: Iterable[Estimate], detectable: float) -> str:
    """The verdict: a rise, or a fall, only where every interval lies beyond one.

    Args:
        intervals: The ratio by each way of counting what is exposed and how much counts vary.
        detectable: The least rise that could have been seen.
    """
    told = tuple(intervals)
    if all(each.low > 1 for each in told):
        return RISE
    if all(each.high < 1 for each in told):
        return FALL
    return INSUFFICIENT if detectable > DETECTABLE else NO_CHANGE
