"""Events into groups that are one act each: the same whatever the order, the batches or the repetition of what comes in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

import msgspec

from verbale.engagements.act import Act, prepared
from verbale.engagements.blocking import pairs
from verbale.engagements.clustering import Clusters
from verbale.engagements.match import Match
from verbale.engagements.referring import echoed, referred, vague
from verbale.engagements.regions import Regions
from verbale.engagements.repeats import Repeat, repeats
from verbale.engagements.scoring import Edge, Points, back, match, points, total
from verbale.engagements.stories import Stories
from verbale.engagements.surroundings import Surroundings
from verbale.engagements.telling import Telling, common
from verbale.engagements.weights import DECIDED
from verbale.model import Event

Pair = tuple[str, str]
Sign = tuple[object, ...]


class Group(msgspec.Struct, frozen=True):
    """Events held for one act, the first published first, and the matches that hold them together.

    ``region`` names the part of the record within which that was decided: nothing outside of it bears on it. ``acts`` are the
    events as they were compared, where they were.
    """

    events: tuple[Event, ...]
    matches: tuple[Match, ...] = ()
    region: str = ""
    acts: tuple[Act, ...] = ()


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What is known beside the events: copied documents with what they copy, pairs held for one act and pairs held apart."""

    copies: Mapping[str, str] = {}
    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


def matched(events: Iterable[Event], given: Given = Given()) -> tuple[Group, ...]:  # noqa: B008 (it is frozen)
    """The groups of events that are one act, in the order of their first events.

    Args:
        events: Events of any number of documents, in any order; repetitions count once.
        given: What is known beside them.
    """
    acts = prepared(events)
    by_document: dict[str, list[Act]] = defaultdict(list)
    for act in acts:
        by_document[act.document].append(act)
    return grouped(acts, given, Surroundings(by_document.__getitem__, Telling(common([act.words for act in acts]))))


def grouped(acts: list[Act], given: Given, around: Surroundings) -> tuple[Group, ...]:
    """The groups of acts, all of a record or whole regions of it.

    Args:
        acts: The acts in their order.
        given: What is known beside them.
        around: What else bears on them.
    """
    building = _Building(acts, given, around)
    building.build()
    return building.groups()


def touching(acts: list[Act], given: Given, around: Surroundings, those: Container[int]) -> Iterator[str]:
    """The ids of events that bear on some acts, or on which these bear; some of them more than once.

    Args:
        acts: Acts in their order: those, all that say the same as any of them, and all that are near.
        given: What is known beside them.
        around: What else bears on them.
        those: The positions of some of them.
    """
    return _Building(acts, given, around).touching(those)


def _alone(different: Iterable[Pair]) -> frozenset[str]:
    """One event of each pair that is held apart, the one of most pairs: it can stand for no other, nor another for it."""
    held = list(different)
    times = Counter(event for pair in held for event in pair)
    return frozenset(max(pair, key=lambda event: (times[event], event)) for pair in held)


def signed(acts: Sequence[Act], given: Given) -> Iterator[tuple[int, Sign]]:
    """The positions of acts, each with what it says: acts of one sign say exactly the same."""
    alone = _alone(given.different)
    for position, act in enumerate(acts):
        yield position, (act.event.id,) if act.event.id in alone else _sign(act, given.copies)


def _alike(acts: Sequence[Act], given: Given, regions: Regions) -> list[list[int]]:
    """Acts that say exactly the same in different documents, so that one stands for them all when pairs are compared.

    What a document says twice stays two: the first of one document goes with the first of another.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    times: dict[tuple[object, ...], int] = {}
    first: dict[Sign, int] = {}
    for position, sign in signed(acts, given):
        document = acts[position].document
        times[document, sign] = nth = times.get((document, sign), -1) + 1
        found.setdefault((sign, nth), []).append(position)
        if (same := first.setdefault(sign, position)) != position:
            regions.join((same, position))
    return list(found.values())


def _sign(act: Act, copies: Mapping[str, str]) -> Sign:
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

    def __init__(self, acts: list[Act], given: Given, around: Surroundings) -> None:
        self._acts, self._given, self._around = acts, given, around
        self._regions = Regions(len(acts))
        self._alike = _alike(acts, given, self._regions)
        self._clusters = Clusters(acts, around.company)
        self._at = {act.event.id: position for position, act in enumerate(acts)}
        self._kept: list[tuple[int, int, Points]] = []
        self._loose: list[Edge] = []

    def _known(self, pairs: Iterable[Pair]) -> list[tuple[int, int]]:
        return [(self._at[a], self._at[b]) for a, b in sorted(pairs) if a in self._at and b in self._at]

    def build(self) -> None:
        """Join what a document tells as one, then the best first; then what looks back, and what was said beside what is joined.

        What a person holds apart is kept apart before anything is computed; what a person holds for one act is put together at the
        end, with everything that either was matched with.
        """
        apart, one = self._known(self._given.different), self._known(self._given.same)
        for a, b in apart:
            self._clusters.forbid(a, b)
        self._bear(apart + one)
        for _, a, b, found in self._repeats():
            self._bear([(a, b)])
            if self._clusters.unite(a, b):
                self._kept.append((a, b, found))
        self._match()
        for a, b in one:
            if self._clusters.join(a, b, decided=True):
                self._kept.append((a, b, [("decided by a person", DECIDED)]))

    def _match(self) -> None:
        edges = self._inner()
        # what says the same without a day is no rival of what it says the same as
        alike, self._loose = self._loose, []
        edges += self._outer()
        self._bear((edge[1], edge[2]) for edge in (*edges, *alike, *self._loose))
        edges.sort(key=lambda edge: (-edge[0], edge[1], edge[2]))
        self._join(edges)
        self._join(echoed(self._acts, alike))
        self._join(referred(self._acts, self._loose, self._clusters))
        self._loose += alike
        beside = self._beside()
        for edge in beside:
            self._bear_documents(edge)
        self._join(Stories(self._acts, self._clusters).told(beside, self._around.company, self._around.telling))

    def touching(self, those: Container[int]) -> Iterator[str]:
        """The ids of those that bear on any of ``those``."""
        for edge in (*self._outer(those), *self._loose):
            yield from (self._acts[each].event.id for each in edge[1:3])
        for edge in self._beside():
            yield from (act.event.id for act in self._told(edge))

    def _bear(self, pairs: Iterable[tuple[int, int]]) -> None:
        for pair in pairs:
            self._regions.join(pair)

    def _bear_documents(self, edge: Edge) -> None:
        """What was said may be one for what else two documents tell: all of it bears on that."""
        self._regions.join(self._at[act.event.id] for act in self._told(edge))

    def _told(self, edge: Edge) -> Iterator[Act]:
        for each in (edge[1], edge[2]):
            yield from self._around.acts_of(self._acts[each].document)

    def _repeats(self) -> Iterator[Repeat]:
        """What documents tell twice, by positions: looked for in all of a document, also where not all of it is asked for."""
        pages = dict.fromkeys(act.document for act in self._acts)
        whole = sorted((act for page in pages for act in self._around.acts_of(page)), key=lambda act: act.order)
        for weight, a, b, found in repeats(whole):
            one, other = (self._at.get(whole[each].event.id) for each in (a, b))
            if one is not None and other is not None:
                yield weight, one, other, found

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

    def _outer(self, those: Container[int] | None = None) -> list[Edge]:
        """Those that stand for others, compared as acts of different documents; only pairs with one of ``those`` where given."""
        found = []
        for one, other in pairs(self._acts, self._alike):
            if those is not None and self._alike[one][0] not in those and self._alike[other][0] not in those:
                continue
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
        why = points(one, other, self._around.company, self._around.telling)
        if why is None:
            return None
        edge = total(why), a, b, why
        if edge[0] > 0 and not back(one, other):
            return edge
        if vague(one) or vague(other) or (one.event.type != "CONSULT" and self._both_tell_more(one, other)):
            self._loose.append(edge)
        return None

    def _both_tell_more(self, one: Act, other: Act) -> bool:
        return all(len(self._around.acts_of(each.document)) > 1 for each in (one, other))

    def groups(self) -> tuple[Group, ...]:
        """The groups with their matches."""
        held: dict[int, list[Match]] = {}
        groups = self._clusters.groups()
        of = {position: n for n, group in enumerate(groups) for position in group}
        for a, b, why in self._kept:
            held.setdefault(of[a], []).append(match(self._acts[a], self._acts[b], why))
        return tuple(self._group(group, held.get(n, ())) for n, group in enumerate(groups))

    def _group(self, group: list[int], matches: Iterable[Match]) -> Group:
        acts = tuple(self._acts[position] for position in group)
        events = tuple(act.event for act in acts)
        return Group(events, tuple(matches), self._acts[self._regions.of(group[0])].event.id, acts)
