"""The opinion pieces: what ``python -m tests.coding.opinion.measure`` prints does not fall below its floors."""

from __future__ import annotations

import pytest

from .measure import SETS, measure

FLOORS = {
    "open": {
        "namings found": 27,
        "needs found": 12,
        "needs with a cause": 11,
        "claims found": 22,
        "conditions found": 2,
        "wrong flagged": 4,
    },
    "locked": {
        "namings found": 16,
        "needs found": 8,
        "needs with a cause": 7,
        "claims found": 18,
        "conditions found": 1,
        "wrong flagged": 2,
    },
}
MOST_CLAIMS = 1.5
"""So many general claims are told for each that is expected, at most."""


@pytest.mark.parametrize("name", SETS)
def test_floors(name: str) -> None:
    told = measure(name)
    assert {k: told[k] for k, least in FLOORS[name].items() if told[k] < least} == {}
    assert told["right flagged"] == 0
    assert told["claims told"] <= MOST_CLAIMS * told["claims"]
