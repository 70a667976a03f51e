"""One actor with all that is known: names, offices with dates and sources, what was decided, and what contradicts itself."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from verbale.catalogue import load_world
from verbale.catalogue.conflicts import conflicts
from verbale.catalogue.dates import within
from verbale.coding.scan import scan
from verbale.errors import UsageError
from verbale.identities.offices import Held, catalogued, entered, overlapping
from verbale.identities.unknown import Unknown, found_in
from verbale.record import Decision, Record, live
from verbale.record.grouping import CANDIDATE


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """An actor: all ids that are one by decision, names, offices, decisions and conflicts; unknown ones with their sightings."""

    id: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    offices: tuple[Held, ...]
    unknown: tuple[Unknown, ...]
    decisions: tuple[Decision, ...]
    conflicts: tuple[str, ...]


def actor(record: Record, wanted: str, case: str) -> Actor:
    """The actor with an id, the beginning of one, or a name.

    Raises:
        UsageError: There is none, or there are several.
    """
    unknown, people = found_in(record, case), load_world(case).people
    names = dict(people) | {each.id: each.name for each in unknown}
    groups, one = record.actors(), _one(names, wanted)
    ids = tuple(sorted(groups.of(one)))
    held = live(record.decisions())
    mine = tuple(each for each in unknown if each.id in ids)
    offices = (
        *(each for i in ids for each in catalogued(i, case)),
        *entered(ids, held),
        *(o for each in mine for o in each.offices),
    )
    clashes = [
        f"{c.a} and {c.b} are one, and decision {c.decision} says that they are different" for c in groups.clashes() if c.a in ids
    ]
    return Actor(
        id=groups.kept(one),
        ids=ids,
        names=tuple(dict.fromkeys(names[i] for i in ids if i in names)),
        offices=offices,
        unknown=mine,
        decisions=tuple(each for each in held if each.kind in ("actor", "office") and {each.subject, each.other} & {*ids}),
        conflicts=(*clashes, *_at_once(offices), *_sources(ids, case), *_printed(record, ids, offices)),
    )


def _one(names: dict[str, str], wanted: str) -> str:
    if wanted in names:
        return wanted
    exact = [each for each, name in names.items() if wanted.casefold() == name.casefold()]
    begun = [each for each in names if each.startswith(wanted)] if wanted.startswith(("p.", CANDIDATE)) else []
    found = exact or begun or [each for each, name in names.items() if wanted.casefold() in name.casefold()]
    if len(found) != 1:
        listed = "; ".join(f"{each} {names[each]}" for each in sorted(found)[:6])
        raise UsageError(
            f"{wanted} names {len(found)} actors", f"say which: {listed}" if found else "see them with: verbale actors"
        )
    return found[0]


def _at_once(offices: tuple[Held, ...]) -> Iterator[str]:
    """Offices of two parties that cannot have been held at one time."""
    for a, b in itertools.combinations(offices, 2):
        if a.party != b.party and overlapping(a, b):
            yield f"{a.title} ({a.party}) and {b.title} ({b.party}) at one time: {_from(a)}; {_from(b)}"


def _sources(ids: tuple[str, ...], case: str) -> Iterator[str]:
    """What sources of the catalogue differ on."""
    for field, values in (found for i in ids for found in conflicts(i, case).items()):
        told = [f"{t.value} ({t.source}{'' if t.confirmed else '; not confirmed'})" for t in values]
        yield f"{field}: {told[0]}; others say {', '.join(told[1:])}"


def _printed(record: Record, ids: tuple[str, ...], offices: tuple[Held, ...]) -> Iterator[str]:
    """Where a document prints another rank or party than the offices of that day have."""
    told = [(event, each) for event in record.events() for each in event.participants if each.actor in ids]
    for event, each in told:
        day, teller = event.date or event.document.published, event.document.publisher or event.document.id
        then = [office for office in offices if not office.seen and within(day, office.since, office.until)]
        if day and then and each.party and each.party not in {office.party for office in then}:
            yield f"{teller}, {day}: acts for {each.party}; held then: {_held(then)}"
        ranks = {office.rank for office in then} - {None}
        if each.title and each.party and (other := _other_state(each.title, each.party)):
            yield f"{teller}, {day}: “{each.title}” would be {other}; acts for {each.party}"
        if day and each.rank is not None and each.title and ranks and each.rank not in ranks:
            yield f"{teller}, {day}: “{each.title}” (rank {each.rank}); held then: {_held(then)}"


def _other_state(title: str, party: str) -> str | None:
    """The state whose office a title as printed names, where that is not whom its bearer acts for."""
    named = [e.code for hit in scan(title, "none") for e in hit.entries if e.kind in ("state", "demonym")]
    return named[0] if named and party.partition("-")[0] not in named and "to " not in title and "for " not in title else None


def _held(offices: list[Held]) -> str:
    return "; ".join(f"{each.title} ({each.party}, rank {'unknown' if each.rank is None else each.rank})" for each in offices)


def _from(office: Held) -> str:
    return f"{office.since or 'unknown'} to {office.until or 'now or unknown'}, {office.sources[0]}"
