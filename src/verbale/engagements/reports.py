"""Who reports: independent publishers, copies aside, and the sides whose own account a report is."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.model import Event


def order(event: Event) -> tuple[str, str, int, str]:
    """By what events are sorted: publication, document, place in it."""
    return event.document.published or "9999", event.document.id, event.evidence[0].start, event.id


def publishers(events: Iterable[Event], copies: Mapping[str, str]) -> tuple[str, ...]:
    """The independent publishers: each once, and none for what it only copied, by name.

    Args:
        events: Events of the reports.
        copies: Each copied document's id, and that of the document which it copies.
    """
    told: dict[str, tuple[bool, str]] = {}
    for event in events:
        origin = copies.get(event.document.id, event.document.id)
        name = event.document.publisher or event.document.url or event.document.id
        told[origin] = min(told.get(origin, (True, "\U0010ffff")), (origin != event.document.id, name))
    named = {fold(name).casefold(): name for _, name in sorted(told.values(), reverse=True)}
    return tuple(named[key] for key in sorted(named))


def voices(events: Iterable[Event], copies: Mapping[str, str]) -> frozenset[str]:
    """Who tells of an act independently: each side whose account is passed on, by whomever, and the publishers that pass on none.

    Args:
        events: Events of the reports.
        copies: Each copied document's id, and that of the document which it copies.
    """
    told = list(events)
    sides = {event.id: accounts(event) & event.parties() for event in told}
    own = publishers((event for event in told if not sides[event.id]), copies)
    return frozenset(own).union(*sides.values())


def confirmed(event: Event) -> bool:
    """Whether a person has confirmed, corrected or entered an event."""
    return event.review is not None and event.review.verdict in ("accepted", "corrected", "added")


def accounts(event: Event) -> frozenset[str]:
    """The parties whose own account of the act an event gives: by a readout, by attribution, or as the publisher's own."""
    found = set(event.publicised_by)
    if event.attribution and event.attribution.party:
        found.add(event.attribution.party)
    if event.document.publisher and (party := _outlets().get(fold(event.document.publisher).casefold())):
        found.add(party)
    return frozenset(found)


@functools.cache
def _outlets() -> dict[str, str]:
    """The parties that speak through outlets, by the outlets' names; of those alone that a party runs."""
    rows = (row for pack in ("common", *tables.packs()) for row in tables.rows(pack, "outlets") if row.get("party"))
    return {fold(name).casefold(): row["party"] for row in rows for name in (row["name"], *tables.cells(row["aliases"]))}
