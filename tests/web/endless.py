"""A record of what is very long: names of 300 letters without a space, 200 participants, names written from right to left."""

from __future__ import annotations

from pathlib import Path

from verbale.model import (
    Attribution,
    Candidate,
    Claim,
    Coded,
    Document,
    Evidence,
    InstrumentUse,
    Mention,
    Naming,
    Participant,
    Said,
)
from verbale.record import Decision, Record, open_record

from ..record.making import make_document
from .making import event

LONG = "Wolkenkuckucksheim" * 17
PERSIAN = "سرپرست‌وزارت‌امورخارجه" * 15
PARTIES = ("NOR", "USA", "CHN", "QAT", "EU", "UN", "GBR", "RUS", "IND", "PAK", "IRN", "TUR", "DEU", "JPN")
MANY = 200
ONE, CROWD = "eeee000000000000", "ffff000000000000"


def _long(name: str, place: str) -> Coded:
    """Two of endless names in an endless place, as an endless publisher tells it."""
    text = f"{LONG} met {PERSIAN} in {place} on 12 July 2023, asked for {LONG} and cited {LONG}."
    document = make_document(
        text, name, title=f"{place} {PERSIAN}", publisher=LONG, published="2023-07-13", url=f"https://example.org/{LONG}", key=LONG
    )
    asked = text.index(LONG, 1)
    span = {"start": asked, "end": asked + len(LONG)}
    met = event(
        document,
        id=f"{name}000000000000",
        mode="meet",
        place=place,
        place_country="AFG",
        attribution=Attribution(name=LONG),
        participants=(
            Participant(name=LONG, role="source", start=0, end=len(LONG), party="NOR", title=LONG),
            _of(document, PERSIAN, party="AFG-AUTH", rank=9, candidates=(Candidate("p.muttaqi", 0.5), Candidate("p.haqqani", 0.5))),
        ),
        said=(Said(kind="ask", words=LONG, topic="education", **span),),
        naming=(Naming(party="AFG-AUTH", words=LONG, **span),),
        instruments=(InstrumentUse(id="unsc-2593", error="no such year", **span),),
        confidence=0.9,
    )
    beside = Mention(kind="need", value="education_access", words=LONG, cause=LONG, population=PERSIAN, **span)
    return Coded(document=document, events=(met,), mentions=(beside,), claims=(Claim(kind="contact", words=LONG, **span),))


def _of(document: Document, name: str, **fields: object) -> Participant:
    start = document.text.index(name)
    return Participant(name=name, role="target", start=start, end=start + len(name), **fields)  # type: ignore[arg-type]


def _crowd() -> Coded:
    """Two hundred at one table."""
    names = [f"{'نمایندۀ شمارۀ' if n % 2 else 'Delegate number'} {n}{'ž' * (n % 40)}" for n in range(MANY)]
    text = f"{', '.join(names)} met in Doha on 1 June 2023."
    document = make_document(text, "ffff", title="A crowd", publisher="KabulNow", published="2023-06-02")
    people = []
    for n, name in enumerate(names):
        start = text.index(name)
        party = PARTIES[n // 2 % len(PARTIES)] if n % 2 else "AFG-AUTH"
        people.append(Participant(name=name, role="source" if n % 2 else "target", start=start, end=start + len(name), party=party))
    whole = Evidence(start=0, end=len(text) - 1, text=text[:-1])
    told = event(document, date="2023-06-01", place="Doha", place_country="QAT", participants=tuple(people), evidence=(whole,))
    return Coded(document=document, events=(told,))


def endless(path: Path) -> Record:
    """The record, open."""
    record = open_record(path)
    run = record.begin_run("add", case="afghanistan", coder="grammar@1", inputs=[f"pages/{LONG}/"])
    for each in (_long("eeee", LONG), _long("abab", f"{LONG}an"), _crowd()):
        record.add_coded(each, run)
    record.end_run(run, "done", {"documents": 3, "events": 3})
    record.decide_all([Decision(action="unsure", kind="event", subject=ONE, by=LONG, why=f"{PERSIAN} {LONG}")])
    return record
