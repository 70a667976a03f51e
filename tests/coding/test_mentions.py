"""Whom a noun phrase names: a country's people abroad are no state; whose a thing is by an adjective that means many states."""

from __future__ import annotations

import pytest

from tests.coding.reading import read
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


def targets(text: str) -> set[str]:
    return {t for d in read(text).drafts if d.type in ("ACCUSE", "REJECT") and d.met for t in d.parties("target")}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Chad dismissed Western allegations.", "WEST"),
        ("Serbia accused its European backers of neglect.", "EU"),
        ("Cuba denounced European pressure.", "EU"),
        ("Cuba rejected the international proposal.", "WORLD"),
    ],
)
def test_what_a_bloc_says_or_does_is_its_own(text: str, party: str) -> None:
    assert party in targets(text)


def test_a_bloc_is_not_each_thing_of_its_continent() -> None:
    assert "EU" not in targets("Turkey criticised European weather.")


def test_an_armed_body_that_is_no_more_is_told_of_as_what_it_was() -> None:
    found = read("Iran had long supported the Northern Alliance.", case="afghanistan").drafts
    assert any(d.type == "SUPPORT" and d.parties("target") == {"AFG-ARM"} for d in found)
