from __future__ import annotations

from icalendar import Calendar

from verbale.engagements import engagements
from verbale.engagements.ics import ics
from verbale.engagements.planning import calendar

from .making import event
from .test_planning import PLAN


def test_the_calendar_file_can_be_read_and_runs_nothing() -> None:
    hostile = "told\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\r\nEND:VALARM;\u202e"
    found = calendar(engagements([event("plan", words="x" * 43, place=hostile, **PLAN)]))
    text = ics(found)
    (entry,) = Calendar.from_ical(text).walk("VEVENT")
    assert "VALARM" in str(entry["location"]) and not Calendar.from_ical(text).walk("VALARM")
    assert str(entry["uid"]).startswith("g.1@") and str(entry["status"]) == "TENTATIVE"
    assert entry.decoded("dtstart").isoformat() == "2023-01-20" and "\u202e" not in text
    assert text == ics(found)
