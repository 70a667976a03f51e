"""Which coded act is which act of the gold: within a document, one to one, so that most agrees.

*Strict*: same type, same status class, the same sets of parties (CONSULT has one side: all of them; other acts a source and a
target). *Lenient*: same type, and the sets overlap on both sides (CONSULT: at least half of all are shared, and two parties where
there are two).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

from verbale.scoring.acts import Act, covered, sides, status_class


class Likeness(NamedTuple):
    """How two acts compare; ``weight`` is above nought only where they meet at least leniently."""

    strict: bool
    lenient: bool
    weight: float


class Pair(NamedTuple):
    """Positions of an act of the gold and of the act that was found for it."""

    gold: int
    found: int
    strict: bool


NONE = Likeness(strict=False, lenient=False, weight=0.0)


def pair(gold: Sequence[Act], found: Sequence[Act]) -> list[Pair]:
    """The acts of a document paired, at most one pair each; strict pairs are preferred."""
    if not gold or not found:
        return []
    met = [[likeness(g, f) for f in found] for g in gold]
    weights = np.array([[m.weight + m.strict for m in row] for row in met])
    rows, columns = linear_sum_assignment(-weights)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [Pair(i, j, met[i][j].strict) for i, j in pairs if weights[i, j] > 0]


def likeness(gold: Act, found: Act) -> Likeness:
    """How an act that was found compares with one of the gold."""
    if gold["type"] != found["type"]:
        return NONE
    (gs, gt), (fs, ft) = sides(gold), sides(found)
    if gold["type"] == "CONSULT":
        ours, theirs = gs | gt, fs | ft
        weight, same = _shared(ours, theirs), ours == theirs
        lenient = weight >= 0.5 and (len(ours) < 2 or len(ours & theirs) >= 2)
    else:
        by, to = _shared(gs, fs), _shared(gt, ft) if gt or ft else 1.0
        weight, same, lenient = (by + to) / 2, gs == fs and gt == ft, by > 0 and to > 0
    status = status_class(gold) == status_class(found)
    weight += 0.3 * (gold.get("mode") == found.get("mode")) + 0.2 * status
    strict = same and status
    return Likeness(strict, lenient, weight) if lenient or strict else NONE


def pair_loosely(gold: Sequence[Act], found: Sequence[Act]) -> list[tuple[int, int]]:
    """Acts that stand for the same passage whatever their types: their words overlap, and so do their parties."""
    if not gold or not found:
        return []
    weights = np.array([[_nearness(g, f) for f in found] for g in gold])
    rows, columns = linear_sum_assignment(-weights)
    return [(i, j) for i, j in zip(rows.tolist(), columns.tolist(), strict=True) if weights[i, j] > 0]


def _nearness(a: Act, b: Act) -> float:
    parties = _shared(set().union(*sides(a)), set().union(*sides(b)))
    words = overlap(a, b)
    return parties + words + 0.5 * (a["type"] == b["type"]) if parties and words else 0.0


def overlap(a: Act, b: Act) -> float:
    """The share of the characters of evidence that two acts have in common (F1)."""
    here, there = covered(a), covered(b)
    return 2 * len(here & there) / (len(here) + len(there)) if here and there else 0.0


def _shared(a: set[str], b: set[str]) -> float:
    return len(a & b) / max(1, len(a | b))
