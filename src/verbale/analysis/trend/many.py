"""Many questions at once: the more are asked, the more seem to show something, and the less each may be believed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from verbale.analysis.trend.testing import Trend
from verbale.analysis.trend.verdict import FALL, NO_CHANGE, RISE
from verbale.saying import said

FALSE = 0.05
"""The share of false findings that is put up with among those called."""


def corrected(trends: Sequence[Trend]) -> tuple[Trend, ...]:
    """The trends with ``q``, their p-values corrected after Benjamini and Hochberg (1995); what falls is called no more."""
    from scipy.stats import false_discovery_control

    asked = [n for n, each in enumerate(trends) if each.figures is not None]
    if len(asked) < 2:
        return tuple(trends)
    values = false_discovery_control([_p(trends[n]) for n in asked])
    told = dict(zip(asked, map(float, values), strict=True))
    return tuple(_with(each, told.get(n), len(asked)) for n, each in enumerate(trends))


def _p(trend: Trend) -> float:
    assert trend.figures is not None
    return trend.figures.p


def _with(trend: Trend, q: float | None, of: int) -> Trend:
    if q is None:
        return trend
    if trend.verdict in (RISE, FALL) and q > FALSE:
        lost = said("it does not survive the correction for {of} questions asked at once (q = {q})", of=of, q=f"{q:.3f}")
        return msgspec.structs.replace(trend, q=q, verdict=NO_CHANGE, because=(*trend.because, lost))
    return msgspec.structs.replace(trend, q=q)
