"""Who repeats whose ask and how soon, and how alike the asks of two speakers are; each beside what chance would make of it."""

from __future__ import annotations

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

    speakers = _speaking(asks)
    found = [echo for a in speakers for b in speakers if a != b and (echo := _echo(a, b, asks, frame)) is not None]
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


def _echo(first: str, second: str, asks: Sequence[Ask], frame: Span | None) -> Echo | None:
    of = {who: [(ask.topic, ask.day, ask) for ask in asks if ask.speaker == who and ask.day is not None] for who in (first, second)}
    lags: list[tuple[int, Ask]] = []
    for topic, day, ask in of[second]:
        earlier = [day - d for t, d, _ in of[first] if t == topic and 0 < day - d <= SOON]
        if earlier:
            lags.append((min(earlier), ask))
    if not lags:
        return None
    told = Echo(
        first=first, second=second, times=len(lags), lag=float(median(lag for lag, _ in lags)), behind=tuple(ask for _, ask in lags)
    )
    return told if frame is None else _against_chance(told, of[first], of[second], frame)


def _against_chance(told: Echo, of_first: list[tuple[str, int, Ask]], of_second: list[tuple[str, int, Ask]], frame: Span) -> Echo:
    import numpy as np

    length = frame[1] - frame[0] + 1
    times, near = np.zeros(length), np.zeros(length)
    for topic in {topic for topic, *_ in of_second}:
        said = [day - frame[0] for t, day, _ in of_first if t == topic and frame[0] <= day <= frame[1]]
        again = [day - frame[0] for t, day, _ in of_second if t == topic and frame[0] <= day <= frame[1]]
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

    both = [ask for ask in asks if ask.speaker in (first, second)]
    topics = sorted({ask.topic for ask in both})
    table = np.array([[ask.topic == topic for topic in topics] for ask in both], dtype=float)
    mine = np.array([ask.speaker == first for ask in both])
    draw = np.random.default_rng(_SEED)
    shuffled = draw.permuted(np.tile(mine, (_PERMUTED, 1)), axis=1)
    sides = np.vstack([mine, shuffled]).astype(float)
    a, b = sides @ table, (1 - sides) @ table
    cosines = (a * b).sum(axis=1) / np.sqrt((a**2).sum(axis=1) * (b**2).sum(axis=1))
    p = float((cosines <= cosines[0] + 1e-12).mean())
    return Likeness(first=first, second=second, cosine=float(cosines[0]), p=p, asks=(int(mine.sum()), int((~mine).sum())))
