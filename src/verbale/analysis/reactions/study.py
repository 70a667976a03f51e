"""The event study: reactions after occasions against every other placing of the same occasions in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.reactions.occasions import WINDOW, Occasion, occasions
from verbale.analysis.stats.counts import DRAWS, SEED
from verbale.analysis.stats.rates import LEVEL, Estimate
from verbale.analysis.stats.rings import rotated, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SUPPORTED = "more reactions afterwards"
NO_DIFFERENCE = "compatible with no difference"
INSUFFICIENT = "insufficient data"
REFUSED = "no verdict"
IDENTIFIED = 20
"""Outcomes that people adjudicated, below which nothing is said of what anger tells."""
_FEWEST = 8
"""Occasions, and reactions, below which no verdict is given."""
_PLACEBO = (-56, -42, -28, 28, 42, 56)
"""Days by which the occasions are moved for the placebo."""
_MATCHED = (21, 28, 35, 42)
"""Days before and after an occasion at which a day of the same weekday is compared with it."""


class Study(msgspec.Struct, frozen=True, kw_only=True):
    """The reactions in the 14 days from each occasion, against what chance would put there.

    ``ratio`` is seen over expected, the mean over every rotation of the calendar; its interval draws occasions anew. ``p`` is the
    share of rotations with as many reactions. ``matched`` compares with days of the same weekday that no occasion
    precedes, ``before`` looks at the 14 days before occasions, ``placebo`` at occasions moved by weeks. ``lags`` are the reactions
    by day from -14 to 14, and ``unprovoked`` leaves out occasions beside a penalty, an attack or a threat.
    """

    seen: int
    expected: float
    ratio: Estimate
    p: float
    matched: tuple[int, float] | None
    before: Estimate
    before_p: float
    placebo: dict[int, float]
    lags: tuple[int, ...]
    unprovoked: Estimate | None


class Table2(msgspec.Struct, frozen=True, kw_only=True):
    """Occasions by whether the authority was angry and whether it eased something within 90 days.

    ``likelihood`` is the ratio of the chance of anger where something was eased to that where nothing was; ``None`` below twenty
    outcomes that people adjudicated.
    """

    angry_eased: int
    angry_not: int
    calm_eased: int
    calm_not: int
    adjudicated: int
    likelihood: Estimate | None


class Reactions(msgspec.Struct, frozen=True, kw_only=True):
    """The occasions with their reactions, the study of them where a sampling frame allows one, and what anger tells."""

    occasions: tuple[Occasion, ...]
    reactions: tuple[tuple[Entry, int], ...]
    study: Study | None
    table: Table2
    verdict: str


def reactions(given: Minutes) -> Reactions:
    """Whether the authority criticises more after others of the country were met."""
    met, angry = occasions(given)
    if given.frame is None:
        return Reactions(occasions=met, reactions=angry, study=None, table=_table(met), verdict=REFUSED)
    first, last = given.frame.bounds
    inside = tuple(each for each in met if first <= each.day <= last)
    days = [day for _, day in angry if first <= day <= last]
    study = _study(inside, days, first, last) if inside and days else None
    return Reactions(occasions=met, reactions=angry, study=study, table=_table(met), verdict=_verdict(study, inside, days))


def _verdict(study: Study | None, met: tuple[Occasion, ...], days: list[int]) -> str:
    if study is None or len(met) < _FEWEST or len(days) < _FEWEST:
        return INSUFFICIENT
    return SUPPORTED if study.p < (1 - LEVEL) and study.ratio.low > 1 else NO_DIFFERENCE


def _study(met: tuple[Occasion, ...], days: list[int], first: int, last: int) -> Study:
    import numpy as np

    length = last - first + 1
    daily = np.bincount(np.array(days) - first, minlength=length).astype(float)
    at = np.array([each.day - first for each in met])
    after, before = windows(daily, 0, WINDOW), windows(daily, -WINDOW, -1)
    turned = rotated(at, after)
    early = rotated(at, before)
    calm = np.array([each.day - first for each in met if not each.provoked])
    return Study(
        seen=int(turned[0]),
        expected=float(turned.mean()),
        ratio=_drawn(at, after, turned),
        p=float((turned >= turned[0]).mean()),
        matched=_matched(at, after),
        before=_drawn(at, before, early),
        before_p=float((early >= early[0]).mean()),
        placebo={shift: float(turned[shift % length] / max(turned.mean(), 1e-9)) for shift in _PLACEBO},
        lags=tuple(int(np.take(daily, at + lag, mode="wrap").sum()) for lag in range(-WINDOW, WINDOW + 1)),
        unprovoked=_drawn(calm, after, rotated(calm, after)) if 0 < len(calm) < len(at) else None,
    )


def _drawn(at: NDArray[np.int64], window: Floats, turned: Floats) -> Estimate:
    """Seen over expected, with the interval of occasions drawn anew by calendar month, as those of a month are not independent."""
    import numpy as np

    draw = np.random.default_rng(SEED)
    months, index = np.unique(at // 30, return_inverse=True)
    seen = np.bincount(index, weights=window[at])
    sizes = np.bincount(index)
    chosen = draw.integers(0, len(months), (DRAWS, len(months)))
    mean = max(float(window.mean()), 1e-9)
    ratios = seen[chosen].sum(axis=1) / (sizes[chosen].sum(axis=1) * mean)
    low, high = np.quantile(ratios, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(float(turned[0] / max(turned.mean(), 1e-9)), float(low), float(high))


def _matched(at: NDArray[np.int64], window: Floats) -> tuple[int, float] | None:
    """The reactions after the occasions that have matched days, and the mean number after these; ``None`` where none has any."""
    import numpy as np

    taken = set(at.tolist())
    seen, expected = 0, 0.0
    for day in at.tolist():
        near = [day + sign * lag for lag in _MATCHED for sign in (-1, 1) if 0 <= day + sign * lag < len(window) - WINDOW]
        free = [other for other in near if not any(other + lag in taken for lag in range(-WINDOW, WINDOW + 1))]
        if free:
            seen += int(window[day])
            expected += float(np.mean([window[other] for other in free]))
    return (seen, expected) if expected or seen else None


def _table(met: tuple[Occasion, ...]) -> Table2:
    from scipy.stats.contingency import relative_risk

    cells = {(a, e): sum(bool(o.linked) is a and bool(o.eased) is e for o in met) for a in (True, False) for e in (True, False)}
    adjudicated = len({each.id for o in met for each in o.eased if each.reviewed})
    eased, rest = cells[True, True] + cells[False, True], cells[True, False] + cells[False, False]
    found = None
    if adjudicated >= IDENTIFIED and eased and rest and cells[True, True] and cells[True, False]:
        risk = relative_risk(cells[True, True], eased, cells[True, False], rest)
        bounds = risk.confidence_interval(LEVEL)
        found = Estimate(float(risk.relative_risk), float(bounds.low), float(bounds.high))
    return Table2(
        angry_eased=cells[True, True], angry_not=cells[True, False], calm_eased=cells[False, True], calm_not=cells[False, False],
        adjudicated=adjudicated, likelihood=found,
    )  # fmt: skip
