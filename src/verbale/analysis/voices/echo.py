"""Who repeats whose ask and how soon, and how alike the asks of two speakers are; each beside what chance would make of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

import msgspec

from verbale.analysis.sampling import Span
from verbale.analysis.stats.rings import rotated
from verbale.analysis.voices.asks import Ask

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SOON = 30
"""Days within which an ask on the same topic is held for a repetition."""
_FEWEST = 5
"""Asks of a speaker below which nothing is said of it."""
_PERMUTED = 999
_SEED = 20221124


class Echo(msgspec.Struct, frozen=True, kw_only=True):
    """How often ``second`` asked within 30 days what ``first`` had asked, the median of the days between, and what chance gives.

    ``expected`` is the mean over every rotation of the second's asks round the calendar, ``p`` the share of rotations in which they
    follow as often and as soon, ``q`` the same corrected for all pairs; ``None`` without a sampling frame.
    """

    first: str
    second: str
    times: int
    lag: float
    behind: tuple[Ask, ...]
    expected: float | None = None
    p: float | None = None
    q: float | None = None


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """How alike the topics of two speakers' asks are (cosine, 0 to 1); ``p``: the share of shufflings as unlike."""

    first: str
    second: str
    cosine: float
    p: float
    asks: tuple[int, int]


def echoes(asks: Sequence[Ask], frame: Span | None) -> tuple[Echo, ...]:
    """Every pair of speakers of whom one repeated the other, the surest first."""
    from scipy.stats import false_discovery_control

    said = {who: _by_topic(who, asks) for who in _speaking(asks)}
    found = [echo for a in said for b in said if a != b and (echo := _echo(a, b, said, frame)) is not None]
    if frame is not None and found:
        values = false_discovery_control([echo.p or 1.0 for echo in found])
        found = [msgspec.structs.replace(echo, q=float(q)) for echo, q in zip(found, values, strict=True)]
    return tuple(sorted(found, key=lambda e: (e.p if e.p is not None else 1.0, -e.times, e.first, e.second)))


def likenesses(asks: Sequence[Ask]) -> tuple[Likeness, ...]:
    """Every pair of speakers with enough asks, the most alike first."""
    made = (_likeness(a, b, asks) for a, b in combinations(_speaking(asks), 2))
    return tuple(sorted(made, key=lambda each: (-each.cosine, each.first, each.second)))


def _speaking(asks: Sequence[Ask]) -> list[str]:
    sizes = Counter(ask.speaker for ask in asks)
    return sorted(speaker for speaker, n in sizes.items() if n >= _FEWEST)


_Topics = dict[str, list[tuple[int, Ask]]]
"""The dated asks of a speaker by topic, each with its day, in order."""


def _by_topic(who: str, asks: Sequence[Ask]) -> _Topics:
    found: _Topics = {}
    for ask in asks:
        if ask.speaker == who and ask.day is not None:
            found.setdefault(ask.topic, []).append((ask.day, ask))
    return {topic: sorted(told, key=lambda each: each[0]) for topic, told in found.items()}


def _echo(first: str, second: str, said: dict[str, _Topics], frame: Span | None) -> Echo | None:
    lags: list[tuple[int, Ask]] = []
    for topic, again in said[second].items():
        days = [day for day, _ in said[first].get(topic, ())]
        for day, ask in again:
            # the latest ask of the first before that day
            at = bisect_left(days, day)
            if at and day - days[at - 1] <= SOON:
                lags.append((day - days[at - 1], ask))
    if not lags:
        return None
    told = Echo(
        first=first, second=second, times=len(lags), lag=float(median(lag for lag, _ in lags)), behind=tuple(ask for _, ask in lags)
    )
    return told if frame is None else _against_chance(told, said[first], said[second], frame)


def _against_chance(told: Echo, of_first: _Topics, of_second: _Topics, frame: Span) -> Echo:
    import numpy as np

    length = frame[1] - frame[0] + 1
    times, near = np.zeros(length), np.zeros(length)
    for topic in sorted(of_first.keys() & of_second.keys()):
        said, again = ([day - frame[0] for day, _ in side[topic] if frame[0] <= day <= frame[1]] for side in (of_first, of_second))
        if said and again:
            close = _closeness(np.bincount(np.array(said), minlength=length) > 0)
            times += rotated(np.array(again), (close > 0).astype(float))
            near += rotated(np.array(again), close)
    return msgspec.structs.replace(told, expected=float(times.mean()), p=float((near >= near[0]).mean()))


def _closeness(said: NDArray[np.bool_]) -> NDArray[np.float64]:
    """For each day round the ring, how soon after an ask it is: 1 on the day after, falling to nothing after 30."""
    import numpy as np

    lags = [np.roll(said, lag) * (1 - (lag - 1) / SOON) for lag in range(1, SOON + 1)]
    close: NDArray[np.float64] = np.max(lags, axis=0)
    return close


def _likeness(first: str, second: str, asks: Sequence[Ask]) -> Likeness:
    import numpy as np

    by = {who: Counter(ask.topic for ask in asks if ask.speaker == who) for who in (first, second)}
    topics = sorted(by[first].keys() | by[second].keys())
    mine, other = (np.array([by[who][topic] for topic in topics]) for who in (first, second))
    draw = np.random.default_rng(_SEED)
    # to shuffle who asked is to draw the first's asks out of all of both without putting back
    shuffled = draw.multivariate_hypergeometric(mine + other, int(mine.sum()), _PERMUTED, method="marginals")
    a = np.vstack([mine, shuffled]).astype(float)
    b = mine + other - a
    cosines = (a * b).sum(axis=1) / np.maximum(np.sqrt((a**2).sum(axis=1) * (b**2).sum(axis=1)), 1e-12)
    p = float((cosines <= cosines[0] + 1e-12).mean())
    return Likeness(first=first, second=second, cosine=float(cosines[0]), p=p, asks=(int(mine.sum()), int(other.sum())))
