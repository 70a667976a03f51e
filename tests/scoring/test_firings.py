from __future__ import annotations

from typing import Any

from verbale.scoring.firings import firings

from .making import TEXT, act


def candidate(frame: str, word: str, *, kind: str = "CONSULT", mode: str = "meet", fired: bool = True) -> dict[str, Any]:
    return {"frame": frame, "at": TEXT.index(word), "type": kind, "mode": mode, "fired": fired}


def test_right_is_an_act_of_its_type_at_its_trigger():
    met, urged = candidate("meet", "met"), candidate("urge", "urged", kind="REQUEST", mode="call")
    found = firings([((act(), act("REQUEST", words="urged them")), (met, urged, candidate("meet", "urged")))])
    assert (found["meet"].fired, found["meet"].right, found["meet"].mode, found["meet"].precision) == (2, 1, 1, 0.5)
    assert (found["urge"].right, found["urge"].mode) == (1, 0) and list(found) == ["meet", "urge"]


def test_rivals_do_not_fire_and_few_firings_are_not_weak():
    found = firings([((), (candidate("meet", "met", fired=False), *[candidate("urge", "urged")] * 4))])
    assert list(found) == ["urge"] and not found["urge"].weak
    assert firings([((), [candidate("urge", "urged")] * 5)])["urge"].weak
