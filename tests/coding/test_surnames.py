"""Surnames that stand alone."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def acts(text: str) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    return [(d.type, d.parties("source"), d.parties("target")) for d in read(text).drafts if d.held and not d.rival]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Zelensky criticised France.", ("ACCUSE", {"UKR"}, {"FRA"})),
        ("Zelenskyy criticised France.", ("ACCUSE", {"UKR"}, {"FRA"})),
        ("Guterres urged Israel to lift the siege.", ("REQUEST", {"UN"}, {"ISR"})),
        ("Starmer met Macron in Paris.", ("CONSULT", {"GBR"}, {"FRA"})),
        ("The Modi government expelled two Canadian diplomats.", ("SANCTION", {"IND"}, {"CAN"})),
        ("The Biden administration urged Israel to let aid in.", ("REQUEST", {"USA"}, {"ISR"})),
    ],
)
def test_whose_it_is(text: str, act: tuple[str, set[str], set[str]]) -> None:
    assert act in acts(text)


def test_a_common_noun_is_nobody() -> None:
    assert not [who for _, who, _ in acts("Rice was sent to Ethiopia by India.") if who == {"USA"}]


def test_a_first_name_that_is_a_places_makes_a_stranger() -> None:
    assert not [whom for _, _, whom in acts("India freed the activists Mina Roe and Lima Blinken.") if "USA" in whom]


def test_bodies_of_one_state_where_it_is_named() -> None:
    named = "US officials were asked. The Senate voted for new sanctions on Russia."
    assert ("SANCTION", {"USA"}, {"RUS"}) in acts(named)
    assert ("REQUEST", {"PAK"}, {"USA"}) in acts("Pakistan's Senate met. The Senate urged the US to act.")
