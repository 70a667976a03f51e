from __future__ import annotations

from typing import Any

import pytest

from verbale.errors import UsageError
from verbale.model import Coded
from verbale.record import Record

from .making import make_document, make_event


@pytest.fixture
def filled(record: Record) -> Record:
    document = make_document(id="d1")
    given = [
        {"date": "2023-07-12", "type": "CONSULT"},
        {"date": "2023-07", "date_precision": "month", "type": "ACCUSE", "complete": False},
        {"date": "2022", "date_precision": "year", "type": "AID", "in_case": False},
        {"date": None, "date_precision": None, "type": "PROTEST", "participants": ()},
    ]
    events = tuple(make_event(document, id=f"e{n}", **fields) for n, fields in enumerate(given))  # type: ignore[arg-type]
    run = record.begin_run("add", case="afghanistan")
    record.add_coded(Coded(document=document, events=events, coder="grammar@1"), run)
    other = make_document("Another text, of another case.", id="d2")
    record.add_coded(Coded(document=other, events=(make_event(other, 0, 7, id="e9", date="2021-01-01"),)), record.begin_run("add"))
    return record


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "e0 e1 e2 e3 e9"),
        ({"case": None, "type": None}, "e0 e1 e2 e3 e9"),
        ({"case": "afghanistan"}, "e0 e1 e3"),
        ({"case": "myanmar"}, ""),
        ({"complete": False}, "e1"),
        ({"complete": True, "document": "d1"}, "e0 e2 e3"),
        ({"party": "AFG-AUTH", "document": "d1"}, "e0 e1 e2"),
        ({"party": "CHN"}, ""),
        ({"type": "AID"}, "e2"),
        ({"since": "2023-07-20"}, "e1"),
        ({"since": "2023"}, "e0 e1"),
        ({"until": "2023-07-11"}, "e1 e2 e9"),
        ({"since": "2022-06", "until": "2023-06"}, "e2"),
        ({"since": "2020", "until": "2030"}, "e0 e1 e2 e9"),
    ],
)
def test_filters(filled: Record, filters: Any, expected: str) -> None:
    assert " ".join(event.id for event in filled.events(**filters)) == expected


def test_a_bound_that_is_no_date_is_refused(filled: Record) -> None:
    with pytest.raises(UsageError, match="is no date"):
        list(filled.events(since="last summer"))


def test_a_filter_that_does_not_exist_is_an_error(filled: Record) -> None:
    with pytest.raises(KeyError):
        list(filled.events(partei="UN"))  # type: ignore[call-arg]


def test_counts_name_their_unit(filled: Record) -> None:
    assert filled.counts() == {
        "documents": 2, "versions": 2, "events": 5, "complete": 4, "in_case": 4, "mentions": 0, "claims": 0,
        "set_aside": 0, "runs": 2, "reviewed": 0, "decisions": 0, "stale": 0,
    }  # fmt: skip
