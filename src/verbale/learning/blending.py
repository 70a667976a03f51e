"""Fitting how much each of two models counts, by what both say of passages that neither had seen."""

from __future__ import annotations

import numpy as np

from verbale.coding.trees import Array

STEPS = 20
SHRINKING = 5.0
EQUAL = np.array([0.5, 0.5, 0.0])
"""What is taken where nothing is known: both count the same."""


def blend(by_clues: Array, by_meaning: Array, right: Array) -> Array:
    """Of shape ``(3, questions)``: logistic regression on both log-odds for each question, drawn to equal parts.

    Args:
        by_clues: Log-odds of the linear model, of shape ``(rows, questions)``.
        by_meaning: Those of the encoder; rows of ``nan`` are left out.
        right: Whether each row is a case of each question.
    """
    known = ~np.isnan(by_meaning).any(axis=1)
    return np.stack([_one(a, b, y) for a, b, y in zip(by_clues[known].T, by_meaning[known].T, right[known].T, strict=True)], axis=1)


def _one(a: Array, b: Array, right: Array) -> Array:
    """Newton's steps for one question."""
    columns = np.stack([a, b, np.ones_like(a)], axis=1).astype(np.float64)
    found = EQUAL.copy()
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (right - p) - SHRINKING * (found - EQUAL)
        found = found + np.linalg.solve((columns * (p * (1 - p))[:, None]).T @ columns + SHRINKING * np.eye(3), slope)
    return found
