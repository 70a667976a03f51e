"""Publication dates as pages, mails and files write them, to EDTF: a day, or only the month or year where no more is told."""

from __future__ import annotations

import datetime
import re

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12]\d{3})"
_NOT_DIGIT = r"(?!\d)"
# Tried in this order; the first that matches at the start (weekday and "Published:" aside) decides.
SHAPES: tuple[re.Pattern[str], ...] = tuple(
    re.compile(shape + _NOT_DIGIT, re.I)
    for shape in (
        rf"D:{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:\d{{2,6}})?",
        rf"D:{_YEAR}(?P<month>\d\d)?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{{4,6}})?",
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})",
        rf"{_YEAR}[-/](?P<month>\d{{1,2}})",
        rf"{_DAY}(?:\s+of)?[\s\-]+{_MONTH},?[\s\-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}\s+{_MONTH}\s+{_DAY}",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?P<first>\d{{1,2}})/(?P<second>\d{{1,2}})/{_YEAR}",
        _YEAR,
    )
)
_LEAD = re.compile(
    r"\s*(?:(?:published|posted|updated|date[d]?)(?:\s+on)?[:\s]+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?", re.I
)


def to_edtf(words: str | None) -> str | None:
    """``words`` as an EDTF date ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; ``None`` where they are no date.

    The day is the one written, in the writer's own time zone. Of 05/04/2023 only the year is certain, so only the year is kept.
    """
    rest = words[_lead(words) :] if words else ""
    for shape in SHAPES:
        found = shape.match(rest)
        if found:
            return _edtf(found.groupdict())
    return None


def _lead(words: str) -> int:
    found = _LEAD.match(words)
    return found.end() if found else 0


def _edtf(part: dict[str, str | None]) -> str | None:
    year = part["year"]
    day, month = _slashed(part) if part.get("first") else (_number(part.get("day")), _month(part.get("month")))
    if month is None:
        return year
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    try:
        return datetime.date(int(year or 0), month, day).isoformat()
    except ValueError:
        return None


def _slashed(part: dict[str, str | None]) -> tuple[int | None, int | None]:
    first, second = int(part["first"] or 0), int(part["second"] or 0)
    if first > 12 or first == second:
        return first, second
    return (second, first) if second > 12 else (None, None)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _month(words: str | None) -> int | None:
    if not words:
        return None
    return int(words) if words.isdigit() else MONTHS[words.lower()]
