"""Engagements, sources and minutes for the tests of the answers, and a year of them with a change that is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import numpy as np

from verbale.analysis.minutes import Minutes, minutes
from verbale.analysis.sampling import Frame
from verbale.engagements.engaged import Engaged
from verbale.model import DocumentRef, Engagement, Event, Evidence, Participant
from verbale.record import Source

TEXT = "An act was reported here by somebody who saw it."
_made = count(1)
FRAME = Frame(name="Three outlets", how="every page", since="2022-01-01", until="2022-12-31")


def who(party: str, role: str = "source", name: str = "somebody", **values: Any) -> Participant:
    return Participant(name=name, role=role, party=party, start=0, end=len(name), **values)  # type: ignore[arg-type]


def act(
    *people: Participant, day: str | None = "2022-05-02", publisher: str = "The Paper", words: str = TEXT, **values: Any
) -> Event:
    """An event; a meeting that happened unless told otherwise."""
    n = next(_made)
    precision = None if day is None else {4: "year", 7: "month"}.get(len(day), "day")
    given: dict[str, Any] = {"type": "CONSULT", "mode": "meet", "status": "happened", "date": day, "date_precision": precision}
    given |= {"evidence": (Evidence(start=0, end=len(words), text=words),), "coder": "test"}
    ref = DocumentRef(id=f"d{n:07}", publisher=publisher, published=day, url=f"https://example.org/{n}")
    return Event(id=f"e{n:07}", document=ref, participants=people, **(given | values))


def engaged(*events: Event, publishers: Sequence[str] | None = None, accounts: Sequence[str] = (), **values: str) -> Engaged:
    """An engagement of events that somebody holds for one act."""
    first = events[0]
    told = {name: value for name in ("place", "channel", "visibility", "venue", "women_present") if (value := getattr(first, name))}
    told |= {"status": first.status, "mode": first.mode, **({"date": first.date} if first.date else {})}
    told |= {f"level.{party}": level for party, level in first.level.items()}
    made = Engagement(
        id=f"g{next(_made):07}", type=first.type, mode=first.mode, status=first.status, events=tuple(e.id for e in events),
        values=told | values,
    )  # fmt: skip
    names = tuple(sorted({e.document.publisher or "" for e in events})) if publishers is None else tuple(publishers)
    return Engaged(engagement=made, events=events, publishers=names, accounts=tuple(accounts))


def meeting(outside: str | Sequence[str], home: str | Sequence[str], day: str | None = "2022-05-02", **values: Any) -> Engaged:
    """A meeting between parties from outside and of the country, told once."""
    a, b = ([each] if isinstance(each, str) else list(each) for each in (outside, home))
    return engaged(act(*(who(p) for p in a), *(who(p, "target") for p in b), day=day, **values))


def sources(days: Iterable[str], publisher: str = "The Paper", language: str = "en", skipped: str | None = None) -> list[Source]:
    return [Source(f"s{next(_made):07}", publisher, day, language, skipped, 0) for day in days]


def daily(since: str, until: str, a_day: int = 2) -> list[Source]:
    """Documents read on every day of a span."""
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    every = [(first + timedelta(n)).isoformat() for n in range((last - first).days + 1)]
    return sources(day for day in every for _ in range(a_day))


def about(*given: Engaged, frame: Frame | None = FRAME, read: Sequence[Source] | None = None, **values: Any) -> Minutes:
    """Minutes of a case with a frame of 2022."""
    return minutes(given, daily("2022-01-01", "2022-12-31", 1) if read is None else read, "afghanistan", frame, **values)


def spread(since: str, until: str, n: int, seed: int, outside: Sequence[str], home: Sequence[str], **values: Any) -> list[Engaged]:
    """So many meetings on days drawn evenly from a span, between parties drawn evenly from two lists."""
    draw = np.random.default_rng(seed)
    first, last = date.fromisoformat(since), date.fromisoformat(until)
    days = sorted(int(d) for d in draw.integers(0, (last - first).days + 1, n))
    return [
        meeting(
            outside[int(draw.integers(len(outside)))],
            home[int(draw.integers(len(home)))],
            (first + timedelta(d)).isoformat(),
            **values,
        )
        for d in days
    ]
