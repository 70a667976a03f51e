"""Announced occasions as a calendar file (iCalendar), for the program in which people keep their days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, vText

from verbale.engagements.planning import HELD, OUTCOMES, Planned

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_BEGAN = datetime(2000, 1, 1, tzinfo=UTC)


def ics(found: Iterable[Planned]) -> str:
    """The calendar of announced occasions.

    A later file brings the entries of an earlier one up to date, as each keeps its id. Nothing in it hangs on the time of writing.
    """
    made = Calendar()
    made.add("prodid", "-//Verbale//calendar//EN")
    made.add("version", "2.0")
    for each in found:
        made.add_component(_entry(each))
    return str(made.to_ical().decode("utf-8"))


def _entry(each: Planned) -> Event:
    entry = Event()
    entry.add("uid", f"{each.engagement.id}@verbale")
    entry.add("dtstamp", _stamp(each.announced))
    entry.add("dtstart", date.fromisoformat(each.first))
    entry.add("dtend", date.fromisoformat(each.last) + timedelta(days=1))
    who = " and ".join(sorted(each.engagement.parties))
    entry.add("summary", vText(_plain(f"{who}: {each.engagement.engagement.mode}, {each.outcome}")))
    if each.place:
        entry.add("location", vText(_plain(each.place)))
    entry.add("status", "CONFIRMED" if each.outcome in HELD else "TENTATIVE" if each.outcome == "awaited" else "CANCELLED")
    words = " / ".join(part.text for event in each.engagement.events for part in event.evidence[:1])
    entry.add("description", vText(_plain(f"{each.outcome}: {OUTCOMES[each.outcome]}. “{words}”")))
    return entry


def _stamp(announced: str | None) -> datetime:
    """When it was made known, as the format wants a time for every entry."""
    try:
        return datetime.fromisoformat(announced or "").replace(tzinfo=UTC)
    except ValueError:
        return _BEGAN


def _plain(words: str) -> str:
    return " ".join(_UNSAFE.sub(" ", words).split())
