"""A year of dated documents whose change is known: from 1 October everyone but the authority is met twice as often.

    python -m tests.analysis.year > year.jsonl

writes it as documents that ``verbale add`` reads, each with its date, its publisher and one meeting, or none.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

import numpy as np

from verbale.engagements.engaged import Engaged
from verbale.record import Source

from .making import act, daily, engaged, who

OUTSIDE = {
    "USA": "the United States", "EU": "the European Union", "UN": "the United Nations", "DEU": "Germany", "NOR": "Norway",
    "GBR": "the United Kingdom",
}  # fmt: skip
OTHERS = {
    "AFG-WOM": "Afghan women",
    "AFG-CSO": "Afghan civil society",
    "AFG-DIA": "the Afghan diaspora",
    "AFG-MED": "Afghan journalists",
}
AUTH = {"AFG-AUTH": "the Taliban"}
PUBLISHERS = ("The Herald", "Kabul Wire", "Exile Radio")
CITIES = ("Doha", "Geneva", "Istanbul", "Tashkent", "Brussels", "Oslo", "Ankara", "Dubai")
CHANGE = date(2022, 10, 1)
BEFORE, AFTER = 20, 40
"""Meetings a month with everyone but the authority, before and after the change."""
AUTHORITY = 16
"""Meetings a month with the authority, throughout."""
READ = 4
"""Documents of each publisher that are read on every day, with or without a meeting in them."""


class Met(NamedTuple):
    """A meeting of the year: the day, the two parties, the city, and who reports it."""

    day: date
    outside: str
    home: str
    city: str
    told: tuple[str, ...]


def meetings(seed: int = 4, before: float = BEFORE, after: float = AFTER) -> list[Met]:
    """The meetings of 2022."""
    draw = np.random.default_rng(seed)
    found: list[Met] = []
    for n in range(365):
        day = date(2022, 1, 1) + timedelta(n)
        others = before if day < CHANGE else after
        for home, rate in ((tuple(OTHERS), others), (tuple(AUTH), AUTHORITY)):
            for _ in range(draw.poisson(rate * 12 / 365)):
                told = tuple(PUBLISHERS[k] for k in sorted(set(draw.integers(0, 3, int(draw.integers(1, 3))).tolist())))
                outside, other = _one(draw, tuple(OUTSIDE)), _one(draw, home)
                found.append(Met(day, outside, other, _one(draw, CITIES), told))
    return found


def year(seed: int = 4, before: float = BEFORE, after: float = AFTER) -> list[Engaged]:
    """The engagements of 2022."""
    return [
        engaged(*(act(who(m.outside), who(m.home, "target"), day=m.day.isoformat(), publisher=name) for name in m.told))
        for m in meetings(seed, before, after)
    ]


def read() -> list[Source]:
    """What was read of 2022."""
    return [source._replace(publisher=name) for name in PUBLISHERS for source in daily("2022-01-01", "2022-12-31", READ)]


def documents(seed: int = 4, a_day: int = READ) -> Iterator[dict[str, Any]]:
    """The year as documents, a line each; what is left of a publisher's reading of a day tells of the weather."""
    left = {(name, date(2022, 1, 1) + timedelta(n)): a_day for name in PUBLISHERS for n in range(365)}
    for n, met in enumerate(meetings(seed)):
        for name in met.told:
            left[name, met.day] -= 1
            yield _document(f"m{n}-{PUBLISHERS.index(name)}", name, met.day, sentence(met))
    for (name, day), rest in sorted(left.items(), key=lambda item: (item[0][1], item[0][0])):
        for n in range(max(rest, 0)):
            yield _document(
                f"w{day}-{PUBLISHERS.index(name)}-{n}", name, day, "Rain is expected in the hills, with snow on the passes."
            )


def sentence(met: Met) -> str:
    """The words that report a meeting."""
    them = {**OTHERS, **AUTH}[met.home]
    return f"The special envoy of {OUTSIDE[met.outside]} met {them} in {met.city} on {met.day.day} {met.day:%B %Y}."


def _document(key: str, publisher: str, day: date, text: str) -> dict[str, Any]:
    url = f"https://example.org/{key}"
    return {
        "id": key,
        "title": f"{publisher}, {day}",
        "publisher": publisher,
        "published": day.isoformat(),
        "url": url,
        "text": text,
    }


def _one(draw: np.random.Generator, of: tuple[str, ...]) -> str:
    return of[int(draw.integers(len(of)))]


if __name__ == "__main__":
    for line in documents():
        sys.stdout.write(json.dumps(line) + "\n")
