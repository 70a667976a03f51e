"""Boosted trees as plain arrays: read from one file of numbers, and asked for many rows at once."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
_MOST = 15
"""How many nodes a tree has at most; it has one leaf more."""
_AT_HAND = 60_000
"""How many answers of nodes are kept at a time."""


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
        self._lay_out()

    def _lay_out(self) -> None:
        """Tell for every node which leaves, from left to right, are no row's that it sends to the right: a bit for each.

        The first leaf that no node rules out is a row's own (Lucchese et al. 2015), so that all nodes are asked at once.
        """
        many, nodes = self.feature.shape
        if nodes > _MOST:
            raise ValueError(f"a tree has {nodes} nodes, and may have {_MOST}")
        self._ruled_out = np.zeros((many, nodes, 1), dtype=np.uint16)
        self._values = np.zeros((many, nodes + 1), dtype=self.leaf.dtype)
        for tree in range(many):
            leaves = self._below(tree, 0)
            self._values[tree, : len(leaves)] = self.leaf[tree, leaves]
        self._thresholds = self.threshold[:, :, None]
        self._begins = (np.arange(many) * (nodes + 1))[:, None]

    def _below(self, tree: int, node: int, before: int = 0) -> list[int]:
        """The leaves below a node, from left to right; ``before`` so many stand to the left of it."""
        found: list[int] = []
        for child in (int(self.left[tree, node]), int(self.right[tree, node])):
            self._ruled_out[tree, node] = ((1 << len(found)) - 1) << before
            found += [~child] if child < 0 else self._below(tree, child, before + len(found))
        return found

    def probability(self, rows: Array) -> Array:
        """The probability of yes for each row of numbers."""
        if not len(rows):
            return np.zeros(0)
        columns = np.ascontiguousarray(rows.T)
        own = np.empty((len(self.feature), len(rows)), dtype=np.intp)
        step = max(1, _AT_HAND // (len(rows) * self.feature.shape[1]))
        for start in range(0, len(own), step):
            some = slice(start, start + step)
            right = columns[self.feature[some]] > self._thresholds[some]
            own[some] = _first()[np.bitwise_or.reduce(right * self._ruled_out[some], axis=1)]
        total = self._values.take(own + self._begins).sum(axis=0)
        return np.asarray(1 / (1 + np.exp(-(self.calibration[0] * total + self.calibration[1]))))


@functools.cache
def _first() -> Array:
    """For every pattern of bits the first that is not set."""
    bits = np.arange(1 << _MOST)
    return np.asarray(np.bitwise_count(bits & ~(bits + 1)), dtype=np.intp)
