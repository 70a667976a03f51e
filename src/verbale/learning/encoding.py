"""The encoder, encoders that have not seen a passage, and how much they count beside what its clauses tell by their words."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, NamedTuple

import numpy as np

from verbale.coding.encoder import Encoder
from verbale.coding.meanings import Vectors
from verbale.coding.senses import Senses
from verbale.coding.trees import Array
from verbale.learning import sensing, transformer
from verbale.learning.blending import blend
from verbale.learning.marking import Marks
from verbale.learning.sensing import Lesson

FOLDS = 2
"""So few, as fitting an encoder takes long."""


WORKERS = 2
"""Encoders that are fitted at once: its small steps gain little from a second core."""


def _on_one_core() -> None:
    import torch

    torch.set_num_threads(1)


class Taught(NamedTuple):
    """The encoder that ships, as the arrays that are written; and for every fold the one fitted to the passages of the others."""

    whole: dict[str, Any]
    left_out: list[Encoder]


def taught(every: Sequence[Marks], columns: int) -> Taught:
    """All encoders, two at a time on one core each; passage ``n`` is in fold ``n % FOLDS``."""
    parts = [[marks for n, marks in enumerate(every) if n % FOLDS != fold] for fold in range(FOLDS)]
    with ProcessPoolExecutor(WORKERS, get_context("spawn"), _on_one_core) as pool:  # the longest first
        whole, *others = pool.map(transformer.arrays, [list(every), *parts], [columns] * (FOLDS + 1))
    return Taught(whole, [Encoder(one) for one in others])


def blending(lessons: Sequence[Lesson], every: Sequence[Marks], others: Sequence[Senses], encoders: Sequence[Encoder]) -> Array:
    """How much both count for each kind of act and status, by what they say of passages that they had not seen."""
    odds, deep, right = [], [], []
    for n, (lesson, marks) in enumerate(zip(lessons, every, strict=True)):
        if lesson.clues:
            odds.append(others[n % sensing.FOLDS].odds(lesson.clues))
            deep.append(Vectors(encoders[n % FOLDS], marks.windows).acts([place for place, _ in marks.triggers]))
            right.append(_told(marks, deep[-1].shape[1]))
    return blend(np.concatenate(odds), np.concatenate(deep), np.concatenate(right))


def _told(marks: Marks, columns: int) -> Array:
    found = np.zeros((len(marks.triggers), columns))
    for row, (_, told) in zip(found, marks.triggers, strict=True):
        row[told] = 1.0
    return found
