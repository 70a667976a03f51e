"""Numbers, units, lists and dates as a careful writer puts them."""

from __future__ import annotations

from collections.abc import Sequence

from verbale.catalogue.dates import MONTHS as MONTHS

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_IRREGULAR = {"party": "parties", "person": "people", "country": "countries"}


def plural(unit: str, n: int) -> str:
    """``unit`` as it stands after the number ``n``; the last word takes the ending."""
    if n == 1:
        return unit
    head, _, last = unit.rpartition(" ")
    return f"{head} {_IRREGULAR.get(last, last + 's')}".strip()


def number(n: int) -> str:
    """``n`` in words below ten, in figures with thousands apart from there on."""
    return _SMALL[n] if n < len(_SMALL) else f"{n:,}"


def count(n: int, unit: str) -> str:
    """A number with its unit: "no events", "one event", "12 events"."""
    return f"{number(n)} {plural(unit, n)}"


def was(n: int) -> str:
    """The verb after ``n`` things."""
    return "was" if n == 1 else "were"


def listed(items: Sequence[str]) -> str:
    """Items as a list in a sentence: "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))


def capital(text: str) -> str:
    """``text`` with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def day(date: str | None) -> str:
    """An EDTF date written out: "9 July 2024", "July 2024", "2024"; "undated" where there is none."""
    if not date:
        return "undated"
    parts = date[:10].split("-")
    if len(parts) == 1 or not parts[1].isdigit():
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def span(first: str, last: str) -> str:
    """Two dates as a range in words: "from 3 October 2022 to 8 July 2025"."""
    return f"of {day(first)}" if first == last else f"from {day(first)} to {day(last)}"
