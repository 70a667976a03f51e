"""The days that a cut date covers, so that "in July 2023" can be compared with "12 July 2023"."""

from __future__ import annotations

import calendar
import functools
import re
from datetime import date, timedelta

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")


@functools.lru_cache(maxsize=20_000)
def days(value: str | None, precision: str | None = None) -> tuple[str, str] | None:
    """The first and the last day that a date covers.

    Args:
        value: A year, a month, an ISO week or a day (``2024``, ``2024-07``, ``2024-W28``, ``2024-07-09``).
        precision: ``week`` widens a day to its week, Monday to Sunday; every other precision is told by the value itself.

    Returns:
        Two ISO days, or ``None`` where the value is no date.
    """
    try:
        first, last = _range(value or "")
    except ValueError:
        return None
    if precision == "week" and first == last:
        first -= timedelta(days=first.weekday())
        last = first + timedelta(days=6)
    return first.isoformat(), last.isoformat()


@functools.lru_cache(maxsize=100_000)
def ordinals(value: str | None, precision: str | None = None) -> tuple[int, int] | None:
    """The ordinals of the first and last day that a date covers; ``None`` where it is no date."""
    found = days(value, precision)
    return None if found is None else (date.fromisoformat(found[0]).toordinal(), date.fromisoformat(found[1]).toordinal())


def _range(value: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}", value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    if found := _MONTH.fullmatch(value):
        year, month = int(found[1]), int(found[2])
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return monday, monday + timedelta(days=6)
    day = date.fromisoformat(value)
    return day, day
