"""Models of counts by week: how much they vary, the negative binomial, and the bootstrap of blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verbale.analysis.stats.rates import LEVEL, Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWS = 1999
SEED = 20221201
"""Random draws start from here: the same record gives the same figures."""
_FLOOR, _CEILING = -9.0, 3.0


def dispersion(counts: Floats, exposure: Floats, window: NDArray[np.bool_]) -> float:
    """Pearson's dispersion of counts with one rate in the window and one outside: about 1 for Poisson counts, never less here."""
    expected = _expected(counts, exposure, window)
    seen = expected > 0
    free = len(counts) - 2
    return 1.0 if free < 1 else max(1.0, float((((counts - expected) ** 2)[seen] / expected[seen]).sum() / free))


def hanging(counts: Floats, exposure: Floats, window: NDArray[np.bool_]) -> float:
    """By how much the variance of a sum of weeks exceeds that of weeks that know nothing of each other; never less than 1 here.

    One and twice the autocorrelations of Pearson's residuals, with the weights of Newey and West (1987) up to the cube root of the
    number of weeks, and one more.
    """
    import numpy as np

    expected = _expected(counts, exposure, window)
    residuals = np.where(expected > 0, (counts - expected) / np.sqrt(np.maximum(expected, 1e-12)), 0.0)
    whole = float((residuals**2).sum())
    if not whole:
        return 1.0
    lags = round(len(counts) ** (1 / 3)) + 1
    told = (
        (1 - k / (lags + 1)) * float((residuals[k:] * residuals[:-k]).sum()) / whole
        for k in range(1, min(lags, len(counts) - 1) + 1)
    )
    return float(max(1.0, 1 + 2 * sum(told)))


def negative_binomial(counts: Floats, exposure: Floats, window: NDArray[np.bool_]) -> Estimate:
    """The ratio of the window's rate to the rate outside, negative binomial (NB2) with exposure, by maximum likelihood.

    The interval is Wald's on the logarithm, at 95 %; a side without any count gives none.
    """
    import numpy as np
    from scipy.optimize import minimize_scalar
    from scipy.special import ndtri

    sides = [(counts[side], exposure[side]) for side in (window, ~window)]
    if any(not y.sum() or not e.sum() for y, e in sides):
        return Estimate(float("nan"), 0.0, float("inf"))
    found = minimize_scalar(
        lambda log_a: -sum(_likelihood(y, e, np.exp(log_a)) for y, e in sides), bounds=(_FLOOR, _CEILING), method="bounded"
    )
    alpha = float(np.exp(found.x))
    rates = [_rate(y, e, alpha) for y, e in sides]
    weights = [float((r * e / (1 + alpha * r * e)).sum()) for r, (_, e) in zip(rates, sides, strict=True)]
    middle, reach = np.log(rates[0] / rates[1]), ndtri((1 + LEVEL) / 2) * (1 / weights[0] + 1 / weights[1]) ** 0.5
    return Estimate(float(np.exp(middle)), float(np.exp(middle - reach)), float(np.exp(middle + reach)))


def block_bootstrap(counts: Floats, exposure: Floats, window: NDArray[np.bool_]) -> Estimate:
    """The same ratio with the interval of a moving-block bootstrap (Kunsch 1989): runs of weeks are drawn anew."""
    import numpy as np

    draw = np.random.default_rng(SEED)
    logs = [_resampled(counts[side], exposure[side], draw) for side in (window, ~window)]
    drawn = np.log(logs[0]) - np.log(logs[1])
    low, high = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    plain = [(counts[side].sum() + 0.5) / exposure[side].sum() for side in (window, ~window)]
    return Estimate(float(plain[0] / plain[1]), float(np.exp(low)), float(np.exp(high)))


def _expected(counts: Floats, exposure: Floats, window: NDArray[np.bool_]) -> Floats:
    import numpy as np

    rates = [counts[side].sum() / max(exposure[side].sum(), 1e-12) for side in (window, ~window)]
    expected: Floats = np.where(window, rates[0], rates[1]) * exposure
    return expected


def _rate(counts: Floats, exposure: Floats, alpha: float) -> float:
    """The rate at which the score of the negative binomial is nought, by fixed point from the plain rate."""
    rate = float(counts.sum() / exposure.sum())
    for _ in range(50):
        weights = 1 / (1 + alpha * rate * exposure)
        new = float((counts * weights).sum() / (exposure * weights).sum())
        if abs(new - rate) <= 1e-10 * rate:
            break
        rate = new
    return rate


def _likelihood(counts: Floats, exposure: Floats, alpha: float) -> float:
    import numpy as np
    from scipy.special import gammaln

    mean, size = _rate(counts, exposure, alpha) * exposure, 1 / alpha
    told = gammaln(counts + size) - gammaln(size) + size * np.log(size / (size + mean)) + counts * np.log(mean / (size + mean))
    return float(told.sum())


def _resampled(counts: Floats, exposure: Floats, draw: np.random.Generator) -> Floats:
    """Rates of series drawn in blocks; half an event is added, so that a draw without any has a logarithm."""
    import numpy as np

    n = len(counts)
    length = max(1, round(n ** (1 / 3)))
    starts = draw.integers(0, n - length + 1, size=(DRAWS, -(-n // length)))
    chosen = (starts[:, :, None] + np.arange(length)).reshape(DRAWS, -1)[:, :n]
    drawn: Floats = (counts[chosen].sum(axis=1) + 0.5) / np.maximum(exposure[chosen].sum(axis=1), 1e-12)
    return drawn
