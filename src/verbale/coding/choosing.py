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
from verbale.coding.decide import NO_TARGET
from verbale.coding.draft import Draft
from verbale.coding.offers import NAMES as OFFERED
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
_STANDING = [n for n, name in enumerate(OFFERED) if name.startswith("is:")]
"""The numbers of an offer that tell what kind of party it is."""
_NOBODY = 10.0
"""Log-odds beyond all others, where there is nobody."""
SIDE = (
    "many", "least", "most", "least out", "most out", "least elsewhere", "most elsewhere", "all", "named", "named out", "broken",
    "sure", *(f"{OFFERED[n]}" for n in _STANDING),
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
    fellows = together(draft)
    sources, targets = _options(sides[0], first.source, fellows), _options(sides[1], first.target, fellows)
    free = (draft.type, draft.mode) in _OPEN
    ways = [first, *(way for way in _apart(sources, [*targets, ()]) if way.target or free or not first.target)]
    if draft.type in _PARTED:
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
    """Who could stand on one side: who is likely, the likeliest one, two, three; the first two with their lists; any one alone."""
    order = [n for n in np.argsort(-chances, kind="stable").tolist() if chances[n] >= _THINKABLE][:_DEEP]
    found = [{*likely}, *({*order[: k + 1]} for k in range(len(order)))]
    found += [set().union(*(fellows[n] for n in one)) for one in found[:2] if one]
    found += [{n} for n in order]
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
    if not target and (draft.type, draft.mode) not in _OPEN:
        target = _best(to, [n for n in every if n not in source])
    found = Choice(tuple(source), tuple(target))
    return found if source or draft.type != "CONSULT" else parted(draft, found)


def parted(draft: Draft, way: Choice) -> Choice:
    """Those who do a thing with each other in two sides, as the codebook has them: the first named, and the others."""
    order = sorted((*way.source, *way.target), key=lambda n: (draft.offers[n].ref.start, n))
    return Choice(tuple(order[:1]), tuple(sorted(order[1:])))


def _best(chances: Array, among: Sequence[int]) -> list[int]:
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


def rows(draft: Draft, sides: Array, ways: Sequence[Choice]) -> Array:
    """The numbers of each way, of shape ``(ways, numbers)``: those of the candidate's clause, then :data:`NAMES`."""
    many = len(draft.offers)
    chances = np.clip(sides, 1e-4, 1 - 1e-4)
    odds, fellows = np.log(chances / (1 - chances)), _belonging(draft)
    inside = [np.array([[n in way[side] for n in range(many)] for way in ways], dtype=bool) for side in (0, 1)]
    own = np.array([*features.clause_of(draft)])
    return np.column_stack(
        [
            np.tile(own, (len(ways), 1)),
            [float(way == ways[0]) for way in ways],
            np.full(len(ways), float(many)),
            _side(draft, odds, 0, inside[0], fellows),
            _side(draft, odds, 1, inside[1], fellows),
            _between(draft, inside, fellows),
        ]
    )


def _belonging(draft: Draft) -> Array:
    """Whether any two offers are of one list or word."""
    fellows = together(draft)
    return np.array([[m in own for m in range(len(fellows))] for own in fellows], dtype=np.float32).reshape(2 * (len(fellows),))


def _side(draft: Draft, odds: Array, side: int, inside: Array, fellows: Array) -> Array:
    """How many stand on a side, how likely they and those left out are on it, and who they are (:data:`SIDE`), for every way."""
    out = ~inside
    parties = draft.parties(("source", "target")[side])
    named = np.array([offer.party in parties for offer in draft.offers], dtype=float)
    sure = np.array([offer.ref.sure for offer in draft.offers])
    kinds = np.array([[offer.values[k] for k in _STANDING] for offer in draft.offers]).reshape(-1, len(_STANDING))
    here, other = odds[side], odds[1 - side]
    return np.column_stack(
        [
            inside.sum(axis=1),
            *_extent(here, inside),
            *_extent(here, out),
            *_extent(other, inside),
            inside @ np.minimum(here, 0) - out @ np.maximum(here, 0),
            inside @ named,
            out @ named,
            (inside & (out @ fellows > 0)).sum(axis=1),
            inside @ sure,
            inside @ kinds,
        ]
    )


def _extent(odds: Array, among: Array) -> tuple[Array, Array]:
    """Least and greatest for every way; of nobody, as if nobody were likely."""
    least = np.where(among, odds, _NOBODY).min(axis=1, initial=_NOBODY)
    most = np.where(among, odds, -_NOBODY).max(axis=1, initial=-_NOBODY)
    return np.where(among.any(axis=1), least, -_NOBODY), most


def _between(draft: Draft, inside: Sequence[Array], fellows: Array) -> Array:
    """How the sides stand to each other: one word or list on both, countries on both, which is named first, for every way."""
    source, target = inside
    names = [offer.party[:3] for offer in draft.offers]
    lands = np.array([[name == land for land in dict.fromkeys(names)] for name in names], dtype=float)
    lands = lands.reshape(len(names), len(set(names)))
    start = np.array([offer.ref.start for offer in draft.offers], dtype=float)
    starts = [np.where(side, start, np.inf).min(axis=1, initial=np.inf) for side in inside]
    here = draft.page.start(draft.token)
    return np.column_stack(
        [
            (target & (source @ fellows > 0)).any(axis=1),
            ((source @ lands > 0) & (target @ lands > 0)).sum(axis=1),
            np.isfinite(starts[1]) & (starts[0] <= starts[1]),
            starts[0] <= here,
            starts[1] <= here,
        ]
    ).astype(float)
