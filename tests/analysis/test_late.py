"""Late reports: what is known of the last weeks, and that a fall is not called for want of reports that are still to come."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from verbale.analysis.trend import Question, answer, trend
from verbale.analysis.trend.late import arrival
from verbale.analysis.trend.verdict import FALL

from .making import about, act, engaged, sources, who

NEWEST = date(2022, 11, 30)
ASKED = Question(window="2022-11", baseline="2022-04..2022-10", among="others")


def told(day: date, late: int, basis: str = "stated"):
    """A meeting on a day, first reported so many days later."""
    event = act(who("USA"), who("AFG-CSO", "target"), day=day.isoformat(), date_basis=basis)
    page = type(event.document)(id=event.document.id, publisher="The Paper", published=(day + timedelta(late)).isoformat())
    return engaged(type(event)(**{n: getattr(event, n) for n in event.__struct_fields__ if n != "document"}, document=page))


def year(slow: bool, seed: int = 2):
    """Two meetings a day on average, half reported at once, half after three weeks, as far as told by the end of November."""
    draw = np.random.default_rng(seed)
    made = []
    for n in range(334):
        day = date(2022, 1, 1) + timedelta(n)
        for _ in range(int(draw.poisson(2))):
            late = 21 if slow and draw.random() < 0.5 else 0
            if day + timedelta(late) <= NEWEST:
                made.append(told(day, late))
    return about(*made, read=sources((date(2022, 1, 1) + timedelta(n)).isoformat() for n in range(334)))


def test_the_share_known_is_that_of_the_delays():
    found = arrival(year(slow=True), "CONSULT")
    assert found is not None and found.newest == NEWEST.toordinal()
    assert found.known[0] == pytest.approx(0.5, abs=0.05) and found.known[20] == found.known[0] and found.known[21] == 1.0


def test_a_fall_for_want_of_late_reports_is_not_called():
    given = year(slow=True)
    found = trend(given, ASKED)
    assert found.figures.plain.high < 1, "by what is known so far it looks like a fall"
    assert found.verdict != FALL and found.figures.late.low < 1 < found.figures.late.high
    shown = answer(found, given)
    assert any("Reports come late" in note and "% of what happened" in note for note in shown.caveats)
    late = next(each for each in shown.tables if each.name == "late")
    assert len(late.rows) in (3, 4) and late.rows[-1][2] == "50 %"


def test_where_reports_come_at_once_nothing_is_said():
    given = year(slow=False)
    found = trend(given, ASKED)
    assert found.figures.late is None
    assert not any("late" in note for note in answer(found, given).caveats)


def test_acts_dated_by_their_publication_tell_no_delay():
    many = [told(date(2022, 5, 1) + timedelta(n), 0, "publication") for n in range(40)]
    assert arrival(about(*many), "CONSULT") is None
    assert arrival(about(*many[:3], *(told(date(2022, 5, 1), 2) for _ in range(25))), "CONSULT").acts == 25
