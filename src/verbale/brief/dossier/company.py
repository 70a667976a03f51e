"""Who was in the room, and who acts for a party: people in office by name, everybody else as a party."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from verbale.analysis.entries import Entry
from verbale.brief.dossier.known import ROWS, Known
from verbale.brief.page import Block, Line, Rows, Section, Table, text
from verbale.brief.telling import public_people
from verbale.catalogue import labels
from verbale.catalogue.dates import within
from verbale.engagements.wording import GENERIC
from verbale.identities.names import personal
from verbale.identities.offices import catalogued
from verbale.model import Participant
from verbale.pictures.counting import ids, order
from verbale.pictures.words import capital, count, day, was

_PRESENT = ("source", "target")


class Company(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was there: the name, empty where nobody is named, the party, the id, and the acts, the latest last."""

    name: str
    party: str
    actor: str | None
    entries: tuple[Entry, ...]

    @property
    def last(self) -> str | None:
        """The last date that is told."""
        return max((each.date for each in self.entries if each.date), default=None)


def room(known: Known) -> Section | None:
    """Who else was there at the engagements."""
    found = _company(known.material.contacts, known)
    named = {one.party for one in found if one.name}
    shown = [one for one in found if one.name or one.party not in named]
    rows = tuple(_row(one, labels.heading(one.party, known.home)) for one in shown[:ROWS])
    table = Table("Others at the contacts, those most often first", ("Who", "For", "Contacts", "Last", "Notes"), rows, (2,))
    return Section("room", "Who was in the room", (table, *_rest(shown))) if rows else None


def people(known: Known) -> Section | None:
    """Who acts for a party, each with the last office; nothing for a person."""
    if known.subject.party is None:
        return None
    found = [one for one in _company(known.material.plain, known, own=True) if one.name]
    rows = tuple(_row(one, _office(one, known.material.case) or "office not known") for one in found[:ROWS])
    table = Table("People named in its acts, those most often first", ("Who", "Office then", "Acts", "Last", "Notes"), rows, (2,))
    return Section("people", "Who acts for it", (table, *_rest(found))) if rows else None


def _rest(found: list[Company]) -> tuple[Block, ...]:
    """That the table is cut, and by how much; nothing where it is whole."""
    rest = found[ROWS:]
    if not rest:
        return ()
    acts = ids(each for one in rest for each in one.entries)
    return (text(f"{capital(count(len(rest), 'further row'))} {was(len(rest))} left out", Rows("", acts), "."),)


def _row(one: Company, what: str) -> tuple[Line, ...]:
    acts = ids(one.entries)
    return ((one.name or "Nobody named",), (what,), (str(len(acts)),), (day(one.last),), (Rows("", acts),))


def _company(entries: Iterable[Entry], known: Known, *, own: bool = False) -> tuple[Company, ...]:
    """Who was there, those most often first: those who act for a party that is the subject, or everyone else."""
    found: dict[tuple[str, str], dict[str, Entry]] = {}
    actors: dict[str, str | None] = {}
    for each in (each for each in entries if not each.silent):
        for who in (who for event in each.events for who in event.participants if known.subject.has(who, event) == own):
            if who.party and who.party not in GENERIC and who.role in _PRESENT:
                name = _name(who, known)
                found.setdefault((name, who.party), {})[each.id] = each
                actors.setdefault(name, who.actor)
    made = (
        Company(name=name, party=party, actor=actors[name], entries=tuple(sorted(of.values(), key=order)))
        for (name, party), of in found.items()
    )
    return tuple(sorted(made, key=lambda one: (-len(one.entries), one.name or "~", one.party)))


def _name(who: Participant, known: Known) -> str:
    """The name by which somebody in office is told of; empty for everybody else."""
    if known.veil.withholds(who) or labels.class_of(who.party or "") == "ARM":
        return ""
    name = public_people(known.material.case).get(who.actor or "") or personal(who.name, who.title) or ""
    return name if " " in name else ""


def _office(one: Company, case: str) -> str:
    """The office that somebody held for the party when last there."""
    offices = catalogued(one.actor or "", case)
    held = [each for each in offices if each.party == one.party and within(one.last, each.since, each.until)]
    return held[-1].title if held else ""
