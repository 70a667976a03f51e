"""Offices with their dates and sources: those of the catalogue, those that people entered, and those that documents print."""

from __future__ import annotations

import functools
from collections.abc import Iterable

import msgspec

from verbale.catalogue import tables
from verbale.record import Decision
from verbale.record.dates import days


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """An office that somebody held: EDTF bounds, empty where open or unknown, and who says so.

    ``seen`` says that the bounds are the first and the last day on which a document prints it, not its beginning and end.
    """

    party: str
    title: str
    rank: int | None
    since: str
    until: str
    sources: tuple[str, ...]
    seen: bool = False


def catalogued(actor: str, case: str) -> tuple[Held, ...]:
    """The offices that the catalogue has of somebody."""
    return _catalogued(case).get(actor, ())


def entered(actors: Iterable[str], decisions: Iterable[Decision]) -> tuple[Held, ...]:
    """The offices that people entered for somebody, under any of the ids; of decisions that hold."""
    of = frozenset(actors)
    return tuple(
        Held(
            party=each.office.party,
            title=each.office.title,
            rank=each.office.rank,
            since=each.office.since,
            until=each.office.until,
            sources=(*each.sources, f"decision {each.number} by {each.by}"),
        )
        for each in decisions
        if each.kind == "office" and each.office and each.subject in of
    )


def overlapping(a: Held, b: Held) -> bool:
    """Whether two offices were certainly held at one time: only bounds that are known to the day or month count."""
    if a.seen or b.seen or not (a.since and b.since):
        return False
    (a_first, a_last), (b_first, b_last) = _days(a), _days(b)
    return a_first < b_last and b_first < a_last


def _days(held: Held) -> tuple[str, str]:
    """The last day of the beginning and the first of the end, so that what shares no more than a year does not overlap."""
    since, until = days(held.since), days(held.until)
    return (since[1] if since else "9999"), (until[0] if until else ("9999" if not held.until else ""))


@functools.cache
def _catalogued(case: str) -> dict[str, tuple[Held, ...]]:
    found: dict[str, tuple[Held, ...]] = {}
    for folder in dict.fromkeys(("common", case)):
        for row in tables.rows(folder, "offices"):
            held = Held(party=row["party"], title=row["title"], rank=int(row["rank"]) if row["rank"] else None,
                        since=row["from"], until=row["until"], sources=tables.sources(row["source"]))  # fmt: skip
            found[row["person"]] = (*found.get(row["person"], ()), held)
    return found
