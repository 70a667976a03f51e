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
        self._flatten()

    def _flatten(self) -> None:
        """Lay all trees end to end, so that a number alone names a node, and another a leaf."""
        trees = np.arange(len(self.feature))[:, None]
        nodes, leaves = trees * self.feature.shape[1], trees * self.leaf.shape[1]
        children = [np.where(side < 0, side - leaves, side + nodes) for side in (self.left, self.right)]
        self._roots, self._children = nodes[:, 0], np.stack(children, axis=-1).ravel()
        self._features, self._thresholds, self._leaves = self.feature.ravel(), self.threshold.ravel(), self.leaf.ravel()

    def probability(self, rows: Array) -> Array:
        """The probability of yes for each row of numbers."""
        if not len(rows):
            return np.zeros(0)
        numbers = rows.ravel()
        begin = np.tile(np.arange(len(rows)) * rows.shape[1], len(self._roots))
        node = np.repeat(self._roots, len(rows))
        inner = np.arange(len(node))
        while len(inner):
            at = node.take(inner)
            high = numbers.take(begin.take(inner) + self._features.take(at)) > self._thresholds.take(at)
            node[inner] = at = self._children.take(2 * at + high)
            inner = inner[at >= 0]
        total = self._leaves.take(~node).reshape(-1, len(rows)).sum(axis=0)
        return np.asarray(1 / (1 + np.exp(-(self.calibration[0] * total + self.calibration[1]))))
