"""Who a name stands for, by the catalogue: a party's code, or a person with the office held on the day."""

from __future__ import annotations

import functools
import re

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.dates import within
from verbale.catalogue.fold import fold
from verbale.catalogue.world import Entry, Office, World

_CODE = re.compile(r"[A-Z]{3}-([A-Z]{3,4})")
_STANDING = ("state", "demonym", "body", "authority", "organisation", "people")


class Known(msgspec.Struct, frozen=True):
    """What the catalogue knows of a name on a day; all empty where it knows nothing, or too much."""

    actor: str | None = None
    party: str | None = None
    title: str | None = None
    rank: int | None = None
    actors: tuple[str, ...] = ()


def party(words: str, world: World, day: str | None) -> str | None:
    """The party that a code or a name of a state, body or authority stands for on a day; ``None`` where the catalogue has none."""
    words = " ".join(words.split())
    if is_code(words):
        return words
    entries = [entry for entry in _entries(world, words) if entry.kind in _STANDING]
    found = (world.party_of(entry, day) for entry in sorted(entries, key=lambda entry: _STANDING.index(entry.kind)))
    return next((code for code in found if code), None)


def state(words: str) -> str | None:
    """The code of a state that is written as a code or by a name of it; ``None`` where there is none."""
    written = fold(" ".join(words.split())).casefold()
    named = (
        row["code"]
        for row in tables.rows("common", "states")
        if written in {fold(name).casefold() for name in (row["code"], row["name"], *tables.cells(row["aliases"]))}
    )
    return next(named, None)


def person(name: str, world: World, day: str | None) -> Known:
    """The person or party with a name, and the office that the person held on the day."""
    people = {entry.id for entry in _entries(world, name) if entry.kind == "person"}
    if len(people) > 1:
        return Known(actors=tuple(sorted(people)))
    if not people:
        return Known(party=party(name, world, day))
    (actor,) = people
    office = held(world, actor, day)
    return Known(actor, office.party, office.title, office.rank) if office else Known(actor)


def held(world: World, actor: str, day: str | None) -> Office | None:
    """The office that somebody is known to have held on a day; ``None`` where the catalogue has none for it."""
    office = world.office(actor, day)
    return office if office and within(day, office.since, office.until) else None


@functools.lru_cache(maxsize=4096)
def is_code(words: str) -> bool:
    """Whether this is the code of a party: of a state, of a body, of a class of a country's people, or one without a country."""
    found = _CODE.fullmatch(words)
    if found:
        return words[:3] in _states() and f"{found[1]}" in _classes()
    return words in _states() or words in _bodies()


def _entries(world: World, words: str) -> list[Entry]:
    folded = fold(words.strip())
    bare = re.sub(r"^(?:the|The) ", "", folded)
    return world.names.get(folded) or world.names.get(bare) or world.names.get(bare.title(), [])


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("common", "states"))


@functools.cache
def _bodies() -> frozenset[str]:
    return frozenset(row["code"] for row in tables.rows("common", "bodies")) | labels.codes("party")


@functools.cache
def _classes() -> frozenset[str]:
    return labels.codes("class")
