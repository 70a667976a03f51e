"""Fitting who takes part by the words on the way: rows of clues of everybody at hand of a told act, and what they are in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from verbale.coding.paths import BUCKETS, Paths, clues
from verbale.learning.corpus import Passage
from verbale.learning.linear import weights
from verbale.scoring.acts import sides

FOLDS = 5


class Walks(msgspec.Struct):
    """What is learnt from one passage: the clues of everybody at hand, and whether each is source, and target."""

    clues: list[list[int]]
    right: list[tuple[bool, bool]]


def walks(passage: Passage) -> Walks:
    """Everybody at hand of the candidates that tell an act."""
    found = Walks([], [])
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is not None:
            source, target = sides(passage.acts[tells])
            found.clues += clues(draft)
            found.right += [(offer.party in source, offer.party in target) for offer in draft.offers]
    return found


def fit(every: Iterable[Walks]) -> Paths:
    """The model fitted to walks."""
    rows = [(row, right) for one in every for row, right in zip(one.clues, one.right, strict=True)]
    return Paths(weights([row for row, _ in rows], np.array([right for _, right in rows], dtype=np.float32), BUCKETS))


def left_out(every: Sequence[Walks]) -> list[Paths]:
    """For every fold the model fitted to the passages of the others; passage ``n`` is in fold ``n % FOLDS``."""
    return [fit(one for n, one in enumerate(every) if n % FOLDS != fold) for fold in range(FOLDS)]
