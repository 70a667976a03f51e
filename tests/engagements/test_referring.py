"""What is told without its day is the one act that it can be, and none where there are two or where anything speaks against it."""

from __future__ import annotations

from typing import Any

import pytest

from verbale.engagements import engagements

from .making import event, groups, together

NOWHERE: dict[str, Any] = {"place": None, "place_country": None, "topics": ()}
TALKS = event("a", "NOR Paul Bekken", "AFG-AUTH", **NOWHERE)


def looking(key: str = "b", **values: Any) -> Any:
    month = {"date": "2023-01", "date_precision": "month", "of": {"published": "2023-02-21"}}
    return event(key, "NOR", "AFG-AUTH the minister", **NOWHERE | month | values)


def test_talks_in_january_are_the_only_talks_of_january() -> None:
    assert together(TALKS, looking())
    assert together(TALKS, looking(), looking("c"))


@pytest.mark.parametrize(
    "values",
    [{"date": "2023-02"}, {"place": "Doha", "place_country": "QAT"}, {"status": "refused"}, {"level": {"AFG-AUTH": "official"}}],
    ids=lambda values: next(iter(values)),
)
def test_nothing_may_speak_against_it(values: dict[str, Any]) -> None:
    there = {"place": "Kabul", "place_country": "AFG", "level": {"AFG-AUTH": "minister"}}
    assert not together(event("a", "NOR Paul Bekken", "AFG-AUTH", **NOWHERE | there), looking(**values))


def test_of_two_that_it_can_be_it_is_neither() -> None:
    later = event("c", "NOR Paul Bekken", "AFG-AUTH", date="2023-01-25", **NOWHERE)
    assert len(groups(engagements([TALKS, later, looking()]))) == 3


def test_an_order_without_a_date_is_the_one_of_its_matter_some_weeks_before() -> None:
    order = {"type": "COERCE", "mode": "repress", "place": None, "place_country": None}
    ban = event("a", "AFG-AUTH", "AFG-WOM", topics=("women_girls",), **order)
    undated = {"date": None, "date_precision": None, "date_basis": None, "of": {"published": "2023-02-05"}}
    assert together(ban, event("b", "AFG-AUTH", "AFG-WOM", topics=("women_girls",), **order | undated))
    assert not together(ban, event("b", "AFG-AUTH", "AFG-WOM", topics=("detainees",), **order | undated))
