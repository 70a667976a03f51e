from __future__ import annotations

import pytest

from verbale.errors import DataError
from verbale.pictures.counting import case_of, contacts, counted, documents, ids, side, sides, ties

from ..brief.making import document, event, meeting, who


def test_only_complete_events_of_the_case_are_counted() -> None:
    kept = meeting("UN", "AFG-AUTH")
    assert counted([kept, meeting("UN", "AFG-AUTH", complete=False), meeting("UN", "THA", in_case=False)]) == (kept,)


@pytest.mark.parametrize("status", ["planned", "proposed", "refused", "denied", "cancelled"])
def test_what_did_not_happen_is_no_contact(status: str) -> None:
    assert contacts([meeting("UN", "AFG-AUTH", status=status)]) == ()


def test_what_goes_on_is_contact_and_criticism_is_not() -> None:
    talks = meeting("UN", "AFG-AUTH", status="ongoing")
    assert contacts([talks, meeting("UN", "AFG-AUTH", type="ACCUSE", mode="criticise")]) == (talks,)


@pytest.mark.parametrize(
    ("party", "country", "on"),
    [
        ("AFG-AUTH", "AFG", "authority"),
        ("AFG-WOM", "AFG", "others"),
        ("MMR-AUTH", "AFG", None),
        ("MMR-AUTH", None, "authority"),
        ("USA", "AFG", None),
        ("TRANS-ARM", None, None),
        ("INGO", "AFG", None),
    ],
)
def test_sides(party: str, country: str | None, on: str | None) -> None:
    assert side(party, country) == on


def test_a_meeting_of_the_country_s_own_parties_is_on_no_side() -> None:
    assert sides(meeting("AFG-AUTH", "AFG-WOM"), "AFG") == frozenset()


def test_an_event_with_both_sides_present_is_on_both() -> None:
    assert sides(event(who("UN"), who("AFG-AUTH", "target"), who("AFG-WOM", "target")), "AFG") == {"authority", "others"}


def test_hosts_and_mediators_have_not_met_those_they_bring_together() -> None:
    talks = event(who("USA"), who("AFG-AUTH", "target"), who("QAT", "host"), who("UN", "mediator"))
    assert [(tie.external, tie.party) for tie in ties([talks], "AFG")] == [("USA", "AFG-AUTH")]


def test_ties_are_ordered_by_number_then_name() -> None:
    events = [meeting("UN", "AFG-AUTH"), meeting("EU", "AFG-AUTH"), meeting("UN", "AFG-AUTH")]
    assert [(tie.external, len(tie.events)) for tie in ties(events, "AFG")] == [("UN", 2), ("EU", 1)]


def test_events_and_documents_are_counted_apart() -> None:
    page = document("two")
    events = [meeting("UN", "AFG-AUTH", of=page), meeting("EU", "AFG-AUTH", of=page)]
    assert (len(ids(events)), documents(events)) == (2, 1)


def test_ids_are_by_date_and_without_repetition() -> None:
    late, early, never = meeting("UN", "EU", date="2024-01"), meeting("UN", "EU", date="2023"), meeting("UN", "EU", date=None)
    assert ids([never, late, early, late]) == (early.id, late.id, never.id)


def test_a_case_says_what_its_people_are_called() -> None:
    assert case_of("afghanistan").people == "Afghans"
    assert case_of("none").country is None
    with pytest.raises(DataError):
        case_of("atlantis")
