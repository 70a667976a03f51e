"""Series that meet again and again, such as the Moscow Format: which of them, and which session, an occasion was."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date

import msgspec

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.model import Event

_NEAR = 5
"""Days between a session's first day and a date that belongs to it."""
_SESSION = re.compile(r"\s*([^=;]+)=(\d{4}-\d{2}-\d{2})@([^,;]+)")
_ALONE = re.compile(r"\b[A-Z]{2,4}\b")


class Series(msgspec.Struct, frozen=True):
    """A forum of the catalogue: its id, how it is named, and the first days of its sessions with their places."""

    id: str
    named: re.Pattern[str]
    sessions: tuple[tuple[str, date, str], ...]


def session(events: Sequence[Event]) -> dict[str, str]:
    """The ``forum`` named in the words of an occasion or in a title over it, and the ``session`` by its date; else nothing."""
    if not any(_names(_all(), event) for event in events):
        return {}
    days = [date.fromisoformat(event.date) for event in events if event.date and event.date_precision == "day"]
    for each in _series():
        if any(_names(each.named, event) for event in events):
            of = [name for name, first, _ in each.sessions if any(abs((day - first).days) <= _NEAR for day in days)]
            return {"forum": each.id} | ({"session": of[0]} if len(of) == 1 else {})
    return {}


def sitting(event: Event, first: int | None, last: int | None, place: str | None) -> str | None:
    """The session that an occasion of many was, by its name or its place, and by its days.

    Args:
        event: The occasion.
        first: The ordinal of the first day on which it can have been.
        last: That of the last.
        place: The place, folded.
    """
    if event.mode not in ("attend", "host") or first is None or last is None:
        return None
    named = [each for each in _series() if _names(each.named, event)] if _names(_all(), event) else []
    found = {
        f"{each.id}: {name}"
        for each in named or _series()
        for name, day, at in each.sessions
        if first - _NEAR <= day.toordinal() <= last and (each in named or (place is not None and place == _city(at)))
    }
    return min(found) if len(found) == 1 else None


@functools.cache
def _city(place: str) -> str:
    return fold(place.partition(",")[0]).casefold()


def _names(named: re.Pattern[str], event: Event) -> bool:
    if any(named.search(part.text) for part in event.evidence):
        return True
    # a title speaks for the whole page: it names the occasion only where that is one of many
    return event.mode in ("attend", "host") and bool(named.search(event.document.title or ""))


@functools.cache
def _all() -> re.Pattern[str]:
    """Any series by its name: most occasions are none, and are not asked for each."""
    return re.compile("|".join(each.named.pattern for each in _series()))


@functools.cache
def _series() -> tuple[Series, ...]:
    rows = (row for pack in ("common", *tables.packs()) for row in tables.rows(pack, "forums"))
    return tuple(_one(row) for row in rows)


def _one(row: dict[str, str]) -> Series:
    names = sorted((row["name"], *tables.cells(row["aliases"])), key=lambda name: (-len(name), name))
    whole = "|".join(re.escape(name) if _ALONE.fullmatch(name) else f"(?i:{re.escape(name)})" for name in names)
    found = tuple((name.strip(), date.fromisoformat(day), place.strip()) for name, day, place in _SESSION.findall(row["sessions"]))
    return Series(row["id"], re.compile(rf"\b(?:{whole})\b"), found)
