"""How figures grow with the number of passages that a coder is trained on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from verbale.scoring.evaluate import headline
from verbale.scoring.found import Found
from verbale.scoring.gold import Gold
from verbale.scoring.measures import measure
from verbale.scoring.scores import total

T = TypeVar("T")
SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)


def learning_curve(
    train: Callable[[Sequence[T]], Callable[[Gold], Found]], passages: Sequence[T], gold: Gold, shares: Sequence[float] = SHARES
) -> dict[str, dict[str, float]]:
    """The headline figures by the number of passages: a row of the scorecard for each share of them.

    Args:
        train: From passages to a reader of the gold. It is called anew for each share, with the passages from the first on, so
            they should stand in an order that says nothing (that of a hash of their ids).
        passages: What there is to train on.
        gold: What is read afterwards; none of it may be among the passages.
        shares: The shares of the passages.
    """
    curve = {}
    for size in dict.fromkeys(max(1, round(len(passages) * share)) for share in shares):
        found = train(passages[:size])(gold)
        read = [d for d in gold.documents if d.key in found.events]
        curve[str(size)] = headline(total(measure(d.events, found.events[d.key]) for d in read))
    return curve
