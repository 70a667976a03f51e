"""The people of a place that violence hits."""

from __future__ import annotations

import pytest

from tests.coding.reading import read


def attacked(text: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    found = read(text, case="myanmar").drafts
    return [(d.parties("source"), d.parties("target")) for d in found if d.type == "ASSAULT" and d.held]


@pytest.mark.parametrize(
    "text",
    [
        "The junta of Myanmar bombed a school in Sagaing.",
        "In Myanmar the junta carried out strikes on a monastery.",
        "The village was shelled by the junta of Myanmar.",
    ],
)
def test_a_place_that_is_hit_is_its_people(text: str) -> None:
    assert ({"MMR-AUTH"}, {"MMR-PPL"}) in attacked(text)


def test_a_place_of_those_in_arms_is_not() -> None:
    assert ({"MMR-AUTH"}, {"MMR-PPL"}) not in attacked("The junta of Myanmar bombed a rebel town.")
