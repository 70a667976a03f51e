"""What the band of the index rests on: the share of its variance that each weight and each modifier brings (Sobol's indices)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.recognition.acts import Act
from verbale.analysis.recognition.index import SEED, SURENESS, scores
from verbale.analysis.recognition.ladder import ladder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DRAWS = 512
"""A power of two, as Sobol's sequences want it."""
_NAMED = 3
"""Causes that are told of each party."""
_LEAST = 0.05
"""The share of variance below which a cause is not told."""


class Cause(msgspec.Struct, frozen=True, kw_only=True):
    """A weight or modifier on which a party's sum rests: ``alone`` the share of variance that it brings by itself (first order),
    ``total`` the same with all that it does together with others.
    """

    party: str
    name: str
    alone: float
    total: float


def causes(acts: Sequence[Act], parties: Sequence[str]) -> tuple[Cause, ...]:
    """The weightiest causes of each party's band, by total share, in the order of the parties; the acts of others are left out.

    The rises between steps are drawn as independent gamma variables, whose shares in their sum are the Dirichlet variables of the
    index; modifiers between their bounds. Estimated by Saltelli's scheme as SciPy has it.
    """
    import numpy as np
    from scipy.stats import gamma, sobol_indices, uniform

    rules, order = ladder(), sorted(parties)
    theirs = [act for act in acts if act.party in order]
    rises = np.diff([step.weight for step in rules.step])
    drawn = [gamma(SURENESS * rise / rises.sum() * len(rises)) for rise in rises]
    drawn += [uniform(m.low, m.high - m.low) for m in rules.modifier]

    def summed(values: Floats) -> Floats:
        shares = values[: len(rises)].T
        weights = np.cumsum(shares / shares.sum(axis=1, keepdims=True), axis=1) * rises.sum()
        return scores(theirs, order, (np.pad(weights, ((0, 0), (1, 0))), values[len(rises) :].T)).T

    found = sobol_indices(func=summed, n=_DRAWS, dists=drawn, rng=np.random.default_rng(SEED))
    names = [*(f"weight of {step.id} over the step below" for step in rules.step[1:]), *(m.label for m in rules.modifier)]
    alone, total = np.atleast_2d(found.first_order), np.atleast_2d(found.total_order)
    return tuple(each for party in parties for each in _told(party, names, alone[order.index(party)], total[order.index(party)]))


def _told(party: str, names: Sequence[str], alone: Floats, total: Floats) -> list[Cause]:
    """The causes of one party; none where its sum does not vary."""
    found = [
        Cause(party=party, name=name, alone=float(a), total=float(t))
        for name, a, t in zip(names, alone, total, strict=True)
        if t >= _LEAST  # not a number where nothing varies, which is not
    ]
    return sorted(found, key=lambda each: -each.total)[:_NAMED]
