"""What was announced against what became of it."""

from __future__ import annotations

from typing import Any

import pytest

from verbale.engagements import count, engagements, rule
from verbale.engagements.planning import OUTCOMES, Planned, calendar, shares
from verbale.errors import UsageError
from verbale.model import Event

from .making import event, read

PLAN: dict[str, Any] = {"status": "planned", "date": "2023-01-20", "of": {"published": "2023-01-13"}}


def outcome(*events: Event, on: str | None = None) -> Planned:
    (found,) = calendar(engagements([event("plan", **PLAN), *events]), on)
    return found


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"date": "2023-01-20"}, "held"),
        ({"date": "2023-01-21"}, "held"),
        ({"date": "2023-02-03"}, "held late"),
        ({"date": "2023-01-20", "place": "Doha", "place_country": "QAT"}, "held elsewhere"),
        ({"date": "2023-01-20", "status": "cancelled"}, "cancelled"),
        ({"date": "2023-01-20", "status": "refused"}, "refused"),
        ({"date": "2023-01-20", "status": "denied"}, "denied"),
        ({"date": "2023-01-12"}, "unconfirmed"),
        ({"date": "2023-06-20"}, "unconfirmed"),
        ({"date": "2023-01-20", "target": "AFG-AUTH Din Mohammad Hanif"}, "unconfirmed"),
        ({"date": "2023-02-03", "source": "NOR", "target": "AFG-AUTH"}, "unconfirmed"),
        ({"date": "2023-01-20", "status": "proposed", "of": {"published": "2023-03-01"}}, "unconfirmed"),
    ],
)
def test_what_became_of_it(told: dict[str, Any], expected: str) -> None:
    found = outcome(event("told", **told), on="2023-07-01")
    assert found.outcome == expected
    assert (found.by is not None) == (expected != "unconfirmed")
    assert (found.first, found.last, found.announced) == ("2023-01-20", "2023-01-20", "2023-01-13")


def test_it_is_told_by_how_much_it_was_late_and_by_which_engagement() -> None:
    found = outcome(event("told", date="2023-02-03"))
    assert found.late == 13 and found.by != found.engagement.id


@pytest.mark.parametrize(("on", "expected"), [("2023-02-03", "awaited"), ("2023-02-04", "unconfirmed"), (None, "awaited")])
def test_it_is_awaited_for_fourteen_days(on: str | None, expected: str) -> None:
    assert outcome(on=on).outcome == expected


def test_without_a_day_the_last_publication_tells_how_late_it_is() -> None:
    other = event("other", "USA", "AFG-WOM", date="2023-03-01", of={"published": "2023-03"})
    assert outcome(other).outcome == "unconfirmed"
    assert outcome(event("other", "USA", "AFG-WOM", date="2023-02-01", of={"published": "2023-02"})).outcome == "awaited"


def test_no_day_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no day"):
        calendar([], "tomorrow")


def test_shares_are_of_what_is_due() -> None:
    found = calendar(
        engagements(
            [
                event("a", **PLAN),
                event("b", date="2023-01-20"),
                event("c", "UN", **PLAN | {"date": "2023-01-25"}),
                event("d", "NOR Anniken Huitfeldt", **PLAN | {"date": "2023-05-25"}),
            ]
        ),
        "2023-05-01",
    )
    by_party = {share.party: share for share in shares(found)}
    assert [each.outcome for each in found] == ["held", "unconfirmed", "awaited"]
    assert (by_party["NOR"].announced, by_party["NOR"].held, by_party["NOR"].share) == (2, 1, 1.0)
    assert (by_party["UN"].share, by_party["AFG-AUTH"].share) == (0.0, 0.5)
    assert next(iter(by_party)) == "AFG-AUTH"


def test_every_outcome_has_its_words() -> None:
    assert all(OUTCOMES.values())


def test_a_journey_for_talks_that_was_made_announces_nothing() -> None:
    """Norway, January 2023: "was in Kabul on Thursday for talks with the minister", read as attending and as a plan to meet."""
    attended, talks = read(event("a", target="", mode="attend", in_case=False), event("a", status="planned"))
    (held,) = engagements([attended, talks])
    assert held.took_place and held.parties == {"NOR", "AFG-AUTH"} and held.held == held.events
    assert calendar([held]) == ()
    assert count([held], rule("standard")).count == 1
    assert len(calendar(engagements([talks]))) == 1
