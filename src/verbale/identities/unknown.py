"""Actors whom no catalogue knows: gathered from the events of a record, with the words that name them, and whom they may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from verbale.catalogue import load_world
from verbale.identities.matching import Match, matches
from verbale.identities.names import personal, public
from verbale.identities.offices import Held
from verbale.model import Event, Participant
from verbale.record import Groups, Record
from verbale.record.naming import candidate


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """Where somebody is named: the event with its date and words, the document, and the title that it prints."""

    event: str
    date: str | None
    title: str | None
    rank: int | None
    document: str
    publisher: str | None
    published: str | None
    words: str


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whom no catalogue knows: an id made from name and party, where they are named, offices as printed, and matches.

    ``kept`` is the id under which they go by decision, their own where nothing was decided.
    """

    id: str
    name: str
    party: str
    kept: str
    sightings: tuple[Sighting, ...]
    matches: tuple[Match, ...]

    @property
    def offices(self) -> tuple[Held, ...]:
        """Their offices as documents print them, each with the first and the last day on which one does."""
        return tuple(_offices(self.party, self.sightings))


def found_in(record: Record, case: str) -> tuple[Unknown, ...]:
    """The unknown actors of a record who act in office, those with the most events first; of all others nothing is gathered."""
    groups, seen = record.actors(), dict[str, list[tuple[Event, Participant]]]()
    for event in record.events():
        for each in event.participants:
            if _unknown(each, groups) and public(each.party) and personal(each.name, each.title):
                seen.setdefault(candidate(each), []).append((event, each))
    found = (_gathered(key, told, groups, case) for key, told in seen.items())
    return tuple(sorted(found, key=lambda each: (-len(each.sightings), each.name, each.id)))


def _unknown(participant: Participant, groups: Groups) -> bool:
    """Whether no catalogue told who this is: nobody did, or a person's decision did."""
    return (participant.actor is None and not participant.candidates) or groups.kept(candidate(participant)) != candidate(
        participant
    )


def _gathered(key: str, told: list[tuple[Event, Participant]], groups: Groups, case: str) -> Unknown:
    first = told[0][1]
    name, party = personal(first.name, first.title) or first.name, first.party or ""
    sightings = tuple(sorted((_sighting(*each) for each in told), key=lambda each: (each.date or "9999", each.event)))
    return Unknown(
        id=key,
        name=name,
        party=party,
        kept=groups.kept(key),
        sightings=sightings,
        matches=matches(name, party, [(each.title, each.date) for each in sightings], load_world(case)),
    )


def _sighting(event: Event, participant: Participant) -> Sighting:
    document = event.document
    return Sighting(
        event=event.id,
        date=event.date,
        title=participant.title,
        rank=participant.rank,
        document=document.id,
        publisher=document.publisher,
        published=document.published,
        words=event.evidence[0].text,
    )


def _offices(party: str, sightings: Iterable[Sighting]) -> Iterator[Held]:
    by_title: dict[str, list[Sighting]] = {}
    for each in sightings:
        if each.title:
            by_title.setdefault(each.title, []).append(each)
    for title, told in by_title.items():
        dates = sorted(each.date or each.published or "" for each in told)
        sources = tuple(dict.fromkeys(each.publisher or each.document for each in told))
        yield Held(party=party, title=title, rank=told[0].rank, since=dates[0], until=dates[-1], sources=sources, seen=True)
