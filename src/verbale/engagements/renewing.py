"""Engagements that are kept, brought up to date: only what can have changed is matched anew, to what matching all would give.

A record falls into *regions*, within which acts bear on each other's matches and beyond which they do not: by what speaks for a
pair, by saying the same, by what one document tells of both, by what people decided. What changed, and whatever bears on it now or
did, makes up the regions that are matched anew, each as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from verbale.engagements.act import Act, prepared, words
from verbale.engagements.engaged import Engaged
from verbale.engagements.matching import Given, Group, grouped, signed, touching
from verbale.engagements.scoring import LASTING, REACH
from verbale.engagements.surroundings import Surroundings
from verbale.engagements.telling import Telling
from verbale.engagements.windows import Windows
from verbale.model import Event

_NEAR = max(LASTING, *REACH.values())
_MOST = 0.5
"""The share of all events from which on it is quicker to match all."""


class Part(msgspec.Struct, frozen=True):
    """What was matched anew: its groups, the ids of the events in them, and the ids of the engagements that it stands in for."""

    groups: tuple[Group, ...]
    events: frozenset[str]
    gone: frozenset[str]


class Renewal:
    """A record's events beside the engagements that were worked out before."""

    def __init__(
        self, before: Sequence[Engaged], events: Mapping[str, Event], given: Given, common: frozenset[str], windows: Windows
    ) -> None:
        """Take both.

        Args:
            before: The engagements, without their events.
            events: The events as they are now, by id.
            given: What is known beside them now.
            common: The words that tell nothing now.
            windows: The days of the events.
        """
        self._before, self._events, self._given, self._common, self._windows = before, events, given, common, windows
        self._region = {name: each.region for each in before for name in each.engagement.events}
        self._documents: dict[str, list[Event]] = defaultdict(list)
        for event in events.values():
            self._documents[event.document.id].append(event)
        self._around = Surroundings(_looked_up(self._documents), Telling(common))
        self._families: dict[str, set[str]] = defaultdict(set)
        for copy, original in given.copies.items():
            self._families[original] |= {copy, original}

    def __call__(self, changed: Iterable[str], copies: Mapping[str, str], common: frozenset[str]) -> Part | None:
        """What is matched anew; nothing where that is so much that all should be.

        Args:
            changed: The documents of whose events something changed.
            copies: Which documents copied which before.
            common: The words that told nothing before.
        """
        touched = {*changed, *self._unknown(), *self._copied_anew(copies), *self._worded_anew(common)}
        regions = {region for name, region in self._region.items() if self._touched(name, touched)}
        those = {event.id for page in touched for event in self._documents.get(page, ())} | self._within(regions)
        if len(those) > _MOST * len(self._events):
            return None
        regions |= self._borne(those)
        those |= self._within(regions)
        if len(those) > _MOST * len(self._events):
            return None
        groups = grouped(prepared(self._events[name] for name in those), self._given, self._around)
        gone = frozenset(each.id for each in self._before if each.region in regions)
        return Part(groups, frozenset(those), gone)

    def _touched(self, name: str, touched: set[str]) -> bool:
        event = self._events.get(name)
        return event is None or event.document.id in touched

    def _within(self, regions: set[str]) -> set[str]:
        return {name for name, region in self._region.items() if region in regions and name in self._events}

    def _unknown(self) -> set[str]:
        """The documents of events that are in no engagement."""
        return {event.document.id for name, event in self._events.items() if name not in self._region}

    def _copied_anew(self, copies: Mapping[str, str]) -> set[str]:
        """The documents that copy others than before."""
        return {page for page in self._documents if copies.get(page) != self._given.copies.get(page)}

    def _worded_anew(self, common: frozenset[str]) -> set[str]:
        """The documents with words that say something now and did not before, or the reverse."""
        other = common ^ self._common
        return {event.document.id for event in self._events.values() if other and not other.isdisjoint(words(event))}

    def _borne(self, those: set[str]) -> set[str]:
        """The regions, as they were, of all that bears on some events."""
        those = those | self._families_of(those)
        near = self._windows.near(those, _NEAR)
        acts = prepared(self._events[name] for name in near | those | self._families_of(near))
        signs = list(signed(acts, self._given))
        same = {sign for position, sign in signs if acts[position].event.id in those}
        these = {position for position, sign in signs if sign in same}
        found = {acts[position].event.id for position in these} | {*touching(acts, self._given, self._around, these)}
        for a, b in (*self._given.same, *self._given.different):
            if a in those or b in those:
                found |= {a, b}
        return {self._region[name] for name in found | those if name in self._region}

    def _families_of(self, names: Iterable[str]) -> set[str]:
        """All events of documents that copy, or are copied by, those of some events."""
        pages = {self._events[name].document.id for name in names}
        origins = {self._given.copies.get(page, page) for page in pages} & self._families.keys()
        return {event.id for origin in origins for page in self._families[origin] for event in self._documents.get(page, ())}


def _looked_up(documents: Mapping[str, Sequence[Event]]) -> Callable[[str], Sequence[Act]]:
    known: dict[str, Sequence[Act]] = {}

    def look(name: str) -> Sequence[Act]:
        if name not in known:
            known[name] = prepared(documents[name])
        return known[name]

    return look
