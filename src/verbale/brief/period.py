"""The time that a brief is about, and the one before it with which it compares."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from verbale.errors import UsageError
from verbale.pictures.words import span
from verbale.record.dates import ordinals

_YEAR = 12
_HINT = "write a day or a month: 2023-04-15, 2023-04"


class Period(msgspec.Struct, frozen=True):
    """The ordinals of a first and a last day, both within the period."""

    first: int
    last: int

    @property
    def before(self) -> Period:
        """The period of equal length that ends where this begins; as many months where this one is of whole months."""
        first, after = date.fromordinal(self.first), date.fromordinal(self.last + 1)
        if first.day == after.day == 1:
            return Period(_months_on(first, _count(after) - _count(first)).toordinal(), self.first - 1)
        return Period(self.first - (self.last - self.first + 1), self.first - 1)

    @property
    def words(self) -> str:
        """The period in words: "from 1 April 2023 to 30 June 2023"."""
        first, last = (date.fromordinal(day).isoformat() for day in (self.first, self.last))
        return span(first, last).replace("of ", "on ", 1) if first == last else span(first, last)

    @property
    def months(self) -> str:
        """A period of whole months in words: "from December 2024 to November 2025"; empty for another."""
        first, after = date.fromordinal(self.first), date.fromordinal(self.last + 1)
        last = date.fromordinal(self.last)
        return span(first.isoformat()[: len("2023-05")], last.isoformat()[: len("2023-05")]) if first.day == after.day == 1 else ""

    def holds(self, first: int | None, last: int | None) -> bool:
        """Whether what lies between two days lies in the period: by its middle, and for the most part.

        Of what is dated to a year, no more than that is known; it is not of a month for having its middle there.
        """
        if first is None or last is None or not self.first <= (first + last) // 2 <= self.last:
            return False
        return 2 * (min(last, self.last) - max(first, self.first) + 1) >= last - first + 1

    def touches(self, value: str | None) -> bool:
        """Whether any day that a date covers is in the period."""
        found = ordinals(value)
        return found is not None and found[0] <= self.last and self.first <= found[1]


def year_to(last: int) -> Period:
    """The twelve months that end with the month of a day."""
    after = (date.fromordinal(last).replace(day=1) + timedelta(days=31)).replace(day=1)
    return Period(_months_on(after, _YEAR).toordinal(), after.toordinal() - 1)


def period(since: str | None, until: str | None, bounds: tuple[str, str] | None) -> Period | None:
    """The period from one date to another, days or months; ``None`` where neither is given.

    Args:
        since: Its first day or month; where left out, the first of ``bounds``.
        until: Its last day or month; where left out, the last of ``bounds``.
        bounds: The first and the last date of what was read.

    Raises:
        UsageError: A date is none, or the end lies before the beginning.
    """
    if not since and not until:
        return None
    earliest, latest = bounds or (since or until or "", until or since or "")
    first, last = _day(since or earliest, 0), _day(until or latest, 1)
    if first > last and until:
        raise UsageError(f"{until} lies before {since or earliest}", "write the earlier date after --since")
    return Period(first, max(first, last))


def _day(written: str, end: int) -> int:
    found = ordinals(written)
    if found is None:
        raise UsageError(f"{written} is no date", _HINT)
    return found[end]


def _count(day: date) -> int:
    return day.year * _YEAR + day.month


def _months_on(day: date, back: int) -> date:
    """The first of the month that lies so many months before one."""
    for _ in range(back):
        day = (day - timedelta(days=1)).replace(day=1)
    return day
