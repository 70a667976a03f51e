from __future__ import annotations

import pytest

from verbale.errors import UsageError
from verbale.model import Coded
from verbale.record import Record

from .making import make_coded, make_document, make_event


@pytest.fixture
def filled(record: Record) -> Record:
    document = make_document()
    events = tuple(make_event(document, id=each) for each in ("ab12", "ab123", "cd34", "a%_4"))
    record.add_coded(Coded(document=document, events=events), record.begin_run("add"))
    return record


@pytest.mark.parametrize(
    ("prefix", "expected"), [("c", "cd34"), ("cd34", "cd34"), ("ab12", "ab12"), ("ab123", "ab123"), ("a%", "a%_4")]
)
def test_an_event_by_its_id_or_the_beginning_of_it(filled: Record, prefix: str, expected: str) -> None:
    assert filled.event(prefix).id == expected


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("zz", "no event"), ("ab1", "several events"), ("", "several events"), ("CD", "no event"), ("%", "no event")],
)
def test_no_event_and_too_many(filled: Record, prefix: str, words: str) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        filled.event(prefix)
    assert caught.value.hint


def test_a_document_that_is_not_there(record: Record) -> None:
    with pytest.raises(UsageError, match="no document"):
        record.coded("nothing")
    coded = make_coded()
    record.add_coded(coded, record.begin_run("add"))
    with pytest.raises(UsageError, match="no document"):
        record.coded(coded.document.id, "0" * 64)


def test_events_are_given_while_the_record_is_written_to(record: Record) -> None:
    run = record.begin_run("add")
    record.add_coded(make_coded("Anna met Boris in town."), run)
    for event in record.events():
        record.add_coded(make_coded(f"A page about {event.id}."), run)
    assert record.counts()["documents"] == 2


def test_a_run_by_its_id_or_the_beginning_of_it(record: Record) -> None:
    first, second = record.begin_run("add"), record.begin_run("code")
    assert record.run(first).id == first
    assert record.run("run0001").id == second
    with pytest.raises(UsageError, match="several runs"):
        record.run("run")
    with pytest.raises(UsageError, match="no run"):
        record.run("nun")
