"""Occasions: contact of an outside party with the authorities within a few days, and the pages that tell of each."""

from __future__ import annotations

import bisect
import functools
from collections.abc import Callable, Iterable, Iterator

import msgspec

from verbale.analysis.entries import AUTHORITY, Entry
from verbale.brief.material import Material
from verbale.catalogue import labels
from verbale.engagements.merging import DAYS
from verbale.engagements.wording import to_come
from verbale.model import ENGAGING, Coded, Participant
from verbale.record.dates import ordinals

_MONTH = 31
"""Days of a page that is dated to its month."""
_FEW = 2
"""Outside parties up to which an occasion is one of two sides."""


class Occasion(msgspec.Struct, frozen=True, dict=True):
    """Contact of an outside party with the authorities, and the first and the last day of it, as ordinals."""

    outside: str
    entries: tuple[Entry, ...]
    first: int
    last: int

    @functools.cached_property
    def sides(self) -> frozenset[str]:
        """The two: the outside party, and the authorities that took part."""
        there = (party for each in self.entries for event in each.events for party in event.parties())
        return frozenset({self.outside, *(party for party in there if labels.class_of(party) == AUTHORITY)})

    @functools.cached_property
    def people(self) -> frozenset[str]:
        """Who of the outside party took part, by id."""
        told = (who for each in self.entries for event in each.events for who in event.participants)
        return frozenset(who.actor for who in told if who.party == self.outside and who.actor)

    def near(self, date: str | None, precision: str | None) -> bool:
        """Whether a date may be of those days; what has none may."""
        day = ordinals(date, precision)
        return day is None or (day[0] <= self.last + DAYS and day[1] >= self.first - DAYS)


def occasions(material: Material) -> list[Occasion]:
    """The occasions of a material by outside party and days, the latest first."""
    known: list[Occasion] | None = material.found.get("occasions")
    if known is None:
        known = material.found["occasions"] = _found(material)
    return known


def _found(material: Material) -> list[Occasion]:
    by_party: dict[str, list[Entry]] = {}
    for each in material.contacts:
        if AUTHORITY in each.home and 0 < len(each.outside) <= _FEW and each.middle and material.tells(each):
            for party in each.outside:
                by_party.setdefault(party, []).append(each)
    found: list[Occasion] = []
    for outside, mine in by_party.items():
        found += _joined(outside, sorted(mine, key=lambda one: (one.middle or 0, one.id)))
    return sorted(found, key=lambda of: (-of.last, of.outside))


def _joined(outside: str, entries: Iterable[Entry]) -> list[Occasion]:
    """Contact of one party, by day: what the same page tells, or what is of the days of the occasion before, is one."""
    found: list[list[Entry]] = []
    spans: list[tuple[int, int]] = []
    by_page: dict[str, int] = {}
    for each in entries:
        if each.first is None or each.last is None:
            continue
        at = next((by_page[page] for page in each.documents if page in by_page), None)
        if at is None and found and _one(spans[-1], each.first, each.last):
            at = len(found) - 1
        if at is None:
            at = len(found)
            found.append([])
            spans.append((each.first, each.last))
        found[at].append(each)
        spans[at] = min(spans[at][0], each.first), max(spans[at][1], each.last)
        by_page |= dict.fromkeys(each.documents, at)
    return [Occasion(outside, tuple(of), *span) for of, span in zip(found, spans, strict=True)]


def _one(span: tuple[int, int], first: int, last: int) -> bool:
    return first <= span[1] + DAYS and last >= span[0] - DAYS and max(span[1] - span[0], last - first) <= DAYS


class Pages:
    """The pages of a material by the outside parties that they name, each in the order of their days."""

    def __init__(self, material: Material) -> None:
        """Look at every page once."""
        self._by_id = {reading.document.id: reading for reading in material.read}
        self._by_party: dict[str, list[tuple[int, str, int, Coded]]] = {}
        for reading in self._by_id.values():
            day = ordinals(reading.document.published)
            if day is not None:
                for party in {who.party for event in reading.events for who in event.participants if who.party}:
                    self._by_party.setdefault(party, []).append((day[0], reading.document.id, day[1], reading))
        for pages in self._by_party.values():
            pages.sort()

    def of(self, occasion: Occasion, people: Callable[[Coded], tuple[Participant, ...]]) -> Iterator[Coded]:
        """The pages that tell of an occasion: they report it, or are of those days, or of that month and name the same people.

        Args:
            occasion: The occasion.
            people: Gives those whom a page names.
        """
        # a page that only announces it has no account of it
        held = (event for each in occasion.entries for event in each.events if event.status in ENGAGING and not to_come(event))
        own = dict.fromkeys(event.document.id for event in held)
        yield from (self._by_id[page] for page in own if page in self._by_id)
        pages = self._by_party.get(occasion.outside, [])
        at = bisect.bisect_left(pages, occasion.first - _MONTH, key=lambda one: one[0])
        for first, page, last, reading in pages[at:]:
            if first > occasion.last + DAYS:
                return
            if last < occasion.first or page in own:
                continue
            known = max(last - first, occasion.last - occasion.first) <= DAYS
            if known or occasion.people & {who.actor for who in people(reading)}:
                yield reading
