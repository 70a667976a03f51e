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


@pytest.mark.parametrize("hit", ["a UN school", "a UN post", "a World Food Programme convoy", "a UNRWA clinic"])
def test_a_place_of_a_body_is_the_bodys(hit: str) -> None:
    found = [d for d in read(f"Israel shelled {hit} on Monday.").drafts if d.type == "ASSAULT" and d.held]
    assert found
    assert all(d.parties("target") == {"UN"} for d in found)
