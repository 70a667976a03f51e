"""The citations: what is printed by ``python -m tests.check.measure`` does not fall below its floors."""

from __future__ import annotations

from collections import Counter

import pytest

from .measure import SETS, citations, measure

PRECISION, RECALL = 0.95, 0.85


def test_half_are_wrong():
    assert Counter(bool(c["expected"]) for c in citations("citations")) == {True: 30, False: 30}


@pytest.mark.parametrize("name", SETS)
def test_floors(name):
    told = measure(name)
    assert told.precision >= PRECISION, told.extras
    assert told.recall >= RECALL, told.misses
