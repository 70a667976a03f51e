"""Events into groups that are one act each: the same whatever the order, the batches or the repetition of what comes in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from verbale.engagements.act import Act, prepared
from verbale.engagements.blocking import pairs
from verbale.engagements.clustering import Clusters, companies, company
from verbale.engagements.referring import echoed, referred, vague
from verbale.engagements.repeats import repeats
from verbale.engagements.scoring import Edge, Match, Points, back, match, points, total
from verbale.engagements.stories import Stories
from verbale.engagements.telling import Telling
from verbale.engagements.weights import DECIDED
from verbale.model import Event

Pair = tuple[str, str]


class Group(msgspec.Struct, frozen=True):
    """Events held for one act, the first published first, and the matches that hold them together."""

    events: tuple[Event, ...]
    matches: tuple[Match, ...] = ()


def matched(
    events: Iterable[Event], same: Iterable[Pair] = (), different: Iterable[Pair] = (), copies: Mapping[str, str] | None = None
) -> tuple[Group, ...]:
    """The groups of events that are one act, in the order of their first events.

    Args:
        events: Events of any number of documents, in any order; repetitions count once.
        same: Pairs of event ids that a person holds for one act.
        different: Pairs that a person holds apart.
        copies: Each copied document's id, and that of the document which it copies.
    """
    acts = prepared(events)
    apart = sorted(set(different))
    building = _Building(acts, _alike(acts, copies or {}, _alone(apart)))
    building.keep_apart(apart)
    building.build()
    building.put_together(same)
    return building.groups()


def _alone(different: Iterable[Pair]) -> frozenset[str]:
    """One event of each pair that is held apart, the one of most pairs: it can stand for no other, nor another for it."""
    held = list(different)
    times = Counter(event for pair in held for event in pair)
    return frozenset(max(pair, key=lambda event: (times[event], event)) for pair in held)


def _alike(acts: Sequence[Act], copies: Mapping[str, str], alone: frozenset[str]) -> list[list[int]]:
    """Acts that say exactly the same in different documents, so that one stands for them all when pairs are compared.

    What a document says twice stays two: the first of one document goes with the first of another.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    times: dict[tuple[object, ...], int] = {}
    for position, act in enumerate(acts):
        sign = (act.event.id,) if act.event.id in alone else _sign(act, copies)
        times[act.document, sign] = nth = times.get((act.document, sign), -1) + 1
        found.setdefault((sign, nth), []).append(position)
    return list(found.values())


def _sign(act: Act, copies: Mapping[str, str]) -> tuple[object, ...]:
    people = tuple((party, tuple(sorted(each.ids | each.unknown))) for party, each in sorted(act.people.items()))
    event = act.event
    original = copies.get(act.document)
    sides = (tuple(sorted(act.sources)), tuple(sorted(act.targets))) if act.family not in ("occasion", "letter") else ()
    what = (act.family, event.mode, event.status, tuple(sorted(act.parties)), sides, people)
    if original is not None and event.date_basis in ("publication", None):
        # a copy that is published later was not written later
        return (original, *what)
    when = (act.first, act.last, event.date_precision, event.date_basis)
    setting = (act.place, act.country, event.channel, tuple(sorted(act.topics)), tuple(sorted(act.words)))
    return (*what, *when, *setting)


class _Building:
    """The groups in the making."""

    def __init__(self, acts: list[Act], alike: list[list[int]]) -> None:
        self._acts, self._alike = acts, alike
        self._company = companies(acts)
        self._telling = Telling(acts)
        self._clusters = Clusters(acts, self._company)
        self._at = {act.event.id: position for position, act in enumerate(acts)}
        self._kept: list[tuple[int, int, Points]] = []
        self._loose: list[Edge] = []
        self._tellings = Counter(act.document for act in acts)

    def keep_apart(self, different: Iterable[Pair]) -> None:
        """Keep apart what a person holds apart, before anything is computed."""
        for a, b in self._known(different):
            self._clusters.forbid(a, b)

    def put_together(self, same: Iterable[Pair]) -> None:
        """Put together what a person holds for one act, with everything that either was matched with."""
        for a, b in self._known(same):
            if self._clusters.join(a, b, decided=True):
                self._kept.append((a, b, [("decided by a person", DECIDED)]))

    def _known(self, pairs: Iterable[Pair]) -> list[tuple[int, int]]:
        return [(self._at[a], self._at[b]) for a, b in sorted(pairs) if a in self._at and b in self._at]

    def build(self) -> None:
        """Join what a document tells as one, then the best first; then what looks back, and what was said beside what is joined."""
        for _, a, b, found in repeats(self._acts):
            if self._clusters.unite(a, b):
                self._kept.append((a, b, found))
        edges = self._inner()
        # what says the same without a day is no rival of what it says the same as
        alike, self._loose = self._loose, []
        edges += self._outer()
        edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
        self._join(edges)
        self._join(echoed(self._acts, alike))
        self._join(referred(self._acts, self._loose, self._clusters))
        self._loose += alike
        self._join(Stories(self._acts, self._clusters).told(self._beside(), self._clusters, self._together, self._telling))

    def _join(self, edges: Iterable[Edge]) -> None:
        for _, a, b, found in edges:
            if self._clusters.join(a, b):
                self._kept.append((a, b, found))

    def _beside(self) -> list[Edge]:
        """What is loose and no occasion."""
        return [edge for edge in self._loose if self._acts[edge[1]].event.type != "CONSULT"]

    def _inner(self) -> list[Edge]:
        """Those that say the same: each with the one that stands for them."""
        return [edge for group in self._alike for other in group[1:] if (edge := self._edge(group[0], other))]

    def _outer(self) -> list[Edge]:
        """Those that stand for others, compared as acts of different documents."""
        found = []
        for one, other in pairs(self._acts, self._alike):
            apart = self._apart(self._alike[one], self._alike[other])
            if apart and (edge := self._edge(*apart)):
                found.append(edge)
        return found

    def _apart(self, one: list[int], other: list[int]) -> tuple[int, int] | None:
        a = one[0]
        first = next((b for b in other if self._acts[b].document != self._acts[a].document), None)
        return None if first is None else (a, first)

    def _edge(self, a: int, b: int) -> Edge | None:
        one, other = self._acts[a], self._acts[b]
        why = points(one, other, self._together, self._telling)
        if why is None:
            return None
        edge = total(why), a, b, why
        if edge[0] > 0 and not back(one, other):
            return edge
        if (
            vague(one)
            or vague(other)
            or (one.event.type != "CONSULT" and min(self._tellings[x.document] for x in (one, other)) > 1)
        ):
            self._loose.append(edge)
        return None

    def _together(self, a: Act, b: Act, party: str) -> bool:
        return company(self._company, a, b, party)

    def groups(self) -> tuple[Group, ...]:
        """The groups with their matches."""
        held: dict[int, list[Match]] = {}
        groups = self._clusters.groups()
        of = {position: n for n, group in enumerate(groups) for position in group}
        for a, b, why in self._kept:
            held.setdefault(of[a], []).append(match(self._acts[a], self._acts[b], why))
        return tuple(
            Group(tuple(self._acts[position].event for position in group), tuple(held.get(n, ()))) for n, group in enumerate(groups)
        )
