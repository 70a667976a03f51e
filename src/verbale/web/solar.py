"""Days in the Solar Hijri calendar, beside the Gregorian, where the case's country keeps it."""

from __future__ import annotations

import datetime

import jdatetime

from verbale.catalogue import tables

KEEPERS = frozenset({"AFG", "IRN"})
"""The countries that keep the calendar; Afghanistan's names of the months come first in the table."""
_DAY = len("2023-07-12")


def solar(date: str | None, country: str | None) -> str:
    """A day as that calendar has it ("21 Saratan 1402"); nothing for another country, or for what is no day."""
    if country not in KEEPERS or date is None or len(date) != _DAY:
        return ""
    try:
        found = jdatetime.date.fromgregorian(date=datetime.date.fromisoformat(date))
    except ValueError:
        return ""
    names = tables.toml("common", "calendar")["solar"]
    month = [name for name, number in names.items() if number == found.month][-1 if country == "IRN" else 0]
    return f"{found.day} {month.capitalize()} {found.year}"
