from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from verbale.engagements import engagements
from verbale.engagements.act import act, prepared, window
from verbale.model import Event

from .making import event, together


@pytest.mark.parametrize(
    ("values", "first", "last"),
    [
        ({}, "2023-01-12", "2023-01-12"),
        ({"date": "2023-01", "date_precision": "month"}, "2023-01-01", "2023-01-31"),
        ({"date": "2023-01-11", "date_precision": "week"}, "2023-01-09", "2023-01-15"),
        ({"date_basis": "publication"}, "2023-01-09", "2023-01-12"),
        ({"date": None, "date_precision": None}, "2023-01-03", "2023-01-13"),
        ({"date": None, "date_precision": None, "status": "planned"}, "2023-01-13", "2023-02-12"),
    ],
)
def test_the_days_on_which_an_act_can_have_been(values: dict[str, Any], first: str, last: str) -> None:
    found = window(event("a", **values))
    assert [date.fromordinal(each or 0).isoformat() for each in found] == [first, last]


def test_without_any_date_there_are_none() -> None:
    assert window(event("a", date=None, of={"published": None})) == (None, None)


def test_parties_that_name_nobody_say_nothing() -> None:
    assert act(event("a", "WORLD", "AFG-AUTH, REGION")).parties == {"AFG-AUTH"}


def test_each_event_once_in_an_order_of_its_own() -> None:
    a, b = event("b", of={"published": "2023-01-01"}), event("a", of={"published": "2023-02-01"})
    assert [each.event for each in prepared([b, a, b])] == [a, b]


@pytest.mark.parametrize(("values", "large"), [({}, False), ({"mode": "attend"}, True), ({"source": "NOR, UN, USA"}, True)])
def test_an_occasion_of_many(values: dict[str, Any], large: bool) -> None:
    assert act(event("a", **values)).large is large


ROUND = {"target": "CHN, PAK", "date_basis": "publication", "place": "Doha", "place_country": "QAT"}


def rounds(*days: str, **values: Any) -> list[Event]:
    return [event(day, **ROUND | {"date": day, "of": {"published": day}} | values) for day in days]


def test_rounds_dated_by_their_publication_are_not_one() -> None:
    weekly = rounds("2023-05-01", "2023-05-08", "2023-05-15", "2023-05-22")
    assert len(engagements(weekly)) == 4
    between = rounds("2023-05-04", "2023-05-11", "2023-05-18")
    assert len(engagements([*weekly, *between])) > 1


def test_a_column_speaks_late_of_a_round_whose_day_is_stated() -> None:
    (column,), (report,) = rounds("2023-05-25"), rounds("2023-05-06", date_basis="stated")
    assert together(column, report)
    assert not together(*rounds("2023-05-06", "2023-05-25"))
