"""How much a participation could harm who is in it: of the part in one act, never of the person."""

from __future__ import annotations

from typing import Literal

from verbale.brief.telling import WITHHELD_CLASSES, public_people
from verbale.catalogue import labels
from verbale.model import Event, Participant

Tier = Literal["T0", "T1", "T2", "T3"]

TIERS: dict[Tier, str] = {
    "T0": "acts in an office, for a state, a body or an authority",
    "T1": "known to the catalogue, which has only who acts in public",
    "T2": "acts for an organisation or a former or opposing side, named by others",
    "T3": "holds no office, or it cannot be told who it is: never named, nor closely placed or dated",
}
"""The tiers, from what may be told to what may not; there is no way to tell of a T3."""

_NAMED_BY_OTHERS = frozenset({"FMR", "OPP", "ARM"})


def tier(who: Participant, case: str) -> Tier:
    """The tier of a participation; in doubt the highest."""
    if who.actor in public_people(case):
        return "T1"
    if who.party is None:
        return "T3"
    kind = labels.class_of(who.party)
    if kind in WITHHELD_CLASSES:
        return "T3"
    return "T2" if kind in _NAMED_BY_OTHERS or who.party == "INGO" else "T0"


def private(event: Event, case: str) -> list[Participant]:
    """The participants of an event who are told of as a class only."""
    return [each for each in event.participants if tier(each, case) == "T3" and each.party is not None]
