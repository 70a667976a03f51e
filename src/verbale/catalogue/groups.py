"""The groups of states that the catalogue knows, with the time in which each member belonged to them."""

from __future__ import annotations

from verbale.catalogue import tables
from verbale.catalogue.dates import within


def groups() -> frozenset[str]:
    """The codes of all groups."""
    return frozenset(row["group"] for row in tables.rows("common", "groups"))


def members(group: str, day: str | None) -> tuple[str, ...]:
    """The members of a group on ``day`` (EDTF), in the order of the table; none of what is no group."""
    rows = tables.rows("common", "groups")
    return tuple(row["member"] for row in rows if row["group"] == group and within(day, row["from"], row["until"]))
