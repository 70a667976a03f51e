"""The pack against the list of actors that it was made from, which lies beside the project and not in it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from verbale.catalogue import tables
from verbale.catalogue.fold import fold
from verbale.catalogue.world import load_world

LIST = Path(__file__).parents[3] / "shared" / "facts" / "actors_afghanistan.csv"
BARE = {"McCary", "Eide", "Mawlawi/Maulvi Abdul Kabir", "Muttaki", "Stanekzai", "Stanakzai", "Muhaqiq", "Ishaczai"}
"""Aliases of the list that are surnames or several names in one: surnames are told apart where they stand."""


@pytest.fixture(scope="module")
def actors() -> list[dict[str, str]]:
    if not LIST.is_file():
        pytest.skip("the list of actors lies beside the project, and not here")
    with LIST.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_person_is_known_by_every_name_and_by_an_office(actors):
    world = load_world("afghanistan")
    people = [row for row in actors if row["kind"] == "person" and "AT-RISK" not in row["notes"]]
    assert len(people) > 70
    for row in people:
        names = [name for name in (row["name"].split(" (")[0], *tables.cells(row["aliases"])) if name not in BARE]
        lost = [name for name in names if row["id"] not in {e.id for e in world.names.get(fold(name), ())}]
        assert lost == [] and world.offices[row["id"]], row["id"]


def test_people_at_risk_are_in_no_table(actors):
    names = {n for row in actors if "AT-RISK" in row["notes"] for n in (row["name"], *tables.cells(row["aliases"]))}
    words = " ".join(path.read_text(encoding="utf-8") for path in (tables.CASES / "afghanistan").glob("*.csv"))
    assert len(names) > 3 and not [name for name in names if name in words]


def test_a_day_on_which_somebody_was_seen_is_no_beginning():
    """Of somebody who is only known to have been in an office on a day, neither beginning nor end is told."""
    quintavalle = load_world("afghanistan").offices["p.quintavalle"]
    assert [(o.since, o.seen) for o in quintavalle] == [("", ("2022-10-20",))]


def test_one_person_with_offices_of_two_sides():
    assert len({o.party for o in load_world("afghanistan").offices["p.potzel"]}) == 2
