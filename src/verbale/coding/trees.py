"""Boosted trees as plain arrays: read from one file of numbers, and asked for many rows at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


class Trees:
    """A model of yes or no.

    Every tree is a row of ``feature``, ``threshold``, ``left`` and ``right``: a node sends rows whose ``feature`` is at most
    ``threshold`` to ``left``, others to ``right``; a negative child ``-n - 1`` is the leaf ``n``, whose number is in ``leaf``.
    The sum over all trees is the log-odds, which the two numbers of ``calibration`` turn into calibrated ones.
    """

    PARTS = ("feature", "threshold", "left", "right", "leaf", "calibration")

    def __init__(self, arrays: Mapping[str, Array]) -> None:
        """Take the arrays as they were written."""
        self.feature, self.threshold = arrays["feature"], arrays["threshold"]
        self.left, self.right, self.leaf = arrays["left"], arrays["right"], arrays["leaf"]
        self.calibration = arrays["calibration"]

    def probability(self, rows: Array) -> Array:
        """The probability of yes for each row of numbers."""
        if not len(rows):
            return np.zeros(0)
        trees = np.arange(len(self.feature))[:, None]
        node = np.zeros((len(self.feature), len(rows)), dtype=np.int32)
        columns = np.arange(len(rows))[None, :]
        while (inner := node >= 0).any():
            at = np.where(inner, node, 0)
            low = rows[columns, self.feature[trees, at]] <= self.threshold[trees, at]
            node = np.where(inner, np.where(low, self.left[trees, at], self.right[trees, at]), node)
        total = self.leaf[trees, -node - 1].sum(axis=0)
        return np.asarray(1 / (1 + np.exp(-(self.calibration[0] * total + self.calibration[1]))))
