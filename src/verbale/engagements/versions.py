"""Whose version a paragraph gives, where it begins by saying so: "The Norwegian version.", "The version from Kabul."."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

import msgspec

from verbale.catalogue import labels, tables
from verbale.catalogue.fold import fold
from verbale.engagements.reports import accounts
from verbale.model import Coded, Event

_NAME = r"([A-Z][\w'’]+(?: [A-Z][\w'’]+)?)"
_LEAD = re.compile(
    rf"\s*(?:The )?(?:{_NAME} (?:version|account|readout)\b|(?:[Vv]ersion|[Aa]ccount|[Rr]eadout) (?:from|of|by) (?:the )?{_NAME})"
)


def voiced(coded: Coded, parties: Iterable[str]) -> tuple[Event, ...]:
    """The events of a document; those that give nobody's account, with the party whose version their paragraph says that it is.

    Args:
        coded: What was read in the document.
        parties: The parties to choose from.
    """
    versions = _versions(coded.document.text, frozenset(parties))
    starts = sorted(versions)
    return tuple(_voiced(event, versions, starts) for event in coded.events)


def _voiced(event: Event, versions: Mapping[int, str], starts: list[int]) -> Event:
    if not versions or accounts(event):
        return event
    party = versions[starts[max(0, bisect_right(starts, event.evidence[0].start) - 1)]]
    return msgspec.structs.replace(event, publicised_by=(party,)) if party else event


@functools.lru_cache(maxsize=32)
def _versions(text: str, parties: frozenset[str]) -> dict[int, str]:
    """Where the paragraphs of a text start, and the party whose version each gives, if any; nothing where none does."""
    found = {start: _version(text, start, parties) for start in (0, *(each.end() for each in re.finditer(r"\n\n+", text)))}
    return found if any(found.values()) else {}


def _version(text: str, start: int, parties: frozenset[str]) -> str:
    lead = _LEAD.match(text, start)
    country = _countries().get(fold(lead.group(1) or lead.group(2)).casefold()) if lead else None
    of = [party for party in parties if country and country in (party, labels.country_of(party))]
    return of[0] if len(of) == 1 else ""


@functools.cache
def _countries() -> dict[str, str]:
    """Countries by their names, their people's and their capitals'."""
    rows = tables.rows("common", "states")
    named = ((row["code"], name) for row in rows for field in ("demonyms", "capital", "name") for name in tables.cells(row[field]))
    return {fold(name).casefold(): code for code, name in named}
