"""From pairs to groups: the best match first, and none against a hard constraint."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import msgspec

from verbale.engagements.act import Act
from verbale.engagements.people import NOBODY, People
from verbale.engagements.preferring import kind
from verbale.engagements.repeats import apart, one_telling
from verbale.engagements.reports import confirmed
from verbale.engagements.scoring import LASTING, SLACK, Company


class Cluster(msgspec.Struct):
    """Acts held for one, with what constrains a further one: documents, the days that all agree on, people for each party.

    ``early`` is the first of those days beside acts of a stated day, ``fixed`` whether one of its own is stated; ``kind`` is its
    type; ``unlike`` holds one act for each way in which acts differ that could keep others of their document apart.
    """

    members: list[int]
    documents: set[str]
    first: int
    last: int
    people: dict[str, People]
    large: bool
    apart: set[int]
    early: int
    fixed: bool
    kind: str
    unlike: dict[Hashable, int]


def single(position: int, act: Act) -> Cluster:
    """One act by itself."""
    days = act.first or 0, act.last or 0
    mine = dict(act.people)
    return Cluster(
        [position], {act.document}, *days, mine, act.large, set(), act.early or 0, act.fixed, act.event.type, {_way(act): position}
    )


def _way(act: Act) -> Hashable:
    """What of an act can keep another act of its document apart, its words aside."""
    event = act.event
    return event.mode, event.status, confirmed(event), act.sources, act.targets, frozenset(act.people.items())


class Clusters:
    """Which acts are in one cluster with which others."""

    def __init__(self, acts: Sequence[Act], company: Company) -> None:
        """Begin with every act by itself.

        Args:
            acts: The acts in their order.
            company: Whether the people of a party are known to be of one company.
        """
        self._acts = acts
        self._company = company
        self._of: list[Cluster | None] = [None] * len(acts)

    def forbid(self, a: int, b: int) -> None:
        """Keep two acts apart whatever speaks for them."""
        one, other = self._cluster(a), self._cluster(b)
        one.apart.update(other.members)
        other.apart.update(one.members)

    def name(self, position: int) -> int:
        """What the cluster of an act is called as long as nothing is joined."""
        cluster = self._of[position]
        return position if cluster is None else cluster.members[0]

    def _cluster(self, position: int) -> Cluster:
        """The cluster of an act; most acts of a long record never meet another, and need none."""
        cluster = self._of[position]
        if cluster is None:
            cluster = self._of[position] = single(position, self._acts[position])
        return cluster

    def agree(self, a: int, b: int) -> bool:
        """Whether two acts are in two clusters, and nothing forbids to join these."""
        one, other = self._cluster(a), self._cluster(b)
        return one is not other and one.apart.isdisjoint(other.members) and self._agree(one, other)

    def join(self, a: int, b: int, *, decided: bool = False) -> bool:
        """Put the clusters of two acts together, unless a constraint forbids it; a person's decision overrules all but another."""
        one, other = self._cluster(a), self._cluster(b)
        if one is other:
            return True
        if one.apart & set(other.members) or not (decided or self._agree(one, other)):
            return False
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.documents |= other.documents
        one.first, one.last = max(_first(one, other)), min(one.last, other.last)
        one.early, one.fixed = max(one.early, other.early), one.fixed or other.fixed
        one.large = one.large or other.large
        one.apart |= other.apart
        one.unlike |= other.unlike
        for party, people in other.people.items():
            one.people[party] = one.people.get(party, NOBODY) | people
        for member in other.members:
            self._of[member] = one
        return True

    def unite(self, a: int, b: int) -> bool:
        """Put together the clusters of two acts that one document tells as one; of their days those that are told the best."""
        one, other = self._cluster(a), self._cluster(b)
        if one is other:
            return True
        if self._apart(one, other):
            return False
        first, last = self._told((*one.members, *other.members))
        large = one.large and other.large if "visit" in (self._acts[a].family, self._acts[b].family) else one.large or other.large
        if not self.join(a, b, decided=True):
            return False
        whole = self._cluster(a)
        whole.first, whole.last, whole.large = first, last, large
        whole.early = min(whole.early, first)
        if self._acts[a].event.type != self._acts[b].event.type:
            whole.kind = kind([self._acts[each].event for each in whole.members])
        return True

    def _apart(self, one: Cluster, other: Cluster) -> bool:
        """Whether any two keep the clusters apart; where a journey is among them, it hangs on the words of each."""
        visits = any(self._acts[each].family == "visit" for of in (one, other) for each in of.unlike.values())
        mine, theirs = (of.members if visits else list(of.unlike.values()) for of in (one, other))
        return any(apart(self._acts[x], self._acts[y]) for x in mine for y in theirs)

    def groups(self) -> list[list[int]]:
        """The clusters, each in the order of its acts, the first acts first."""
        seen = {self.name(position): cluster for position, cluster in enumerate(self._of)}
        return sorted(sorted(cluster.members) if cluster else [name] for name, cluster in seen.items())

    def _told(self, members: Iterable[int]) -> tuple[int, int]:
        """The days that all agree on, else those of the act that is dated the best."""
        acts = [act for position in members if (act := self._acts[position]).first is not None]
        first, last = max((act.first or 0 for act in acts), default=0), min((act.last or 0 for act in acts), default=0)
        if first > last:
            best = min(acts, key=_dated)
            first, last = best.first or 0, best.last or 0
        return first, last

    def _agree(self, one: Cluster, other: Cluster) -> bool:
        # what a document tells as one is one by now: what is left of it are other acts
        if one.kind != other.kind or not self._one_telling(one, other):
            return False
        family = self._acts[one.members[0]].family
        slack = LASTING if family == "visit" or (one.large and other.large) else SLACK.get(family, 0)
        if max(_first(one, other)) - min(one.last, other.last) > slack:
            return False
        return (one.large and other.large) or all(
            people.common(other.people[party]) or self._together(one, other, party)
            for party, people in one.people.items()
            if people and other.people.get(party)
        )

    def _one_telling(self, one: Cluster, other: Cluster) -> bool:
        """Whether no document tells of both clusters, or only of what can be parts of one act."""
        both = one.documents & other.documents
        if not both:
            return True
        mine, theirs = ([self._acts[each] for each in of.members if self._acts[each].document in both] for of in (one, other))
        return all(one_telling(a, b) for a in mine for b in theirs if a.document == b.document)

    def _together(self, one: Cluster, other: Cluster, party: str) -> bool:
        return any(self._company(self._acts[a], self._acts[b], party) for a in one.members for b in other.members)


def _dated(act: Act) -> tuple[bool, bool, bool, int, tuple[str, int, str]]:
    """How well an act is dated, the best first; what a person confirmed before all."""
    _, document, start, name = act.order
    return not confirmed(act.event), not act.fixed, not act.dated, (act.last or 0) - (act.first or 0), (document, start, name)


def _first(one: Cluster, other: Cluster) -> tuple[int, int]:
    """The first days of two clusters, each the earlier where the other's day is stated."""
    return (one.early if other.fixed else one.first), (other.early if one.fixed else other.first)
