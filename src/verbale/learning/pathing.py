"""Fitting who takes part by the words on the way: rows of clues of everybody at hand of a told act, and what they are in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
import numpy as np

from verbale.coding.paths import BUCKETS, Paths, clues
from verbale.coding.trees import Array
from verbale.learning.blending import blend
from verbale.learning.corpus import Passage
from verbale.learning.linear import weights
from verbale.scoring.acts import sides

FOLDS = 5


class Walks(msgspec.Struct):
    """What is learnt from one passage: the clues of everybody at hand, and whether each is source, and target.

    ``deep`` is what the encoder answers of each (``nan`` where it has no answer).
    """

    clues: list[list[int]]
    right: list[tuple[bool, bool]]
    deep: list[tuple[float, float]]


def walks(passage: Passage) -> Walks:
    """Everybody at hand of the candidates that tell an act."""
    found = Walks([], [], [])
    for draft, tells in zip(passage.drafts, passage.tells, strict=True):
        if tells is not None:
            source, target = sides(passage.acts[tells])
            found.clues += clues(draft)
            found.deep += [offer.deep for offer in draft.offers]
            found.right += [(offer.party in source, offer.party in target) for offer in draft.offers]
    return found


def fit(every: Iterable[Walks]) -> Paths:
    """The model fitted to walks."""
    rows = [(row, right) for one in every for row, right in zip(one.clues, one.right, strict=True)]
    return Paths(weights([row for row, _ in rows], np.array([right for _, right in rows], dtype=np.float32), BUCKETS))


def left_out(every: Sequence[Walks]) -> list[Paths]:
    """For every fold the model fitted to the passages of the others; passage ``n`` is in fold ``n % FOLDS``."""
    return [fit(one for n, one in enumerate(every) if n % FOLDS != fold) for fold in range(FOLDS)]


def blending(every: Sequence[Walks], others: Sequence[Paths]) -> Array:
    """How much the clues and the encoder count, by what both say of passages that they had not seen (``others`` by fold)."""
    odds = [others[n % FOLDS].odds(one.clues) for n, one in enumerate(every) if one.clues]
    deep, right = (
        np.array([row for one in every for row in one.deep]),
        np.array([row for one in every for row in one.right], dtype=float),
    )
    return blend(np.concatenate(odds), deep, right)


def walked(corpus: Sequence[Passage]) -> Paths:
    """The model fitted to a corpus, whose candidates are told what models say that had not seen their passage."""
    every = [walks(passage) for passage in corpus]
    others = left_out(every)
    both = blending(every, others)
    for n, passage in enumerate(corpus):
        Paths(others[n % FOLDS].weights, both).weigh(passage.drafts)
    return Paths(fit(every).weights, both)
