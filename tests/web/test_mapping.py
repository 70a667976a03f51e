"""The drawing of the map: the projection against published values, what a view shows, and labels that cover nothing."""

from __future__ import annotations

import itertools

import pytest

from verbale.catalogue import places
from verbale.web.mapping import WIDTH, Dot, View, around, labels, outline, projected, size, world


@pytest.mark.parametrize(
    ("point", "drawn"),
    # of the projection's own definition: its edges are at 2.70663 along the equator and 1.31736 at the poles
    [((0, 0), (0, 0)), ((180, 0), (2.70663, 0)), ((0, 90), (0, 1.31736)), ((-180, 0), (-2.70663, 0))],
)
def test_the_projection_is_equal_earth(point: tuple[float, float], drawn: tuple[float, float]) -> None:
    assert projected(*point) == pytest.approx(drawn, abs=1e-4)


def test_it_keeps_areas() -> None:
    def area(latitude: float) -> float:
        (x, y), (_, top) = projected(1, latitude), projected(1, latitude + 0.01)
        return x * (top - y)

    from math import cos, radians

    assert area(60) / area(0) == pytest.approx(cos(radians(60.005)), rel=1e-3)


def test_a_view_around_a_country_shows_it_in_the_middle_and_not_the_other_side_of_the_globe() -> None:
    kabul = places.cities()["Kabul", "AFG"]
    view = around(kabul)
    assert view.at(kabul) == pytest.approx((WIDTH / 2, view.height / 2), abs=1)
    assert view.shows(view.at(places.cities()["Doha", "QAT"]))
    assert not view.shows(view.at(places.cities()["New York", "USA"]))
    assert len(outline(view)) < len(outline(world()))


def test_the_outline_is_a_path_of_closed_rings() -> None:
    path = outline(world())
    assert path.startswith("M") and path.endswith("Z") and path.count("M") == path.count("Z") > 50
    assert len(path) < 60_000


def test_a_dot_grows_with_the_root_of_its_number() -> None:
    assert size(1, 100) < size(25, 100) < size(100, 100)
    assert size(25, 100) - 3.5 == pytest.approx((size(100, 100) - 3.5) / 2)


def dot(words: str, x: float, y: float, radius: float = 5.0) -> Dot:
    return Dot(words, words, words, x, y, radius, 1, True)


def test_labels_cover_neither_each_other_nor_a_dot_and_stay_in_the_drawing() -> None:
    view = View(0, 1, 2, 1)
    dots = [dot(f"Place {n}", 15.0 * n, 100 + 7.0 * (n % 3)) for n in range(48)]
    found = labels(dots, view, 12, 30)
    boxes = []
    for each in found:
        wide = len(each.words) * 12 * 0.56
        left = each.x - {"start": 0, "middle": wide / 2, "end": wide}[each.anchor]
        boxes.append((left, each.y - 12, left + wide, each.y))
    assert 5 < len(found) <= 30
    assert all(box[0] >= 0 and box[2] <= WIDTH for box in boxes)
    for a, b in itertools.combinations(boxes, 2):
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3])


def test_a_name_does_not_stand_between_its_dot_and_another() -> None:
    large, small = dot("Large", 100, 50), dot("Small", 108, 50)
    (first, *_) = labels([large, small], world(), 12, 2)
    assert (first.words, first.anchor) == ("Large", "end")


def test_there_are_no_more_labels_than_asked_for() -> None:
    assert len(labels([dot("A", 100.0 * n, 50) for n in range(1, 7)], world(), 12, 2)) == 2
