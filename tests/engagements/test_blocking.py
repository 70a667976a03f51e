"""Nothing is lost by not comparing everything with everything, and what is compared grows as the events, not as their square."""

from __future__ import annotations

from itertools import combinations

from benchmarks.matching import made
from hypothesis import given, settings

from tests.examples import some
from verbale.engagements.act import Act, prepared
from verbale.engagements.blocking import pairs
from verbale.engagements.scoring import points, total
from verbale.model import Event

from .making import event
from .test_building import events


def compared(acts: list[Act]) -> set[tuple[int, int]]:
    return set(pairs(acts, [[n] for n in range(len(acts))]))


def matching(acts: list[Act]) -> set[tuple[int, int]]:
    found = set()
    for a, b in combinations(range(len(acts)), 2):
        if acts[a].family == acts[b].family and (why := points(acts[a], acts[b])) and total(why) > 0:
            found.add((a, b))
    return found


@settings(max_examples=some(200), deadline=None)
@given(events())
def test_every_pair_that_matches_is_compared(given_: list[Event]) -> None:
    acts = prepared(given_)
    assert matching(acts) <= compared(acts)


def test_so_it_is_in_a_large_corpus() -> None:
    acts = prepared(each for _, each in made(600))
    assert matching(acts) <= compared(acts)


def test_each_pair_is_compared_once() -> None:
    acts = prepared([event("a"), event("b")])
    assert list(pairs(acts, [[0], [1]])) == [(0, 1)]


def test_what_is_compared_grows_with_the_events() -> None:
    few, many = (len(compared(prepared(each for _, each in made(number)))) for number in (4_000, 8_000))
    assert many < 2.4 * few
