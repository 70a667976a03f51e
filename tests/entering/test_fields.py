from __future__ import annotations

from typing import Any

import pytest

from verbale.catalogue import load_world
from verbale.entering.fields import changes
from verbale.errors import UsageError
from verbale.record.correcting import corrected

from ..record.making import make_document, make_event

WORLD = load_world("afghanistan")
EVENT = make_event(make_document(), topics=("education",), count=2, place="Kabul")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("status=denied", {"status": "denied"}),
        ("date=2023-07", {"date": "2023-07", "date_precision": "month", "date_basis": "stated"}),
        ("date=none", {"date": None, "date_precision": None, "date_basis": None}),
        ("topics=education,recognition", {"topics": ["education", "recognition"]}),
        ("topics=none", {"topics": []}),
        ("disclaimer=yes", {"disclaimer": True}),
        ("count=3", {"count": 3}),
        ("count=none", {"count": None}),
        ("place=none", {"place": None}),
        ("place_country=afghanistan", {"place_country": "AFG"}),
        ("mode=call", {"mode": "call"}),
    ],
)
def test_a_word_is_a_field_with_its_value(word: str, expected: dict[str, Any]) -> None:
    found = changes(EVENT, [word], WORLD)
    assert found == expected
    assert corrected(EVENT, found) != EVENT


def test_a_place_and_its_country_are_corrected_together() -> None:
    assert changes(EVENT, ["place=Kazan", "place_country=Russia"], WORLD) == {"place": "Kazan", "place_country": "RUS"}
    with pytest.raises(UsageError, match="Kazan is in Russia, not in Afghanistan"):
        changes(corrected(EVENT, {"place_country": "AFG"}), ["place=Kazan"], WORLD)


def test_a_participant_is_named_by_part_of_the_name() -> None:
    found = changes(EVENT, ["muttaqi.party=Norway", "Potzel.rank=8", "Potzel.title=deputy head"], WORLD)
    event = corrected(EVENT, found)
    assert [(p.party, p.rank, p.title) for p in event.participants] == [("UN", 8, "deputy head"), ("NOR", None, None)]
    assert found["in_case"] is False, "what follows from a party follows"


def test_taking_a_party_away_leaves_an_incomplete_event() -> None:
    assert changes(EVENT, ["Muttaqi.party=none"], WORLD)["complete"] is False


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("status", "no correction"),
        ("place_country=QAT", "Kabul is in Afghanistan, not in Qatar"),
        ("place_country=Atlantis", "no country Atlantis"),
        ("Anna.party=NOR", "0 participants"),
        ("a.party=NOR", "2 participants"),
        ("Muttaqi.mood=bad", "mood of a participant"),
        ("Muttaqi.party=Atlantis", "no party Atlantis"),
        ("Muttaqi.rank=high", "does not fit"),
        ("date=yesterday", "no date"),
        ("mode=praise", "no mode praise"),
        ("type=AID", "AID has no mode meet"),
        ("evidence=nothing", "cannot be corrected"),
        ("disclaimer=perhaps", "does not fit"),
    ],
)
def test_what_is_no_correction_is_refused(word: str, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        changes(EVENT, [word], WORLD)
    assert caught.value.hint
