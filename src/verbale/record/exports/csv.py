"""Events as CSV: one row an event, for a spreadsheet. UTF-8, parted by commas, lines ended by CR and LF.

Several values in one cell are parted by `` | ``. A cell that a spreadsheet would take for a formula (its first character, after any
blanks, is ``=``, ``+``, ``-``, ``@``, one of their full-width twins, a tab, a carriage return or a NUL) gets a leading ``'``. To
have the words exactly as they stand in the document, take JSON Lines.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from typing import TextIO

from verbale.model import Event
from verbale.record.exports.inert import inert

SEPARATOR = " | "
"""What parts several values in one cell."""

Cell = str | int | float | bool | None

COLUMNS: dict[str, Callable[[Event], Cell]] = {
    "id": lambda e: e.id,
    "document": lambda e: e.document.id,
    "key": lambda e: e.document.key,
    "path": lambda e: e.document.path,
    "url": lambda e: e.document.url,
    "title": lambda e: e.document.title,
    "publisher": lambda e: e.document.publisher,
    "published": lambda e: e.document.published,
    "type": lambda e: e.type,
    "mode": lambda e: e.mode,
    "status": lambda e: e.status,
    "source_parties": lambda e: _parties(e, "source"),
    "target_parties": lambda e: _parties(e, "target"),
    "host_parties": lambda e: _parties(e, "host"),
    "mediator_parties": lambda e: _parties(e, "mediator"),
    "participants": lambda e: _joined(p.name for p in e.participants),
    "date": lambda e: e.date,
    "date_precision": lambda e: e.date_precision,
    "date_basis": lambda e: e.date_basis,
    "place": lambda e: e.place,
    "place_country": lambda e: e.place_country,
    "channel": lambda e: e.channel,
    "format": lambda e: e.format,
    "visibility": lambda e: e.visibility,
    "venue": lambda e: e.venue,
    "level": lambda e: _joined(f"{party}:{level}" for party, level in sorted(e.level.items())),
    "publicised_by": lambda e: _joined(e.publicised_by),
    "women_present": lambda e: e.women_present,
    "disclaimer": lambda e: e.disclaimer,
    "topics": lambda e: _joined(e.topics),
    "instruments": lambda e: _joined(i.id for i in e.instruments),
    "tools": lambda e: _joined(e.tools),
    "needs": lambda e: _joined(e.needs),
    "count": lambda e: e.count,
    "attribution": lambda e: e.attribution.name if e.attribution else None,
    "evidence": lambda e: _joined(each.text for each in e.evidence),
    "evidence_start": lambda e: e.evidence[0].start,
    "evidence_end": lambda e: e.evidence[-1].end,
    "confidence": lambda e: e.confidence,
    "complete": lambda e: e.complete,
    "in_case": lambda e: e.in_case,
    "coder": lambda e: e.coder,
    "verdict": lambda e: e.review.verdict if e.review else None,
    "reviewer": lambda e: e.review.by if e.review else None,
}
"""Every column by name, in its order, and how it is read from an event."""


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write a row of column names and one row an event; return how many events. Open the stream with ``newline=""``."""
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    return sum(1 for event in events if writer.writerow([_inert(read(event)) for read in COLUMNS.values()]))


def _inert(value: Cell) -> Cell:
    """The value, unable to start a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return inert(value) if isinstance(value, str) else value


def _joined(values: Iterable[str]) -> str:
    return SEPARATOR.join(values)


def _parties(event: Event, role: str) -> str:
    return _joined(sorted(event.parties(role)))
