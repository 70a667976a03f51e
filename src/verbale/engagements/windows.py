"""The days on which the acts of a record can have been, to find those near others without looking at each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from verbale.engagements.act import earlier, window
from verbale.model import Event

_NEVER = -(10**6)


class Windows:
    """Events by their days."""

    def __init__(self, events: Sequence[Event]) -> None:
        """Look up the days of events."""
        self._ids = [event.id for event in events]
        self._at = {name: n for n, name in enumerate(self._ids)}
        spans = [_span(event) for event in events]
        self._first = np.array([first for first, _ in spans], dtype=np.int64)
        self._last = np.array([last for _, last in spans], dtype=np.int64)

    def near(self, names: Iterable[str], days: int, widest: int = 10**6) -> set[str]:
        """The ids of the events whose days and those of any of the named are within ``days`` of each other, themselves included.

        Events of which the days span more than ``widest`` are near no others. Those of no day are near each other.
        """
        few = np.fromiter((self._at[name] for name in names), dtype=np.int64)
        few = few[self._last[few] - self._first[few] <= widest]
        order = few[np.argsort(self._first[few], kind="stable")]
        starts, ends = self._first[order] - days, np.maximum.accumulate(self._last[order] + days)
        if not len(order):
            return set()
        # of those that begin before an event ends, the one that ends last
        begun = np.searchsorted(starts, self._last, side="right") - 1
        meets = (begun >= 0) & (ends[begun] >= self._first) & (self._last - self._first <= widest)
        return {self._ids[n] for n in np.flatnonzero(meets)}


def _span(event: Event) -> tuple[int, int]:
    first, last = window(event)
    return (_NEVER, _NEVER) if first is None or last is None else (first - earlier(event), last)
