"""Conflicting values side by side: who says which, and the rule by which one is preferred."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from verbale.engagements.preferring import BOTH_SIDES, EXACT, MOST, OUTCOME, OWN_RANK
from verbale.model import Conflict, Event, Review

from .making import event, one, read


def conflict(field: str, *events: Event) -> Conflict:
    found = {each.field: each for each in one(*events).engagement.conflicts}
    return found[field]


def test_each_value_stands_with_those_who_say_so() -> None:
    found = conflict("place", event("a"), event("b"), event("c", place="Bagram"))
    assert found == Conflict(field="place", preferred="Kabul", rule=MOST, values={"Kabul": ("a0", "b0"), "Bagram": ("c0",)})


def test_what_nobody_disputes_is_no_conflict() -> None:
    assert one(event("a"), event("b", place=None, place_country=None)).engagement.conflicts == ()


def test_publishers_count_and_not_their_copies() -> None:
    twice = [event(key, place="Bagram", of={"publisher": "One Paper", "published": "2023-01-20"}) for key in "cd"]
    assert conflict("place", event("a", of={"published": "2023-01-13"}), *twice).preferred == "Kabul"


def test_what_a_person_entered_goes_before_what_a_program_read() -> None:
    seen = event("c", place="New Delhi", date="2023-01-13", review=Review(verdict="added", by="anna", decision=1))
    assert conflict("place", event("a"), event("b"), seen).preferred == "New Delhi"
    assert conflict("date", event("a"), event("b"), seen).preferred == "2023-01-13"
    unsure = msgspec.structs.replace(seen, review=Review(verdict="unsure", by="anna", decision=1))
    assert conflict("place", event("a"), event("b"), unsure).preferred == "Kabul"


@pytest.mark.parametrize("order", [1, -1])
def test_the_own_government_is_right_about_its_rank(order: int) -> None:
    press = [event(key, level={"NOR": "ambassador"}) for key in "ab"]
    own = event("c", level={"NOR": "envoy"}, publicised_by=("NOR",))
    found = conflict("level.NOR", *[*press, own][::order])
    assert (found.preferred, found.rule) == ("envoy", OWN_RANK)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([{"status": "planned"}, {"status": "happened"}], ("happened", OUTCOME)),
        ([{"status": "planned"}, {"status": "cancelled"}], ("cancelled", OUTCOME)),
        ([{"status": "happened"}, {"status": "denied"}, {"status": "denied"}], ("denied", MOST)),
        (
            [{"publicised_by": ("NOR",)}, {"publicised_by": ("AFG-AUTH",)}, *[{"status": "denied"}] * 3],
            ("happened", BOTH_SIDES),
        ),
    ],
)
def test_whether_it_took_place(told: list[dict[str, Any]], expected: tuple[str, str]) -> None:
    found = conflict("status", *(event(f"d{n}", **values) for n, values in enumerate(told)))
    assert (found.preferred, found.rule) == expected


def test_the_most_exact_date_is_preferred_and_a_month_contradicts_no_day_of_it() -> None:
    month = event("a", date="2023-01", date_precision="month", of={"published": "2023-01"})
    assert one(month, event("b")).engagement.values["date"] == "2023-01-12"
    assert "date" not in {each.field for each in one(month, event("b")).engagement.conflicts}
    found = conflict("date", event("a", date_basis="relative", date="2023-01-13"), event("b"))
    assert (found.preferred, found.rule) == ("2023-01-12", EXACT)
    three = [event("a", date="2023-01-13"), event("b"), event("c")]
    assert conflict("date", *three).preferred == "2023-01-12"
    published = event("a", date="2023-01-13", date_basis="publication")
    assert "date" not in {each.field for each in one(published, event("b")).engagement.conflicts}


def test_a_document_that_was_read_twice_says_one_thing() -> None:
    call = event("a", mode="call", channel="phone", confidence=0.4)
    met = event("a", channel="in_person", confidence=0.9)
    found = one(*read(call, met)).engagement
    assert (found.mode, found.values["channel"], found.conflicts) == ("meet", "in_person", ())


def test_the_surest_of_two_contrary_readings_of_a_clause_is_what_it_was() -> None:
    ties = event("a", type="COOPERATE", mode="practical", confidence=0.4)
    cut = event("a", type="SANCTION", mode="sanction", confidence=0.6)
    found = one(*read(ties, cut)).engagement
    assert (found.type, found.mode) == ("SANCTION", "sanction")


def test_the_day_of_an_announcement_is_not_that_of_the_act() -> None:
    soon = event("a", date="2023-01-10", words="A session announced on Tuesday but not yet held.", of={"published": "2023-01-10"})
    assert one(soon, event("b")).engagement.values["date"] == "2023-01-12"
