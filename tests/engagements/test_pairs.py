"""Pairs of events that were judged for being one act, as engagements join them.

``machine.json``: 159 pairs, 37 the same act, of events that the program read in the documents of its demonstration, with all that
was misread in them. ``hand.json`` and ``locked.json``: 211 pairs each, 58 and 74 the same, of events coded by hand in documents of
gold and in accounts invented beside them: later look-backs, announcements, copies, other names and dates; and near misses, such as
the same two a month apart. All were judged by somebody who had not seen the matcher and took no part in making it. The halves were
parted once, so that no document of one is paired with any of the other, by the hash of their pairs.

The rules were written with the first two in view: their figures say that nothing got worse. Of the locked half whoever made the
rules saw the totals alone, though again and again, and chose among rules by them: on texts never measured expect less. A failure
prints no locked pair.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from .measure import Figures, load, measure

FLOORS = {
    "machine": {"pairwise": 0.86, "b_cubed": 0.97},
    "hand": {"pairwise": 0.98, "b_cubed": 0.98},
    "locked": {"pairwise": 0.90, "b_cubed": 0.95},
}
MERGED = {"machine": 1, "hand": 0, "locked": 1}
"""Pairs wrongly merged: of the machine's one journey and the talks on it, read in the same words."""


@functools.cache
def figures(name: str) -> Figures:
    return measure(load(Path(__file__).parent / "pairs" / f"{name}.json"))


@pytest.mark.parametrize(("pairs", "name"), [(pairs, name) for pairs, floors in FLOORS.items() for name in floors])
def test_figures_stay_above_their_floors(pairs: str, name: str) -> None:
    found = figures(pairs)
    wrong = [f"{kind} {p['a']} {p['b']}: {p['why']}" for kind in ("merged", "missed") for p in getattr(found, kind)]
    # only numbers may stand in what is asserted: a failure would print the locked pairs
    reached = getattr(found, name)[2]
    assert reached >= FLOORS[pairs][name], f"{len(wrong)} wrong" if pairs == "locked" else "\n".join(wrong)


@pytest.mark.parametrize("pairs", MERGED)
def test_hardly_anything_is_merged_that_is_two(pairs: str) -> None:
    merged = len(figures(pairs).merged)
    assert merged <= MERGED[pairs]
