"""Who stands on which side of a candidate: the ways in which the parties at hand could take part, and the numbers of each way.

What is likely of every party alone can be unlikely of all together: that of two whom one word means only one acts, that the praised
stands among those who praise, that a list is broken. So whole ways are weighed against each other.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import product
from operator import or_
from typing import NamedTuple

import numpy as np

from verbale.coding import clause, features
from verbale.coding.decide import NO_TARGET
from verbale.coding.draft import Draft
from verbale.coding.offers import NAMES as OFFERED
from verbale.coding.offers import Offer
from verbale.coding.trees import Array

LIKELY = 0.45
"""By itself a party takes part in a role from this probability on."""
POSSIBLE = 0.1
"""Where nobody is likely in a role that an act needs, the likeliest takes it above this probability."""
_THINKABLE = 0.03
"""Below this nobody is thought of in a role but as one of a list."""
_DEEP = 3
"""How many of the likeliest in a role are thought of, one by one and together."""
_MANY = 24
"""More ways than that are not weighed; those thought of first are."""
_OPEN = NO_TARGET | {("CONSULT", "mediate")}
"""What need not be done to anybody."""
_MUTUAL = {("CONSULT", "meet"), ("CONSULT", "call"), ("CONSULT", "correspond"), ("AGREE", "agree"), ("COOPERATE", "practical")}
"""What parties do with each other."""
_PARTED = {"AGREE", "COOPERATE"}
"""Types of which the codebook has the first named as source."""
_KINDS = [n for n, name in enumerate(OFFERED) if name.startswith("is:")]
_STANDING = slice(_KINDS[0], _KINDS[-1] + 1)
"""The numbers of an offer that tell what kind of party it is."""
_LAND = 3
"""How many letters of a party's code are those of its country."""
_NOBODY = 10.0
"""Log-odds beyond all others, where there is nobody."""
SIDE = (
    "many", "least", "most", "least out", "most out", "least elsewhere", "most elsewhere", "all", "named", "named out", "broken",
    "sure", *OFFERED[_STANDING],
)  # fmt: skip
NAMES = (
    "alone",
    "offers",
    *(f"source {name}" for name in SIDE),
    *(f"target {name}" for name in SIDE),
    "list on both",
    "countries on both",
    "source first",
    "source before",
    "target before",
)
"""What the numbers of a way are, in order, behind those of the candidate's clause."""


class Choice(NamedTuple):
    """The places, among a candidate's offers, of those who act, and of those to whom; each in rising order."""

    source: tuple[int, ...]
    target: tuple[int, ...]


def choices(draft: Draft, sides: Array) -> list[Choice]:
    """The ways in which parties could take part, first what is likely of each of them alone.

    ``sides`` has for every offer the probability of being source, and target, of shape ``(2, offers)``.
    """
    first = alone(draft, sides)
    lists = [_bits(fellows) for fellows in together(draft)]
    sources, targets = (_options(chances, _bits(side), lists) for chances, side in zip(sides.tolist(), first, strict=True))
    free = (draft.type, draft.mode) in _OPEN or not first.target
    ways = [(_bits(first.source), _bits(first.target)), *(way for way in _apart(sources, [*targets, 0]) if way[1] or free)]
    found = [Choice(_places(source), _places(target)) for source, target in _each_once(ways, draft)]
    if draft.type in _PARTED:
        found = list(dict.fromkeys([*found, *(parted(draft, way) for way in found)]))
    return found[:_MANY]


def _bits(places: Iterable[int]) -> int:
    """Places as the bits of one number: to tell sets apart and to take one from another is then one step."""
    return sum(1 << place for place in places)


@functools.lru_cache(maxsize=1 << 12)
def _places(bits: int) -> tuple[int, ...]:
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


def _each_once(ways: Iterable[tuple[int, int]], draft: Draft) -> list[tuple[int, int]]:
    """Ways in order, each once; who met whom are the same whoever is named first."""
    seen: dict[object, tuple[int, int]] = {}
    for way in ways:
        seen.setdefault(way[0] | way[1] if draft.type == "CONSULT" else way, way)
    return list(seen.values())


def _apart(sources: Sequence[int], targets: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Every pair of sides, nobody on both."""
    for source, target in product(sources, targets):
        if source:
            yield source, target & ~source
            if left := source & ~target:
                yield left, target


def _options(chances: Sequence[float], likely: int, lists: Sequence[int]) -> list[int]:
    """Who could stand on one side: who is likely, the likeliest one, two, three; the first two with their lists; any one alone."""
    order = sorted((n for n, chance in enumerate(chances) if chance >= _THINKABLE), key=lambda n: -chances[n])[:_DEEP]
    found = [likely, *(_bits(order[: k + 1]) for k in range(len(order)))]
    found += [functools.reduce(or_, (lists[n] for n in _places(one))) for one in found[:2] if one]
    return list(dict.fromkeys([*found, *(1 << n for n in order)]))


def alone(draft: Draft, sides: Array) -> Choice:
    """Who is likely on each side by itself; where nobody is on a side that the act needs, the likeliest."""
    by, to = sides.tolist()
    every = range(len(draft.offers))
    source = [n for n in every if by[n] >= LIKELY and (by[n] >= to[n] or to[n] < LIKELY)]
    target = [n for n in every if to[n] >= LIKELY and n not in source]
    if (draft.type, draft.mode) in _MUTUAL and not (source and target) and len(source + target) > 1:
        return parted(draft, Choice(tuple(source), tuple(target)))
    source = source or _best(by, [n for n in every if n not in target])
    if not target and (draft.type, draft.mode) not in _OPEN:
        target = _best(to, [n for n in every if n not in source])
    found = Choice(tuple(source), tuple(target))
    return found if source or draft.type != "CONSULT" else parted(draft, found)


def parted(draft: Draft, way: Choice) -> Choice:
    """Those who do a thing with each other in two sides, as the codebook has them: the first named, and the others."""
    order = sorted((*way.source, *way.target), key=lambda n: (draft.offers[n].ref.start, n))
    return Choice(tuple(order[:1]), tuple(sorted(order[1:])))


def _best(chances: Sequence[float], among: Sequence[int]) -> list[int]:
    found = max(among, key=lambda n: (chances[n], -n), default=None)
    return [found] if found is not None and chances[found] > POSSIBLE else []


def together(draft: Draft) -> list[frozenset[int]]:
    """For every offer the offers of its list, or of its word ("they"), itself with them; one word's second meaning is by itself."""
    keys: list[object] = []
    lists: dict[object, list[int]] = {}
    meant: set[tuple[int, int, str]] = set()
    for n, offer in enumerate(draft.offers):
        head = draft.page.root(offer.ref.start, offer.ref.end)
        word = offer.ref.start, offer.ref.end, offer.party[:3]
        again = word in meant
        meant.add(word)
        keys.append(f"again {n}" if again else clause.first_of_list(head).i if head is not None else word[:2])
        lists.setdefault(keys[-1], []).append(n)
    whole = {key: frozenset(members) for key, members in lists.items()}
    return [whole[key] for key in keys]


class _Crowd:
    """The offers of several candidates side by side: a row for each of their ways, a column for each offer of its candidate."""

    def __init__(self, drafts: Sequence[Draft], every: Sequence[Sequence[Choice]]) -> None:
        """Lay out candidates, each with its ways."""
        self.drafts, self.many = drafts, [len(ways) for ways in every]
        self._of = np.repeat(np.arange(len(drafts)), self.many)
        self._row = [row for row, draft in enumerate(drafts) for _ in draft.offers]
        self._column = [n for draft in drafts for n in range(len(draft.offers))]
        self.there = self.laid(np.ones(len(self._row), dtype=bool))
        self.inside = [self._standing([way[side] for ways in every for way in ways]) for side in (0, 1)]

    def told(self, tell: Callable[[Draft, Offer], object], kind: type[object] = float, *shape: int) -> Array:
        """What is told of each offer, numbers of that kind and shape, in each way of its candidate; nought where there is none."""
        every = [tell(draft, offer) for draft in self.drafts for offer in draft.offers]
        return self.laid(np.array(every, dtype=kind).reshape(-1, *shape))

    def alike(self, keys: Callable[[Draft], Iterable[Hashable]]) -> Array:
        """For each offer the place of its candidate's first offer with the same key."""
        return self.laid(np.array([place for draft in self.drafts for place in _first_places(keys(draft))], dtype=int))

    def laid(self, values: Array) -> Array:
        """Something of each offer, one after the other, laid out."""
        found = np.zeros((len(self.drafts), max(self._column, default=-1) + 1, *values.shape[1:]), dtype=values.dtype)
        found[self._row, self._column] = values
        return np.asarray(found[self._of])

    def _standing(self, ways: Sequence[tuple[int, ...]]) -> Array:
        found = np.zeros_like(self.there)
        found[[row for row, way in enumerate(ways) for _ in way], [n for way in ways for n in way]] = True
        return found


def _first_places(keys: Iterable[Hashable]) -> list[int]:
    places: dict[Hashable, int] = {}
    return [places.setdefault(key, n) for n, key in enumerate(keys)]


def rows(drafts: Sequence[Draft], sides: Sequence[Array], every: Sequence[Sequence[Choice]]) -> Array:
    """The numbers of each way of candidates, of shape ``(ways, numbers)``: those of the candidate's clause, then :data:`NAMES`."""
    crowd = _Crowd(drafts, every)
    chances = np.clip(np.concatenate(sides, axis=1), 1e-4, 1 - 1e-4)
    odds = [crowd.laid(each) for each in np.log(chances / (1 - chances))]
    lists = crowd.alike(together)
    return np.column_stack(
        [
            np.repeat([features.clause_of(draft) for draft in drafts], crowd.many, axis=0),
            [way == ways[0] for ways in every for way in ways],
            crowd.there.sum(axis=1),
            _side(crowd, 0, odds, lists),
            _side(crowd, 1, odds, lists),
            _between(crowd, lists),
        ]
    )


def _side(crowd: _Crowd, side: int, odds: Sequence[Array], lists: Array) -> Array:
    """How many stand on a side, how likely they and those left out are on it, and who they are (:data:`SIDE`), for every way."""
    inside = crowd.inside[side]
    out = crowd.there & ~inside
    here, other = odds[side], odds[1 - side]
    parties = {id(draft): draft.parties(("source", "target")[side]) for draft in crowd.drafts}
    named = crowd.told(lambda draft, offer: offer.party in parties[id(draft)], bool)
    sure = crowd.told(lambda _, offer: offer.ref.sure)
    kinds = crowd.told(lambda _, offer: offer.values[_STANDING], float, len(_KINDS))
    return np.column_stack(
        [
            inside.sum(axis=1),
            *_extent(here, inside),
            *_extent(here, out),
            *_extent(other, inside),
            (inside * np.minimum(here, 0) - out * np.maximum(here, 0)).sum(axis=1),
            (inside & named).sum(axis=1),
            (out & named).sum(axis=1),
            (inside & _have(out, lists)).sum(axis=1),
            (inside * sure).sum(axis=1),
            (inside[:, :, None] * kinds).sum(axis=1),
        ]
    )


def _have(standing: Array, groups: Array) -> Array:
    """For each offer whether any of its group stands there."""
    return np.asarray(np.take_along_axis(_taken(standing, groups), groups, axis=1))


def _taken(standing: Array, groups: Array) -> Array:
    """Which groups, by their first places, any stand of."""
    found = np.zeros_like(standing)
    row, column = np.nonzero(standing)
    found[row, groups[row, column]] = True
    return found


def _extent(odds: Array, among: Array) -> tuple[Array, Array]:
    """Least and greatest for every way; of nobody, as if nobody were likely."""
    least = np.where(among, odds, _NOBODY).min(axis=1, initial=_NOBODY)
    most = np.where(among, odds, -_NOBODY).max(axis=1, initial=-_NOBODY)
    return np.where(among.any(axis=1), least, -_NOBODY), most


def _between(crowd: _Crowd, lists: Array) -> Array:
    """How the sides stand to each other: one word or list on both, countries on both, which is named first, for every way."""
    source, target = crowd.inside
    lands = crowd.alike(lambda draft: [offer.party[:_LAND] for offer in draft.offers])
    start = crowd.told(lambda _, offer: offer.ref.start)
    starts = [np.where(side, start, np.inf).min(axis=1, initial=np.inf) for side in crowd.inside]
    here = np.repeat([draft.page.start(draft.token) for draft in crowd.drafts], crowd.many)
    return np.column_stack(
        [
            (target & _have(source, lists)).any(axis=1),
            (_taken(source, lands) & _taken(target, lands)).sum(axis=1),
            np.isfinite(starts[1]) & (starts[0] <= starts[1]),
            starts[0] <= here,
            starts[1] <= here,
        ]
    )
