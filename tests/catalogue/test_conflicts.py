from __future__ import annotations

import pytest

from verbale.catalogue import tables
from verbale.catalogue.conflicts import conflicts
from verbale.catalogue.world import load_world
from verbale.checking import facts

DIFFER = [
    ("unscr_2721", "day of adoption", "2023-12-29", "2023-12-28"),
    ("unscr_2721", "vote", "13 in favour, none against, 2 abstaining", "13 in favour, 2 against"),
    ("unscr_2716", "vote", "15 in favour, none against, none abstaining", "14 in favour, China abstaining"),
    ("p.sadiq", "end of the first term", "2023-03-01", "2022-08"),
    ("p.isaczai", "start as permanent representative", "2021-06", "2021-07"),
    ("f.doha", "first day of the third meeting", "2024-06-30", "2024-07-01"),
    ("p.mohaqiq", "affiliation", "Islamic Unity Party of the People of Afghanistan", "Afghanistan Freedom Front"),
    ("p.jilani", "office", "Minister of Foreign Affairs of Pakistan", "Minister of Foreign Affairs of Indonesia"),
    ("p.qahtani", "office", "Special Envoy of the Foreign Minister of Qatar", "Minister of Foreign Affairs of Qatar"),
]


@pytest.mark.parametrize(("subject", "field", "preferred", "other"), DIFFER)
def test_both_values_are_kept_and_one_is_preferred(subject, field, preferred, other):
    found = conflicts(subject, "afghanistan")[field]
    assert [(t.value, t.preferred) for t in found] == [(preferred, True), (other, False)]
    assert all(t.source for t in found)


@pytest.mark.parametrize("subject", ["p.quintavalle", "p.shahab", "p.jpsingh"])
def test_ranks_differ_and_the_own_governments_is_preferred(subject):
    (preferred, other) = conflicts(subject, "afghanistan")["rank"]
    assert preferred.preferred and preferred.value != other.value


def test_the_catalogue_has_the_preferred_values():
    world = load_world("afghanistan")
    assert {o.until for o in world.offices["p.sadiq"]} >= {"2023-03-01"}
    assert world.offices["p.isaczai"][0].since == "2021-06"
    assert facts.instruments()["unscr_2721"].adopted == "2023-12-29"
    doha = next(row for row in tables.rows("afghanistan", "forums") if row["id"] == "f.doha")
    assert "Doha-III=2024-06-30" in doha["sessions"]


def test_recognition_is_claimed_and_was_not_given():
    (given,) = conflicts("CHN", "afghanistan").values()
    assert given[0].value.startswith("no:") and given[1].value.startswith("yes:")


def test_nothing_differs():
    assert conflicts("p.muttaqi", "afghanistan") == {} == conflicts("p.sadiq", "none")


def test_each_conflict_has_one_preferred_value_and_a_known_subject():
    world = load_world("afghanistan")
    rows = tables.rows("afghanistan", "conflicts")
    known = {*world.people, *facts.instruments(), *(e.id for names in world.names.values() for e in names)}
    assert {row["subject"] for row in rows} <= known
    for subject in {row["subject"] for row in rows}:
        assert all(sum(t.preferred for t in values) == 1 for values in conflicts(subject, "afghanistan").values())
