"""Events as a flat table in the terms of PLOVER, with the nearest CAMEO root, for who has data of that kind.

What is lost: every participant but the parties, evidence but its first words, facets that PLOVER has no place for, and modes, which
are this project's own where the column ``mode_plover`` is empty. ``loss`` names, for each row, what it had and the table does not.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from itertools import product
from typing import TextIO

from verbale.model import Event
from verbale.record.exports.inert import inert

CAMEO = {
    "AGREE": "05", "CONSULT": "04", "SUPPORT": "05", "CONCEDE": "08", "COOPERATE": "06", "AID": "07", "REQUEST": "10",
    "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "SANCTION": "16", "MOBILIZE": "15", "COERCE": "17",
    "ASSAULT": "19",
}  # fmt: skip
"""The CAMEO root that is nearest to each type."""

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), "verbal cooperation"),
    **dict.fromkeys(("CONCEDE", "COOPERATE", "AID"), "material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
"""The quadrant of each type."""

_MODES = {
    "meet": "meet", "visit": "visit", "host": "host", "call": "phone", "mediate": "mediate", "attend": "multilateral",
}  # fmt: skip
_LOST = ("said", "naming", "needs", "tools", "level", "publicised_by")
COLUMNS = (
    "event_id", "date", "source", "target", "event_type", "mode_plover", "mode", "cameo_root", "quad_class", "status", "context",
    "country", "place", "publisher", "url", "text", "reviewed", "loss",
)  # fmt: skip


def write(events: Iterable[Event], stream: TextIO) -> int:
    """Write a row for each pair of a source and a target; return how many events. Events without a source are left out."""
    table = csv.writer(stream)
    table.writerow(COLUMNS)
    count = 0
    for event in events:
        rows = [[inert(value) for value in _row(event, *pair)] for pair in _pairs(event)]
        table.writerows(rows)
        count += bool(rows)
    return count


def _pairs(event: Event) -> product[tuple[str, str]]:
    return product(sorted(event.parties("source")), sorted(event.parties("target")) or [""])


def _row(event: Event, source: str, target: str) -> tuple[str, ...]:
    return (
        event.id,
        event.date or "",
        source,
        target,
        event.type,
        _MODES.get(event.mode, "") if event.type == "CONSULT" else "",
        event.mode,
        CAMEO[event.type],
        QUAD[event.type],
        event.status,
        ";".join(event.topics),
        event.place_country or "",
        event.place or "",
        event.document.publisher or "",
        event.document.url or "",
        " ".join(event.evidence[0].text.split()),
        "yes" if event.review else "no",
        ";".join(name for name in _LOST if getattr(event, name)),
    )
