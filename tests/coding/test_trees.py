"""Trees of plain arrays answer as the trees that they were made of."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.coding.trees import Trees

# one split on column 1 at 2.5, and a tree that is a single leaf
ARRAYS = {
    "feature": np.array([[1], [0]], dtype=np.int16),
    "threshold": np.array([[2.5], [0.0]], dtype=np.float32),
    "left": np.array([[-1], [-1]], dtype=np.int16),
    "right": np.array([[-2], [-1]], dtype=np.int16),
    "leaf": np.array([[-1.0, 2.0], [0.5, 0.0]], dtype=np.float32),
    "calibration": np.array([1.0, 0.0]),
}


def test_each_row_falls_into_its_leaf_of_every_tree() -> None:
    rows = np.array([[9.0, 2.5], [9.0, 2.6]])
    odds = np.log(Trees(ARRAYS).probability(rows) / (1 - Trees(ARRAYS).probability(rows)))
    assert odds == pytest.approx([-0.5, 2.5])


def test_calibration_bends_the_log_odds() -> None:
    bent = Trees({**ARRAYS, "calibration": np.array([0.5, 1.0])}).probability(np.array([[0.0, 3.0]]))
    assert np.log(bent / (1 - bent)) == pytest.approx([0.5 * 2.5 + 1.0])


def test_no_rows_no_probabilities() -> None:
    assert Trees(ARRAYS).probability(np.zeros((0, 2))).shape == (0,)
