"""What all pages are made from: the engagements of a record as they stood at one moment, and how to ask for more."""

from __future__ import annotations

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from verbale.analysis.auditing import drawn
from verbale.analysis.entries import Entry, entries, plain
from verbale.catalogue import tables
from verbale.engagements import Engaged, of_record
from verbale.engagements.planning import Planned, calendar
from verbale.model import Event
from verbale.pictures import Case, case_of
from verbale.pictures.counting import side
from verbale.record import Record, Source
from verbale.web.address import Links, live
from verbale.web.facets import Index, Mask
from verbale.web.finding import Finder
from verbale.web.keeping import Kept
from verbale.web.language import ENGLISH
from verbale.web.sureness import Standing, standing

_ANSWERS = 40
"""Answers that are kept: their pages, their pictures and the rows behind their figures are all made of them."""
_AT_ONCE = 8
"""How many of the latest runs tell whether a record has changed."""


class Snapshot(msgspec.Struct, frozen=True, dict=True):
    """The engagements of a record at one moment, the latest first, and what was read for them.

    ``standing`` says how they stand in the counts.
    """

    stamp: str
    engaged: tuple[Engaged, ...]
    sources: tuple[Source, ...]
    standing: Standing = Standing()

    @property
    def head(self) -> int:
        """The number of the last decision that was taken before it."""
        number = self.stamp.partition(" ")[0]
        return int(number) if number.isdecimal() else 0

    @functools.cached_property
    def index(self) -> Index:
        """The engagements, ready to be counted and chosen from."""
        return Index(self.engaged, self.standing)

    @functools.cached_property
    def places(self) -> dict[str, int]:
        """Where every engagement, and every event of one, stands in the order."""
        names = ((name, n) for n, each in enumerate(self.engaged) for name in (each.id, *each.engagement.events))
        return dict(names)

    @functools.cached_property
    def events(self) -> tuple[Event, ...]:
        """Every event, by engagement."""
        return tuple(event for each in self.engaged for event in each.events)

    @functools.cached_property
    def documents(self) -> dict[str, list[str]]:
        """The ids of the events of each document."""
        found: dict[str, list[str]] = {}
        for event in self.events:
            found.setdefault(event.document.id, []).append(event.id)
        return found

    @functools.cached_property
    def figures(self) -> dict[str, Sequence[Sequence[str]]]:
        """The ids of the acts behind every row of every picture and table, as far as it leads to them."""
        return {}

    @functools.cached_property
    def told(self) -> Kept[object]:
        """The answers that were worked out last."""
        return Kept(_ANSWERS)

    @functools.cached_property
    def contact(self) -> Mask:
        """Which of the engagements are contact as every page counts it.

        It took place, by the standard rule, between a party from outside and one of the country; without less sure readings.
        """
        return self.index.having("type", "CONSULT") & self.index.having("counts", "yes")

    @functools.cached_property
    def contacts(self) -> tuple[Engaged, ...]:
        """The engagements that are such contact."""
        return self.among(self.contact)

    def among(self, mask: Mask) -> tuple[Engaged, ...]:
        """The engagements of a mask, in their order."""
        return tuple(self.engaged[n] for n in np.flatnonzero(mask))

    @functools.cached_property
    def parts(self) -> dict[str, list[Engaged]]:
        """The engagements that are parts of larger occasions, by the ids of these."""
        found: dict[str, list[Engaged]] = defaultdict(list)
        for each in self.engaged:
            if each.engagement.parent:
                found[each.engagement.parent].append(each)
        return dict(found)

    @functools.cached_property
    def planned(self) -> tuple[Planned, ...]:
        """What was announced, with what became of it."""
        return calendar(self.engaged)

    @functools.cached_property
    def named(self) -> Counter[tuple[str, str | None]]:
        """How often everybody whom the catalogue or the record knows is named, by whom they act for there."""
        return Counter((p.actor, p.party) for event in self.events for p in event.participants if p.actor)

    @functools.cached_property
    def acting(self) -> dict[str, list[Event]]:
        """The events of everybody whom the catalogue or the record knows."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events:
            for name in {who.actor for who in event.participants if who.actor}:
                found[name].append(event)
        return found

    @functools.cached_property
    def namings(self) -> dict[str, Counter[tuple[str, str]]]:
        """The words by which each party was named, each with the first event that has them, and how often."""
        found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        first: dict[tuple[str, str], str] = {}
        for event in self.events:
            for each in event.naming:
                found[each.party][each.words, first.setdefault((each.party, each.words), event.id)] += 1
        return found

    @functools.cached_property
    def queues(self) -> dict[tuple[str, str], list[Event]]:
        """What is left to review, by order and document, as far as anybody asked."""
        return {}

    @functools.cached_property
    def drawn(self) -> tuple[str, ...]:
        """The documents in the order in which they are drawn for being read whole."""
        return drawn(self.sources)

    @functools.cached_property
    def by_event(self) -> dict[str, Event]:
        """Every event by its id."""
        return {event.id: event for event in self.events}

    def of(self, name: str) -> Engaged | None:
        """The engagement with that id, or to which that event belongs."""
        at = self.places.get(name)
        return None if at is None else self.engaged[at]


class Site(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A snapshot with its case and its addresses.

    ``record`` answers what the snapshot does not hold; a published site has none, and ``withheld`` says what it leaves out.
    ``merged`` are the parties that its tables and drawings put together with another, as their cells are small. ``language`` is
    that of the pages.
    """

    snapshot: Snapshot
    case: str
    to: Links = live
    record: Record | None = None
    reviewer: str = ""
    language: str = ENGLISH
    scorecard: str = ""
    frame: str = ""
    withheld: tuple[str, ...] = ()
    merged: dict[str, str] = {}
    notice: str = ""

    @functools.cached_property
    def about(self) -> Case:
        """The case as the counts need it."""
        return case_of(self.case)

    @property
    def home(self) -> str | None:
        """The country of the case."""
        return self.about.country

    def cell(self, party: str) -> str:
        """The party under which a table or a drawing counts one."""
        return self.merged.get(party, party)

    @functools.cached_property
    def drawn(self) -> tuple[Entry, ...]:
        """The engagements as drawings count them."""
        merged = self.merged
        engaged = (_recoded(each, merged) for each in self.snapshot.engaged) if merged else self.snapshot.engaged
        return tuple(each for each in plain(entries(engaged, self.home)) if each.id not in self.snapshot.standing.unsure)

    @functools.cached_property
    def pairs(self) -> dict[tuple[str, str], list[str]]:
        """The ids of the engagements in which each pair of an outside party and one of the country was in contact."""
        found: dict[tuple[str, str], list[str]] = {}
        for each in self.snapshot.contacts:
            met = self.snapshot.standing.met[each.id]
            mine = {self.cell(party) for party in met if side(party, self.home)}
            for pair in itertools.product((party for party in met if not side(party, self.home)), mine):
                found.setdefault(pair, []).append(each.id)
        return found

    @functools.cached_property
    def finder(self) -> Finder | None:
        """What looks words up; a published site has no documents to look into."""
        return Finder(self.snapshot.engaged, self.record) if self.record else None

    def find(self, words: str) -> Mask:
        """The engagements in whose documents words stand."""
        return self.finder(words) if self.finder else ~self.snapshot.index.everything()

    @functools.cached_property
    def people(self) -> dict[str, str]:
        """The people of the catalogue, id to name."""
        return {row["id"]: row["name"] for pack in dict.fromkeys(("common", self.case)) for row in tables.rows(pack, "people")}


def _recoded(each: Engaged, merged: dict[str, str]) -> Engaged:
    """An engagement whose parties are those under which they are counted."""
    return msgspec.structs.replace(each, events=tuple(_event(event, merged) for event in each.events), gist=None)


def _event(event: Event, merged: dict[str, str]) -> Event:
    people = tuple(msgspec.structs.replace(p, party=merged.get(p.party or "", p.party)) for p in event.participants)
    return msgspec.structs.replace(event, participants=people)


def latest_first(engaged: Iterable[Engaged]) -> tuple[Engaged, ...]:
    """Engagements by their preferred dates, the latest first and the undated last."""
    return tuple(sorted(engaged, key=lambda each: (each.engagement.values.get("date", ""), each.id), reverse=True))


def stamp(record: Record) -> str:
    """What changes whenever a run ends or a decision is taken; several runs are looked at, as those of one second have no order."""
    latest = (f"{run.id} {run.ended or ''}" for run in record.runs(_AT_ONCE))
    return " ".join((str(record.head().number), *latest))


def snapshot(record: Record, case: str) -> Snapshot:
    """The record as it stands, seen from a case."""
    at = stamp(record)
    engaged = latest_first(of_record(record))
    made = Snapshot(at, engaged, record.sources(), standing(engaged, case_of(case).country))
    _ = made.index  # what every page needs is not left to the first who asks
    return made
