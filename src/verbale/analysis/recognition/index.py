"""The weighted index of acts, which is a judgement, with what other judgements would make of it.

Weights are drawn anew from a Dirichlet distribution around the defaults, in such a way that a higher step never weighs less than a
lower one, and every modifier between its bounds (the procedure of the OECD and JRC Handbook on Composite Indicators, 2008, step 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.recognition.acts import Act
from verbale.analysis.recognition.ladder import ladder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_DRAWS = 2000
SEED = 20250703
SURENESS = 12.0
"""Concentration of the Dirichlet: at twelve, the share of a step in the whole ladder varies by about a quarter of its size."""
_BAND = (0.05, 0.95)
REVERSED = 0.1
"""The share of draws in which two parties change places above which their order is said not to hold."""


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """A party's score by the default weights, its band of 5 to 95 % over other weights, and the ranks that it takes there."""

    party: str
    score: float
    low: float
    high: float
    rank: int
    best: int
    worst: int


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """The scores, highest first.

    ``reversals`` are pairs with the share of draws in which the second outranks the first, ``hinges`` publishers without
    whom ranks change: the name, the largest change, and whose rank it is.
    """

    scores: tuple[Scored, ...]
    reversals: tuple[tuple[str, str, float], ...]
    hinges: tuple[tuple[str, int, str], ...]


def index(acts: Sequence[Act]) -> Index:
    """The index over acts."""
    import numpy as np

    parties = sorted({act.party for act in acts})
    plain = scores(acts, parties, _default())[0]
    drawn = scores(acts, parties, _drawn())
    low, high = np.quantile(drawn, _BAND, axis=0)
    ranks = _ranks(drawn)
    best, worst = np.quantile(ranks, _BAND, axis=0, method="nearest")
    order = sorted(range(len(parties)), key=lambda n: (-plain[n], parties[n]))
    scored = tuple(
        Scored(
            party=parties[n], score=float(plain[n]), low=float(low[n]), high=float(high[n]), rank=place, best=int(best[n]),
            worst=int(worst[n]),
        )
        for place, n in enumerate(order, start=1)
    )  # fmt: skip
    return Index(scores=scored, reversals=_reversals(drawn, parties, order), hinges=_hinges(acts, scored))


def _default() -> tuple[Floats, Floats]:
    import numpy as np

    rules = ladder()
    return np.array([[step.weight for step in rules.step]]), np.array([[m.factor for m in rules.modifier]])


def _drawn() -> tuple[Floats, Floats]:
    """Weights and factors, a row a draw; the rises from step to step are drawn, so that the order of the steps stays."""
    import numpy as np

    rules, draw = ladder(), np.random.default_rng(SEED)
    rises = np.diff([step.weight for step in rules.step])
    shares = draw.dirichlet(SURENESS * rises / rises.sum() * len(rises), _DRAWS)
    weights = np.concatenate([np.zeros((_DRAWS, 1)), np.cumsum(shares, axis=1) * rises.sum()], axis=1)
    factors = draw.uniform([m.low for m in rules.modifier], [m.high for m in rules.modifier], (_DRAWS, len(rules.modifier)))
    return weights, factors


def scores(acts: Sequence[Act], parties: Sequence[str], by: tuple[Floats, Floats]) -> Floats:
    """The sum of weights times factors over each party's acts: a row a draw, a column a party."""
    import numpy as np

    weights, factors = by
    ids = [m.id for m in ladder().modifier]
    kinds: dict[tuple[str, int, tuple[str, ...]], int] = {}
    for act in acts:
        key = (act.party, act.step.number, act.modifiers)
        kinds[key] = kinds.get(key, 0) + 1
    found = np.zeros((len(weights), len(parties)))
    for (party, step, modifiers), n in kinds.items():
        product = factors[:, [ids.index(m) for m in modifiers]].prod(axis=1)
        found[:, parties.index(party)] += n * weights[:, step] * product
    return found


def _ranks(drawn: Floats) -> NDArray[np.int64]:
    order = (-drawn).argsort(axis=1, kind="stable")
    ranks: NDArray[np.int64] = order.argsort(axis=1, kind="stable") + 1
    return ranks


def _reversals(drawn: Floats, parties: list[str], order: list[int]) -> tuple[tuple[str, str, float], ...]:
    told = ((parties[a], parties[b], float((drawn[:, b] > drawn[:, a]).mean())) for a, b in pairwise(order))
    return tuple(each for each in told if each[2] >= REVERSED)


def _hinges(acts: Sequence[Act], scored: tuple[Scored, ...]) -> tuple[tuple[str, int, str], ...]:
    """What leaving out one publisher at a time does to the ranks."""
    placed = {each.party: each.rank for each in scored}
    found: list[tuple[str, int, str]] = []
    for name in sorted({name for act in acts for name in act.entry.publishers}):
        rest = [act for act in acts if set(act.entry.publishers) != {name}]
        left = scores(rest, sorted(placed), _default())[0]
        order = sorted(placed, key=lambda p: (-left[sorted(placed).index(p)], p))
        change, party = max((abs(placed[p] - n), p) for n, p in enumerate(order, start=1))
        if change:
            found.append((name, change, party))
    return tuple(sorted(found, key=lambda each: (-each[1], each[0])))
