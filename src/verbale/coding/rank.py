"""Which candidates are events, and who takes part in them: small models trained on passages coded by hand.

The models are plain arrays in ``models/ranker.npz``, made by ``python -m verbale.learning``. Without them, or with the setting
``ranker`` off, the grammar's own first reading of every trigger stands, with its own score.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence, Set
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np

from verbale.coding import choosing, features, twins
from verbale.coding.choosing import Choice
from verbale.coding.decide import FLOOR
from verbale.coding.draft import Draft
from verbale.coding.offers import Offer
from verbale.coding.scene import Ref
from verbale.coding.status import YET
from verbale.coding.trees import Array, Trees
from verbale.model import Role

PATH = Path(__file__).parent / "models" / "ranker.npz"
SIDES = ("source", "target")
NAMES = (*SIDES, "way", "event", "same", *(f"is {s}" for s in features.STATUSES))
"""The models: who acts, to whom, who both together, whether a candidate is an event, whether two are one, and each status."""
PRIOR = 4.0
"""How many unseen cases at the average rate stand beside those that training saw of a frame."""
_MANY = 20.0
_LIST = 3
"""Parties from which on a list is taken as a whole."""
_SIDES = 2
"""The last numbers of an offer: how likely it is source and target by the way to it (:mod:`verbale.coding.paths`)."""
_KEPT = ("host", "mediator")
_TOGETHER = 64
"""Candidates whose ways are weighed at a time: a list of a thousand names makes all of them as wide."""


class Seen(NamedTuple):
    """How often a frame was right in training, of how many times."""

    right: float
    times: float


class Way(NamedTuple):
    """Who takes part in a candidate, how likely just these do, and how likely the next best are."""

    choice: Choice
    chance: float
    next: float


class Ranker:
    """The trained models, asked for all candidates of a document at once."""

    def __init__(self, models: Mapping[str, Trees], seen: Mapping[str, Seen], rate: float, floor: float = FLOOR) -> None:
        """Take the models (:data:`NAMES`); ``seen`` tells how often each frame was right, ``rate`` how often candidates are.

        ``floor`` is the probability from which on a candidate stands.
        """
        self.models, self.seen, self.rate, self.floor = models, seen, rate, floor
        self.kinds = kinds(seen)

    def rank(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The candidates with the parties that are likely in them and the probability that they are events."""
        if not drafts:
            return []
        self.settle(drafts)
        sides = self.sides(drafts)
        around = features.Surroundings(drafts)
        ways = self.ways(drafts, sides)
        rows = [row(d, around, self.learned(d), s, way) for d, s, way in zip(drafts, sides, ways, strict=True)]
        for draft, chance, way in zip(drafts, self.models["event"].probability(np.array(rows)), ways, strict=True):
            unknown = draft.held and not draft.rival and (_undecided(draft, "source") or _undecided(draft, "target"))
            assign(draft, way.choice)
            # who of several it was nobody can tell: such an event is incomplete, and counted nowhere, but it is told
            draft.confidence = draft.confidence if unknown else round(float(chance), 4)
        return list(drafts)

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give every candidate its likeliest status, but for what is evidently still to come."""
        around = features.Surroundings(drafts)
        rows = np.array([features.status(d, around) for d in drafts])
        chances = np.array([self.models[f"is {s}"].probability(rows) for s in features.STATUSES])
        for draft, best in zip(drafts, chances.argmax(axis=0), strict=True):
            draft.status = "planned" if draft.governor == YET else features.STATUSES[best]

    def sides(self, drafts: Sequence[Draft]) -> list[Array]:
        """For every candidate the probabilities of its offers to be source, and to be target."""
        rows = np.array([row for d in drafts for row in offer_rows(d)])
        both = np.array([self.models[side].probability(rows) for side in SIDES])
        cuts = np.cumsum([len(d.offers) for d in drafts])[:-1]
        return [levelled(draft, sides) for draft, sides in zip(drafts, np.split(both, cuts, axis=1), strict=True)]

    def ways(self, drafts: Sequence[Draft], sides: Sequence[Array]) -> list[Way]:
        """For every candidate the likeliest way in which parties take part."""
        return weighed(drafts, sides, self.models["way"])

    def alike(self, pairs: Sequence[tuple[Draft, Draft, bool]]) -> Array:
        """How likely pairs of candidates of one type tell one act; with what the rules say of each."""
        return self.models["same"].probability(np.array([twins.pair(*pair) for pair in pairs]))

    def learned(self, draft: Draft) -> tuple[float, float]:
        """How often a candidate's frame was right in training, smoothed, and how often it was seen (up to a limit).

        A frame that training never met, whose conditions are met, is held to be right as often as others of its kind.
        """
        key = frame_key(draft)
        never = draft.held and key not in self.seen
        return smoothed(self.seen.get(key, Seen(0, 0)), self.kinds.get(kind_of(key), self.rate) if never else self.rate)


def smoothed(seen: Seen, rate: float) -> tuple[float, float]:
    """A frame's rate of being right, drawn to the average where it was seen seldom, and how often it was seen."""
    return (seen.right + rate * PRIOR) / (seen.times + PRIOR), min(seen.times, _MANY)


def frame_key(draft: Draft) -> str:
    """What is counted as one frame: the trigger with its meaning, and whether its conditions were met."""
    f = draft.frame
    return f"{f.trigger}|{f.pos}|{f.type}|{f.mode}|{int(draft.held)}"


def kind_of(key: str) -> str:
    """What a frame of a key means, whatever its trigger: type, mode, and whether its conditions were met."""
    return key.split("|", 2)[2]


def kinds(seen: Mapping[str, Seen]) -> dict[str, float]:
    """How often frames of each kind were right in training."""
    found: dict[str, list[Seen]] = {}
    for key, one in seen.items():
        found.setdefault(kind_of(key), []).append(one)
    return {kind: sum(s.right for s in every) / sum(s.times for s in every) for kind, every in found.items()}


def offer_rows(draft: Draft) -> list[list[float]]:
    """The numbers of every party that could take part in a candidate."""
    own = features.clause_of(draft)
    ways = [offer.values[-_SIDES:] for offer in draft.offers]
    return [[*own, *offer.values, *_beside(ways, n)] for n, offer in enumerate(draft.offers)]


def levelled(draft: Draft, sides: Array) -> Array:
    """The same chances for all of a long list, their mean: who stands in it does the same, however far from the act."""
    for members in dict.fromkeys(choosing.together(draft)):
        if len(members) >= _LIST:
            sides[:, sorted(members)] = sides[:, sorted(members)].mean(axis=1, keepdims=True)
    return sides


def _beside(ways: Sequence[Sequence[float]], n: int) -> list[float]:
    """Of each side how likely the likeliest other is, by how much less than this one, and how many are likelier."""
    found: list[float] = []
    for side in range(_SIDES):
        others = [way[side] for m, way in enumerate(ways) if m != n]
        best = max(others, default=0.0)
        found += [best, ways[n][side] - best, float(sum(other > ways[n][side] for other in others))]
    return found


def weighed(drafts: Sequence[Draft], sides: Sequence[Array], model: Trees) -> list[Way]:
    """For every candidate the likeliest way in which parties take part, by a model of ways."""
    every = [choosing.choices(*pair) for pair in zip(drafts, sides, strict=True)]
    found = []
    for start in range(0, len(drafts), _TOGETHER):
        some = slice(start, start + _TOGETHER)
        chances = iter(model.probability(choosing.rows(drafts[some], sides[some], every[some])).tolist())
        found += [_likeliest(ways, list(islice(chances, len(ways)))) for ways in every[some]]
    return found


def _likeliest(ways: Sequence[Choice], chances: Sequence[float]) -> Way:
    best, *others = sorted(range(len(ways)), key=lambda n: -chances[n])
    return Way(ways[best], chances[best], chances[others[0]] if others else 0.0)


def row(draft: Draft, around: features.Surroundings, learned: tuple[float, float], sides: Array, way: Way) -> list[float]:
    """The numbers of a candidate, with how likely its likeliest parties are."""
    tops = [p for side in sides for p in (*sorted(side, reverse=True), 0.0, 0.0)[:2]]
    sizes = [float(len(way.choice.source)), float(len(way.choice.target))]
    return [*features.values(draft, around, learned), *tops, float(len(draft.offers)), way.chance, way.next, *sizes]


def assign(draft: Draft, choice: Choice) -> None:
    """Give the roles of a candidate to the parties chosen."""
    source, target = ([draft.offers[n] for n in side] for side in choice)
    target += _also_met(draft, {offer.party for offer in source + target})
    if draft.mode == "host":
        source, target = _hosting(draft, source, target)
    people = [
        *(_undecided(draft, "source") or _mentions(draft, "source", source)),
        *(_undecided(draft, "target") or _mentions(draft, "target", target)),
    ]
    named = {role for role, _ in people}
    draft.participants = people + [(role, r) for role, r in draft.participants if r.party is None and role not in named]


def _hosting(draft: Draft, source: list[Offer], target: list[Offer]) -> tuple[list[Offer], list[Offer]]:
    """Whoever the grammar has invite or receive is the host, the others are guests: "accepted his *invitation*"."""
    both, own = source + target, draft.parties("source")
    hosts = [offer for offer in both if offer.party in own]
    return (hosts, [offer for offer in both if offer not in hosts]) if hosts else (source, target)


def _also_met(draft: Draft, there: Set[str]) -> list[Offer]:
    """Those whom the grammar lists among those met, where others of the list are: "met the president *as well as activists*"."""
    met = draft.held and draft.type == "CONSULT" and draft.mode in ("meet", "call") and there & draft.parties("target")
    listed = draft.parties("target") - there if met else set()
    return [offer for offer in draft.offers if offer.party in listed]


def _undecided(draft: Draft, role: Role) -> list[tuple[Role, Ref]]:
    """Whom the grammar names in a role where that is one of several people of one name: nobody else takes their place."""
    own = [(r, ref) for r, ref in draft.participants if r == role]
    return own if any(ref.party is None and ref.candidates for _, ref in own) else []


def _mentions(draft: Draft, role: Role, chosen: Sequence[Offer]) -> list[tuple[Role, Ref]]:
    """Whom the grammar names of the parties chosen, hosts and mediators as such; else the mention at hand."""
    found: list[tuple[Role, Ref]] = []
    for offer in chosen:
        own = [(r if r in _KEPT and role == "source" else role, ref) for r, ref in draft.participants if ref.party == offer.party]
        found += own or [(role, offer.ref)]
    return found


@functools.cache
def ranker(path: Path = PATH) -> Ranker | None:
    """The ranker that ships; ``None`` where its file is missing."""
    if not path.is_file():
        return None
    with np.load(path, allow_pickle=False) as arrays:
        models = {name: Trees({key: arrays[f"{name}.{key}"] for key in Trees.PARTS}) for name in NAMES}
        seen = {str(k): Seen(float(a), float(b)) for k, (a, b) in zip(arrays["frames"], arrays["counts"], strict=True)}
        return Ranker(models, seen, float(arrays["rate"]), float(arrays["floor"]))


def plain(drafts: Sequence[Draft]) -> list[Draft]:
    """The grammar alone: the first reading of every trigger whose conditions are met."""
    return [d for d in drafts if d.held and not d.rival]
