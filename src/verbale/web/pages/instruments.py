"""Treaties, resolutions and courts as documents cite them, and what is wrong with a citation."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from verbale.brief.telling import act
from verbale.catalogue import tables
from verbale.web.page import Asked, Page
from verbale.web.rows import leading
from verbale.web.site import Site

_SHOWN = 100
"""Citations outside acts that are shown at once."""


class Use(msgspec.Struct, frozen=True):
    """One citation: where, by whom it was told, the year as written, and what contradicts the catalogue."""

    id: str
    name: str
    event: str
    act: str
    publisher: str
    year: int | None
    error: str | None


def instruments(site: Site, asked: Asked) -> Page:
    """Every instrument that an act cites, the most cited first, and every error of a citation."""
    names = {row["id"]: row.get("short") or row.get("name") or row["id"] for row in _catalogue(site.case)}
    uses = [
        Use(use.id, names.get(use.id, use.id), e.id, act(e, site.case, site.home), e.document.publisher or "", use.year, use.error)
        for e in site.snapshot.events
        for use in e.instruments
    ]
    by_id: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        by_id[use.id].append(use)
    grouped = sorted(by_id.items(), key=lambda item: (-len(item[1]), item[0]))
    lists = [[use.event for use in found] for _, found in grouped]
    mentions = [m for m in site.record.mentions() if m[1].kind == "instrument"] if site.record else []
    outside = [(document, m, names.get(m.value, m.value)) for document, m in mentions]
    right = [each for each in outside if not each[1].error]
    told = {
        "grouped": [
            (names.get(name, name), found, leading(site, "instruments", n, lists)) for n, (name, found) in enumerate(grouped)
        ],
        "errors": [use for use in uses if use.error],
        "wrong": [each for each in outside if each[1].error],
        "right": right if asked.get("all") else right[:_SHOWN],
        "more": 0 if asked.get("all") else len(right[_SHOWN:]),
        "mentions": len(outside),
    }
    return Page(name="instruments", title="Instruments", told=told)


def _catalogue(case: str) -> list[dict[str, str]]:
    return [row for pack in dict.fromkeys(("common", case)) for row in tables.rows(pack, "instruments")]
