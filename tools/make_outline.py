"""Cut the outline of the map from Natural Earth: ``python tools/make_outline.py FOLDER``, where the npm package world-atlas lies.

Writes ``land.csv``, a ring a row, and ``middles.csv``, a point within each state, into ``src/verbale/cases/common``.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.core import get_global
from shapely.affinity import translate
from shapely.geometry import Polygon, box
from shapely.ops import polylabel

from verbale.catalogue import tables

COMMON = tables.CASES / "common"
SOUTHERNMOST = -58.0
"""Antarctica is left out: nothing is told of it, and it would take a fifth of the drawing."""
SIMPLER = 0.2
"""Degrees by which the outline may differ from the source; a map of the world shows no less."""
SMALLEST = 0.6
"""Square degrees below which an island is left out."""
SOURCE = "Natural Earth 4.1.0, public domain, by way of the npm package world-atlas 2.0.2"

Ring = list[tuple[float, float]]


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """Every arc of a quantized TopoJSON as longitudes and latitudes."""
    (width, height), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * width + left, y * height + low))
        found.append(ring)
    return found


def polygons(geometry: dict[str, Any], arcs: list[Ring]) -> Iterator[Polygon]:
    """Every polygon of a geometry with its holes; one that crosses the 180th meridian goes on beyond it."""
    many = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for outer, *holes in many:
        whole = Polygon(ring(outer, arcs)).buffer(0)
        for hole in holes:
            for turn in (-360, 0, 360):  # the same sea, wherever the land around it was begun
                whole = whole.difference(translate(Polygon(ring(hole, arcs)).buffer(0), turn))
        yield whole


def ring(numbers: list[int], arcs: list[Ring]) -> Ring:
    """A ring from its arcs, without a jump where it crosses the 180th meridian."""
    found: Ring = []
    for number in numbers:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        found += part[1:] if found else part
    whole = found[:1]
    for x, y in found[1:]:
        whole.append((x - 360 * round((x - whole[-1][0]) / 360), y))
    return whole


def simple(shape: Any) -> list[Polygon]:
    """The polygons of a shape."""
    return [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon"]


def land(path: Path) -> Iterator[str]:
    """The coasts, of seas within the land too, each as longitude and latitude in turn."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        for whole in polygons(geometry, arcs):
            for part in (translate(whole, turn).intersection(box(-180, -90, 180, 90)) for turn in (-360, 0, 360)):
                for shape in simple(part.simplify(SIMPLER)):
                    if shape.area >= SMALLEST and shape.bounds[3] > SOUTHERNMOST:
                        yield from map(written_ring, (shape.exterior, *(i for i in shape.interiors if Polygon(i).area >= SMALLEST)))


def written_ring(line: Any) -> str:
    """A ring to a tenth of a degree."""
    return " ".join(f"{x:.1f} {y:.1f}" for x, y in line.coords[:-1])


def middles(path: Path) -> Iterator[tuple[str, float, float]]:
    """A point well within the largest part of each state: its code, latitude and longitude."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = arcs_of(topology)
    by_iso = {row["iso2"]: row["code"] for row in tables.rows("common", "states")}
    aliases = get_global("territory_aliases")
    named = {"Kosovo": "XK"}
    for geometry in topology["objects"]["countries"]["geometries"]:
        two = named.get(geometry["properties"]["name"]) or next(iter(aliases.get(geometry.get("id", ""), ())), "")
        if code := by_iso.get(two):
            part = max((part for whole in polygons(geometry, arcs) for part in simple(whole)), key=lambda each: each.area)
            point = polylabel(part, 0.05)
            yield code, round(point.y, 2), round((point.x + 180) % 360 - 180, 2)


def written(name: str, header: tuple[str, ...], rows: Iterable[Iterable[object]]) -> None:
    """Write a table of the catalogue."""
    with (COMMON / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def main(folder: Path) -> None:
    """Write both tables."""
    written("land.csv", ("ring",), ([each] for each in land(folder / "land-50m.json")))
    points = sorted(middles(folder / "countries-50m.json"))
    written("middles.csv", ("country", "latitude", "longitude", "source"), ((*each, SOURCE) for each in points))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
