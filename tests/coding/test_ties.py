"""Whom titles belong to, and where the next office of a list is no other name of the one before it."""

from __future__ import annotations

import pytest

from tests.coding.test_readings import coded, sides


@pytest.mark.parametrize(
    ("met", "parties"),
    [
        ("the President of Peru, the Prime Minister of Belize and the President of Panama", ["BLZ", "PAN", "PER"]),
        ("Egypt's president, Jordan's king and Iraq's prime minister", ["EGY", "IRQ", "JOR"]),
        ("the President of Chile, the head of the World Bank and the Prime Minister of Vietnam", ["CHL", "VNM", "WB"]),
        ("President Emmanuel Macron, the Prime Minister of Italy and the King of Jordan", ["FRA", "ITA", "JOR"]),
        ("the President of Rwanda, the chairman of the African Union, and the Prime Minister of Uganda", ["RWA", "UGA"]),
        ("Jonas Gahr Store, the Prime Minister of Norway, and the Prime Minister of Uganda", ["NOR", "UGA"]),
    ],
)
def test_an_office_of_another_land_is_the_next_of_a_list(met: str, parties: list[str]) -> None:
    (event,) = coded(f"The Indian foreign minister met {met}.", case="none").events
    assert sides(event) == (["IND"], parties)
