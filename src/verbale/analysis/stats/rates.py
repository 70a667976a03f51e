"""Ratios of two rates and shares of two counts, with intervals; what ratio could have been seen at all."""

from __future__ import annotations

from typing import NamedTuple

LEVEL = 0.95
POWER = 0.8
_STEPS = 80


class Estimate(NamedTuple):
    """A value with the bounds of its interval."""

    value: float
    low: float
    high: float


def ratio(x1: float, e1: float, x0: float, e0: float, *, dispersion: float = 1.0, freedom: float = float("inf")) -> Estimate:
    """The ratio of two rates with the exact conditional mid-p interval at 95 %.

    Given their sum, the first of two Poisson counts is binomial; half of the probability of what was seen counts as more extreme
    (Rothman, Greenland and Lash, Modern Epidemiology, chapter 14). Where counts vary more than Poisson counts do, they are divided
    by their dispersion, and the level is that of Student's t with the ``freedom`` left for estimating it.

    Args:
        x1: The count of the window.
        e1: Its exposure, in any unit.
        x0: The count of the baseline.
        e0: Its exposure in the same unit.
        dispersion: Variance over mean, one or more.
        freedom: Degrees of freedom of the dispersion.
    """
    value = (x1 / e1) / (x0 / e0) if x0 else float("inf") if x1 else float("nan")
    tail = _tail(freedom) if dispersion > 1 else (1 - LEVEL) / 2
    k, n = x1 / dispersion, (x0 + x1) / dispersion
    return Estimate(value, _odds(_bound(k, n, tail)) * e0 / e1, _odds(_bound(k, n, 1 - tail)) * e0 / e1)


def p_value(x1: float, e1: float, x0: float, e0: float, *, dispersion: float = 1.0, freedom: float = float("inf")) -> float:
    """The two-sided mid-p value of equal rates, twice the smaller tail; with a dispersion, after Student as in :func:`ratio`."""
    from scipy.special import ndtri, stdtr

    k, n = x1 / dispersion, (x0 + x1) / dispersion
    if n == 0:
        return 1.0
    upper = _midp(k, n, e1 / (e0 + e1))
    tail = max(0.0, min(upper, 1 - upper))
    if dispersion > 1 and freedom != float("inf"):
        tail = float(stdtr(max(freedom, 1.0), ndtri(tail)))
    return min(1.0, 2 * tail)


def share(part: float, whole: float) -> Estimate:
    """A share with its 95 % interval after Agresti and Coull (1998), which keeps its level at small counts better than Wilson's."""
    from scipy.special import ndtri

    if not whole:
        return Estimate(float("nan"), 0.0, 1.0)
    z2 = float(ndtri((1 + LEVEL) / 2)) ** 2
    middle = (part + z2 / 2) / (whole + z2)
    reach = (z2 * middle * (1 - middle) / (whole + z2)) ** 0.5
    return Estimate(part / whole, max(0.0, middle - reach), min(1.0, middle + reach))


def detectable(x0: float, e1: float, e0: float, *, dispersion: float = 1.0) -> float:
    """The least rise that a test at 5 %, two-sided, finds in four cases of five, given the baseline's count and the exposures.

    Solves log(r) = (z.975 + z.8) * sqrt(dispersion * (1/x0 + 1/(r * x0 * e1/e0))); infinite where the baseline has no count.
    """
    from scipy.optimize import brentq
    from scipy.special import ndtri

    if not x0:
        return float("inf")
    z = float(ndtri((1 + LEVEL) / 2) + ndtri(POWER))

    def short(log_ratio: float) -> float:
        expected: float = x0 * e1 / e0 * 2.718281828459045**log_ratio
        needed: float = z * (dispersion * (1 / x0 + 1 / expected)) ** 0.5
        return log_ratio - needed

    return float(2.718281828459045 ** brentq(short, 1e-9, 60))


def _tail(freedom: float) -> float:
    """The tail beyond which a normal test at Student's quantile rejects."""
    from scipy.special import ndtr, stdtrit

    if freedom == float("inf"):
        return (1 - LEVEL) / 2
    return float(ndtr(-stdtrit(max(freedom, 1.0), (1 + LEVEL) / 2)))


def _midp(k: float, n: float, p: float) -> float:
    """The probability of more than ``k`` of ``n``, with half of that of exactly ``k``."""
    from scipy.special import betainc

    at_least = 1.0 if k <= 0 else float(betainc(k, n - k + 1, p))
    beyond = 0.0 if k >= n else float(betainc(k + 1, n - k, p))
    return (at_least + beyond) / 2


def _bound(k: float, n: float, tail: float) -> float:
    """The probability at which the mid-p of what was seen equals ``tail``."""
    if n <= 0 or (k <= 0 and tail < 0.5) or (k >= n and tail > 0.5):
        return 0.0 if tail < 0.5 else 1.0
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _midp(k, n, middle) < tail else (low, middle)
    return (low + high) / 2


def _odds(p: float) -> float:
    return p / (1 - p) if p < 1 else float("inf")
