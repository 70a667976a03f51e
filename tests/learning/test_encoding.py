"""How much the encoder counts beside the clues: by what both say of passages that they had not seen."""

from __future__ import annotations

import numpy as np

from verbale.coding.encoder import encoder
from verbale.learning.corpus import Passage
from verbale.learning.encoding import blending
from verbale.learning.marking import marks
from verbale.learning.sensing import kinds_of, left_out, lesson


def test_an_encoder_that_knows_counts_for_most_kinds(corpus: list[Passage]) -> None:
    shipped = encoder()
    assert shipped is not None
    lessons = [lesson(passage) for passage in corpus]
    kinds = kinds_of(lessons)
    every = [marks(passage, one, shipped.pieces, kinds) for passage, one in zip(corpus, lessons, strict=True)]
    columns = shipped.acts.many
    found = blending(lessons, every, [_as_wide(s, columns) for s in left_out(lessons, kinds)], [shipped, shipped])
    assert found.shape == (3, columns) and np.isfinite(found).all() and np.median(found[1]) > 0


def _as_wide(senses, columns):  # type: ignore[no-untyped-def]
    senses.weights = np.pad(senses.weights, ((0, 0), (0, max(0, columns - senses.weights.shape[1]))))[:, :columns]
    return senses
