"""From pairs to groups: the best match first, and none against a hard constraint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from verbale.engagements.act import Act
from verbale.engagements.people import NOBODY, People
from verbale.engagements.repeats import apart
from verbale.engagements.scoring import SLACK

_LASTING = 5
"""Days that a visit or a conference may span over all its reports."""


Companies = dict[str, dict[str, People]]
"""For each document and party, the people whom it knows as one company."""


class Cluster(msgspec.Struct):
    """Acts held for one, with what constrains a further one: documents, the days that all agree on, people for each party."""

    members: list[int]
    documents: set[str]
    first: int
    last: int
    people: dict[str, People]
    large: bool
    apart: set[int]


def single(position: int, act: Act) -> Cluster:
    """One act by itself."""
    return Cluster([position], {act.document}, act.first or 0, act.last or 0, dict(act.people), act.large, set())


class Clusters:
    """Which acts are in one cluster with which others."""

    def __init__(self, acts: Sequence[Act], company: Companies) -> None:
        """Begin with every act by itself.

        Args:
            acts: The acts in their order.
            company: For each document and party, the people whom it knows as one company.
        """
        self._acts = acts
        self._company = company
        self._of = [single(position, act) for position, act in enumerate(acts)]

    def forbid(self, a: int, b: int) -> None:
        """Keep two acts apart whatever speaks for them."""
        self._of[a].apart.update(self._of[b].members)
        self._of[b].apart.update(self._of[a].members)

    def join(self, a: int, b: int, *, decided: bool = False) -> bool:
        """Put the clusters of two acts together, unless a constraint forbids it; a person's decision overrules all but another."""
        one, other = self._of[a], self._of[b]
        if one is other:
            return True
        if one.apart & set(other.members) or not (decided or self._agree(one, other)):
            return False
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.documents |= other.documents
        one.first, one.last = max(one.first, other.first), min(one.last, other.last)
        one.large = one.large or other.large
        one.apart |= other.apart
        for party, people in other.people.items():
            one.people[party] = one.people.get(party, NOBODY) | people
        for member in other.members:
            self._of[member] = one
        return True

    def unite(self, a: int, b: int) -> bool:
        """Put together the clusters of two acts that one document tells as one; of their days those that are told the best."""
        one, other = self._of[a], self._of[b]
        if one is not other and any(apart(self._acts[x], self._acts[y]) for x in one.members for y in other.members):
            return False
        first, last = self._told((*one.members, *other.members))
        large = one.large and other.large if "visit" in (self._acts[a].family, self._acts[b].family) else one.large or other.large
        if not self.join(a, b, decided=True):
            return False
        whole = self._of[a]
        whole.first, whole.last, whole.large = first, last, large
        return True

    def groups(self) -> list[list[int]]:
        """The clusters, each in the order of its acts, the first acts first."""
        seen = {id(cluster): cluster for cluster in self._of}
        return sorted(sorted(cluster.members) for cluster in seen.values())

    def _told(self, members: Iterable[int]) -> tuple[int, int]:
        """The days that all agree on, else those of the act that is dated the best."""
        acts = [act for position in members if (act := self._acts[position]).first is not None]
        first, last = max((act.first or 0 for act in acts), default=0), min((act.last or 0 for act in acts), default=0)
        if first > last:
            best = min(acts, key=lambda act: (not act.fixed, not act.dated, (act.last or 0) - (act.first or 0), act.order))
            first, last = best.first or 0, best.last or 0
        return first, last

    def _agree(self, one: Cluster, other: Cluster) -> bool:
        # what a document tells as one is one by now: what is left of it are other acts
        if not one.documents.isdisjoint(other.documents):
            return False
        family = self._acts[one.members[0]].family
        slack = _LASTING if family == "visit" or (one.large and other.large) else SLACK.get(family, 0)
        if max(one.first, other.first) - min(one.last, other.last) > slack:
            return False
        return (one.large and other.large) or all(
            people.common(other.people[party]) or self._together(one, other, party)
            for party, people in one.people.items()
            if other.people.get(party)
        )

    def _together(self, one: Cluster, other: Cluster, party: str) -> bool:
        return any(company(self._company, self._acts[a], self._acts[b], party) for a in one.members for b in other.members)


def company(known: Companies, a: Act, b: Act, party: str) -> bool:
    """Whether the people of a party in two acts are of one company: a document of theirs knows people of both."""
    mine, theirs = a.people.get(party, NOBODY), b.people.get(party, NOBODY)
    both = (known.get(document, {}).get(party, NOBODY) for document in (a.document, b.document))
    return any(mine.common(each) and theirs.common(each) for each in both)


def companies(acts: Iterable[Act]) -> Companies:
    """For each document and party, the people whom one of its events names together, or beside an occasion but not at another."""
    beside: dict[str, dict[str, People]] = {}
    met: Counter[tuple[str, str]] = Counter()
    for act in acts:
        if act.event.type != "CONSULT":
            continue  # who recognises or accuses need not have been in the room
        for party, people in act.people.items():
            of = beside.setdefault(act.document, {})
            of[party] = of.get(party, NOBODY) | people
            met[act.document, party] += act.family == "occasion"
    # people at different occasions of one document are no company: the document tells them apart
    return {
        document: {party: people for party, people in parties.items() if met[document, party] <= 1}
        for document, parties in beside.items()
    }
