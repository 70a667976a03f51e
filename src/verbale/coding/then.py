"""Who somebody was when an act took place: an authority that holds power on the page's day may have been an armed group before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from verbale.catalogue.world import World
from verbale.coding.scene import Ref

_TOLD = ("stated", "relative")


def as_of(
    refs: list[tuple[Any, Ref]], fields: Mapping[str, Any], world: World, day: str | None
) -> tuple[list[tuple[Any, Ref]], dict[str, Any]]:
    """The participants with the parties that they were on the act's own date, and the fields that are kept by party likewise.

    Args:
        refs: Participants as of the page's day.
        fields: The event's fields.
        world: The catalogue.
        day: The page's day.
    """
    then = fields.get("date")
    if not day or not then or fields.get("date_basis") not in _TOLD or then[: len(day)] >= day[: len(then)]:
        return refs, dict(fields)
    changed = {r.party: new for _, r in refs if (new := _then(r, world, day, then)) != r.party}
    level = {changed.get(party, party): value for party, value in (fields.get("level") or {}).items()}
    people = [(role, msgspec.structs.replace(r, party=_then(r, world, day, then))) for role, r in refs]
    return people, {**fields, **({"level": level} if level else {})}


def _then(ref: Ref, world: World, day: str, then: str) -> str | None:
    country, _, kind = (ref.party or "").partition("-")
    if kind != "AUTH" or world.acting(country, day) != ref.party:
        return ref.party
    return world.acting(country, then) if ref.kind == "state" else world.formerly(country, day, then)
