"""When a series of counts changed: the date with its interval, whether it changed at all, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_PERMUTED = 999
_SEED = 20221129
_SHAPE = 0.5
"""Shape of the gamma prior of each rate; its rate makes the prior's mean that of the whole series."""
_LEVEL = 0.95


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Where one change most likely lies: ``at`` is the first step after it, ``low`` and ``high`` its 95 % interval.

    ``p`` is the share of shuffled series that seem to change as much; ``all`` are the changes that PELT finds, as steps.
    """

    at: int
    low: int
    high: int
    p: float
    all: tuple[int, ...]


def change(counts: Floats, exposure: Floats, dispersion: float = 1.0) -> Change | None:
    """The change of a series of counts; ``None`` for a series of fewer than four steps or without any count.

    Args:
        counts: Counts by step.
        exposure: The exposure of each step; steps without any are skipped by the caller.
        dispersion: Variance over mean: counts are divided by it, so that clustered counts do not feign a change.
    """
    if len(counts) < 4 or not counts.sum():
        return None
    at, low, high = located(counts / dispersion, exposure / dispersion)
    return Change(
        at=at,
        low=low,
        high=high,
        p=_permuted(counts, exposure),
        all=_pelt(counts, exposure, dispersion),
    )


def located(counts: Floats, exposure: Floats) -> tuple[int, int, int]:
    """The likeliest first step after a single change, and the bounds of its 95 % interval."""
    import numpy as np

    posterior = _posterior(counts, exposure)
    reached, last = np.cumsum(posterior), len(posterior) - 1
    low, high = (min(int(np.searchsorted(reached, q)), last) for q in ((1 - _LEVEL) / 2, (1 + _LEVEL) / 2))
    return int(posterior.argmax()) + 1, low + 1, high + 1


def _posterior(counts: Floats, exposure: Floats) -> Floats:
    """The probability of each step as the first after a single change, under gamma priors of both rates."""
    import numpy as np
    from scipy.special import gammaln

    rate = _SHAPE * exposure.sum() / counts.sum()
    before, sooner = np.cumsum(counts)[:-1], np.cumsum(exposure)[:-1]
    logs = np.zeros(len(before))
    for seen, exposed in ((before, sooner), (counts.sum() - before, exposure.sum() - sooner)):
        logs += gammaln(_SHAPE + seen) - (_SHAPE + seen) * np.log(rate + exposed)
    weights = np.exp(logs - logs.max())
    posterior: Floats = weights / weights.sum()
    return posterior


def _permuted(counts: Floats, exposure: Floats) -> float:
    """The share of shuffled series in which the best single change fits at least as well."""
    import numpy as np

    draw = np.random.default_rng(_SEED)
    orders = draw.permuted(np.tile(np.arange(len(counts)), (_PERMUTED, 1)), axis=1)
    seen = _best(counts[None, :], exposure[None, :])[0]
    return float((1 + (_best(counts[orders], exposure[orders]) >= seen - 1e-9).sum()) / (1 + _PERMUTED))


def _best(counts: Floats, exposure: Floats) -> Floats:
    """The largest likelihood ratio over all single changes, row by row."""
    import numpy as np
    from scipy.special import xlogy

    before, sooner = np.cumsum(counts, axis=1)[:, :-1], np.cumsum(exposure, axis=1)[:, :-1]
    total, whole = counts.sum(axis=1)[:, None], exposure.sum(axis=1)[:, None]
    after, later = total - before, whole - sooner
    fit = xlogy(before, before / np.maximum(sooner, 1e-12)) + xlogy(after, after / np.maximum(later, 1e-12))
    best: Floats = fit.max(axis=1)
    return best


def _pelt(counts: Floats, exposure: Floats, dispersion: float) -> tuple[int, ...]:
    """All changes by PELT (Killick, Fearnhead and Eckley 2012) under a Poisson cost."""
    import numpy as np
    import ruptures

    search = ruptures.Pelt(custom_cost=_poisson_cost(), min_size=2, jump=1)
    signal = np.column_stack([counts, exposure])
    return tuple(search.fit_predict(signal, pen=3 * dispersion * np.log(len(counts)))[:-1])


def _poisson_cost() -> Any:
    import numpy as np
    from ruptures.base import BaseCost
    from scipy.special import xlogy

    class Poisson(BaseCost):  # type: ignore[misc]
        """Twice the negative likelihood of a stretch with one rate, but for what all stretches share."""

        model, min_size = "poisson", 1

        def fit(self, signal: Floats) -> Any:
            self._sums = np.vstack([np.zeros(2), np.cumsum(signal, axis=0)])
            self.signal = signal
            return self

        def error(self, start: int, end: int) -> float:
            seen, exposed = self._sums[end] - self._sums[start]
            return float(2 * (seen - xlogy(seen, seen / max(exposed, 1e-12))))

    return Poisson()
