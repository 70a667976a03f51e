"""Logistic regression over rows of clues, several questions at once, weights drawn to nought."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from verbale.coding.trees import Array

SHRINKING = 2.0
STEPS = 40


def weights(clues: Sequence[Sequence[int]], right: Array, buckets: int) -> Array:
    """Weights of shape ``(buckets + 1, questions)``, the last row the constants.

    Args:
        clues: For each row the numbers of its clues, below ``buckets``.
        right: Whether each row is a case of each question, of shape ``(rows, questions)``.
        buckets: How many numbers a clue can have.
    """
    ends = np.cumsum([0, *map(len, clues)])
    places = np.array([n for row in clues for n in row], dtype=np.int32)
    table = csr_matrix((np.ones(len(places), dtype=np.float32), places, ends), shape=(len(clues), buckets))
    across, shape = table.T.tocsr(), (buckets + 1, right.shape[1])

    def loss(flat: Array) -> tuple[float, Array]:
        found = flat.reshape(shape).astype(np.float32)
        odds = table @ found[:-1] + found[-1]
        wrong = 1 / (1 + np.exp(-odds)) - right
        slope = np.vstack([across @ wrong + SHRINKING * found[:-1], wrong.sum(axis=0)])
        cost = np.logaddexp(0, odds).sum() - (right * odds).sum() + SHRINKING / 2 * (found[:-1] ** 2).sum()
        return float(cost), slope.ravel().astype(np.float64)

    best = minimize(loss, np.zeros(shape).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(best.x.reshape(shape)).astype(np.float16)
