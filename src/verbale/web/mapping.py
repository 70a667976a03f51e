"""Drawing a map: places on the Equal Earth projection, the outline of the land in a view, and labels that cover nothing."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from verbale.catalogue import places
from verbale.catalogue.places import Point

WIDTH = 720
_FACTORS = (1.340264, -0.081106, 0.000893, 0.003796)
"""Of the projection by Šavrič, Patterson and Jenny (2018), which keeps areas."""
_CORNERS = ((-180.0, -56.0), (180.0, 78.0))
_SPAN = 0.62
"""Half the width of a view around a country, in radii of the globe: some thirty-five degrees of longitude."""
_TALL = 0.58
_SIDES = (("start", 1, 0.35), ("end", -1, 0.35), ("middle", 0, -1.0), ("middle", 0, 1.9))
"""Where a label may stand by a dot: to its right, its left, above, below; the last figure is in heights of a letter."""
_LETTER = 0.56
"""Width of a letter in heights, as wide as those of the usual fonts are on average."""

Box = tuple[float, float, float, float]


class View(msgspec.Struct, frozen=True):
    """A part of the projected globe: its left and upper edge and its extent in radii, drawn ``WIDTH`` wide."""

    left: float
    top: float
    wide: float
    tall: float

    @property
    def height(self) -> int:
        """How high it is drawn."""
        return round(WIDTH * self.tall / self.wide)

    def at(self, point: Point) -> Point:
        """Where a longitude and latitude are drawn."""
        x, y = projected(*point)
        return (x - self.left) * WIDTH / self.wide, (self.top - y) * WIDTH / self.wide

    def shows(self, at: Point) -> bool:
        """Whether something drawn there can be seen."""
        return 0 <= at[0] <= WIDTH and 0 <= at[1] <= self.height


class Dot(msgspec.Struct, frozen=True):
    """A place of the map, with its short and its whole name: ``exact`` where the city is known, a country's middle otherwise."""

    value: str
    words: str
    title: str
    x: float
    y: float
    size: float
    number: int
    exact: bool


class Label(msgspec.Struct, frozen=True):
    """A name beside its dot."""

    words: str
    x: float
    y: float
    anchor: str


def projected(longitude: float, latitude: float) -> Point:
    """A place on the Equal Earth projection, in radii of the globe."""
    a, b, c, d = _FACTORS
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    slope = 9 * d * t**8 + 7 * c * t**6 + 3 * b * t**2 + a
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t) / (3 * slope)
    return x, d * t**9 + c * t**7 + b * t**3 + a * t


def world() -> View:
    """All of it, but the farthest south."""
    (west, south), (east, north) = _CORNERS
    low, high = projected(0, south)[1], projected(0, north)[1]
    left, right = projected(west, 0)[0], projected(east, 0)[0]
    return View(left, high, right - left, high - low)


def around(point: Point) -> View:
    """The surroundings of a place."""
    x, y = projected(*point)
    return View(x - _SPAN, y + _SPAN * _TALL, 2 * _SPAN, 2 * _SPAN * _TALL)


@functools.lru_cache(maxsize=8)
def outline(view: View) -> str:
    """The land as the path of an SVG, without what cannot be seen."""
    parts = []
    for ring in places.land():
        drawn = [view.at(point) for point in ring]
        if _meets(drawn, view):
            parts.append("M" + "L".join(f"{x:.0f},{y:.0f}" if view.wide > 2 else f"{x:.1f},{y:.1f}" for x, y in drawn) + "Z")
    return "".join(parts)


def _meets(drawn: Sequence[Point], view: View) -> bool:
    xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
    return max(xs) >= 0 and min(xs) <= WIDTH and max(ys) >= 0 and min(ys) <= view.height


def size(number: int, top: int) -> float:
    """The radius of a dot whose area grows with a number."""
    return round(3.5 + 13 * math.sqrt(number / max(top, 1)), 1)


def labels(dots: Iterable[Dot], view: View, height: float, most: int) -> tuple[Label, ...]:
    """Names of the first of the dots, left out where they would cover another name or a dot."""
    given = tuple(dots)
    # a name beside two dots could be that of either: it keeps clear of the others' sides, where that can be had
    clear, close = ([(dot, _box(dot, margin)) for dot in given] for margin in (height / 2, 0))
    found: list[Label] = []
    taken: list[Box] = []
    for dot in given:
        free = (
            (label, box)
            for covered in (clear, close)
            for label, box in _tries(dot, height)
            if _within(box, view)
            and not any(_cross(box, other) for other in taken)
            and not any(_cross(box, other) for at, other in covered if at is not dot)
        )
        label, box = next(free, (None, None))
        if label and box:
            found.append(label)
            taken.append(box)
        if len(found) == most:
            break
    return tuple(found)


def _tries(dot: Dot, height: float) -> Iterator[tuple[Label, Box]]:
    wide = len(dot.words) * height * _LETTER
    for anchor, side, down in _SIDES:
        x = dot.x + side * (dot.size + height / 4)
        y = dot.y + down * height + (0 if side else math.copysign(dot.size - height / 2, down))
        left = x - {"start": 0.0, "end": wide, "middle": wide / 2}[anchor]
        yield Label(dot.words, round(x, 1), round(y, 1), anchor), (left, y - height, left + wide, y + height * 0.2)


def _box(dot: Dot, margin: float) -> Box:
    """What a dot covers, with a margin to its sides."""
    return dot.x - dot.size - margin, dot.y - dot.size, dot.x + dot.size + margin, dot.y + dot.size


def _within(box: Box, view: View) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= WIDTH and box[3] <= view.height


def _cross(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
