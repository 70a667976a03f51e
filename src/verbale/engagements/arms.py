"""Dealings with a side in arms, of which no more is told than their number."""

from __future__ import annotations

import functools

from verbale.model import Event

ARMED = "ARM"
"""The class of those in arms."""
PUBLIC = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
"""Acts of one side that are done in public: they tell of no contact. Every other act with a side in arms is not told."""


def armed(event: Event) -> bool:
    """Whether somebody in arms takes part, also where the words give that as one class beside another."""
    return any((who.party and _in_arms(who.party)) or any(map(_in_arms, who.also)) for who in event.participants)


def untold(event: Event) -> bool:
    """Whether an event tells of dealings with a side in arms, which are counted and not told further."""
    return event.type not in PUBLIC and armed(event)


@functools.cache
def _in_arms(code: str) -> bool:
    return code.rpartition("-")[2] == ARMED
