"""Who somebody is: the offices by date, each with who says so."""

from __future__ import annotations

from verbale.brief.dossier.known import Known
from verbale.brief.notes import address
from verbale.brief.page import Line, Link, Section, Table
from verbale.catalogue import labels
from verbale.identities.offices import Held
from verbale.pictures.words import day


def offices(known: Known) -> Section | None:
    """The offices of a person, the latest first; nothing for a party."""
    if not known.subject.offices:
        return None
    held = sorted(known.subject.offices, key=lambda each: (each.since or "0", each.until or "9"), reverse=True)
    rows = tuple(_row(each, known.home) for each in held)
    table = Table("Offices by date, the latest first", ("Office", "For", "From", "Until", "Source"), rows)
    return Section("offices", "Offices", (table,))


def _row(held: Held, home: str | None) -> tuple[Line, ...]:
    source = held.sources[0] if held.sources else "not told"
    url = address(source)
    return (
        (held.title,),
        (labels.heading(held.party, home),),
        (day(held.since) if held.since else "not known",),
        (day(held.until) if held.until else "now, or not known",),
        (Link(url.split("/")[2].removeprefix("www."), url),) if url else (source,),
    )
