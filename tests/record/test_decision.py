from __future__ import annotations

from typing import get_args

import msgspec

from verbale.record import live
from verbale.record.decision import ALLOWED, Action, Decision, canonical

from .making import draft


def numbered(*drafts: Decision) -> tuple[Decision, ...]:
    return tuple(msgspec.structs.replace(each, number=number) for number, each in enumerate(drafts, 1))


def holding(*drafts: Decision) -> list[int]:
    return [each.number for each in live(numbered(*drafts))]


def test_what_is_undone_holds_no_more_and_holds_again_when_that_is_undone() -> None:
    accept = draft("accept", "e")
    assert holding(accept, accept) == [1, 2]
    assert holding(accept, draft("undo", "1")) == []
    assert holding(accept, draft("undo", "1"), draft("undo", "2")) == [1]
    assert holding(accept, draft("undo", "1"), draft("undo", "2"), draft("undo", "3")) == []


def test_undoing_twice_is_undoing() -> None:
    undo = draft("undo", "1")
    assert holding(draft("accept", "e"), undo, undo) == []
    assert holding(draft("accept", "e"), undo, undo, draft("undo", "3")) == []


def test_every_action_is_taken_of_something() -> None:
    assert set(ALLOWED) == set(get_args(Action.__value__ if hasattr(Action, "__value__") else Action))


def test_canonical_json_does_not_depend_on_the_order_of_changes() -> None:
    one = draft("correct", "e", changes={"status": "denied", "date": None})
    other = draft("correct", "e", changes={"date": None, "status": "denied"})
    assert canonical(one) == canonical(other)
    assert msgspec.json.decode(canonical(one), type=Decision) == one
