"""Whom a dossier is about: a party, or a person who acts in an office. Of nobody else is one made."""

from __future__ import annotations

import msgspec

from verbale.analysis.hushing import hushed
from verbale.analysis.parties import party_of
from verbale.brief.telling import public_people
from verbale.catalogue import labels
from verbale.engagements.arms import untold
from verbale.errors import UsageError
from verbale.identities.actor import Actor, actor
from verbale.identities.names import personal
from verbale.identities.offices import Held
from verbale.identities.unknown import Unknown
from verbale.model import Event, Participant
from verbale.record import Record


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """A party by its code, or a person by all ids that are one, with offices.

    ``sighted`` holds the events in which somebody whom no catalogue knows is named in office, each with the name; ``catalogued``
    those of the ids that a catalogue knows, whose every part is public.
    """

    name: str
    party: str | None = None
    home: str | None = None
    ids: frozenset[str] = frozenset()
    offices: tuple[Held, ...] = ()
    sighted: frozenset[tuple[str, str]] = frozenset()
    catalogued: frozenset[str] = frozenset()

    @property
    def inside(self) -> str:
        """What the actor is called inside a sentence."""
        return labels.party(self.party, self.home) if self.party else self.name

    def has(self, who: Participant, event: Event) -> bool:
        """Whether a participant is the subject in office, or acts for it."""
        if self.party:
            return who.party == self.party
        if who.actor not in self.catalogued and not _public(who.party, self.home):
            return False
        return who.actor in self.ids or (event.id, personal(who.name, who.title) or "") in self.sighted

    def within(self, event: Event, *roles: str) -> bool:
        """Whether the subject takes part in an event, in one of the roles where any are named."""
        return any(self.has(who, event) for who in event.participants if not roles or who.role in roles)


def subject(record: Record, wanted: str, case: str, home: str | None) -> Subject:
    """The party or person that a code, an id or a name means.

    Args:
        record: The record that knows who was named.
        wanted: A party's code or name, an actor's id or name.
        case: The case in force.
        home: The country of the case.

    Raises:
        UsageError: There is none, there are several, or it is somebody who acts in no office.
    """
    if code := party_of(wanted):
        return Subject(name=labels.heading(code, home), party=code, home=home)
    found = actor(record, wanted, case)
    if not _official(found, home):
        raise UsageError(
            f"{found.names[0] if found.names else wanted} acts in no office for a state, a body or an authority",
            "of people outside office no dossier is made, as it could harm them; the brief tells of them as a class",
        )
    public = _seen_in_office(record, found, home)
    private = {each.name for each in found.unknown} - {each.name for each in public}
    return Subject(
        name=next(name for name in found.names if name not in private),
        home=home,
        ids=frozenset(found.ids),
        offices=(*(each for each in found.offices if not each.seen), *(held for each in public for held in each.offices)),
        sighted=frozenset((seen.event, each.name) for each in public for seen in each.sightings),
        catalogued=frozenset(found.ids) & frozenset(public_people(case)),
    )


def _seen_in_office(record: Record, found: Actor, home: str | None) -> list[Unknown]:
    """The parts of an actor that act in office, without what is seen of them where an armed side is dealt with."""
    events = tuple(record.events())
    closed = hushed(events, [event for event in events if untold(event)])
    return [
        msgspec.structs.replace(each, sightings=tuple(seen for seen in each.sightings if seen.event not in closed))
        for each in found.unknown
        if _public(each.party, home)
    ]


def _official(found: Actor, home: str | None) -> bool:
    """Whether any office is one of an authority, or of a state or body that is not the country's own."""
    parties = {each.party for each in found.offices} | {each.party for each in found.unknown}
    return any(_public(party, home) for party in parties)


def _public(party: str | None, home: str | None) -> bool:
    if party is None:
        return False
    if labels.country_of(party):
        return labels.class_of(party) == "AUTH"
    return party not in (home, "INGO")
