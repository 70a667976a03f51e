"""Whose version a paragraph gives, where it begins by saying so: "The Norwegian version.", "The version from Kabul."."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold
from verbale.engagements.reports import accounts
from verbale.model import Coded, Event

_NAME = r"([A-Z][\w'’]+(?: [A-Z][\w'’]+)?)"
_LEAD = re.compile(
    rf"(?:The )?(?:{_NAME} (?:version|account|readout)\b|(?:[Vv]ersion|[Aa]ccount|[Rr]eadout) (?:from|of|by) (?:the )?{_NAME})"
)


def voiced(coded: Coded, parties: Iterable[str]) -> tuple[Event, ...]:
    """The events of a document; those that give nobody's account, with the party whose version their paragraph says that it is.

    Args:
        coded: What was read in the document.
        parties: The parties to choose from.
    """
    among = sorted(parties)
    return tuple(_voiced(event, coded.document.text, among) for event in coded.events)


def _voiced(event: Event, text: str, parties: list[str]) -> Event:
    if accounts(event):
        return event
    paragraph = text[text.rfind("\n\n", 0, event.evidence[0].start) + 1 :].lstrip()
    lead = _LEAD.match(paragraph)
    country = _countries().get(fold(lead.group(1) or lead.group(2)).casefold()) if lead else None
    of = [party for party in parties if country and country in (party, labels.country_of(party))]
    return msgspec.structs.replace(event, publicised_by=(of[0],)) if len(of) == 1 else event


@functools.cache
def _countries() -> dict[str, str]:
    """Countries by their names, their people's and their capitals'."""
    rows = tables.rows("common", "states")
    named = ((row["code"], name) for row in rows for field in ("demonyms", "capital", "name") for name in tables.cells(row[field]))
    return {fold(name).casefold(): code for code, name in named}
