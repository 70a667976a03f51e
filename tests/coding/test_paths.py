"""Ways from a trigger to somebody: what is seen on them, and what a model's numbers make of it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.coding.test_offers import drafts
from verbale.coding.draft import Draft
from verbale.coding.paths import BUCKETS, Paths, clues, paths


def told(text: str, trigger: str = "met") -> Draft:
    return next(d for d in drafts(text) if d.token.text == trigger and not d.rival)


def seen(text: str, trigger: str = "met") -> dict[str, set[int]]:
    draft = told(text, trigger)
    return {offer.party: set(row) for offer, row in zip(draft.offers, clues(draft), strict=True)}


def test_clues_are_numbers_in_order_for_everybody_at_hand() -> None:
    draft = told("Peru's envoy praised Chile's minister in front of the Japanese delegation.", "praised")
    rows = clues(draft)
    assert len(rows) == len(draft.offers) == 3
    assert all(row == sorted(set(row)) and row[0] >= 0 and row[-1] < BUCKETS for row in rows)


def test_whose_name_stands_there_tells_nothing() -> None:
    here = seen("Peru's envoy met Chile's minister in Oslo.")
    there = seen("Kenya's envoy met Spain's minister in Oslo.")
    assert here["PER"] == there["KEN"] and here["CHL"] == there["ESP"]


def test_the_way_tells_who_acts_from_whom_it_is_done_to() -> None:
    one = seen("Peru's envoy met Chile's minister.")
    other = seen("Chile's minister met Peru's envoy.")
    assert one["PER"] & other["CHL"] and one["PER"] != other["PER"]


def test_a_model_gives_everybody_two_probabilities() -> None:
    draft = told("Peru's envoy met Chile's minister.")
    weights = np.zeros((BUCKETS + 1, 2))
    weights[-1] = [-2.0, 2.0]
    Paths(weights).weigh([draft])
    assert all(offer.values[-2:] == pytest.approx([0.1192, 0.8808], abs=1e-4) for offer in draft.offers)


def test_the_model_that_ships_knows_who_does_what() -> None:
    model = paths()
    assert model is not None
    draft = told("Peru's envoy met Chile's minister.")
    model.weigh([draft])
    found = {offer.party: offer.values[-2:] for offer in draft.offers}
    assert found["PER"][0] > found["CHL"][0] and found["CHL"][1] > found["PER"][1]


def test_nobody_at_hand_is_nothing_to_weigh() -> None:
    Paths(np.zeros((BUCKETS + 1, 2))).weigh([])
