"""A candidate's numbers: one for each name, and telling what the words tell."""

from __future__ import annotations

from tests.coding.test_offers import drafts
from verbale.coding import features


def numbers(text: str, trigger: str) -> dict[str, float]:
    found = drafts(text)
    draft = next(d for d in found if d.token.text == trigger and not d.rival)
    return dict(zip(features.NAMES, features.values(draft, features.Surroundings(found), (0.5, 3.0)), strict=True))


def test_what_stands_above_and_beside_is_told() -> None:
    told = numbers("Peru urged Chile to release the Norwegian envoy.", "release")
    assert told["above:REQUEST"] == told["infinitive"] == told["type:CONCEDE"] == 1
    assert told["same:REQUEST"] == 1 and told["above:ACCUSE"] == 0


def test_negation_and_voice_are_told() -> None:
    assert numbers("Peru's envoy did not meet Chile's minister.", "meet")["negated"] == 1
    assert numbers("Peru's envoy was received by Chile's minister.", "received")["passive"] == 1


def test_other_readings_of_a_trigger_are_its_rivals() -> None:
    found = drafts("Chile welcomed Peru's envoy in Oslo.")
    around = features.Surroundings(found)
    first = next(d for d in found if d.token.text == "welcomed" and not d.rival)
    assert {d.type for d in around.rivals(first)} == {"SUPPORT", "CONSULT"} - {first.type}
