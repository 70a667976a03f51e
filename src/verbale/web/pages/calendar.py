"""What was announced, and what became of it."""

from __future__ import annotations

from verbale.engagements.planning import OUTCOMES, Planned, shares
from verbale.web.address import changed
from verbale.web.page import Asked, Given, Page
from verbale.web.site import Site
from verbale.web.telling import party, sentence

SIZE = 200
"""Occasions of one page of the list."""


def calendar(site: Site, asked: Asked) -> Page:
    """Announced occasions by their times, with their outcomes; and how much of what each party announced took place."""
    found = site.snapshot.planned
    outcome = asked.get("outcome", "")
    shown = [each for each in reversed(found) if not outcome or each.outcome == outcome]
    last = max(1, -(-len(shown) // SIZE))
    number = min(max(1, int(page) if (page := asked.get("page", "")).isdecimal() else 1), last)
    told = {
        "rows": [_row(each, site) for each in shown[(number - 1) * SIZE : number * SIZE]],
        "number": number,
        "last": last,
        "changed": changed,
        "total": len(found),
        "outcomes": [(name, words, sum(each.outcome == name for each in found)) for name, words in OUTCOMES.items()],
        "shares": [(share, party(share.party, site.home)) for share in shares(found)],
        "asked": Given(asked),
    }
    return Page(name="calendar", title="Calendar", told=told)


def _row(each: Planned, site: Site) -> dict[str, object]:
    return {
        "id": each.engagement.id,
        "act": sentence(each.engagement, site),
        "first": each.first,
        "last": each.last,
        "place": each.place,
        "announced": each.announced,
        "outcome": each.outcome,
        "late": each.late,
        "by": each.by if each.by and site.snapshot.of(each.by) else None,
    }
