"""A score: how many there are, how many were found, how many of these are right. Scores of documents add up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Score(NamedTuple):
    """Counts of a measure. Of a share (``right`` of ``gold``) ``found`` equals ``gold``, and so F1 is the share."""

    gold: float
    found: float
    right: float

    @property
    def precision(self) -> float:
        """The share of what was found that is right; nought where nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; nought where there is nothing."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0


class Key(NamedTuple):
    """The place of a measure in the scorecard: its table and its row there."""

    table: str
    row: str


Scores = dict[Key, Score]


def share(right: float, of: float) -> Score:
    """A score that is the share of the cases in which something is right."""
    return Score(of, of, right)


def total(many: Iterable[Scores]) -> Scores:
    """The scores of all documents, added up."""
    found: Scores = {}
    for scores in many:
        for key, score in scores.items():
            old = found.get(key, Score(0, 0, 0))
            found[key] = Score(old.gold + score.gold, old.found + score.found, old.right + score.right)
    return found
