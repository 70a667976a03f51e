from __future__ import annotations

import pytest

from verbale.catalogue import load_world
from verbale.entering.parties import Known, is_code, party, person

WORLD = load_world("afghanistan")


@pytest.mark.parametrize(
    ("words", "day", "code"),
    [
        ("NOR", None, "NOR"),
        ("AFG-WOM", None, "AFG-WOM"),
        ("Norway", "2023-01-09", "NOR"),
        ("the United Nations", "2023-01-09", "UN"),
        ("united kingdom", "2023-01-09", "GBR"),
        ("Taliban", "2023-01-09", "AFG-AUTH"),
        ("Taliban", "2015-01-09", "AFG-ARM"),
        ("Afghanistan", "2023-01-09", "AFG-AUTH"),
        ("Afghanistan", "2015-01-09", "AFG"),
        ("Atlantis", None, None),
        ("XXX-AUTH", None, None),
        ("AFG-XYZ", None, None),
        ("", None, None),
    ],
)
def test_a_party_by_code_or_by_name_on_a_day(words: str, day: str | None, code: str | None) -> None:
    assert party(words, WORLD, day) == code
    assert is_code(words) == (words == code)


def test_a_person_has_the_office_held_on_the_day_and_no_other() -> None:
    held = person("Amir Khan Muttaqi", WORLD, "2023-07-12")
    assert (held.actor, held.party, held.rank) == ("p.muttaqi", "AFG-AUTH", 9)
    before = person("Amir Khan Muttaqi", WORLD, "2010-07-12")
    assert (before.actor, before.party) == ("p.muttaqi", None)
    assert person("Nobody Atall", WORLD, None) == Known()
    assert person("Norway", WORLD, None) == Known(party="NOR")
