from __future__ import annotations

from typing import Any

import pytest

from verbale.identities.offices import Held, catalogued, entered, overlapping
from verbale.record import Office

from ..record.making import draft


def held(since: str, until: str, **fields: Any) -> Held:
    return Held(**{"party": "NOR", "title": "envoy", "rank": 6, "since": since, "until": until, "sources": ("x",)} | fields)


def test_offices_of_the_catalogue_have_dates_and_sources() -> None:
    offices = catalogued("p.muttaqi", "afghanistan")
    assert [(each.party, each.rank, each.since) for each in offices if each.until == ""] == [("AFG-AUTH", 9, "2021-09-07")]
    assert all(each.sources[0] for each in offices)
    assert catalogued("p.nobody", "afghanistan") == ()


def test_each_source_of_an_office_stands_by_itself() -> None:
    (president,) = (each for each in catalogued("p.trump", "afghanistan") if each.title == "President" and each.until == "")
    assert len(president.sources) > 1 and all(each.startswith("https://") and "; " not in each for each in president.sources)


def test_offices_that_people_entered_name_their_decision() -> None:
    office = Office(party="NOR", title="Special envoy", since="2024")
    decision = draft("add", "p.x", kind="office", office=office, sources=("https://example.org",), number=7)
    (found,) = entered({"p.x", "n.y"}, [decision, draft("same", "p.x", "n.y", kind="actor")])
    assert (found.title, found.since, found.sources) == ("Special envoy", "2024", ("https://example.org", "decision 7 by anna"))
    assert entered({"p.z"}, [decision]) == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (held("2020-01-01", "2022-01-01"), held("2021-01-01", ""), True),
        (held("2020-01-01", "2021-01-01"), held("2021-01-01", ""), False),
        (held("2020", "2021"), held("2021", "2022"), False),
        (held("2020", "2023"), held("2021", "2022"), True),
        (held("", ""), held("2021", ""), False),
        (held("2020", ""), held("2021", "", seen=True), False),
    ],
)
def test_only_what_certainly_overlaps_does(a: Held, b: Held, expected: bool) -> None:
    assert overlapping(a, b) is overlapping(b, a) is expected
