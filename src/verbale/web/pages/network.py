"""Who was in contact with whom: parties as a circle of points, contacts as lines, and the table that says the same."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator

import msgspec

from verbale.catalogue import labels
from verbale.pictures.words import capital
from verbale.web.page import Asked, Page
from verbale.web.rows import apart_contact, sides
from verbale.web.site import Site
from verbale.web.telling import party

_LARGEST = 24
"""Parties of each kind that are drawn; all of them stand in the table."""
_STEP = 26
_LEFT, _RIGHT = 200.0, 300.0
_FEW = 40


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
    behind = site.pairs
    pairs = {pair: len(ids) for pair, ids in behind.items()}
    outside, home = (_sizes(behind, side) for side in (0, 1))
    left, right = (_column(side, x, site) for side, x in ((outside, _LEFT), (home, _RIGHT)))
    told = {
        "ties": list(_ties(pairs, left, right)),
        "points": [("end", point) for point in left.values()] + [("start", point) for point in right.values()],
        "height": max(len(left), len(right), 1) * _STEP + 20,
        "rows": [_row(site, *pair, behind[pair]) for pair, _ in sorted(pairs.items(), key=_order)],
        "undrawn": max(0, len(outside) - _LARGEST) + max(0, len(home) - _LARGEST),
        "merged": set(site.merged.values()),
        "apart": apart_contact(site),
        "sides": sides(site),
    }
    return Page(name="network", title="Network", told=told)


def _sizes(behind: dict[tuple[str, str], list[str]], side: int) -> Counter[str]:
    """In how many engagements each party of a side was in contact, each once, whatever number of parties it was with."""
    found: dict[str, set[str]] = {}
    for pair, ids in behind.items():
        found.setdefault(pair[side], set()).update(ids)
    return Counter({party: len(ids) for party, ids in found.items()})


def _row(site: Site, a: str, b: str, ids: list[str]) -> tuple[str, str, str, str, int, str]:
    named = len(ids) <= _FEW or bool(site.merged)
    address = (
        site.to("engagements", ids=",".join(ids))
        if named
        else site.to("engagements", **{"type": "CONSULT", "counts": "yes", "met": a, "with": b})
    )
    return a, party(a, site.home), b, party(b, site.home), len(ids), address


def _ties(pairs: dict[tuple[str, str], int], left: dict[str, Point], right: dict[str, Point]) -> Iterator[Tie]:
    top = max(pairs.values(), default=1)
    for (a, b), n in sorted(pairs.items(), key=lambda item: item[1]):
        if a in left and b in right:
            yield Tie(left[a], right[b], n, round(0.8 + 5 * math.sqrt(n / top), 2))


def _words(code: str, home: str | None) -> str:
    """What a party is called in the drawing, where there is little room: a class of the case's country by its class alone."""
    kind = labels.class_of(code)
    return capital(labels.short("class", kind)) if kind and home and labels.country_of(code) == home else labels.narrow(code, home)


def _order(item: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -item[1], item[0]


def _column(sizes: Counter[str], x: float, site: Site) -> dict[str, Point]:
    top = max(sizes.values(), default=1)
    ranked = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))[:_LARGEST]
    return {
        code: Point(code, _words(code, site.home), x, 20.0 + n * _STEP, round(4 + 7 * math.sqrt(size / top), 2), size)
        for n, (code, size) in enumerate(ranked)
    }
