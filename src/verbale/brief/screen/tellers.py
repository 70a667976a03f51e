"""Who tells of contact: the voices of its reports, and the sides of which an account of those days was read."""

from __future__ import annotations

from verbale.analysis.entries import Entry
from verbale.brief.material import Material
from verbale.brief.occasions import occasions
from verbale.brief.veil import Veil
from verbale.brief.versions import versions
from verbale.engagements.reports import accounts, voices
from verbale.model import ENGAGING

_LOOKED = 100
"""Occasions, the latest first, of which accounts of both sides are looked for."""


def twice(material: Material, veil: Veil, met: list[Entry]) -> list[Entry]:
    """Contact that two independent voices tell of: of its reports those count that tell plainly of anybody."""
    copies = {copy: of for each in material.engaged for copy, of in each.copies.items()}
    both = by_both(material, veil)
    return [each for each in met if each.id in both or (_several(each) and len(_voices(each, copies)) > 1)]


def _several(entry: Entry) -> bool:
    """Whether an act can have two voices: one report of one side cannot."""
    return len(entry.events) > 1 or len(entry.accounts) > 1


def _voices(entry: Entry, copies: dict[str, str]) -> frozenset[str]:
    told = (event for event in entry.events if event.participants and event.status in ENGAGING)
    return voices((event for event in told if event.complete and event.in_case), copies)


def by_both(material: Material, veil: Veil) -> frozenset[str]:
    """The ids of the contacts of which both sides give their own account."""
    known: frozenset[str] | None = material.found.get("told by both")
    if known is None:
        of, found = versions(material, veil), set()
        for each in occasions(material)[:_LOOKED]:
            own = [side for side, said in of.of(each).items() if any(one.own for one in said)]
            if each.outside in own and len(own) > 1:
                found |= {entry.id for entry in _accounted(each.entries) or each.entries}
        known = material.found["told by both"] = frozenset(found)
    return known


def _accounted(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Of the contacts of an occasion those of which a report gives a party's own account."""
    return tuple(each for each in entries if any(accounts(event) & event.parties() for event in each.events))
