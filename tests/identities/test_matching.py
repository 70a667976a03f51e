from __future__ import annotations

from verbale.catalogue import load_world
from verbale.identities.matching import matches

WORLD = load_world("afghanistan")


def test_the_likeliest_comes_first_with_what_speaks_for_it() -> None:
    first, *others = matches("Amir Khan Mutaqi", "AFG-AUTH", [("acting minister of foreign affairs", "2023-07-12")], WORLD)
    assert (first.actor, first.name) == ("p.muttaqi", "Amir Khan Muttaqi")
    assert first.weight > 0.95
    name, party, office = first.reasons
    assert "Amir Khan Mutaqi" in name and "AFG-AUTH" in party and "Minister" in office
    assert all(other.weight < first.weight for other in others)


def test_another_party_and_an_office_out_of_time_weigh_less() -> None:
    sure = matches("Amir Khan Muttaqi", "AFG-AUTH", [("acting minister of foreign affairs", "2023-07-12")], WORLD)[0]
    other_party = matches("Amir Khan Muttaqi", "NOR", [], WORLD)[0]
    too_early = matches("Amir Khan Muttaqi", "AFG-AUTH", [("acting minister of foreign affairs", "2003-07-12")], WORLD)[0]
    assert sure.weight > too_early.weight > other_party.weight
    assert any("never NOR" in reason for reason in other_party.reasons)


def test_nobody_is_nobody() -> None:
    assert matches("Wilhelmina Quux", "NOR", [], WORLD) == ()


def test_at_most_three_are_shown() -> None:
    assert len(matches("Abdul Karim Akhund", "AFG-AUTH", [], WORLD)) <= 3
