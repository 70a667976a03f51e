"""Whom of the catalogue somebody may be: each with a weight, and with what speaks for and against it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from verbale.catalogue import tables
from verbale.catalogue.dates import within
from verbale.catalogue.world import Office, World
from verbale.identities.names import likeness

_NAME, _PARTY, _OFFICE = 0.7, 0.15, 0.15
"""What the name, the party and the office weigh. A weight orders whom to look at first; it is no probability."""
_NEAR = 0.75
_SHOWN = 3


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody of the catalogue: the weight, 0 to 1, and the reasons, each with the values that met."""

    actor: str
    name: str
    weight: float
    reasons: tuple[str, ...]


def matches(name: str, party: str, titles: Sequence[tuple[str | None, str | None]], world: World) -> tuple[Match, ...]:
    """The people of the catalogue whose names are near, the likeliest first; at most three.

    Args:
        name: The name as written.
        party: Whom they act for.
        titles: The titles as printed, each with the date of its event.
        world: The catalogue.
    """
    best: dict[str, tuple[float, str]] = {}
    for actor, spelling in _spellings(tuple(world.folders)):
        near = likeness(name, spelling)
        if near >= _NEAR and (near, spelling) > best.get(actor, (0.0, "")):
            best[actor] = (near, spelling)
    found = (_match(actor, name, *each, party, titles, world) for actor, each in best.items())
    return tuple(sorted(found, key=lambda match: (-match.weight, match.actor))[:_SHOWN])


def _match(
    actor: str, name: str, near: float, spelling: str, party: str, titles: Sequence[tuple[str | None, str | None]], world: World
) -> Match:
    offices = world.offices.get(actor, [])
    reasons = [f"name: “{name}” and “{spelling}” ({near:.2f})"]
    same_party = any(office.party == party for office in offices)
    if offices:
        reasons.append(f"party: {'also' if same_party else 'never'} {party} in the catalogue")
    office = next(((title, each) for title, day in titles for each in offices if title and _agrees(title, day, each)), None)
    if office:
        reasons.append(f"office: “{office[0]}” and “{office[1].title}”")
    weight = _NAME * near + _PARTY * same_party + _OFFICE * (office is not None)
    return Match(actor=actor, name=world.people[actor], weight=round(weight, 2), reasons=tuple(reasons))


def _agrees(title: str, day: str | None, office: Office) -> bool:
    return within(day, office.since, office.until) and fuzz.token_set_ratio(title.casefold(), office.title.casefold()) > 80


@functools.cache
def _spellings(folders: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Every spelling of every person's name, in Latin letters."""
    rows = (row for folder in folders for row in tables.rows(folder, "people"))
    return tuple((row["id"], name) for row in rows for name in (row["name"], *tables.cells(row["aliases"])) if name[:1].isascii())
