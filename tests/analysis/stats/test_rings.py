"""The ring of the calendar against counting by hand."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.analysis.stats.rings import rotated, windows


def test_every_rotation_is_what_counting_by_hand_gives():
    daily = np.array([0, 1, 0, 0, 2, 0, 0, 1, 0, 0], dtype=float)
    at, window = np.array([0, 3, 3]), windows(daily, 0, 2)
    by_hand = [sum(daily[(d + s + lag) % 10] for d in at for lag in range(3)) for s in range(10)]
    assert rotated(at, window) == pytest.approx(by_hand)
