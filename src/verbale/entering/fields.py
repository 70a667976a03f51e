"""Corrections as they are typed: ``status=denied date=2023-07-11 topics=education,recognition "Muttaqi.party=AFG-AUTH"``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from verbale.catalogue import labels, places
from verbale.catalogue.world import World
from verbale.entering import acts
from verbale.entering.by_hand import PRECISION
from verbale.entering.parties import party, state
from verbale.errors import UsageError
from verbale.model import Event, Participant
from verbale.record.correcting import corrected
from verbale.record.dates import days

_LISTS = ("topics", "tools", "needs", "publicised_by")
_WHO = ("party", "actor", "role", "rank", "title", "location")
_NOTHING = ("", "none")


def changes(event: Event, words: Sequence[str], world: World) -> dict[str, Any]:
    """The fields that words change, in the form that they have in JSON, with what follows from them by the codebook.

    Args:
        event: What is corrected.
        words: ``FIELD=VALUE``, or ``NAME.FIELD=VALUE`` for a participant whose name contains ``NAME``. Several values are parted by
            commas; ``none`` empties a field.
        world: The catalogue of the case in force.

    Raises:
        UsageError: A word is no such pair, or names what the event does not have.
    """
    found: dict[str, Any] = {}
    people = [msgspec.to_builtins(each) for each in event.participants]
    for word in words:
        field, parted, value = word.partition("=")
        if not parted:
            raise UsageError(f"{word} is no correction", "write FIELD=VALUE: status=denied")
        who, dot, part = field.rpartition(".")
        if dot:
            people[_index(event.participants, who)][part] = _of_person(part, value, world, event)
            found["participants"] = people
        else:
            found |= plain(field, _country(value) if field == "place_country" else value)
    return derived(event, found, world)


def plain(field: str, value: str) -> dict[str, Any]:
    """One field of an event with its value, from how it is typed to how JSON has it."""
    if field in _LISTS:
        return {field: [each.strip() for each in value.split(",") if each.strip() not in _NOTHING]}
    if field == "disclaimer":
        return {field: {"true": True, "yes": True, "false": False, "no": False}.get(value.lower(), value)}
    if field == "count":
        return {field: int(value) if value.isdecimal() else None if value in _NOTHING else value}
    if field == "date":
        return _date(value)
    return {field: None if value in _NOTHING and field in ("place", "place_country") else value}


def _country(value: str) -> str:
    """The code of a country that is written as a code or by its name."""
    if value in _NOTHING:
        return value
    code = state(value)
    if code is None:
        raise UsageError(f"there is no country {value}", "write a state by its name or its code: Norway, NOR")
    return code


def _date(value: str) -> dict[str, Any]:
    if value in _NOTHING:
        return {"date": None, "date_precision": None, "date_basis": None}
    if len(value) not in PRECISION or days(value) is None:
        raise UsageError(f"{value} is no date", "write a day, a month or a year: 2023-07-12, 2023-07, 2023")
    return {"date": value, "date_precision": PRECISION[len(value)], "date_basis": "stated"}


def _index(people: Sequence[Participant], name: str) -> int:
    found = [n for n, each in enumerate(people) if name.casefold() in each.name.casefold()]
    if len(found) != 1:
        names = "; ".join(each.name for each in people) or "nobody"
        raise UsageError(f"{name} is the name of {len(found)} participants", f"the event has: {names}")
    return found[0]


def _of_person(part: str, value: str, world: World, event: Event) -> str | int | None:
    if part not in _WHO:
        raise UsageError(f"{part} of a participant cannot be corrected", f"take one of: {', '.join(_WHO)}")
    if value in _NOTHING and part not in ("role", "location"):
        return None
    if part == "rank":
        return int(value) if value.isdecimal() else value
    if part == "party":
        code = party(value, world, event.date or event.document.published)
        if code is None:
            raise UsageError(f"there is no party {value}", "write a code such as NOR, UN or AFG-WOM, or a state's or body's name")
        return code
    return value


def derived(event: Event, found: dict[str, Any], world: World) -> dict[str, Any]:
    """The changes, with the fields that the codebook derives from them."""
    after = corrected(event, found)
    if found.keys() & {"place", "place_country"}:
        _possible(after)
    if after.mode not in acts.modes().get(after.type, ()):
        raise UsageError(f"{after.type} has no mode {after.mode}", f"take one of: {', '.join(acts.modes().get(after.type, ()))}")
    ruled = acts.ruled(after, world)
    follows = {name: getattr(ruled, name) for name in ("complete", "in_case") if name not in found}
    return found | {name: value for name, value in follows.items() if value != getattr(event, name)}


def _possible(event: Event) -> None:
    """A city lies in its own country.

    Raises:
        UsageError: It is told to lie in another.
    """
    known = places.countries().get(event.place or "", frozenset())
    if known and event.place_country and event.place_country not in known:
        there = " or ".join(sorted(map(labels.heading, known)))
        raise UsageError(
            f"{event.place} is in {there}, not in {labels.heading(event.place_country)}",
            f"correct the place and its country together: {' or '.join(sorted(known))}",
        )
