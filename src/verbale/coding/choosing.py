"""Who stands on which side of a candidate: the ways in which the parties at hand could take part, and the numbers of each way.

What is likely of every party alone can be unlikely of all together: that of two whom one word means only one acts, that the praised
stands among those who praise, that a list is broken. So whole ways are weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from verbale.coding import clause, features
from verbale.coding.draft import Draft
from verbale.coding.trees import Array

LIKELY = 0.45
"""A party takes part in a role from this probability on."""
POSSIBLE = 0.1
"""Where nobody is likely in a role that an act needs, the likeliest takes it from this probability on."""
_THINKABLE = 0.03
"""Below this nobody is thought of in a role."""
_DEEP = 3
"""How many of the likeliest in a role are thought of one more at a time."""
_MANY = 24
_NO_TARGET = {
    ("CONSULT", "visit"),
    ("CONSULT", "host"),
    ("CONSULT", "attend"),
    ("CONSULT", "mediate"),
    ("PROTEST", "protest"),
    ("SUPPORT", "praise"),
    ("SUPPORT", "recognise"),
}
_MUTUAL = {("CONSULT", "meet"), ("CONSULT", "call"), ("CONSULT", "correspond"), ("AGREE", "agree"), ("COOPERATE", "practical")}
"""What parties do with each other."""
_CLASSES = ("authority", "opposition", "armed", "people", "foreign body", "vague", "state", "body")


class Choice(NamedTuple):
    """The places, among a candidate's offers, of those who act, and of those to whom."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def choices(draft: Draft, sides: Array) -> list[Choice]:
    """The ways in which parties could take part, first what is likely of each of them alone.

    ``sides`` has for every offer the probability of being source, and target, of shape ``(2, offers)``.
    """
    first = alone(draft, sides)
    fellows = together(draft)
    sources, targets = _options(sides[0], first.source, fellows), _options(sides[1], first.target, fellows)
    if (draft.type, draft.mode) in _NO_TARGET:
        targets.append(())
    ways = [first, *_apart(sources, targets)]
    if draft.type in ("AGREE", "COOPERATE"):
        ways += [parted(draft, way) for way in ways]
    seen: dict[object, Choice] = {}
    for way in ways:
        seen.setdefault(frozenset((*way.source, *way.target)) if draft.type == "CONSULT" else way, way)
    return list(seen.values())[:_MANY]


def _apart(sources: Sequence[tuple[int, ...]], targets: Sequence[tuple[int, ...]]) -> Iterator[Choice]:
    """Every pair of sides, nobody on both."""
    for source, target in product(sources, targets):
        if source:
            yield Choice(source, tuple(n for n in target if n not in source))
            if left := tuple(n for n in source if n not in target):
                yield Choice(left, target)


def _options(chances: Array, likely: tuple[int, ...], fellows: Sequence[frozenset[int]]) -> list[tuple[int, ...]]:
    """Who could stand on one side: who is likely, the likeliest one, two, three, and these with all of their lists."""
    order = [n for n in np.argsort(-chances, kind="stable").tolist() if chances[n] >= _THINKABLE][:_DEEP]
    found = [set(likely), *(set(order[: k + 1]) for k in range(len(order)))]
    found += [set().union(*(fellows[n] for n in one)) for one in found[:2] if one]
    return list(dict.fromkeys(tuple(sorted(one)) for one in found))


def alone(draft: Draft, sides: Array) -> Choice:
    """Who is likely on each side by itself; where nobody is on a side that the act needs, the likeliest."""
    by, to = sides
    every = range(len(draft.offers))
    source = [n for n in every if by[n] >= LIKELY and (by[n] >= to[n] or to[n] < LIKELY)]
    target = [n for n in every if to[n] >= LIKELY and n not in source]
    if (draft.type, draft.mode) in _MUTUAL and not (source and target) and len(source + target) > 1:
        return parted(draft, Choice(tuple(source), tuple(target)))
    source = source or _best(by, [n for n in every if n not in target])
    if not target and (draft.type, draft.mode) not in _NO_TARGET:
        target = _best(to, [n for n in every if n not in source])
    return Choice(tuple(source), tuple(target))


def parted(draft: Draft, way: Choice) -> Choice:
    """Those who do a thing with each other in two sides, as the codebook has them: the first named, and the others."""
    first, *others = sorted((*way.source, *way.target), key=lambda n: draft.offers[n].ref.start)
    return Choice((first,), tuple(others))


def _best(chances: Array, among: Sequence[int]) -> list[int]:
    found = max(among, key=lambda n: (chances[n], -n), default=None)
    return [found] if found is not None and chances[found] > POSSIBLE else []


def together(draft: Draft) -> list[frozenset[int]]:
    """For every offer the offers of its list, or of its word ("they"), itself with them."""
    lists: dict[object, set[int]] = {}
    keys: list[object] = []
    for n, offer in enumerate(draft.offers):
        head = draft.page.root(offer.ref.start, offer.ref.end)
        keys.append(clause.first_of_list(head).i if head is not None else (offer.ref.start, n))
        lists.setdefault(keys[-1], set()).add(n)
    return [frozenset(lists[key]) for key in keys]


def rows(draft: Draft, sides: Array, ways: Sequence[Choice]) -> list[list[float]]:
    """The numbers of each way."""
    own = features.clause_of(draft)
    fellows = together(draft)
    odds = np.log(np.clip(sides, 1e-4, 1 - 1e-4) / (1 - np.clip(sides, 1e-4, 1 - 1e-4)))
    first = ways[0]
    return [
        [
            *own,
            float(way == first),
            float(len(draft.offers)),
            *_side(draft, odds, fellows, 0, way),
            *_side(draft, odds, fellows, 1, way),
            *_between(draft, fellows, way),
        ]
        for way in ways
    ]


def _side(draft: Draft, odds: Array, fellows: Sequence[frozenset[int]], side: int, way: Choice) -> list[float]:
    """How many stand on a side, how likely they and those left out are on it, and who they are."""
    inside = way[side]
    out = [n for n in range(len(draft.offers)) if n not in inside]
    role = ("source", "target")[side]
    named = {n for n, offer in enumerate(draft.offers) if offer.party in draft.parties(role)}
    here, other = odds[side], odds[1 - side]
    kinds = [sum(draft.offers[n].values[k] for n in inside) for k in _kinds()]
    return [
        float(len(inside)),
        *_extent(here, inside),
        *_extent(here, out),
        *_extent(other, inside),
        float(np.where(np.isin(np.arange(len(here)), inside), np.minimum(here, 0), -np.maximum(here, 0)).sum()),
        float(len(named & set(inside))),
        float(len(named - set(inside))),
        float(sum(bool(fellows[n] - set(inside)) for n in inside)),
        float(sum(draft.offers[n].ref.sure for n in inside)),
        *kinds,
    ]


def _extent(odds: Array, among: Sequence[int]) -> tuple[float, float]:
    """Least and greatest; of nobody, both as if nobody were likely."""
    return (float(odds[list(among)].min()), float(odds[list(among)].max())) if among else (-10.0, -10.0)


def _between(draft: Draft, fellows: Sequence[frozenset[int]], way: Choice) -> list[float]:
    """How the sides stand to each other: one word or list on both, one country on both, which is named first."""
    source, target = ([draft.offers[n] for n in side] for side in way)
    lands, others = ({o.party[:3] for o in side} for side in (source, target))
    starts = [min((o.ref.start for o in side), default=0) for side in (source, target)]
    here = draft.page.start(draft.token)
    return [
        float(any(fellows[n] & set(way.target) for n in way.source)),
        float(len(lands & others)),
        float(bool(source and target) and starts[0] <= starts[1]),
        float(bool(source) and starts[0] <= here),
        float(bool(target) and starts[1] <= here),
    ]


def _kinds() -> list[int]:
    from verbale.coding.offers import NAMES

    return [NAMES.index(f"is:{name}") for name in _CLASSES]
