from __future__ import annotations

import msgspec
import pytest

from verbale.errors import DataError
from verbale.record import Minted, OvertakenError, Record, check


def minted(number: int, *events: str, redirect: str | None = None) -> Minted:
    anchor = {"anchor_document": "d", "anchor_event": events[0] if events else "e", "type": "CONSULT", "mode": "meet"}
    return Minted(id=f"g.{number}", minted=number, redirect=redirect, events=tuple(("d", event) for event in events), **anchor)


def test_ids_are_kept_with_what_they_stood_for(record: Record) -> None:
    given = (minted(1, "a", "b"), minted(2, "c"))
    record.keep_minted(reversed(given))
    assert record.minted() == given
    record.keep_minted(given)
    assert record.minted() == given
    assert check(record) == ()


def test_an_id_that_became_a_part_of_another_leads_there(record: Record) -> None:
    record.keep_minted([minted(1, "a"), minted(2, "b")])
    record.keep_minted([minted(1, "a", "b"), minted(2, redirect="g.1")])
    first, second = record.minted()
    assert (first.events, second.events, second.redirect) == ((("d", "a"), ("d", "b")), (), "g.1")
    record.keep_minted([minted(1, "a"), minted(2, "b")])
    assert [each.redirect for each in record.minted()] == [None, None]


def test_an_event_stands_under_one_id(record: Record) -> None:
    record.keep_minted([minted(1, "a", "b")])
    record.keep_minted([minted(2, "b")])
    assert [each.events for each in record.minted()] == [(("d", "a"),), (("d", "b"),)]


def test_a_great_many_ids(record: Record) -> None:
    given = tuple(minted(n, f"e{n}", f"f{n}") for n in range(1, 2000))
    record.keep_minted(given)
    assert record.minted() == given


def test_a_redirect_to_nothing_keeps_nothing(record: Record) -> None:
    with pytest.raises(DataError):
        record.keep_minted([minted(1, "a"), msgspec.structs.replace(minted(2), redirect="g.9")])
    assert record.minted() == ()


def test_ids_that_were_given_out_in_view_of_others_are_not_kept(record: Record) -> None:
    record.keep_minted([minted(1, "a")], known=())
    with pytest.raises(OvertakenError):
        record.keep_minted([minted(1, "b")], known=())
    record.keep_minted([minted(2, "b")], known=record.minted())
    assert [each.events for each in record.minted()] == [(("d", "a"),), (("d", "b"),)]
