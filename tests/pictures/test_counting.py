from __future__ import annotations

import pytest

from verbale.analysis.entries import entries as entries_of
from verbale.errors import DataError
from verbale.pictures.counting import case_of, contacts, counted, documents, ids, side, sides, ties

from ..brief.making import acts, document, event, meeting, told, who


def test_only_complete_acts_of_the_case_are_counted() -> None:
    given = acts(meeting("UN", "AFG-AUTH"), meeting("UN", "AFG-AUTH", complete=False), meeting("UN", "THA", in_case=False))
    assert counted(given) == given[:1]


def test_an_act_is_counted_where_one_report_of_it_is_complete() -> None:
    (both,) = entries_of([told(meeting("UN", "AFG-AUTH", complete=False), meeting("UN", "AFG-AUTH"))], "AFG")
    assert counted([both]) == contacts([both]) == (both,)


@pytest.mark.parametrize("status", ["planned", "proposed", "refused", "denied", "cancelled"])
def test_what_did_not_happen_is_no_contact(status: str) -> None:
    assert contacts(acts(meeting("UN", "AFG-AUTH", status=status))) == ()


def test_what_goes_on_is_contact_and_criticism_is_not() -> None:
    given = acts(meeting("UN", "AFG-AUTH", status="ongoing"), meeting("UN", "AFG-AUTH", type="ACCUSE", mode="criticise"))
    assert contacts(given) == given[:1]


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
    assert sides(*acts(meeting("AFG-AUTH", "AFG-WOM"))) == frozenset()


def test_an_act_with_both_sides_present_is_on_both() -> None:
    assert sides(*acts(event(who("UN"), who("AFG-AUTH", "target"), who("AFG-WOM", "target")))) == {"authority", "others"}


def test_hosts_and_mediators_have_not_met_those_they_bring_together() -> None:
    talks = event(who("USA"), who("AFG-AUTH", "target"), who("QAT", "host"), who("UN", "mediator"))
    assert [(tie.external, tie.kind) for tie in ties(acts(talks))] == [("USA", "AUTH")]


def test_who_is_told_to_mediate_has_met_nobody_by_that() -> None:
    made = acts(event(who("CHN"), who("AFG-AUTH", "target"), who("PAK", "target"), mode="mediate"))
    assert [(tie.external, tie.kind) for tie in ties(made)] == [("PAK", "AUTH")]
    assert not sides(acts(event(who("CHN"), who("AFG-AUTH", "target"), mode="mediate"))[0])


def test_ties_are_ordered_by_number_then_name() -> None:
    given = acts(meeting("UN", "AFG-AUTH"), meeting("EU", "AFG-AUTH"), meeting("UN", "AFG-AUTH"))
    assert [(tie.external, len(tie.entries)) for tie in ties(given)] == [("UN", 2), ("EU", 1)]


def test_acts_and_documents_are_counted_apart() -> None:
    page = document("two")
    given = acts(meeting("UN", "AFG-AUTH", of=page), meeting("EU", "AFG-AUTH", of=page))
    assert (len(ids(given)), documents(given)) == (2, 1)


def test_ids_are_by_date_and_without_repetition() -> None:
    late, early, never = acts(*(meeting("UN", "EU", date=date) for date in ("2024-01", "2023", None)))
    assert ids([never, late, early, late]) == (early.id, late.id, never.id)


def test_a_case_says_what_its_people_are_called() -> None:
    assert case_of("afghanistan").people == "Afghans"
    assert case_of("none").country is None
    with pytest.raises(DataError):
        case_of("atlantis")
