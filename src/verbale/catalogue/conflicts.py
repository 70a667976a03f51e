"""Facts on which sources differ: every value that is told, side by side, with whoever tells it and which one is preferred."""

from __future__ import annotations

import functools

import msgspec

from verbale.catalogue import tables


class Told(msgspec.Struct, frozen=True):
    """A value that a source gives; ``confirmed`` where the source was looked up."""

    value: str
    preferred: bool
    source: str
    confirmed: bool


def conflicts(subject: str, case: str) -> dict[str, tuple[Told, ...]]:
    """The fields of a person, forum, instrument or party on which sources differ, the preferred value of each first."""
    found: dict[str, tuple[Told, ...]] = {}
    for row in _rows(case):
        if row["subject"] == subject:
            told = Told(row["value"], row["preferred"] == "yes", row["source"], row["confirmed"] == "yes")
            found[row["field"]] = (*found.get(row["field"], ()), told)
    return {field: tuple(sorted(values, key=lambda t: not t.preferred)) for field, values in found.items()}


@functools.cache
def _rows(case: str) -> tuple[dict[str, str], ...]:
    return tuple(row for folder in dict.fromkeys(("common", case)) for row in tables.rows(folder, "conflicts"))
