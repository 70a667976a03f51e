"""Whom a dossier may be about."""

from __future__ import annotations

import msgspec
import pytest

from tests.brief.making import event, who
from tests.engagements.making import coded
from tests.engagements.making import event as told
from verbale.brief.dossier import Subject, subject
from verbale.errors import UsageError
from verbale.record import Decision, Record
from verbale.record.naming import candidate


@pytest.mark.parametrize(
    ("wanted", "party"),
    [("NOR", "NOR"), ("norway", "NOR"), ("US", "USA"), ("United Nations", "UN"), ("Taliban", "AFG-AUTH"), ("AFG-WOM", "AFG-WOM")],
)
def test_a_party_by_code_or_name(record: Record, wanted: str, party: str) -> None:
    assert subject(record, wanted, "afghanistan", "AFG").party == party


def test_a_person_in_office_has_offices(record: Record) -> None:
    found = subject(record, "Muttaqi", "afghanistan", "AFG")
    assert (found.name, found.ids) == ("Amir Khan Muttaqi", {"p.muttaqi"})
    assert "Acting Minister of Foreign Affairs" in {each.title for each in found.offices}


def test_somebody_whom_no_catalogue_knows_is_found_by_the_words(record: Record) -> None:
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"], settings={})
    met = told("a", "NOR Ola Nordmannsen")
    for each in coded(met):
        record.add_coded(each, run)
    found = subject(record, "Nordmannsen", "afghanistan", "AFG")
    (kept,) = record.events()
    assert found.name == "Ola Nordmannsen" and found.within(kept, "source") and not found.within(kept, "target")


@pytest.mark.parametrize(("party", "name"), [("AFG-WOM", "Anna Holm"), ("INGO", "Anna Holm-Berg")])
def test_what_somebody_in_office_does_outside_it_is_not_told(record: Record, party: str, name: str) -> None:
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"], settings={})
    office = told("a", "NOR Anna Holm")
    private = told("b", f"{party} {name}", "CHN")
    for each in coded(office, private):
        record.add_coded(each, run)
    ids = [candidate(each.participants[0]) for each in (office, private)]
    record.decide(Decision(action="merge", kind="actor", subject=ids[0], other=ids[1], by="ida"))
    found = subject(record, ids[0], "afghanistan", "AFG")
    assert {event.document.id: found.within(event) for event in record.events()} == {"a": True, "b": False}
    assert found.name == "Anna Holm"


def test_the_day_of_contact_with_a_side_in_arms_is_not_among_the_days_of_an_office(record: Record) -> None:
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=["pages/"], settings={})
    people = tuple(who(p, r, n, title="envoy") for p, r, n in (("NOR", "source", "Ola Nordmannsen"), ("AFG-ARM", "target", "some")))
    for each in coded(msgspec.structs.replace(told("a", date="2023-03-03"), participants=people),
                      msgspec.structs.replace(told("b", date="2023-01-12"), participants=people[:1])):  # fmt: skip
        record.add_coded(each, run)
    (office,) = subject(record, "Nordmannsen", "afghanistan", "AFG").offices
    assert (office.since, office.until) == ("2023-01-12", "2023-01-12")


@pytest.mark.parametrize("wanted", ["Fawzia Koofi", "Rahmatullah Nabil"])
def test_of_people_outside_office_none_is_made(record: Record, wanted: str) -> None:
    with pytest.raises(UsageError, match="acts in no office"):
        subject(record, wanted, "afghanistan", "AFG")


def test_a_name_of_nobody_is_said(record: Record) -> None:
    with pytest.raises(UsageError, match="names 0 actors"):
        subject(record, "Zzzz", "afghanistan", "AFG")


def test_a_party_has_all_who_act_for_it() -> None:
    norway = Subject(name="Norway", party="NOR")
    met = event(who("NOR"), who("AFG-AUTH", "target"))
    assert norway.within(met) and norway.within(met, "source") and not norway.within(met, "target")
