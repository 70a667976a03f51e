"""Tools of pressure and inducement: who used which on whom, how far, and what followed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from verbale.analysis.entries import Entry
from verbale.analysis.voices.asks import UNNAMED, name
from verbale.model import ENGAGING, Event

State = Literal["mooted", "threatened", "decided", "imposed", "eased", "lapsed", "rejected"]
STATES: tuple[State, ...] = ("mooted", "threatened", "decided", "imposed", "eased", "lapsed", "rejected")
AFTER = 90
"""Days within which what the authority did is shown beside a tool that was imposed. It shows no effect."""
_LAPSED = re.compile(r"\b(?:laps|expir|ran out|run out)", re.IGNORECASE)
_UNDONE = frozenset({"refused", "denied", "cancelled"})


class Use(msgspec.Struct, frozen=True, kw_only=True):
    """A tool in one engagement: who used it, on whom, how far it went; what the authority did within 90 days."""

    tool: str
    state: State
    by: frozenset[str]
    on: frozenset[str]
    entry: Entry
    eased: tuple[Entry, ...] = ()
    repressed: tuple[Entry, ...] = ()


def uses(entries: Iterable[Entry]) -> tuple[Use, ...]:
    """Every tool of every engagement that names one, by date."""
    every = tuple(entries)
    acts = [each for each in every if each.middle is not None and each.took_place and each.by_authority]
    eased = [each for each in acts if each.type == "CONCEDE"]
    repressed = [each for each in acts if each.type == "COERCE"]
    found = (use for each in every for use in _of(each, eased, repressed))
    return tuple(sorted(found, key=lambda use: (use.entry.date or "9999", use.tool, use.entry.id)))


def _of(each: Entry, eased: list[Entry], repressed: list[Entry]) -> Iterator[Use]:
    told = [event for event in each.telling("tools") if event.in_case and event.tools]
    for tool in sorted({tool for event in told for tool in event.tools}):
        event = next(event for event in told if tool in event.tools)
        state = state_of(event, each.status)
        by, on = (frozenset(map(name, event.parties(role) - UNNAMED)) for role in ("source", "target"))
        after = state == "imposed"
        yield Use(
            tool=tool, state=state, by=by, on=on, entry=each, eased=_next(each, eased) if after else (),
            repressed=_next(each, repressed) if after else (),
        )  # fmt: skip


def state_of(event: Event, status: str) -> State:
    """How far a tool went: by the type of the act that names it and what became of it."""
    if status in _UNDONE:
        return "rejected"
    done = status in ENGAGING
    if done and event.type in ("SANCTION", "CONCEDE") and _LAPSED.search(event.evidence[0].text):
        return "lapsed"
    if event.type == "SANCTION":
        return "imposed" if done else "decided" if status == "planned" else "mooted"
    if event.type == "CONCEDE":
        return "eased" if done else "mooted"
    return "threatened" if event.type == "THREATEN" else "mooted"


def _next(each: Entry, acts: list[Entry]) -> tuple[Entry, ...]:
    day = each.middle
    return tuple(act for act in acts if day is not None and act.middle is not None and 0 < act.middle - day <= AFTER)
