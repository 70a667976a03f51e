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


@pytest.mark.parametrize("whom", ["the Government and the people of Malawi", "the people and the Government of Malawi"])
def test_government_and_people_of_a_land_are_both_its(whom: str) -> None:
    (event,) = coded(f"Sweden offered its condolences to {whom}.", case="none").events
    assert sides(event) == (["SWE"], ["MWI", "MWI-PPL"])


def test_condolences_for_what_a_land_lost_are_to_its_people() -> None:
    (event,) = coded("Sweden conveyed its condolences over the loss of life in Malawi.", case="none").events
    assert sides(event) == (["SWE"], ["MWI-PPL"])
    (event,) = coded("Sweden conveyed its condolences to Malawi.", case="none").events
    assert sides(event) == (["SWE"], ["MWI"])


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("Turkish-backed Syrian rebels", "SYR-ARM"),
        ("Iran-backed militias in Iraq", "IRQ-ARM"),
        ("The March 23 Movement, a Kigali-backed rebel group in Congo,", "COD-ARM"),
        ("Iran-backed militias", "IRN-ARM"),
        ("Iranian militias in Syria", "IRN-ARM"),
    ],
)
def test_a_group_is_not_of_those_who_back_it(who: str, party: str) -> None:
    events = coded(f"{who} attacked American soldiers.", case="none").events
    assert any(event.parties("source") == {party} for event in events)


@pytest.mark.parametrize(("text", "target"), [("Peruvian-drafted", ["PER"]), ("proposed", ["UN"])])
def test_a_text_is_of_its_authors_wherever_it_is_voted_on(text: str, target: list[str]) -> None:
    (event,) = coded(f"Chile vetoed a {text} resolution at the Security Council.", case="none").events
    assert sides(event) == (["CHL"], target)


@pytest.mark.parametrize(("whom", "party"), [("Hong Kong", "CHN"), ("Greenland", "DNK")])
def test_who_governs_a_land_within_a_state_is_the_states(whom: str, party: str) -> None:
    (event,) = coded(f"Peru urged {whom} to release the sailors.", case="none").events
    assert sides(event) == (["PER"], [party])
    (event,) = coded(f"The Peruvian minister met {whom} leader John Roe.", case="none").events
    assert sides(event) == (["PER"], [party])


def test_a_border_is_closed_to_all_on_its_other_side() -> None:
    (event,) = coded("Kenya sealed its borders with Somalia and Ethiopia after the election.", case="none").events
    assert sides(event) == (["KEN"], ["ETH", "SOM"])
