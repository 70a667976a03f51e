"""How much each of two models counts: the one that is right counts more."""

from __future__ import annotations

import numpy as np

from verbale.learning.blending import EQUAL, blend

CHANCE = np.random.default_rng(3)


def test_who_is_right_counts_and_who_guesses_does_not() -> None:
    right = CHANCE.random((4000, 1)) < 0.3
    knows = np.where(right, 1.5, -1.5) + CHANCE.normal(size=right.shape)
    guesses = CHANCE.normal(size=right.shape)
    found = blend(knows, guesses, right.astype(float))
    assert found[0, 0] > 1.0 and abs(found[1, 0]) < 0.15


def test_two_who_know_different_things_both_count() -> None:
    one, other = CHANCE.normal(size=(4000, 1)), CHANCE.normal(size=(4000, 1))
    right = (one + other + CHANCE.logistic(size=one.shape) > 0).astype(float)
    assert np.allclose(blend(one, other, right)[:, 0], [1.0, 1.0, 0.0], atol=0.15)


def test_where_nothing_is_known_both_count_the_same() -> None:
    nothing = np.full((10, 2), np.nan)
    assert np.allclose(blend(np.ones((10, 2)), nothing, np.ones((10, 2))), EQUAL[:, None])
