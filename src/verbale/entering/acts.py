"""The codebook's rules for an event that a person enters: its modes, whether it is complete, levels, venue, the case.

The rules are the coder's own; they ask a draft for its type, mode, parties and people, which an event has as well.
"""

from __future__ import annotations

import functools
from typing import Any, cast

import msgspec

from verbale.catalogue import labels
from verbale.catalogue.world import World
from verbale.coding import decide, setting
from verbale.coding.draft import Draft
from verbale.coding.where import Where
from verbale.model import Event, Participant


class _Told(msgspec.Struct, frozen=True):
    """An event, as the coder's rules ask for it."""

    event: Event

    @property
    def type(self) -> str:
        return self.event.type

    @property
    def mode(self) -> str:
        return self.event.mode

    def refs(self, *roles: str) -> list[Participant]:
        return [p for p in self.event.participants if not roles or p.role in roles]

    def parties(self, *roles: str) -> frozenset[str]:
        return self.event.parties(*roles)


@functools.cache
def modes() -> dict[str, tuple[str, ...]]:
    """The modes of every type; the first is the plain one."""
    found: dict[str, list[str]] = {}
    for code in labels.codes("phrase"):
        kind, _, mode = code.partition("/")
        found.setdefault(kind, []).append(mode)
    order = {"CONSULT": "meet", "AID": "humanitarian", "SUPPORT": "praise", "COOPERATE": "practical"}
    return {kind: tuple(sorted(each, key=lambda mode: (mode != order.get(kind), mode))) for kind, each in sorted(found.items())}


def ruled(event: Event, world: World) -> Event:
    """The event with what the codebook says of it: complete, levels, venue, in the case; what was told already stays."""
    told = cast(Draft, _Told(event))
    where = Where(event.place, event.place_country) if event.place_country and event.mode != "call" else None
    fields: dict[str, Any] = {"complete": decide.complete(told), "in_case": _in_case(event, world)}
    fields["level"] = setting.level(told) | event.level
    if event.venue == "unknown" and where:
        fields["venue"] = setting.venue(told, where, world.country)
    return msgspec.structs.replace(event, **fields)


def _in_case(event: Event, world: World) -> bool:
    return world.country is None or any(party.startswith(world.country) for party in event.parties())
