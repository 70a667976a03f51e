"""Whom a dossier may be about."""

from __future__ import annotations

import pytest

from tests.brief.making import event, who
from tests.engagements.making import coded
from tests.engagements.making import event as told
from verbale.brief.dossier import Subject, subject
from verbale.errors import UsageError
from verbale.record import Record


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
