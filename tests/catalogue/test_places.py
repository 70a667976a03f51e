"""Where places lie: within the globe, in the country that they are said to be of, and on land."""

from __future__ import annotations

from shapely.geometry import Point, Polygon

from verbale.catalogue import places, tables


def test_every_point_is_a_longitude_and_a_latitude() -> None:
    points = [*places.cities().values(), *places.middles().values(), *(point for ring in places.land() for point in ring)]
    assert len(points) > 5000
    assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in points)


def test_nearly_every_state_has_a_middle() -> None:
    states = {row["code"] for row in tables.rows("common", "states")}
    assert places.middles().keys() <= states
    assert states - places.middles().keys() <= {"TUV", "NIU", "COK"}


def test_middles_and_cities_stand_on_the_outline() -> None:
    land = [Polygon(ring).buffer(0.5) for ring in places.land()]
    for name in ("AFG", "MMR", "QAT", "USA", "RUS", "NOR"):
        assert any(each.contains(Point(places.middles()[name])) for each in land), name
    assert any(each.contains(Point(places.cities()["Kabul", "AFG"])) for each in land)


def test_a_sea_within_the_land_is_a_ring_of_its_own() -> None:
    caspian = Point(51, 42)
    around = [ring for ring in places.land() if Polygon(ring).buffer(0).contains(caspian)]
    assert len(around) == 2, "its own shore, and the outline of the land around it"
