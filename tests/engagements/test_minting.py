"""Ids last: the oldest stays with its anchor, younger ones lead to it, and none is given twice."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.engagements.matching import Group
from verbale.engagements.minting import mint, new_id, numbered, resolved
from verbale.record import Minted

from .making import event


def groups(*names: str) -> list[Group]:
    return [Group(tuple(event(name) for name in group)) for group in names]


def later(known: Sequence[Minted], *names: str) -> tuple[tuple[str, ...], tuple[Minted, ...]]:
    maker = numbered()
    for _ in known:
        maker()
    return mint(groups(*names), known, maker)


def test_new_engagements_are_numbered_in_their_order() -> None:
    names, kept = later((), "ab", "c")
    assert names == ("g.1", "g.2")
    assert [(each.minted, each.anchor_event, len(each.events)) for each in kept] == [(1, "a0", 2), (2, "c0", 1)]


def test_nothing_changes_where_nothing_is_new() -> None:
    _, kept = later((), "ab", "c")
    assert later(kept, "ab", "c") == (("g.1", "g.2"), kept)


def test_two_that_become_one_go_by_the_older_and_the_younger_leads_there() -> None:
    _, kept = later((), "a", "b")
    names, merged = later(kept, "ba")
    assert names == ("g.1",) and resolved("g.2", merged) == "g.1"
    names, parted = later(merged, "a", "b")
    assert names == ("g.1", "g.2") and resolved("g.2", parted) == "g.2"


def test_the_id_stays_with_the_anchor_and_else_with_the_most_events() -> None:
    _, kept = later((), "abc")
    assert later(kept, "a", "bc")[0] == ("g.1", "g.2")
    assert later(kept, "b", "cd")[0][0] == "g.1" or later(kept, "b", "cd")[0][1] == "g.1"


def test_an_id_whose_events_are_gone_is_kept_and_never_given_again() -> None:
    _, kept = later((), "a", "b")
    names, after = later(kept, "a", "c")
    assert names == ("g.1", "g.3") and [each.id for each in after] == ["g.1", "g.2", "g.3"]


def test_ids_say_nothing_and_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_a_circle_of_redirects_ends() -> None:
    one, two = (
        Minted(id=a, minted=n, anchor_document="d", anchor_event="e", type="CONSULT", mode="meet", redirect=b)
        for n, a, b in ((1, "g.1", "g.2"), (2, "g.2", "g.1"))
    )
    assert resolved("g.1", [one, two]) in ("g.1", "g.2")
