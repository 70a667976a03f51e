from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from tests.examples import some
from verbale.errors import DataError
from verbale.model import Coded
from verbale.record import Record, check

from .making import codeds, make_coded


@given(codeds())
@settings(max_examples=some(15), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_in_comes_out_exactly(fresh: Callable[[], Record], coded: Coded) -> None:
    with fresh() as record:
        record.add_coded(coded, record.begin_run("add"))
        assert record.coded(coded.document.id) == coded
        assert list(record.events()) == list(coded.events)
        assert list(record.documents()) == [coded.document]
        assert list(record.codings()) == [coded]
        assert check(record) == ()


def test_all_readings_are_those_of_each_document(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("verbale.record.asking._BATCH", 2)
    given_ = [make_coded(f"The envoy met minister number {n} in Kabul.", id=f"page{n}") for n in range(5)]
    record.add_all(given_, record.begin_run("add"))
    assert list(record.codings()) == [record.coded(each.document.id) for each in given_]


def test_each_version_keeps_its_own_reading(record: Record) -> None:
    first = make_coded("The envoy met the minister. It was short.", id="page")
    second = make_coded("The envoy met nobody at all.", id="page")
    record.add_coded(first, record.begin_run("add"))
    record.add_coded(second, record.begin_run("add"))
    assert record.coded("page") == second
    assert record.coded("page", first.document.sha256) == first


@pytest.mark.parametrize(("told", "kept"), [(2**31, True), (2**63 - 1, True), (2**63, False)])
def test_numbers_that_documents_tell_may_be_large(record: Record, told: int, kept: bool) -> None:
    coded = make_coded()
    event = msgspec.structs.replace(coded.events[0], count=told)
    large = msgspec.structs.replace(coded, events=(event,))
    run = record.begin_run("add")
    if kept:
        record.add_coded(large, run)
        assert record.coded(coded.document.id) == large
        assert check(record) == ()
        return
    with pytest.raises(DataError, match="refuses this"):
        record.add_coded(large, run)
    assert record.counts()["documents"] == 0
