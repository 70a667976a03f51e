"""The scale of ranks, 0 to 11, and the levels into which it is cut."""

from __future__ import annotations

from collections.abc import Iterable

LEVELS = ((11, "head"), (9, "minister"), (7, "deputy"), (6, "envoy"), (4, "ambassador"), (1, "official"), (0, "none"))
"""From which rank somebody is of a level, the highest first."""


def level(rank: int) -> str:
    """The level of a rank."""
    return next(name for least, name in LEVELS if rank >= least)


def highest(ranks: Iterable[int | None]) -> str | None:
    """The level of the highest of some ranks; ``None`` where none is known."""
    known = [rank for rank in ranks if rank is not None]
    return level(max(known)) if known else None
