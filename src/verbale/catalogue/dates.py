"""Comparing EDTF dates of unequal precision: a year or a month stands for all of its days."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def within(day: str | None, start: str, end: str) -> bool:
    """Whether ``day`` may lie in ``start``..``end``; an empty bound is open, an unknown day lies anywhere that is still open."""
    if not day:
        return not end
    return (not start or day[: len(start)] >= start[: len(day)]) and (not end or day[: len(end)] <= end[: len(day)])
