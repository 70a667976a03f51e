"""What the pictures and the brief count: which events, on which side of the case, between whom."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from verbale.catalogue import labels, tables
from verbale.model import ENGAGING, Event

Side = Literal["authority", "others"]
SIDES: tuple[Side, ...] = ("authority", "others")
_PRESENT = ("source", "target")
"""The roles that take part; a host or mediator brings others together and is not counted as having met them."""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """The case as the counts need it: title, country (ISO alpha-3) or none, and what its people are called."""

    title: str = "all countries"
    country: str | None = None
    people: str = "others of the country"


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """An external party and a party of the country, with the events in which they were in contact."""

    external: str
    party: str
    events: tuple[Event, ...]


def case_of(name: str) -> Case:
    """The case pack ``name`` as the counts need it; ``none`` counts every country's sides together.

    Raises:
        DataError: There is no such pack.
    """
    pack = tables.pack_of(name)
    if not pack:
        return Case()
    return Case(title=pack["name"], country=pack["country"], people=next(iter(pack.get("people", ())), Case().people))


def counted(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that any count may use: complete and within the case."""
    return tuple(event for event in events if event.complete and event.in_case)


def contacts(events: Iterable[Event]) -> tuple[Event, ...]:
    """The counted events that are contact (type CONSULT) and are reported to have happened or to go on."""
    return tuple(e for e in counted(events) if e.type == "CONSULT" and e.status in ENGAGING)


def side(party: str, country: str | None) -> Side | None:
    """The side of the case that ``party`` is on; ``None`` for states, bodies and the parties of other countries."""
    home, kind = labels.country_of(party), labels.class_of(party)
    if home is None or (country is not None and home != country):
        return None
    return "authority" if kind == "AUTH" else "others"


def sides(event: Event, country: str | None) -> frozenset[Side]:
    """The sides of the case with which at least one external party is in contact in ``event``."""
    present = event.parties(*_PRESENT)
    found = frozenset(s for s in (side(p, country) for p in present) if s)
    return found if any(side(p, country) is None for p in present) else frozenset()


def ties(events: Iterable[Event], country: str | None) -> tuple[Tie, ...]:
    """Who is in contact with whom: every external party with every party of the country, the most frequent first."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in contacts(events):
        present = sorted(event.parties(*_PRESENT))
        home = [p for p in present if side(p, country)]
        for external in (p for p in present if side(p, country) is None):
            for party in home:
                found.setdefault((external, party), []).append(event)
    made = (Tie(external=a, party=b, events=tuple(es)) for (a, b), es in found.items())
    return tuple(sorted(made, key=lambda tie: (-len(tie.events), tie.external, tie.party)))


def documents(events: Iterable[Event]) -> int:
    """How many documents report ``events``."""
    return len({event.document.id for event in events})


def ids(events: Iterable[Event]) -> tuple[str, ...]:
    """The ids of ``events`` by date, then document, without repetition."""
    ordered = sorted(events, key=lambda e: (e.date or "9999", e.document.id, e.evidence[0].start, e.id))
    return tuple(dict.fromkeys(event.id for event in ordered))
