"""Reports that are still to come: of the last weeks less is known than will be."""

from __future__ import annotations

import msgspec

from verbale.analysis.entries import Entry
from verbale.analysis.minutes import Minutes
from verbale.analysis.stats.arriving import known_after
from verbale.analysis.trend.series import Week
from verbale.record.dates import ordinals

LONGEST = 60
"""Days after which a first report counts as looking back, not as late."""
LEAST = 20
"""Acts with a known delay below which nothing is said of delays."""
COMPLETE = 0.99
"""The share known from which on a week counts as told."""


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """How acts become known: ``known`` is the share of first reports that is in after so many days, told by ``acts`` of them.

    ``newest`` is the ordinal of the last day on which anything that was read was published.
    """

    newest: int
    known: tuple[float, ...]
    acts: int

    def share(self, week: Week) -> float:
        """The share of a week's acts that is expected to be known by the newest day."""
        days = [self.newest - day for day in range(week.first, week.first + week.days)]
        return sum(0.0 if late < 0 else self.known[min(late, len(self.known) - 1)] for late in days) / len(days)


def arrival(given: Minutes, type: str) -> Arrival | None:  # noqa: A002 - the type of an act, as everywhere
    """How acts of a type become known; ``None`` where too few tell of it.

    Only acts with a day of their own tell: one that is dated by its publication has no delay by construction.
    """
    import numpy as np

    drawn = given.frame.draws if given.frame else lambda _: True
    read = [
        found[0] for s in given.sources if drawn((s.publisher or "",)) and (found := ordinals(s.published)) and found[0] == found[1]
    ]
    told = [pair for each in given.entries if each.type == type and drawn(each.publishers) and (pair := _delay(each))]
    near = [(day, late) for day, late in told if late < LONGEST]
    if len(near) < LEAST or not read:
        return None
    newest, oldest = max(read), min(day for day, _ in near)
    table = np.zeros((newest - oldest + 1, LONGEST))
    for day, late in near:
        if day + late <= newest:
            table[day - oldest, late] += 1
    return Arrival(newest=newest, known=tuple(map(float, known_after(table))), acts=len(near))


def _delay(each: Entry) -> tuple[int, int] | None:
    """The day of an act and the days until its first report; ``None`` where its day is not told, or only by the publication."""
    if each.first is None or each.first != each.last or not each.took_place:
        return None
    if not each.facts.late or each.facts.told is None:
        return None
    return each.first, max(0, each.facts.told - each.first)
