"""Names as pages write them: misspelt ones find their person, shared ones stay open."""

from __future__ import annotations

import pytest

from verbale.catalogue.fold import fold
from verbale.catalogue.world import load_world
from verbale.identities.matching import matches
from verbale.identities.names import likeness

NOISE = [
    ("Thomas Nicholson", "p.niklasson"),
    ("Thomas Niclasion", "p.niklasson"),
    ("توماس نیکلاسون", "p.niklasson"),
    ("Keren Dicker", "p.decker"),
    ("Yu Zhiyong", "p.yue"),
    ("Dmitry Kabulov", "p.kabulov"),
    ("Adam Bueller", "p.boehler"),
    ("Dovud Murodiyon", "p.moradian"),
    ("Laure Bristow", "p.bristow"),
    ("Vieranica Boskovic", "p.boskovic"),
    ("Ahsan Akhund", "p.hakhund"),
    ("Mawlavi Asadullah", "p.bkarimi"),
    ("Mohammad Yaqoob Mujahid", "p.yaqoob"),
]
APART = [
    ("Kai Eide", "Espen Barth Eide"),
    ("Asif Durrani", "Asad Durrani"),
    ("Zabihullah Mujahid", "Mohammad Yaqoob Mujahid"),
    ("Abdul Kabir", "Mawlavi Asadullah"),
    ("Sirajuddin Haqqani", "Abdul Hakim Haqqani"),
    ("Abdul Hakim Haqqani", "Anas Haqqani"),
]
OPEN = {
    "Eide": {"p.keide", "p.ebeide"},
    "Durrani": {"p.durrani", "p.asaddurrani"},
    "Haqqani": {"p.shaqqani", "p.ahaqqani", "p.ahaqqani2"},
}


def people(name: str) -> set[str]:
    return {e.id for e in load_world("afghanistan").names.get(fold(name), ()) if e.kind == "person"}


@pytest.mark.parametrize(("written", "person"), NOISE)
def test_noise_finds_its_person(written, person):
    assert people(written) == {person}


@pytest.mark.parametrize(("one", "other"), APART)
def test_two_people_stay_two(one, other):
    assert len(people(one)) == len(people(other)) == 1 and people(one) != people(other)


@pytest.mark.parametrize("surname", OPEN)
def test_a_bare_surname_is_that_of_each(surname):
    assert set(load_world("afghanistan").surname(surname)) >= OPEN[surname]


def test_two_spellings_of_somebody_unknown_are_near_and_nobody_elses():
    """George Glezmann, freed in March 2025, is Glinsman on one page: a private person, who is not in the catalogue."""
    assert 0.75 < likeness("George Glinsman", "George Glezmann") < 1
    assert matches("George Glinsman", "USA", [], load_world("afghanistan")) == ()
