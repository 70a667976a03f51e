"""A year of dated documents whose change is known: from 1 October the authority's opponents are met twice as often.

Run as a program it writes the year as documents that ``verbale add`` reads, each with its date, its publisher and one meeting.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from verbale.engagements.engaged import Engaged
from verbale.record import Source

from .making import act, daily, engaged, who

OUTSIDE = ("USA", "EU", "UN", "DEU", "NOR", "GBR")
OTHERS = ("AFG-WOM", "AFG-CSO", "AFG-DIA", "AFG-MED")
PUBLISHERS = ("The Herald", "Kabul Wire", "Exile Radio")
CHANGE = date(2022, 10, 1)
BEFORE, AFTER = 10, 20
"""Meetings a month with everyone but the authority, before and after the change."""
AUTHORITY = 14
"""Meetings a month with the authority, throughout."""


def year(seed: int = 7, before: float = BEFORE, after: float = AFTER) -> list[Engaged]:
    """The engagements of 2022."""
    draw = np.random.default_rng(seed)
    found: list[Engaged] = []
    for n in range(365):
        day = date(2022, 1, 1) + timedelta(n)
        others = before if day < CHANGE else after
        for home, rate in ((OTHERS, others), (("AFG-AUTH",), AUTHORITY)):
            for _ in range(draw.poisson(rate * 12 / 365)):
                found.append(_meeting(draw, home, day))
    return found


def read() -> list[Source]:
    """What was read of 2022: four documents a day by each of three publishers."""
    return [source for name in PUBLISHERS for source in _of(name)]


def _of(name: str) -> list[Source]:
    return [source._replace(publisher=name) for source in daily("2022-01-01", "2022-12-31", 4)]


def _meeting(draw: np.random.Generator, home: tuple[str, ...], day: date) -> Engaged:
    outside, other = OUTSIDE[int(draw.integers(len(OUTSIDE)))], home[int(draw.integers(len(home)))]
    told = [PUBLISHERS[n] for n in sorted(set(draw.integers(0, 3, int(draw.integers(1, 3)))))]
    events = [act(who(outside), who(other, "target"), day=day.isoformat(), publisher=name) for name in told]
    return engaged(*events)
