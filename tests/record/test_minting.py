from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest

from verbale.errors import DataError
from verbale.record import Minted, Record, check


def minted(number: int, *events: str, redirect: str | None = None) -> Minted:
    anchor = {"anchor_document": "d", "anchor_event": events[0] if events else "e", "type": "CONSULT", "mode": "meet"}
    return Minted(id=f"g.{number}", minted=number, redirect=redirect, events=tuple(("d", event) for event in events), **anchor)


def keep(record: Record, given: Iterable[Minted]) -> None:
    record.keep_grouping(record.grouped("rules").now, given, {})


def test_ids_are_kept_with_what_they_stood_for(record: Record) -> None:
    given = (minted(1, "a", "b"), minted(2, "c"))
    keep(record, reversed(given))
    assert record.minted() == given
    keep(record, given)
    assert record.minted() == given
    assert check(record) == ()


def test_an_id_that_became_a_part_of_another_leads_there(record: Record) -> None:
    keep(record, [minted(1, "a"), minted(2, "b")])
    keep(record, [minted(1, "a", "b"), minted(2, redirect="g.1")])
    first, second = record.minted()
    assert (first.events, second.events, second.redirect) == ((("d", "a"), ("d", "b")), (), "g.1")
    keep(record, [minted(1, "a"), minted(2, "b")])
    assert [each.redirect for each in record.minted()] == [None, None]


def test_an_event_stands_under_one_id(record: Record) -> None:
    keep(record, [minted(1, "a", "b")])
    keep(record, [minted(2, "b")])
    assert [each.events for each in record.minted()] == [(("d", "a"),), (("d", "b"),)]


def test_a_great_many_ids(record: Record) -> None:
    given = tuple(minted(n, f"e{n}", f"f{n}") for n in range(1, 2000))
    keep(record, given)
    assert record.minted() == given


def test_a_redirect_to_nothing_keeps_nothing(record: Record) -> None:
    with pytest.raises(DataError):
        keep(record, [minted(1, "a"), msgspec.structs.replace(minted(2), redirect="g.9")])
    assert record.minted() == ()


def test_only_those_that_claim_events_or_go_by_names_are_looked_up(record: Record) -> None:
    keep(record, [minted(1, "a", "b"), minted(2, "c"), minted(3, "d"), minted(4, redirect="g.1")])
    found, last = record.claiming(["g.2"], ["b", "e"])
    assert ([each.id for each in found], last) == (["g.1", "g.2", "g.4"], 4), "g.4 was anchored at e"
    assert record.claiming([], []) == ((), 4)
