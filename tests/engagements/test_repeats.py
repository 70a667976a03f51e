"""What one document tells twice is one act, and what it tells as two stays two."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest

from verbale.engagements import engagements
from verbale.engagements.act import prepared
from verbale.engagements.repeats import _near, repeats
from verbale.model import Event, Evidence, Participant, Review

from .making import AWAY, event, groups, one, read, together

TALKS = "Paul Bekken was in Kabul for talks with Amir Khan Muttaqi, foreign minister."


def words(start: int, text: str) -> dict[str, Any]:
    return {"evidence": (Evidence(start=start, end=start + len(text), text=text),)}


MEETING = event("a")
SEEN = Review(verdict="accepted", by="anna", decision=1)
REST = words(AWAY, "The United Kingdom, Germany and the United Nations took part in it.")


@pytest.mark.parametrize(
    "other",
    [
        event("a", mode="call", channel="phone"),
        event("a", target="", mode="attend"),
        event("a", target="AFG-AUTH", mode="attend", date="2023", date_precision="year"),
        event("a", mode="call", source="UN", target="AFG-AUTH Amir Khan Muttaqi, NOR Paul Bekken"),
        event("a", nth=5),
    ],
    ids=lambda each: f"{each.mode}-{len(each.participants)}-{each.evidence[0].start}",
)
def test_one_telling(other: Event) -> None:
    assert together(*read(MEETING, other))


@pytest.mark.parametrize(
    "other",
    [
        event("a", target="", mode="visit"),
        event("a", mode="mediate"),
        event("a", type="REQUEST", mode="urge"),
        event("a", target="AFG-AUTH Din Mohammad Hanif", mode="call"),
        event("a", target="AFG-WOM", mode="call"),
        event("a", mode="call", status="planned"),
        event("a", mode="meet", status="refused"),
        event("a", mode="correspond", channel="letter"),
        event("a", mode="call", date="2023-01-05"),
        event("a", mode="call", place="Doha", place_country="QAT"),
        event("a", mode="call", place=None, place_country=None, **words(12, "met Amir Khan Muttaqi after a call")),
        event("a", nth=5, date=None, date_precision=None, date_basis=None, words="Bekken met Muttaqi again."),
        event("a", nth=5, date=None, date_precision=None, date_basis=None, words="He saw Muttaqi, a third such talk."),
        event("a", nth=5, date="2023-01-10"),
        event("a", nth=5, place="Doha", place_country="QAT"),
        event("a", nth=5, target="AFG-AUTH"),
        event("a", nth=5, words="He also met Muttaqi in private."),
    ],
    ids=lambda each: f"{each.type}-{each.mode}-{each.status}-{each.date}-{each.evidence[0].text[-9:]}",
)
def test_two_tellings(other: Event) -> None:
    assert not together(*read(MEETING, other))


LISTING: dict[str, Any] = {"type": "SANCTION", "mode": "sanction", "place": None, "place_country": None}
NAMED = {"source": "EU", "target": "AFG-AUTH", "words": "The EU on Thursday listed three members of the cabinet."}


@pytest.mark.parametrize(
    ("words", "values", "same"),
    [
        ("Thursday's listing of three", {}, True),
        ("The listing of Thursday", {}, True),
        ("EU ministers listed three men", {}, False),
        ("The listing", {"date": "2023-01-10"}, False),
        ("The listing", {"target": "AFG-ARM"}, False),
    ],
)
def test_a_noun_reminds_of_the_act_that_was_told_whoever_coded_it(words: str, values: dict[str, Any], same: bool) -> None:
    told = event("a", **LISTING | NAMED)
    assert together(told, event("a", nth=4, **LISTING | NAMED | {"words": words} | values)) is same


def test_two_parts_of_one_gathering_are_one_where_another_document_tells_of_both() -> None:
    many = {"target": "", "mode": "attend", "place": None, "place_country": None}
    first, second = event("a", "USA, DEU", **many), event("a", "EGY, ARE", nth=4, **many)
    assert not together(first, second)
    assert together(first, second, event("b", "USA, DEU, EGY, ARE", **many))


def test_what_a_person_entered_or_confirmed_twice_is_two() -> None:
    call = event("a", mode="call", channel="phone")
    assert not together(MEETING, call)
    assert not together(*(msgspec.structs.replace(each, review=SEEN) for each in read(MEETING, call)))


def test_a_reading_that_a_person_confirmed_stays_one_with_its_twin_and_says_what_it_was() -> None:
    call, meeting = read(event("a", mode="attend", target="AFG-AUTH Amir Khan Muttaqi", confidence=0.4), MEETING)
    assert one(msgspec.structs.replace(call, review=SEEN), meeting, event("b")).engagement.mode == "attend"


def test_a_reading_between_two_that_a_person_confirmed_joins_one_of_them_only() -> None:
    acts = read(MEETING, event("a", mode="call"), event("a", target="", mode="attend"))
    first, second, twin = acts
    found = engagements([msgspec.structs.replace(first, review=SEEN), msgspec.structs.replace(second, review=SEEN), twin])
    assert len(found) == 2


def test_a_meeting_and_a_journey_in_one_sentence_are_two_and_what_was_attended_is_the_meeting() -> None:
    visit = event("a", target="", mode="visit", words=TALKS)
    attended = event("a", target="", mode="attend", words=TALKS)
    talks = event("a", status="planned", words=TALKS)
    assert groups(engagements(read(visit, attended, talks))) == {frozenset({visit.id}), frozenset({attended.id, talks.id})}
    assert groups(engagements(read(visit, attended))) == {frozenset({visit.id, attended.id})}


def test_who_joined_an_occasion_of_many_is_told_in_the_next_sentence() -> None:
    met = event("a", "USA, EU, AFG-AUTH", "", mode="attend")
    assert together(*read(met, event("a", "USA, EU, GBR, DEU, UN", "", **REST)))
    assert not together(*read(met, event("a", "USA, GBR, DEU, UN", "", **REST)))
    assert not together(*read(met, event("a", "USA, EU, GBR, DEU, UN", "", nth=5)))


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("Deborah Lyons of the UN joined them for lunch.", True),
        ("A UN envoy joined the talks by request.", True),
        ("A UN envoy joined the criticism of it.", False),
    ],
)
def test_who_joined_them_took_part_in_what_was_just_told(words: str, one: bool) -> None:
    met, lyons = event("a"), event("a", "UN", "", mode="attend", nth=1, words=words)
    assert together(*read(met, lyons)) is one
    assert not together(*read(met, event("a", "UN", "", mode="attend", nth=4, words=words))), "not the next sentence"


def test_who_meets_others_of_the_country_in_the_next_sentence_joins_nobody() -> None:
    met = event("a", "USA, EU, DEU, JPN", "AFG-AUTH")
    assert not together(*read(met, event("a", "USA, EU, DEU", "AFG-WOM", nth=1, **REST)))
    assert together(*read(met, event("a", "USA, EU, DEU, NOR", "AFG-AUTH", nth=1, **REST)))


def test_a_headline_that_names_a_journey_by_its_place_tells_of_the_one_below() -> None:
    nowhere = {"mode": "visit", "place": None, "place_country": None}
    named = event("a", "QAT Doha", "", **nowhere, **words(0, "After the Doha visit"))
    headline = msgspec.structs.replace(
        named, participants=(Participant(name="Doha", role="source", party="QAT", start=10, end=14),)
    )
    below = event("a", "AFG-AUTH Amir Khan Muttaqi", "", nth=3, **nowhere)
    found = engagements(read(headline, below))
    assert [each.parties for each in found] == [{"AFG-AUTH"}]
    assert not together(*read(named, below)), "a visitor of another party"
    other = event("a", "USA Thomas West", "", nth=5, **nowhere)
    assert len(engagements(read(headline, below, other))) == 2, "two visitors are two whatever the headline"


def test_visits_of_nobody_are_no_act_told_again() -> None:
    visits: dict[str, Any] = {"target": "", "mode": "visit", "place": None, "place_country": None}
    first = event("a", "WORLD diplomats", **visits, **words(0, "Diplomats visit"))
    assert not together(*read(first, event("a", "WEST envoys", nth=3, **visits)))
    assert not together(*read(first, event("a", nth=3, **visits)))


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ({"type": "AID", "mode": "humanitarian"}, {"type": "AID", "mode": "other"}, True),
        ({"type": "ACCUSE", "mode": "criticise"}, {"type": "ACCUSE", "mode": "criticise", "target": "WEST"}, True),
        ({"type": "ACCUSE", "mode": "criticise"}, {"type": "ACCUSE", "mode": "criticise", "target": "RUS"}, False),
        ({"type": "SUPPORT", "mode": "recognise"}, {"type": "SUPPORT", "mode": "praise"}, False),
        ({"type": "COOPERATE", "mode": "practical"}, {"type": "COOPERATE", "mode": "mission"}, False),
        ({"type": "SUPPORT", "mode": "recognise"}, {"type": "SUPPORT", "mode": "recognise"}, True),
        ({"type": "COOPERATE", "mode": "practical"}, {"type": "SANCTION", "mode": "sanction"}, True),
        ({"type": "SUPPORT", "mode": "praise"}, {"type": "ACCUSE", "mode": "criticise"}, False),
        ({"type": "COOPERATE", "mode": "practical"}, {"type": "SANCTION", "mode": "sanction", "target": "IRN"}, False),
    ],
)
def test_deeds_read_twice_in_one_clause(a: dict[str, Any], b: dict[str, Any], one: bool) -> None:
    first, second = read(event("a", **a), msgspec.structs.replace(event("a", **b), id="second"))
    assert bool(repeats(prepared([first, second]))) is one


def test_two_tellings_find_the_reports_of_either() -> None:
    call, visit = read(event("a", mode="attend", target=""), event("a", mode="visit", target=""))
    other = event("b", mode="visit", target="")
    assert together(call, visit, other)


def test_the_days_are_those_of_the_reading_that_is_dated_the_best() -> None:
    vague = event("a", mode="attend", target="", date="2022", date_precision="year", date_basis="publication")
    exact = event("a", mode="visit", target="")
    assert together(*read(vague, exact), event("b", mode="visit", target=""))
    assert not together(*read(vague, exact), event("b", mode="visit", target="", date="2022-05-01"))


def test_two_contrary_readings_of_one_clause_find_the_reports_of_the_surer_only() -> None:
    aid = {"type": "AID", "mode": "humanitarian"}
    sanction = {"type": "SANCTION", "mode": "sanction"}
    first, second = event("a", confidence=0.5, **aid), event("a", confidence=0.6, **sanction)
    found = groups(engagements(read(first, second, event("b", **aid), event("c", **sanction))))
    assert found == {frozenset({first.id, second.id, event("c", **sanction).id}), frozenset({event("b", **aid).id})}


@pytest.mark.parametrize("days", [0, 7])
def test_what_is_compared_grows_with_the_tellings(days: int) -> None:
    """Of 300 tellings of one act, or of acts on different days, hardly more than a few each."""
    first = date(2015, 1, 1)
    told = [event("a", nth=n * 3, date=str(first + timedelta(days=days * n))) for n in range(300)]
    assert len(list(_near(prepared(read(*told)), range(300)))) <= 300 * 8
    assert len(engagements(read(*told))) == (300 if days else 1)
