from __future__ import annotations

from verbale.engagements.reports import accounts, publishers, voices
from verbale.model import Attribution

from .making import event

MINISTRY = Attribution(name="the ministry", party="AFG-AUTH")


def test_a_publisher_counts_once_and_a_copy_not_at_all() -> None:
    told = [event("a", of={"publisher": "Wire"}), event("b", of={"publisher": "WIRE"}), event("c"), event("d")]
    assert publishers(told, {}) == ("Paper c", "Paper d", "WIRE") or publishers(told, {}) == ("Paper c", "Paper d", "Wire")
    assert publishers(told, {"c": "a", "d": "a"}) == publishers(told[:2], {})


def test_a_copy_of_what_is_not_there_still_tells() -> None:
    assert publishers([event("b")], {"b": "gone"}) == ("Paper b",)


def test_whose_account_it_is() -> None:
    assert accounts(event("a")) == frozenset()
    assert accounts(event("a", publicised_by=("NOR",), attribution=MINISTRY)) == {"NOR", "AFG-AUTH"}
    assert accounts(event("a", of={"publisher": "Bakhtar News Agency"})) == {"AFG-AUTH"}


def test_papers_that_pass_on_one_side_are_one_voice() -> None:
    passed = [event(key, attribution=MINISTRY) for key in "ab"]
    assert voices(passed, {}) == {"AFG-AUTH"}
    assert voices([*passed, event("c")], {}) == {"AFG-AUTH", "Paper c"}
