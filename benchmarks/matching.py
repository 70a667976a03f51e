"""How long it takes to match events into engagements, and how that grows.

Run: python -m benchmarks.matching 100000 200000 400000

The events are invented: acts of some eighty parties, the busy ones much busier, over a time that grows with their number at the
pace of a well-covered country (fifty events a day); each act told by one to six documents that leave out or blur names, place and
day.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date

from verbale.engagements import engagements
from verbale.model import DocumentRef, Event, Evidence, Participant

_A_DAY = 50
_PARTIES = [f"P{n:02}" for n in range(80)]
_HOME = ["AFG-AUTH"] * 6 + ["AFG-WOM", "AFG-CSO", "AFG-OPP", "AFG-FMR"]
_PLACES = [("Kabul", "AFG")] * 5 + [("Kandahar", "AFG"), ("Doha", "QAT"), ("Moscow", "RUS"), ("Islamabad", "PAK")]
_OTHER = [("CONSULT", "visit"), ("ACCUSE", "criticise"), ("REQUEST", "urge"), ("COOPERATE", "practical")]
_KINDS = [("CONSULT", "meet")] * 6 + _OTHER
_SURNAMES = [f"{a}{b}{c}" for a in ("Ka", "Lo", "Mi", "Ne", "Tu") for b in ("r", "n", "st", "l") for c in ("bek", "dar", "gul")]
_TOPICS = ["humanitarian", "women_girls", "education", "economy_trade", "security_border", "recognition"]
_START = date(2021, 8, 15).toordinal()


def made(number: int, seed: int = 7) -> Iterator[tuple[int, Event]]:
    """Events with the number of the act that each reports."""
    chance = random.Random(seed)
    days = max(30, number // _A_DAY)
    act = told = 0
    while told < number:
        act += 1
        kind = chance.choice(_KINDS)
        party = _PARTIES[min(int(chance.expovariate(0.06)), 79)]
        home = chance.choice(_HOME)
        day = _START + chance.randrange(days)
        place = chance.choice(_PLACES)
        topic = chance.choice(_TOPICS)
        visitor, host = (f"Aman {chance.choice(_SURNAMES)}" for _ in range(2))
        words = " ".join(chance.choices(_TOPICS, k=12))
        for _ in range(min(6, 1 + int(chance.expovariate(0.7)))):
            told += 1
            yield act, _report(chance, told, kind, (party, visitor), (home, host), day, place, topic, words)


def _report(
    chance: random.Random, number: int, kind: tuple[str, str], source: tuple[str, str], target: tuple[str, str],
    day: int, place: tuple[str, str], topic: str, words: str,
) -> Event:  # fmt: skip
    published = date.fromordinal(day + chance.randrange(3)).isoformat()
    exact = chance.random() < 0.6
    where = place if chance.random() < 0.6 else (None, None)
    people = tuple(
        Participant(name=name if chance.random() < 0.7 else "the envoy", actor=None, party=party, role=role, start=0, end=5)
        for (party, name), role in ((source, "source"), (target, "target"))
    )
    return Event(
        id=f"e{number:08}",
        document=DocumentRef(id=f"d{number:08}", publisher=f"Paper {chance.randrange(200)}", published=published),
        type=kind[0],  # type: ignore[arg-type]
        mode=kind[1],
        status="happened",
        participants=people if kind[1] != "visit" else people[:1],
        evidence=(Evidence(start=0, end=len(words), text=words),),
        coder="made",
        date=date.fromordinal(day).isoformat() if exact else published,
        date_precision="day",
        date_basis="relative" if exact else "publication",
        place=where[0],
        place_country=where[1],
        topics=(topic,) if chance.random() < 0.7 else (),
    )


def main(number: int) -> None:
    """Measure once and print it."""
    events = [event for _, event in made(number)]
    began, worked = time.perf_counter(), time.process_time()
    found = engagements(events)
    took, worked = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = worked / len(events) * 1e6
    print(f"{len(events)} events: {took:.1f} s, of the processor {worked:.1f} s ({each:.0f} µs an event)")
    print(f"  {len(found)} engagements, {peak:.0f} MB")


if __name__ == "__main__":
    for each in sys.argv[1:] or ["100000"]:
        main(int(each))
