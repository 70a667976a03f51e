"""Whether the confidence of events means what it says: how often those at each level are right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from scipy.stats import rankdata

from verbale.scoring.acts import Act, complete
from verbale.scoring.pairing import pair

BINS = 10


class Judged(NamedTuple):
    """An event's confidence, and whether an act of the gold answers to it (leniently)."""

    confidence: float
    right: bool


class Bin(msgspec.Struct, frozen=True):
    """The events whose confidence lies in ``[low, high)`` (the last bin has both ends): how many, how sure, how often right."""

    low: float
    high: float
    events: int
    confidence: float
    right: float


class Calibration(msgspec.Struct, frozen=True, kw_only=True):
    """How the confidence fits.

    ``error`` is the expected calibration error over equal bins (0 is perfect); ``auroc`` the chance that an event that is right
    has a higher confidence than one that is wrong, ``None`` where all are the one or the other; ``surer_half`` the precision of the
    half with the higher confidence, ties at the middle counted by their share.
    """

    events: int
    precision: float
    surer_half: float
    error: float
    auroc: float | None
    bins: tuple[Bin, ...]


def judged(gold: Sequence[Act], found: Sequence[Act]) -> list[Judged]:
    """The complete events of a document that carry a confidence."""
    found = complete(found)
    met = {p.found for p in pair(gold, found)}
    return [Judged(float(f["confidence"]), j in met) for j, f in enumerate(found) if f.get("confidence") is not None]


def calibration(events: Sequence[Judged]) -> Calibration | None:
    """The fit over all events; ``None`` where none carries a confidence."""
    if not events:
        return None
    bins = _bins(events)
    return Calibration(
        events=len(events),
        precision=sum(e.right for e in events) / len(events),
        surer_half=surer_half(events),
        error=sum(b.events * abs(b.right - b.confidence) for b in bins) / len(events),
        auroc=auroc(events),
        bins=bins,
    )


def auroc(events: Sequence[Judged]) -> float | None:
    """The area under the curve of true against false positives, by ranks (Mann-Whitney), ties counted half."""
    right = np.array([e.right for e in events])
    n, m = int(right.sum()), int((~right).sum())
    if not n or not m:
        return None
    ranks = rankdata([e.confidence for e in events])
    return float((ranks[right].sum() - n * (n + 1) / 2) / (n * m))


def surer_half(events: Sequence[Judged]) -> float:
    """The precision of the half of the events with the higher confidence."""
    half = len(events) / 2
    taken = right = 0.0
    for level in sorted({e.confidence for e in events}, reverse=True):
        here = [e.right for e in events if e.confidence == level]
        part = min(1.0, (half - taken) / len(here))
        taken, right = taken + part * len(here), right + part * sum(here)
        if taken >= half:
            break
    return right / half


def _bins(events: Sequence[Judged]) -> tuple[Bin, ...]:
    groups: dict[int, list[Judged]] = {}
    for event in events:
        groups.setdefault(min(int(event.confidence * BINS), BINS - 1), []).append(event)
    return tuple(_bin(n, group) for n, group in sorted(groups.items()))


def _bin(n: int, group: list[Judged]) -> Bin:
    size = len(group)
    mean = sum(e.confidence for e in group) / size
    return Bin(n / BINS, (n + 1) / BINS, size, mean, sum(e.right for e in group) / size)
