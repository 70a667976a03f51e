"""The same months of other years: whether a rise is the season's."""

from __future__ import annotations

from datetime import date

import msgspec

from verbale.analysis.entries import Rule
from verbale.analysis.sampling import Span
from verbale.analysis.stats.rates import LEVEL, Estimate, ratio
from verbale.analysis.trend.series import Asked, Series

_FAR = 5
"""Years before and after within which the same months are looked for."""


class Season(msgspec.Struct, frozen=True):
    """The same months of another year: the shift in years, the counts of window and baseline, and their ratio."""

    shift: int
    window: int
    baseline: int
    ratio: Estimate


def seasons(asked: Asked, by: Rule, window: Span, baseline: Span) -> tuple[Season, ...]:
    """The same months of every other year whose window and baseline lie within the sampling frame."""
    frame = asked.frame
    if frame is None:
        return ()
    found: list[Season] = []
    for shift in (n for n in range(-_FAR, _FAR + 1) if n):
        other, before = _moved(window, shift), _moved(baseline, shift)
        # a window of another year that shares days with what is compared would be compared with itself
        if frame.covers(*other) and frame.covers(*before) and not _overlap(other, window) and not _overlap(before, window):
            counted = asked.series(by, other, before)
            (x1, e1, _), (x0, e0, _) = counted.sums(True), counted.sums(False)
            if e1 and e0:
                found.append(Season(shift, x1, x0, ratio(x1, e1, x0, e0)))
    return tuple(found)


def beyond_season(counted: Series, others: tuple[Season, ...], dispersion: float) -> Estimate | None:
    """The ratio over that of the same months of other years, Wald's interval on the logarithm with half an event added."""
    import math

    from scipy.special import ndtri

    if not others:
        return None
    x1, x0 = counted.sums(True)[0], counted.sums(False)[0]
    s1, s0 = sum(each.window for each in others), sum(each.baseline for each in others)
    middle = math.log((x1 + 0.5) / (x0 + 0.5)) - math.log((s1 + 0.5) / (s0 + 0.5))
    spread = dispersion * sum(1 / (n + 0.5) for n in (x1, x0, s1, s0))
    reach = float(ndtri((1 + LEVEL) / 2)) * spread**0.5
    return Estimate(math.exp(middle), math.exp(middle - reach), math.exp(middle + reach))


def _moved(of: Span, years: int) -> Span:
    low, high = (date.fromordinal(day) for day in of)
    return _day(low, years), _day(high, years)


def _day(day: date, years: int) -> int:
    try:
        return day.replace(year=day.year + years).toordinal()
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28).toordinal()


def _overlap(a: Span, b: Span) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
