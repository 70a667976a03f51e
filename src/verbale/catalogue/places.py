"""Where places lie: cities, a point within each country, and the outline of the land. All are longitude and latitude in degrees."""

from __future__ import annotations

import functools

from verbale.catalogue import tables

Point = tuple[float, float]


@functools.cache
def cities() -> dict[tuple[str, str], Point]:
    """The cities, by name and country."""
    rows = tables.rows("common", "coordinates")
    return {(row["name"], row["country"]): (float(row["longitude"]), float(row["latitude"])) for row in rows}


@functools.cache
def countries() -> dict[str, frozenset[str]]:
    """The countries in which there is a city of a name, by the name; of cities alone of which the catalogue knows."""
    found: dict[str, set[str]] = {}
    for row in tables.rows("common", "places"):
        for name in (row["name"], *tables.cells(row["aliases"])) if row["kind"] == "city" else ():
            found.setdefault(name, set()).add(row["country"])
    for name, country in cities():
        found.setdefault(name, set()).add(country)
    return {name: frozenset(codes) for name, codes in found.items()}


@functools.cache
def middles() -> dict[str, Point]:
    """A point within the largest part of each country, by its code; it says nothing of where in the country."""
    rows = tables.rows("common", "middles")
    return {row["country"]: (float(row["longitude"]), float(row["latitude"])) for row in rows}


@functools.cache
def land() -> tuple[tuple[Point, ...], ...]:
    """The coasts of the larger lands, without borders between countries and without Antarctica."""
    found = []
    for row in tables.rows("common", "land"):
        numbers = iter(map(float, row["ring"].split()))
        found.append(tuple(zip(numbers, numbers, strict=True)))
    return tuple(found)
