"""Occasions with more than two sides: who convenes them, who else was there, and what implies that people met."""

from __future__ import annotations

import pytest

from tests.coding.test_readings import coded


def roles(text: str, mode: str = "meet") -> dict[str, str]:
    found = [e for e in coded(text, case="none").events if e.type == "CONSULT" and e.mode == mode]
    assert len(found) == 1, [(e.mode, e.participants) for e in found]
    return {p.party: p.role for p in found[0].participants if p.party}


@pytest.mark.parametrize(
    ("text", "party", "role"),
    [
        ("US-brokered talks between Rwanda and Uganda began in Doha.", "USA", "mediator"),
        ("U.S.-hosted talks between Rwanda and Uganda began in Doha.", "USA", "host"),
        ("Rwanda and Uganda held talks in Doha. Qatar hosted the talks.", "QAT", "host"),
        ("Rwanda and Uganda held talks in Doha. Also in attendance was the Swiss ambassador.", "CHE", "target"),
        ("Rwanda and Uganda met in Doha. Among those attending was the Swiss ambassador.", "CHE", "target"),
        ("Rwanda and Uganda met in Doha. Participants included the Swiss ambassador.", "CHE", "target"),
    ],
)
def test_whoever_is_told_of_beside_an_occasion_is_part_of_it(text: str, party: str, role: str) -> None:
    assert roles(text)[party] == role


def test_talks_that_get_under_way_have_the_side_that_the_verb_names() -> None:
    assert set(roles("UN-led talks got under way in Geneva with a delegation of the Houthis.")) == {"UN", "YEM-AUTH"}


def test_a_deal_struck_in_one_place_is_a_meeting() -> None:
    assert set(roles("The Norwegian and Chilean ministers signed a fishing agreement in Oslo.")) == {"NOR", "CHL"}
    unplaced = coded("The Norwegian and Chilean ministers signed a fishing agreement.", case="none").events
    assert [e.type for e in unplaced] == ["AGREE"]


def test_a_stay_in_a_foreign_city_is_a_visit_and_one_at_home_is_not() -> None:
    assert set(roles("The Norwegian minister was in Lima on Monday for talks.", "visit")) == {"NOR"}
    assert not [
        e for e in coded("The Norwegian minister was in Oslo on Monday for talks.", case="none").events if e.mode == "visit"
    ]


def test_what_somebody_travels_for_is_planned_until_it_is_told_as_done() -> None:
    def status(text: str) -> set[str]:
        return {e.status for e in coded(text, case="none").events if e.mode == "meet"}

    lead = "The Norwegian minister arrived in Lima on Monday for talks with the Peruvian president."
    assert status(lead) == {"planned"}
    assert status(f"{lead} The Norwegian minister met the Peruvian president on Tuesday.") == {"happened"}


def test_where_somebody_went_for_talks_is_not_whom_they_talked_with() -> None:
    events = coded("The Chinese envoy flew to Oslo for a meeting with Peru.", case="none").events
    assert {frozenset(e.parties()) for e in events if e.mode == "meet"} == {frozenset({"CHN", "PER"})}


def test_an_earlier_meeting_is_another_one() -> None:
    text = "The Norwegian minister met the Peruvian president on Monday. Earlier, the Norwegian delegation held talks with Peru."
    assert len([e for e in coded(text, case="none").events if e.mode == "meet"]) == 2


def test_a_visit_places_the_meetings_that_follow() -> None:
    text = (
        "OSLO: The Norwegian minister arrived in Lima on Monday.\n\nThe Norwegian minister met the Peruvian president on Tuesday."
    )
    assert [e.place for e in coded(text, case="none").events if e.mode == "meet"] == ["Lima"]


def test_an_invitation_is_a_hosting_to_come() -> None:
    events = coded("Norway invited the Chilean army to participate in talks.", case="none").events
    assert [(e.mode, e.status, sorted(e.parties())) for e in events if e.type == "CONSULT"] == [("host", "planned", ["CHL", "NOR"])]


def test_whoever_is_visiting_is_the_envoy_not_the_country_behind_her() -> None:
    events = coded("Beside him stood the Norwegian envoy to Chile, who is visiting Lima.", case="none").events
    assert [sorted(e.parties("source")) for e in events if e.mode == "visit"] == [["NOR"]]


def test_a_president_met_in_a_capital_is_that_countrys() -> None:
    events = coded(
        "The Norwegian ambassador presented copies of his credentials to President Juan Roe in Lima.", case="none"
    ).events
    assert [(e.mode, sorted(e.parties("source")), sorted(e.parties("target"))) for e in events] == [("mission", ["PER"], ["NOR"])]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Foreign ministers from Chile, Peru and Norway gathered in Lima.", {"CHL", "PER", "NOR"}),
        ("The conference, which brought together the ministers of Chile, Peru and Norway, ended on Monday.", {"CHL", "PER", "NOR"}),
        ("Norway brought together Chile and Peru in Oslo.", {"CHL", "PER", "NOR"}),
        ("The Norwegian delegation, led by Deputy Minister Kari Holm, met the Peruvian minister.", {"NOR", "PER"}),
    ],
)
def test_who_is_at_a_gathering(text: str, parties: set[str]) -> None:
    assert set(roles(text)) == parties


def test_whoever_lets_an_embassy_change_hands_is_the_country_where_it_stands() -> None:
    events = coded("The Afghan embassy in Lima was handed over to the Taliban.").events
    assert [(set(e.parties("source")), set(e.parties("target"))) for e in events] == [({"PER"}, {"AFG-AUTH"})]


def test_a_talk_that_is_called_a_call_is_one() -> None:
    text = "Norwegian minister's call with Peruvian minister\n\nThe Norwegian minister spoke with the Peruvian minister on Monday."
    assert [e.mode for e in coded(text, case="none").events if e.type == "CONSULT"] == ["call"]
