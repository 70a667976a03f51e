"""Expressions of time resolved against a page's date.

Weeks are given by their Thursday, the day that by ISO 8601 decides which month and year a week belongs to; spans of
days by their first.
"""

from __future__ import annotations

import datetime as dt
import re

import jdatetime
import msgspec

from verbale.coding.timewords import TimeExpr, expressions
from verbale.model import DateBasis, Precision

__all__ = ["TimeExpr", "When", "expressions", "page_day", "resolve"]

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


class When(msgspec.Struct, frozen=True):
    """A date cut to its precision, how it was found, and where it was read (``None``: nowhere, it is the page's own)."""

    date: str
    precision: Precision
    basis: DateBasis
    start: int | None = None
    end: int | None = None


class Day(msgspec.Struct, frozen=True):
    """A page's date as far as it is known; ``first`` is its first possible day."""

    first: dt.date
    precision: Precision


def resolve(expr: TimeExpr, published: str | None, *, future: bool = False, anchor: When | None = None) -> When | None:
    """The date that an expression means on a page of that date; ``None`` where that cannot be told.

    Args:
        expr: one of :func:`expressions`.
        published: the page's EDTF date.
        future: whether what is dated is still to come: the next such day instead of the last.
        anchor: the date told before, for "the same day" and "two days earlier".
    """
    page = page_day(published)
    try:
        found = _RESOLVERS[expr.kind](expr, page, future, anchor)
    except (ValueError, OverflowError):
        return None
    return msgspec.structs.replace(found, start=expr.start, end=expr.end) if found else None


# -- resolving ---------------------------------------------------------------------------------------------------------


def page_day(published: str | None) -> Day | None:
    """A page's EDTF date as its first day and precision; ``None`` where it is none."""
    match = _EDTF.match(published or "")
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    precision: Precision = "day" if day else "month" if month else "year"
    try:
        return Day(dt.date(year or 0, month or 1, day or 1), precision)
    except ValueError:
        return None


def cut(day: dt.date, precision: Precision) -> str:
    """A day as an ISO date cut to a precision; a week keeps its day."""
    return day.isoformat()[: {"year": 4, "month": 7}.get(precision, 10)]


def _when(day: dt.date, precision: Precision, basis: DateBasis = "relative") -> When:
    return When(cut(day, precision), precision, basis)


def _coarse(page: Day) -> When:
    """What a day counted from a page comes to, when the page itself is only known by month or year."""
    return _when(page.first, page.precision)


def _date(expr: TimeExpr, page: Day | None, future: bool, _anchor: When | None) -> When | None:
    if expr.solar:
        return _solar(expr, page, future)
    if expr.year:
        return _when(dt.date(expr.year, expr.month or 1, expr.day or 1), "day", "stated")
    year = _year_of(expr, page, future)
    return _when(dt.date(year, expr.month or 1, expr.day or 1), "day") if year else None


def _year_of(expr: TimeExpr, page: Day | None, future: bool) -> int | None:
    """The year of a date that is printed without one: the last such day before the page's, or the next."""
    if page is None:
        return None
    if expr.unit == "year" and expr.direction is not None:
        return page.first.year + expr.direction
    here = (page.first.month, page.first.day) if expr.day and page.precision == "day" else (page.first.month, 0)
    there = (expr.month or 1, expr.day if expr.day and page.precision == "day" else 0)
    if page.precision == "year" or there == here:
        return page.first.year - (expr.direction == -1 and there == here)
    if future or expr.direction == 1:
        return page.first.year + (there < here)
    return page.first.year - (there > here)


def _solar(expr: TimeExpr, page: Day | None, future: bool) -> When | None:
    year = expr.year or (jdatetime.date.fromgregorian(date=page.first).year if page else None)
    if year is None:
        return None
    first = jdatetime.date(year, expr.month or 1, expr.day or 1).togregorian()
    if not expr.year and page and not future and first > page.first:
        first = jdatetime.date(year - 1, expr.month or 1, expr.day or 1).togregorian()
    basis: DateBasis = "stated" if expr.year else "relative"
    if expr.day:
        return _when(first, "day", basis)
    return _when(first + dt.timedelta(15), "month", basis)


def _month(expr: TimeExpr, page: Day | None, future: bool, _anchor: When | None) -> When | None:
    if expr.solar:
        return _solar(expr, page, future)
    if expr.year:
        return _when(dt.date(expr.year, expr.month or 1, 1), "month", "stated")
    year = _year_of(expr, page, future)
    return _when(dt.date(year, expr.month or 1, 1), "month") if year else None


def _plain_year(expr: TimeExpr, _page: Day | None, _future: bool, _anchor: When | None) -> When | None:
    return _when(dt.date(expr.year or 0, 1, 1), "year", "stated")


def _weekday(expr: TimeExpr, page: Day | None, future: bool, _anchor: When | None) -> When | None:
    if page is None:
        return None
    if page.precision != "day":
        return _coarse(page)
    want = expr.weekday or 0
    if expr.unit == "week":
        monday = page.first - dt.timedelta(page.first.weekday()) + dt.timedelta(7 * (expr.direction or 0))
        return _when(monday + dt.timedelta(want), "day")
    if future or expr.direction == 1:
        ahead = (want - page.first.weekday()) % 7
        return _when(page.first + dt.timedelta(ahead or 7 * (expr.direction == 1)), "day")
    back = (page.first.weekday() - want) % 7
    return _when(page.first - dt.timedelta(back or 7 * (expr.direction == -1)), "day")


def _days(expr: TimeExpr, page: Day | None, _future: bool, _anchor: When | None) -> When | None:
    if page is None:
        return None
    return _when(page.first + dt.timedelta(expr.number), "day") if page.precision == "day" else _coarse(page)


def _unit(expr: TimeExpr, page: Day | None, future: bool, _anchor: When | None) -> When | None:
    if page is None:
        return None
    step = expr.number or (expr.direction or 0)
    if expr.unit in ("day", "week", "weekend") and page.precision != "day":
        return _coarse(page)
    if expr.unit == "weekend":
        saturday = page.first - dt.timedelta((page.first.weekday() - 5) % 7)
        return _when(saturday + dt.timedelta(7 * (expr.direction == 1 or future)), "day")
    if expr.unit == "week" and not expr.number:
        thursday = page.first + dt.timedelta(3 - page.first.weekday() + 7 * step)
        return _when(thursday if future or step else min(thursday, page.first), "week")
    return _shifted(page.first, page.precision, expr.unit, step)


def _shifted(day: dt.date, known: Precision, unit: str, number: int) -> When | None:
    """A day moved by a number of units, cut to what is known of it and to the unit."""
    if unit in ("day", "week"):
        moved = day + dt.timedelta(number * (7 if unit == "week" else 1))
        return _when(moved, known if known in ("month", "year") else "day" if unit == "day" else "week")
    months = day.year * 12 + day.month - 1 + number * (12 if unit == "year" else 1)
    moved = dt.date(months // 12, months % 12 + 1, 1)
    return _when(moved, "year" if unit == "year" or known == "year" else "month")


def _season(expr: TimeExpr, page: Day | None, future: bool, _anchor: When | None) -> When | None:
    if expr.year:
        return _when(dt.date(expr.year, 1, 1), "year", "stated")
    if page is None:
        return None
    begins = next(month for name, month in _SEASONS.items() if name in expr.text.lower())
    year = page.first.year
    if page.precision != "year" and (future or expr.direction == 1):
        year += begins + 2 < page.first.month
    elif page.precision != "year" and (begins > page.first.month or (expr.direction == -1 and begins + 2 >= page.first.month)):
        year -= 1
    return _when(dt.date(year, 1, 1), "year")


def _anchored(expr: TimeExpr, _page: Day | None, _future: bool, anchor: When | None) -> When | None:
    base = page_day(anchor.date) if anchor else None
    if base is None:
        return None
    if expr.month:
        return _when(dt.date(base.first.year + expr.number, expr.month, 1), "month")
    if expr.number or expr.unit in ("month", "year"):
        known: Precision = base.precision if base.precision != "day" else "day"
        return _shifted(base.first, known, expr.unit, expr.number)
    return When(anchor.date, anchor.precision, "relative") if anchor else None


_RESOLVERS = {
    "date": _date, "month": _month, "year": _plain_year, "weekday": _weekday, "days": _days, "unit": _unit, "season": _season,
    "anchored": _anchored,
}  # fmt: skip
