"""Who was in contact with whom: parties as a circle of points, contacts as lines, and the table that says the same."""

from __future__ import annotations

import math
from collections import Counter

import msgspec

from verbale.catalogue import labels
from verbale.engagements import Engaged, rule
from verbale.engagements.counting import counted, dyads
from verbale.web.page import Asked, Page
from verbale.web.site import Site
from verbale.web.telling import party

_LARGEST = 24
"""Parties of each kind that are drawn; all of them stand in the table."""
_STEP = 26


class Point(msgspec.Struct, frozen=True):
    """A party of the drawing."""

    code: str
    words: str
    x: float
    y: float
    size: float
    number: int


class Tie(msgspec.Struct, frozen=True):
    """Contact of two parties: how many engagements, and how thick the line is."""

    a: Point
    b: Point
    number: int
    width: float


def network(site: Site, _asked: Asked) -> Page:
    """The contacts of outside parties with the parties of the country, by engagements that took place."""
    pairs = Counter(pair for each in counted(site.snapshot.engaged, rule("")) for pair in _pairs(each, site))
    outside, home = (Counter[str](), Counter[str]())
    for (other, mine), n in pairs.items():
        outside[other] += n
        home[mine] += n
    left, right = (_column(side, x, site) for side, x in ((outside, 190.0), (home, 430.0)))
    top = max(pairs.values(), default=1)
    ties = [
        Tie(left[a], right[b], n, round(0.8 + 5 * math.sqrt(n / top), 2))
        for (a, b), n in sorted(pairs.items(), key=lambda item: item[1])
        if a in left and b in right
    ]
    told = {
        "ties": ties,
        "points": [("end", point) for point in left.values()] + [("start", point) for point in right.values()],
        "height": max(len(left), len(right), 1) * _STEP + 20,
        "rows": [(a, party(a, site.home), b, party(b, site.home), n) for (a, b), n in sorted(pairs.items(), key=_order)],
        "undrawn": max(0, len(outside) - _LARGEST) + max(0, len(home) - _LARGEST),
    }
    return Page(name="network", title="Network", told=told)


def _pairs(each: Engaged, site: Site) -> set[tuple[str, str]]:
    return {(other, site.cell(mine)) for other, mine in dyads(each, site.home)}


def _order(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]


def _column(sizes: Counter[str], x: float, site: Site) -> dict[str, Point]:
    top = max(sizes.values(), default=1)
    ranked = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:_LARGEST]
    return {
        code: Point(code, labels.narrow(code, site.home), x, 20.0 + n * _STEP, round(4 + 7 * math.sqrt(size / top), 2), size)
        for n, (code, size) in enumerate(ranked)
    }
