"""What a brief is made from."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import msgspec

from verbale.model import Claim, Coded, Document, Event, Mention, SetAside
from verbale.pictures.counting import Case, case_of, counted


class Material(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The readings of any number of documents, in any order, with what could not be read.

    ``case`` names a case pack or is ``none``. ``sampled`` says that the documents came out of a sampling frame; only then may a
    brief speak of rates, and today's brief never does.
    """

    readings: tuple[Coded, ...]
    case: str = "none"
    set_aside: tuple[SetAside, ...] = ()
    sampled: bool = False

    @functools.cached_property
    def about(self) -> Case:
        """The case as the counts need it."""
        return case_of(self.case)

    @functools.cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents by date of publication, then key."""
        read = (reading.document for reading in self.readings)
        return tuple(sorted(read, key=lambda d: (d.published or "9999", d.key or "", d.id)))

    @functools.cached_property
    def every_event(self) -> tuple[Event, ...]:
        """All events, by date, then document and place in it; the undated come last."""
        found = (event for reading in self.readings for event in reading.events)
        return tuple(sorted(found, key=lambda e: (e.date or "9999", e.document.id, e.evidence[0].start, e.id)))

    @functools.cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that any count may use: complete, and within the case."""
        return counted(self.every_event)

    def mentions(self, kind: str) -> tuple[tuple[Document, Mention], ...]:
        """The mentions of one kind with their documents, in the order of the documents."""
        by_id = {reading.document.id: reading for reading in self.readings}
        return tuple((d, m) for d in self.documents for m in by_id[d.id].mentions if m.kind == kind)

    def claims(self) -> tuple[tuple[Document, Claim], ...]:
        """What the documents assert in general, with the documents."""
        by_id = {reading.document.id: reading for reading in self.readings}
        return tuple((d, c) for d in self.documents for c in by_id[d.id].claims)


def material(
    readings: Iterable[Coded], case: str = "none", set_aside: Iterable[SetAside] = (), *, sampled: bool = False
) -> Material:
    """The material of a brief from readings in any order; one reading for each document."""
    return Material(readings=tuple(readings), case=case, set_aside=tuple(set_aside), sampled=sampled)
