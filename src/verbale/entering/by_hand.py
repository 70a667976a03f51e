"""An event as a person enters it: who, to whom, when, where, and in which words; made into the same event that a coder makes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from verbale.catalogue.world import World
from verbale.entering import acts
from verbale.entering.parties import Known, is_code, party, person
from verbale.entering.words import nearest
from verbale.errors import UsageError
from verbale.model import Basis, Candidate, Document, DocumentRef, Event, Evidence, Participant, Precision, Role, Span

PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
"""How exact a date is, by how long it is."""


class Who(msgspec.Struct, frozen=True):
    """Somebody in an event: the name as the document has it, the role, and the party (a code or a name) where it is said."""

    name: str
    role: Role
    party: str | None = None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says of an event. ``date`` is an EDTF day, month or year; ``facets`` are further fields of an event by name."""

    type: str
    mode: str | None = None
    who: tuple[Who, ...]
    date: str | None = None
    place: str | None = None
    country: str | None = None
    facets: dict[str, Any] = {}


def coder(name: str) -> str:
    """How a person's name stands where a coder's does."""
    return f"hand:{name}"


def made(
    entry: Entry, document: Document, words: Sequence[Span], by: str, world: World, rules: Mapping[str, str] | None = None
) -> Event:
    """The event of an entry.

    Args:
        entry: What the person says.
        document: What reports it.
        words: Which words of it do.
        by: The person.
        world: The catalogue of the case in force.
        rules: Of any field, how the person came by it; "entered by hand" otherwise.

    Raises:
        UsageError: A value is none of the codebook's, a name does not stand in the document, or a party is unknown.
    """
    mode = _mode(entry)
    day = entry.date or document.published
    people = tuple(_participant(each, document, words[0], world, day) for each in entry.who)
    fields: dict[str, Any] = {
        "id": _id(document.id, words[0].start, entry.type, mode, entry.date, people),
        "document": msgspec.to_builtins(DocumentRef(**{name: getattr(document, name) for name in DocumentRef.__struct_fields__})),
        "type": entry.type,
        "mode": mode,
        "status": "happened",
        "participants": msgspec.to_builtins(people),
        "evidence": [msgspec.to_builtins(_evidence(document, each)) for each in words],
        "coder": coder(by),
        "confidence": 1.0,
        **_dated(entry.date),
        "place": entry.place,
        "place_country": _country(entry, world, day),
        **entry.facets,
    }
    told = {name for name in (*fields, "participants", "evidence") if fields.get(name) not in (None, "", [], ())}
    fields["basis"] = _basis(told, dict(rules or {}))
    try:
        return acts.ruled(msgspec.convert(fields, Event), world)
    except msgspec.ValidationError as error:
        raise UsageError(f"a value does not fit: {error}", "see docs/reference/codebook-types.md") from error


def _mode(entry: Entry) -> str:
    known = acts.modes().get(entry.type)
    if known is None:
        raise UsageError(f"there is no type {entry.type}", f"take one of: {', '.join(acts.modes())}")
    if entry.mode and entry.mode not in known:
        raise UsageError(f"{entry.type} has no mode {entry.mode}", f"take one of: {', '.join(known)}")
    return entry.mode or known[0]


def _participant(who: Who, document: Document, words: Span, world: World, day: str | None) -> Participant:
    place = nearest(document.text, who.name, words)
    if place is None:
        raise UsageError(f"{who.name} does not stand in the document", "write the name as the document has it")
    known = person(who.name, world, day)
    return Participant(
        name=document.text[place.start : place.end],
        role=who.role,
        start=place.start,
        end=place.end,
        party=_party(who, world, day, known),
        actor=known.actor,
        candidates=tuple(Candidate(actor=each, weight=1 / len(known.actors)) for each in known.actors),
        title=known.title,
        rank=known.rank,
    )


def _party(who: Who, world: World, day: str | None, known: Known) -> str | None:
    if who.party is None:
        return known.party
    code = party(who.party, world, day)
    if code is None:
        raise UsageError(f"there is no party {who.party}", "write a code such as NOR, UN or AFG-WOM, or a state's or body's name")
    return code


def _country(entry: Entry, world: World, day: str | None) -> str | None:
    if entry.country is None:
        places = {each.code for each in world.names.get(entry.place or "", []) if each.kind == "place"}
        return next(iter(places)) if len(places) == 1 else None
    code = entry.country if is_code(entry.country) else party(entry.country, world, day)
    if code is None:
        raise UsageError(f"there is no country {entry.country}", "write its code, such as NOR, or its name")
    return code.partition("-")[0]  # the authority of a country is not its territory


def _dated(date: str | None) -> dict[str, str]:
    return {"date": date, "date_precision": PRECISION[len(date)], "date_basis": "stated"} if date else {}


def _evidence(document: Document, span: Span) -> Evidence:
    return Evidence(start=span.start, end=span.end, text=document.text[span.start : span.end])


def _basis(told: set[str], rules: dict[str, str]) -> dict[str, dict[str, str]]:
    fields = told & {*Event.__struct_fields__} - {"id", "document", "coder", "confidence", "basis", "date_precision", "date_basis"}
    return {name: msgspec.to_builtins(Basis(rule=rules.get(name, "entered by hand"))) for name in sorted(fields)}


def _id(document: str, start: int, type_: str, mode: str, date: str | None, people: tuple[Participant, ...]) -> str:
    """A hash as a coder's, of document, span, type and parties, and of the day: one sentence can tell of two meetings."""
    parties = sorted(each.party or "?" for each in people)
    return hashlib.sha256("\x1f".join((document, str(start), type_, mode, date or "", *parties)).encode()).hexdigest()[:16]
