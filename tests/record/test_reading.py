from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings

from verbale.model import Coded
from verbale.record import Record, check

from .making import codeds, make_coded


@given(codeds())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_goes_in_comes_out_exactly(fresh: Callable[[], Record], coded: Coded) -> None:
    with fresh() as record:
        record.add_coded(coded, record.begin_run("add"))
        assert record.coded(coded.document.id) == coded
        assert list(record.events()) == list(coded.events)
        assert list(record.documents()) == [coded.document]
        assert check(record) == ()


def test_each_version_keeps_its_own_reading(record: Record) -> None:
    first = make_coded("The envoy met the minister. It was short.", id="page")
    second = make_coded("The envoy met nobody at all.", id="page")
    record.add_coded(first, record.begin_run("add"))
    record.add_coded(second, record.begin_run("add"))
    assert record.coded("page") == second
    assert record.coded("page", first.document.sha256) == first
