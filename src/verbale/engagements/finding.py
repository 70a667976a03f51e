"""Finding an engagement by its id, by one that leads to it, or by an event that reports it."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.engagements.engaged import Engaged
from verbale.engagements.minting import resolved
from verbale.errors import UsageError
from verbale.record import Minted

_SHOWN = 6


def found(engagements: Sequence[Engaged], name: str, known: Sequence[Minted] = ()) -> Engaged:
    """The engagement that a name means.

    Args:
        engagements: Those of a record.
        name: An id, or one that was given up for another; an event's id; or the beginning of any of them.
        known: The ids that were given out.

    Raises:
        UsageError: There is none, or there are several.
    """
    led = {each.id: resolved(each.id, known) for each in known}
    exact = [each for each in engagements if each.id == led.get(name, name)]
    ids = {target for given, target in led.items() if name and given.startswith(name)}
    near = [each for each in engagements if each.id in ids or _begins(each, name)]
    if len(exact or near) == 1:
        return (exact or near)[0]
    if near:
        shown = ", ".join(each.id for each in near[:_SHOWN])
        raise UsageError(f"{name} begins the ids of several engagements", f"write more of the one you mean: {shown}")
    raise UsageError(f"there is no engagement {name} in the record", "find its id with: verbale engagements")


def _begins(each: Engaged, name: str) -> bool:
    return bool(name) and any(one.startswith(name) for one in (each.id, *each.engagement.events))
