"""Two models' answers made into one."""

from __future__ import annotations

import numpy as np

from verbale.coding.blending import blended

CLUES = np.array([[1.0, -2.0], [0.5, 0.0]])
BLEND = np.array([[0.5, 1.0], [2.0, 0.0], [0.1, -1.0]])


def test_each_counts_as_much_as_it_is_given_for_its_question() -> None:
    deep = np.array([[3.0, 9.0], [0.0, 9.0]])
    assert np.allclose(blended(CLUES, deep, BLEND), [[6.6, -3.0], [0.35, -1.0]])


def test_where_the_encoder_has_no_answer_the_clues_stand() -> None:
    deep = np.array([[np.nan, np.nan], [1.0, 1.0]])
    found = blended(CLUES, deep, BLEND)
    assert np.array_equal(found[0], CLUES[0]) and not np.isnan(found).any()
