"""Change points: found where they are, not found where there are none, with ruptures' own optimum beside them."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.analysis.stats.changing import change

DAYS = np.full(52, 7.0)


def series(seed: int, after: float) -> np.ndarray:
    return np.random.default_rng(seed).poisson(np.where(np.arange(52) >= 39, after, 4.0)).astype(float)


def test_a_doubling_is_found_within_its_interval():
    found = change(series(5, 10.0), DAYS)
    assert found is not None and found.low <= 39 <= found.high and found.p < 0.01
    assert found.all and abs(found.all[0] - 39) <= 2


def test_an_even_series_has_none():
    found = change(series(6, 4.0), DAYS)
    assert found is not None and found.p > 0.05 and found.all == ()


def test_coal_mining_disasters_changed_about_1890():
    """Carlin, Gelfand and Smith (1992) on Jarrett's (1979) coal-mining disasters, 1851 to 1962: most likely after 41 years."""
    counts = [
        4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4, 2, 1,
        3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0,
        1, 1, 0, 2, 3, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1,
    ]  # fmt: skip
    found = change(np.array(counts, dtype=float), np.ones(112))
    assert found is not None
    assert (found.at, found.p < 0.01, found.all) == (41, True, (41,))
    assert 35 <= found.low < 41 < found.high <= 47


def test_exposure_is_no_change():
    exposure = np.where(np.arange(40) < 20, 3.5, 7.0)
    found = change(np.where(np.arange(40) < 20, 3.0, 6.0), exposure)
    assert found is not None and found.p > 0.5


def test_too_little_to_say():
    assert change(np.array([1.0, 2.0, 3.0]), np.ones(3)) is None
    assert change(np.zeros(20), np.ones(20)) is None


@pytest.mark.parametrize("dispersion", [1.0, 3.0])
def test_clustered_counts_leave_the_date_less_sure(dispersion):
    found = change(series(5, 9.0), DAYS, dispersion)
    assert found is not None and found.high - found.low >= (change(series(5, 9.0), DAYS).high - change(series(5, 9.0), DAYS).low)
