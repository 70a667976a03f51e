"""Whom a noun phrase names: a country's people abroad are no state."""

from __future__ import annotations

import pytest

from tests.coding.test_readings import coded, sides


@pytest.mark.parametrize(
    ("held", "party"),
    [
        ("forty Indian fishermen", "IND-PPL"),
        ("three Italian engineers", "ITA-PPL"),
        ("a Swedish tourist", "SWE-PPL"),
        ("a Swedish ambassador", "SWE"),
    ],
)
def test_nationals_who_are_held_are_their_people(held: str, party: str) -> None:
    (event,) = coded(f"Eritrea detained {held} on Friday.", case="none").events
    assert sides(event) == (["ERI"], [party])
