"""Dates as tables have them: ISO, written out, with slashes, by the solar calendar; a span of days by its first."""

from __future__ import annotations

import re

from verbale.coding.when import expressions, resolve
from verbale.record.dates import days

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ]\d\d:\d\d.*)?")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")


class DateError(ValueError):
    """A cell that is no date, or could be two."""


def date_of(words: str, order: str = "unclear") -> str:
    """The EDTF day, month or year that a cell names.

    Args:
        words: The cell.
        order: How 05/04/2023 is meant: ``day-first``, ``month-first``, or ``unclear`` where nobody said.

    Raises:
        DateError: It is none, or it could be two and nobody said which.
    """
    words = words.strip()
    found = _iso(words) or _slashed(words, order) or _written(words)
    if found is None or days(found) is None:
        raise DateError(f"“{words}” is no date")
    return found


def _iso(words: str) -> str | None:
    found = _ISO.fullmatch(words)
    return "-".join(filter(None, found.groups())) if found else None


def _slashed(words: str, order: str) -> str | None:
    found = _SLASHED.fullmatch(words)
    if not found:
        return None
    first, second, year = int(found[1]), int(found[2]), found[3]
    if order == "unclear" and first <= 12 and second <= 12 and first != second and "." not in words:
        raise DateError(f'“{words}” can be two days: say dates = "day-first" or "month-first" in the map')
    month_first = order == "month-first" or (order == "unclear" and second > 12)
    month, day = (first, second) if month_first else (second, first)
    return f"{year}-{month:02}-{day:02}"


def _written(words: str) -> str | None:
    """A date in words; what stands behind it is taken for a note."""
    for each in expressions(words):
        if each.start == 0:
            when = resolve(each, None)
            return when.date if when else None
    return None
