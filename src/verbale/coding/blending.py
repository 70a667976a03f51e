"""Two models' answers to one question made into one: each log-odds times what it counts, and a shift."""

from __future__ import annotations

import numpy as np

from verbale.coding.trees import Array


def blended(by_clues: Array, by_meaning: Array, blend: Array) -> Array:
    """The log-odds of both together, of the shape of each, ``(rows, questions)``.

    Args:
        by_clues: What the linear model answers.
        by_meaning: What the encoder answers; where it has no answer (``nan``), the linear one stands.
        blend: For each question how much the first counts, how much the second, and the shift.
    """
    both = by_clues * blend[0] + by_meaning * blend[1] + blend[2]
    return np.asarray(np.where(np.isnan(by_meaning), by_clues, both))
