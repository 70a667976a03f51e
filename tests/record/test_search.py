from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import some
from verbale.model import Coded
from verbale.record import Record, check, search
from verbale.record.search import _terms, fts_query

from ..stores import Fresh
from .making import letters, make_coded, make_document, make_event


@pytest.fixture(scope="module")
def filled(fresh: Fresh) -> Iterator[Record]:
    with fresh() as record:
        run = record.begin_run("add")
        record.add_coded(make_coded("Thomas Niklasson met the minister in Doha. Then he flew home.", id="met"), run)
        quiet = make_document("Nothing happened in Doha, and the minister stayed at home with Thomas.", id="quiet", title="A day")
        titled = make_document("A long text about many other things, and a word on Doha.", id="titled", title="The Doha process")
        third = make_document("La señora Otunbayeva habló en Kabul. ОБСЕ и Афганистан. طالبان کابل", id="foreign")
        record.add_documents([quiet, titled, third], run)
        yield record


def found(record: Record, query: str) -> list[str]:
    return [hit.document for hit in search(record, query)]


def test_evidence_weighs_more_than_a_mention_of_the_same_words(filled: Record) -> None:
    assert found(filled, "minister doha") == ["met", "quiet"]
    hit = search(filled, "minister doha")[0]
    assert hit.events == (next(iter(filled.events())).id,)
    assert search(filled, "minister doha")[1].events == ()


def test_a_title_weighs_more_than_a_text(filled: Record) -> None:
    assert found(filled, "doha").index("titled") < found(filled, "doha").index("quiet")


def test_the_words_are_marked_in_the_snippet(filled: Record) -> None:
    hit = search(filled, "niklasson DOHA")[0]
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["Niklasson", "Doha"]
    assert "\x02" not in hit.snippet


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("senora hablo", ["foreign"]),
        ("señora", ["foreign"]),
        ("афганистан", ["foreign"]),
        ("طالبان", ["foreign"]),
        ("nikl*", ["met"]),
        ('"met the minister"', ["met"]),
        ('"the met minister"', []),
        ('"unclosed minister', []),
        ("minister -doha", ["met", "quiet"]),
        ("NEAR(minister doha)", []),
        ("title:doha", []),
        ("nothing OR foreign", []),
        ("no-such-word", []),
        ("", []),
        ("!?* \" ' () : ^", []),
    ],
)
def test_queries(filled: Record, query: str, expected: list[str]) -> None:
    assert found(filled, query) == expected


def test_limit(filled: Record) -> None:
    assert len(search(filled, "doha", limit=1)) == 1


@given(st.text(letters | st.sampled_from('"*^:(){}-+\0\\;%_'), max_size=30))
@settings(max_examples=some(150), deadline=None)
def test_no_query_is_an_error(filled: Record, query: str) -> None:
    for hit in search(filled, query):
        assert hit.snippet


def test_nothing_in_a_query_is_a_command() -> None:
    assert fts_query(_terms('a OR "b c" d* NOT" e')) == '"a" "OR" "b c" "d"* "NOT" " e"'


def test_only_present_versions_and_readings_are_found(record: Record) -> None:
    record.add_coded(make_coded("The envoy met a general.", id="page"), record.begin_run("add"))
    record.add_coded(make_coded("The envoy met a poet.", id="page"), record.begin_run("add"))
    assert found(record, "general") == []
    assert found(record, "poet") == ["page"]
    document = make_coded("The envoy met a poet.", id="page").document
    record.add_coded(Coded(document=document, coder="grammar@2"), record.begin_run("add"))
    assert search(record, "poet")[0].events == ()
    assert check(record) == ()


def test_one_event_with_two_hits_is_named_once(record: Record) -> None:
    document = make_document("Talks in Kabul. More talks in Kabul.")
    first, second = (make_event(document, start, end).evidence[0] for start, end in ((0, 15), (16, 36)))
    event = make_event(document, evidence=(first, second))
    record.add_coded(Coded(document=document, events=(event,)), record.begin_run("add"))
    assert search(record, "kabul")[0].events == (event.id,)
