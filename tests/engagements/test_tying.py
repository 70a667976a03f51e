"""Meetings belong to the visit on which they were held, and meetings of two to the conference beside which they met."""

from __future__ import annotations

from verbale.engagements import engagements
from verbale.model import Event

from .making import event

VISIT = event("a", target="", mode="visit", date="2023-01-11")


def parents(*events: Event) -> dict[str, str | None]:
    """Of each event its engagement's parent, by the parent's first event."""
    found = engagements(events)
    first = {each.id: each.events[0].id for each in found}
    return {event.id: first.get(each.engagement.parent or "") for each in found for event in each.events}


def test_a_meeting_belongs_to_the_visit() -> None:
    assert parents(VISIT, event("a", nth=1))["a1"] == VISIT.id
    assert parents(VISIT, event("b"))["b0"] == VISIT.id
    assert parents(VISIT, event("b"))[VISIT.id] is None


def test_what_is_later_elsewhere_or_of_others_does_not() -> None:
    others = {
        "later": event("b", date="2023-01-25"),
        "before": event("b", date="2023-01-05"),
        "elsewhere": event("b", place="Doha", place_country="QAT"),
        "others": event("b", "NOR Anniken Huitfeldt"),
        "call": event("b", channel="phone", place=None, place_country=None),
        "statement": event("b", type="ACCUSE", mode="criticise"),
    }
    assert {name for name, each in others.items() if parents(VISIT, each)[each.id]} == set()


def test_two_ministries_on_one_day_are_two_meetings_of_one_visit() -> None:
    found = parents(VISIT, event("a", nth=1), event("a", nth=2, target="AFG-AUTH Neda Mohammad Nadim"))
    assert found["a1"] == found["a2"] == VISIT.id


def test_a_meeting_of_two_belongs_to_the_conference() -> None:
    many = event(
        "a", "RUS Zamir Kabulov, CHN, PAK, IRN, AFG-AUTH Amir Khan Muttaqi", "", mode="attend", place="Kazan", place_country="RUS"
    )
    aside = event("b", "RUS Zamir Kabulov", "AFG-AUTH Amir Khan Muttaqi", place="Kazan", place_country="RUS")
    assert parents(many, aside)["b0"] == many.id
    assert parents(many, event("b", place="Kazan", place_country="RUS"))["b0"] is None


def test_the_visit_goes_before_the_conference() -> None:
    many = event("c", "NOR Paul Bekken, AFG-AUTH, GBR", "", mode="attend")
    assert parents(VISIT, many, event("a", nth=1))["a1"] == VISIT.id
