"""Where acts took place: a dot for each city, a square where only the country is told, and the table that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import msgspec

from verbale.catalogue import labels, places
from verbale.web.address import changed
from verbale.web.facets import NOWHERE, Mask, city
from verbale.web.mapping import Dot, View, around, outline, size, world
from verbale.web.mapping import labels as named
from verbale.web.page import Asked, Given, Page
from verbale.web.rows import chosen
from verbale.web.site import Site

_DRAWN = 250
_CITIES = 12
"""Cities of a country that its row names; further ones are in the list that the row leads to."""
_WIDE, _NARROW = (12.0, 28), (24.0, 7)
"""Height of the labels in the drawing and how many at most: on a screen, and on a telephone, where it is half as large."""
VIEWS = {"": "the whole world", "near": "around the country of the case"}


class Line(msgspec.Struct, frozen=True):
    """A country of the table: how many engagements, how many of them in which city, and how many in cities beyond those."""

    code: str
    words: str
    number: int
    cities: tuple[tuple[str, str, int], ...]
    more: int


def map_page(site: Site, asked: Asked) -> Page:
    """The places of the engagements that an address asks for; of those that took place, where it does not say."""
    told = {"fate": "done", **asked}
    mask, _ = chosen(site, told)
    view = _view(site, asked)
    counts = site.snapshot.index.counts("city", mask)
    dots = [dot for dot in _dots(counts, view) if view.shows((dot.x, dot.y))]
    drawn = dots[:_DRAWN]
    return Page(
        name="map",
        title="Map",
        told={
            "asked": Given(told),
            "changed": changed,
            "total": int(mask.sum()),
            "unsure": int((mask & site.snapshot.index.having("counts", "unsure")).sum()),
            "nowhere": counts.get(NOWHERE, 0),
            "dots": drawn,
            "undrawn": len(counts) - (NOWHERE in counts) - len(drawn),
            "land": outline(view),
            "view": view,
            "views": VIEWS if site.home in places.middles() else {},
            "wide": named(drawn, view, *_WIDE),
            "narrow": named(drawn, view, *_NARROW),
            "rows": _lines(site, mask, counts),
            "types": sorted((labels.label("type", kind), kind) for kind in site.snapshot.index.counts("type", mask)),
        },
    )


def _view(site: Site, asked: Asked) -> View:
    home = places.middles().get(site.home or "")
    return around(home) if asked.get("view") == "near" and home else world()


def _dots(counts: Mapping[str, int], view: View) -> list[Dot]:
    """A dot for each place that lies somewhere, the largest first."""
    top = max((n for value, n in counts.items() if value != NOWHERE), default=1)
    found = []
    for value, n in counts.items():
        country, _, name = value.partition(".")
        point = places.cities().get((name, country)) if name else places.middles().get(country)
        if point:
            x, y = (round(each, 1) for each in view.at(point))
            found.append(Dot(value, name or labels.narrow(country), city(value), x, y, size(n, top), n, bool(name)))
    return found


def _lines(site: Site, mask: Mask, counts: Mapping[str, int]) -> list[Line]:
    """The countries, the most frequent first, each with its cities."""
    of: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for value, n in counts.items():
        country, _, name = value.partition(".")
        of[country].append((value, name or "no city known", n))
    countries = site.snapshot.index.counts("place", mask)
    return [
        Line(code, labels.heading(code, site.home), n, tuple(of[code][:_CITIES]), max(0, len(of[code]) - _CITIES))
        for code, n in countries.items()
    ]
