"""Minutes of a record are the same whether its engagements were just worked out or are read as they are kept."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from verbale.analysis.entries import Entry
from verbale.analysis.minutes import of_record
from verbale.engagements.rules import rules
from verbale.errors import Transient
from verbale.record import Record

from ..engagements.test_standing import page


def fill(store: Record, numbers: range, seed: int = 1) -> None:
    chance = random.Random(seed)
    run = store.begin_run("add")
    for n in numbers:
        store.add_coded(page(chance, f"d{n}"), run)


def plain(each: Entry) -> dict[str, object]:
    told = {name: getattr(each, name) for name in Entry.__struct_fields__}
    return told | {"events": tuple(each.events)}


def test_what_is_kept_gives_the_minutes_that_were_worked_out(fresh: Callable[[], Record]) -> None:
    with fresh() as store:
        fill(store, range(12))
        assert store.kept(rules()) is None
        worked_out = of_record(store, "afghanistan").entries
        assert store.kept(rules()) is not None
        kept = of_record(store, "afghanistan").entries
        assert [each.id for each in kept] == [each.id for each in worked_out]
        assert list(map(plain, kept)) == list(map(plain, worked_out))


def test_reports_of_another_moment_are_not_taken_for_those_of_this_one(fresh: Callable[[], Record]) -> None:
    with fresh() as store:
        fill(store, range(3))
        of_record(store, "afghanistan")
        kept = store.kept(rules())
        assert kept is not None
        fill(store, range(3, 5), seed=2)
        with pytest.raises(Transient, match="changed while it was read"):
            kept.event  # noqa: B018 - reading it is what fails
        assert store.kept(rules()) is None
