"""The 60 citations: what is printed by ``python -m tests.check.measure`` does not fall below its floors."""

from __future__ import annotations

from collections import Counter

from .measure import CITATIONS, measure

PRECISION, RECALL = 0.95, 0.85


def test_half_are_wrong():
    assert Counter(bool(c["expected"]) for c in CITATIONS) == {True: 30, False: 30}


def test_floors():
    told = measure()
    assert told.precision >= PRECISION, told.extras
    assert told.recall >= RECALL, told.misses
