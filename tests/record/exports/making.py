"""Events to export: a plain one, and one in which every text is hostile or written from right to left."""

from __future__ import annotations

import msgspec

from verbale.model import DocumentRef, Event, Evidence, Participant, Review

from ..making import make_document, make_event

HOSTILE = "=HYPERLINK(\"http://evil.example\") <script>alert('x')</script> & {x} \\ % \x0b"
RTL = "امیر خان متقی"


def plain() -> Event:
    told = DocumentRef(
        id="potzel", title="Markus Potzel met", publisher="UNAMA", published="2023-07-13", url="https://unama.example/1"
    )
    made = make_event(make_document(), place="Kabul", place_country="AFG", topics=("education",))
    return msgspec.structs.replace(made, document=told)


def hostile() -> Event:
    told = DocumentRef(id="d2", title=HOSTILE, publisher=f"@{RTL}", published="2023-07", url="https://x.example/?a=1&b=2")
    made = make_event(
        make_document(),
        id="hostile",
        participants=(
            Participant(name=HOSTILE, role="source", start=0, end=1, party="NOR"),
            Participant(name=RTL, role="target", start=2, end=3, party="AFG-WOM"),
        ),
        evidence=(Evidence(start=0, end=len(HOSTILE), text=HOSTILE), Evidence(start=200, end=200 + len(RTL), text=RTL)),
        date="2023-07",
        date_precision="month",
        place="Nowhere",
        review=Review(verdict="accepted", by="anna", decision=3),
    )
    return msgspec.structs.replace(made, document=told)


def both() -> list[Event]:
    return [plain(), hostile()]
