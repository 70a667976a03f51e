"""The coder's error: how sure what was read is, and what it does to counts, shares and ratios.

A coder that finds a part of the acts (recall) and invents others (precision) leaves figures that are wrong in a way that an audit
tells: documents read by people, and what the coder found in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.stats.counts import SEED
from verbale.analysis.stats.rates import LEVEL, Estimate

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DRAWS = 20_000


class Audit(msgspec.Struct, frozen=True):
    """What an audit found of one class of acts: how many there are, how many were found, how many of these are right."""

    gold: float
    found: float
    right: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else float("nan")

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.gold if self.gold else float("nan")

    @property
    def dispersion(self) -> float:
        """Variance over mean of a count in which every act found brings further ones that are invented: ``1/p + 1 - p``.

        For T found and a Poisson number of inventions with mean T(1-p)/p beside them; inventions that come alone vary less.
        """
        return 1 / self.precision + 1 - self.precision


def rogan_gladen(apparent: float, sensitivity: float, specificity: float) -> float:
    """The true share behind an apparent one (Rogan and Gladen 1978), kept between nought and one."""
    informed = sensitivity + specificity - 1
    if informed <= 0:
        return float("nan")
    return min(1.0, max(0.0, (apparent + specificity - 1) / informed))


def true_ratio(x1: float, e1: float, x0: float, e0: float, audit: Audit, dispersion: float = 1.0) -> Estimate:
    """The ratio of two true rates behind two counts that a fallible coder made.

    Nobody knows whether what a coder invents grows with what there is to be read, which leaves the ratio as it is, or is the same
    every day, which draws the ratio towards one. The interval holds both: it is the envelope of the two. Recall that is the same on
    both sides cancels.
    """
    import numpy as np

    draw = np.random.default_rng(SEED)
    dispersion = max(dispersion, audit.dispersion)
    rates = [draw.gamma(x / dispersion + 0.5, dispersion / e, _DRAWS) for x, e in ((x1, e1), (x0, e0))]
    invented = (1 - _beta(audit.right, audit.found, draw)) * (x1 + x0) / (e1 + e0)
    told = [rates[0] / rates[1], np.maximum(rates[0] - invented, 0) / np.maximum(rates[1] - invented, 1e-12)]
    bounds = np.quantile(told, [(1 - LEVEL) / 2, (1 + LEVEL) / 2], axis=1)
    value = (x1 / e1) / (x0 / e0) if x0 else float("inf")
    return Estimate(value, float(bounds[0].min()), float(bounds[1].max()))


def true_share(part: float, rest: float, of_part: Audit, of_rest: Audit) -> Estimate:
    """The true share of one side in two, whose acts are found and invented at rates of their own.

    Each side's count is multiplied by its precision and divided by its recall; all three are drawn anew from what counts and audit
    leave possible (Jeffreys priors).
    """
    import numpy as np

    draw = np.random.default_rng(SEED)
    sides = [
        draw.gamma(n / a.dispersion + 0.5, a.dispersion, _DRAWS) * _beta(a.right, a.found, draw) / _beta(a.right, a.gold, draw)
        for n, a in ((part, of_part), (rest, of_rest))
    ]
    low, high = np.quantile(sides[0] / (sides[0] + sides[1]), [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    a, b = part * of_part.precision / of_part.recall, rest * of_rest.precision / of_rest.recall
    return Estimate(a / (a + b) if a + b else float("nan"), float(low), float(high))


def _beta(right: float, of: float, draw: np.random.Generator) -> Floats:
    import numpy as np

    return np.maximum(draw.beta(right + 0.5, max(of - right, 0) + 0.5, _DRAWS), 1e-9)
