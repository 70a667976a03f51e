"""Which candidates are events, and who takes part in them: small models trained on passages coded by hand.

The models are plain arrays in ``models/ranker.npz``, made by ``python -m verbale.learning``. Without them, or with the setting
``ranker`` off, the grammar's own first reading of every trigger stands, with its own score.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from verbale.coding import clause, features, twins
from verbale.coding.draft import Draft
from verbale.coding.offers import Offer
from verbale.coding.scene import Ref
from verbale.coding.trees import Array, Trees
from verbale.model import Role

PATH = Path(__file__).parent / "models" / "ranker.npz"
NAMES = ("source", "target", "event", "same", *(f"is {s}" for s in features.STATUSES))
"""The models: who acts, to whom, whether a candidate is an event, whether two are one, and each status."""
LIKELY = 0.45
"""A party takes part in a role from this probability on."""
POSSIBLE = 0.1
"""Where nobody is likely in a role that an act needs, the likeliest takes it from this probability on."""
PRIOR = 4.0
"""How many unseen cases at the average rate stand beside those that training saw of a frame."""
_MANY = 20.0
_LIST = 3
"""Parties from which on a list is taken as a whole."""
_SIDES = 2
"""The last numbers of an offer: how likely it is source and target by the way to it (:mod:`verbale.coding.paths`)."""
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
_KEPT = ("host", "mediator")


class Seen(NamedTuple):
    """How often a frame was right in training, of how many times."""

    right: float
    times: float


class Ranker:
    """The trained models, asked for all candidates of a document at once."""

    def __init__(self, models: Mapping[str, Trees], seen: Mapping[str, Seen], rate: float, floor: float = LIKELY) -> None:
        """Take the models (:data:`NAMES`); ``seen`` tells how often each frame was right, ``rate`` how often candidates are.

        ``floor`` is the probability from which on a candidate stands.
        """
        self.models, self.seen, self.rate, self.floor = models, seen, rate, floor

    def rank(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The candidates with the parties that are likely in them and the probability that they are events."""
        if not drafts:
            return []
        self.settle(drafts)
        sides = self.sides(drafts)
        around = features.Surroundings(drafts)
        rows = [row(d, around, self.learned(d), s) for d, s in zip(drafts, sides, strict=True)]
        for draft, chance, side in zip(drafts, self.models["event"].probability(np.array(rows)), sides, strict=True):
            unknown = draft.held and not draft.rival and (_undecided(draft, "source") or _undecided(draft, "target"))
            assign(draft, side)
            # who of several it was nobody can tell: such an event is incomplete, and counted nowhere, but it is told
            draft.confidence = draft.confidence if unknown else round(float(chance), 4)
        return list(drafts)

    def settle(self, drafts: Sequence[Draft]) -> None:
        """Give every candidate its likeliest status."""
        around = features.Surroundings(drafts)
        rows = np.array([features.status(d, around) for d in drafts])
        chances = np.array([self.models[f"is {s}"].probability(rows) for s in features.STATUSES])
        for draft, best in zip(drafts, chances.argmax(axis=0), strict=True):
            draft.status = features.STATUSES[best]

    def sides(self, drafts: Sequence[Draft]) -> list[Array]:
        """For every candidate the probabilities of its offers to be source, and to be target."""
        rows = np.array([row for d in drafts for row in offer_rows(d)])
        both = np.array([self.models[side].probability(rows) for side in ("source", "target")])
        cuts = np.cumsum([len(d.offers) for d in drafts])[:-1]
        return [levelled(draft, sides) for draft, sides in zip(drafts, np.split(both, cuts, axis=1), strict=True)]

    def alike(self, pairs: Sequence[tuple[Draft, Draft, bool]]) -> Array:
        """How likely pairs of candidates of one type tell one act; with what the rules say of each."""
        return self.models["same"].probability(np.array([twins.pair(*pair) for pair in pairs]))

    def learned(self, draft: Draft) -> tuple[float, float]:
        """How often a candidate's frame was right in training, smoothed, and how often it was seen (up to a limit)."""
        return smoothed(self.seen.get(frame_key(draft), Seen(0, 0)), self.rate)


def smoothed(seen: Seen, rate: float) -> tuple[float, float]:
    """A frame's rate of being right, drawn to the average where it was seen seldom, and how often it was seen."""
    return (seen.right + rate * PRIOR) / (seen.times + PRIOR), min(seen.times, _MANY)


def frame_key(draft: Draft) -> str:
    """What is counted as one frame: the trigger with its meaning, and whether its conditions were met."""
    f = draft.frame
    return f"{f.trigger}|{f.pos}|{f.type}|{f.mode}|{int(draft.held)}"


def offer_rows(draft: Draft) -> list[list[float]]:
    """The numbers of every party that could take part in a candidate."""
    own = features.clause_of(draft)
    ways = [offer.values[-_SIDES:] for offer in draft.offers]
    return [[*own, *offer.values, *_beside(ways, n)] for n, offer in enumerate(draft.offers)]


def levelled(draft: Draft, sides: Array) -> Array:
    """The same chances for all of a long list, their mean: who stands in it does the same, however far from the act."""
    lists: dict[int, list[int]] = {}
    for n, offer in enumerate(draft.offers):
        if (head := draft.page.root(offer.ref.start, offer.ref.end)) is not None:
            lists.setdefault(clause.first_of_list(head).i, []).append(n)
    for members in lists.values():
        if len(members) >= _LIST:
            sides[:, members] = sides[:, members].mean(axis=1, keepdims=True)
    return sides


def _beside(ways: Sequence[Sequence[float]], n: int) -> list[float]:
    """Of each side how likely the likeliest other is, by how much less than this one, and how many are likelier."""
    found: list[float] = []
    for side in range(_SIDES):
        others = [way[side] for m, way in enumerate(ways) if m != n]
        best = max(others, default=0.0)
        found += [best, ways[n][side] - best, float(sum(other > ways[n][side] for other in others))]
    return found


def row(draft: Draft, around: features.Surroundings, learned: tuple[float, float], sides: Array) -> list[float]:
    """The numbers of a candidate, with how likely its likeliest parties are."""
    tops = [p for side in sides for p in (*sorted(side, reverse=True), 0.0, 0.0)[:2]]
    return [*features.values(draft, around, learned), *tops, float(len(draft.offers))]


def assign(draft: Draft, sides: Array) -> None:
    """Give the roles of a candidate to the parties that are likely in them."""
    source, target = _likely(draft, sides)
    people = [
        *(_undecided(draft, "source") or _mentions(draft, "source", source)),
        *(_undecided(draft, "target") or _mentions(draft, "target", target)),
    ]
    named = {role for role, _ in people}
    draft.participants = people + [(role, r) for role, r in draft.participants if r.party is None and role not in named]


def _undecided(draft: Draft, role: Role) -> list[tuple[Role, Ref]]:
    """Whom the grammar names in a role where that is one of several people of one name: nobody else takes their place."""
    own = [(r, ref) for r, ref in draft.participants if r == role]
    return own if any(ref.party is None and ref.candidates for _, ref in own) else []


def _likely(draft: Draft, sides: Array) -> tuple[list[Offer], list[Offer]]:
    by, to = sides
    every = range(len(draft.offers))
    source = [n for n in every if by[n] >= LIKELY and (by[n] >= to[n] or to[n] < LIKELY)]
    target = [n for n in every if to[n] >= LIKELY and n not in source]
    if (draft.type, draft.mode) in _MUTUAL and not (source and target) and len(source + target) > 1:
        source, target = _parted(sorted(source + target, key=lambda n: draft.offers[n].ref.start))
    source = source or _best(by, [n for n in every if n not in target])
    if not target and (draft.type, draft.mode) not in _NO_TARGET:
        target = _best(to, [n for n in every if n not in source])
    return [draft.offers[n] for n in source], [draft.offers[n] for n in target]


def _parted(all_of_them: list[int]) -> tuple[list[int], list[int]]:
    """Those who do a thing with each other in two sides, as the codebook has them: the first named, and the others."""
    return all_of_them[:1], all_of_them[1:]


def _best(chances: Array, among: Sequence[int]) -> list[int]:
    found = max(among, key=lambda n: (chances[n], -n), default=None)
    return [found] if found is not None and chances[found] > POSSIBLE else []


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
