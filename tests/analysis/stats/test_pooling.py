"""Pooled shares against a published worked example: the rat tumours of Bayesian Data Analysis (3rd edition, section 5.3)."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.analysis.stats.pooling import grid, pooled

_PARTS = (
    "0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 1 1 1 1 1 1 2 2 2 2 2 2 2 2 2 1 5 2 5 3 2 7 7 3 3 2 9 10 4 4 4 4 4 4 4 10 4 4 "
    "4 5 11 12 5 5 6 5 6 6 6 6 16 15 15 9 4"
)
PARTS = [*map(int, _PARTS.split())]
_WHOLES = (
    "20 20 20 20 20 20 20 19 19 19 19 18 18 17 20 20 20 20 19 19 18 18 25 24 23 20 20 20 20 20 20 10 49 19 46 27 17 "
    "49 47 20 20 13 48 50 20 20 20 20 20 20 20 48 19 19 19 22 46 49 20 20 23 19 22 20 20 20 52 46 47 24 14"
)
WHOLES = [*map(int, _WHOLES.split())]


def test_the_book_s_figures_come_out():
    y, n = np.array(PARTS[:-1], dtype=float), np.array(WHOLES[:-1], dtype=float)
    # by moments the book finds a = 1.4 and b = 8.6 for the seventy earlier experiments: the data are those of the book
    mean, variance = (y / n).mean(), (y / n).var(ddof=1)
    whole = mean * (1 - mean) / variance - 1
    assert (mean * whole, (1 - mean) * whole) == pytest.approx((1.4, 8.6), abs=0.1)
    a, b, weights = grid(np.array(PARTS, dtype=float), np.array(WHOLES, dtype=float))
    # and averages over the posterior of 2.4 and 14.3
    assert ((a * weights).sum(), (b * weights).sum()) == pytest.approx((2.4, 14.3), rel=0.03)


def test_few_lean_on_the_rest_and_many_stand_alone():
    parts, wholes = [1, 30, 10, 28, 35, 60], [1, 100, 40, 100, 100, 200]
    one, many, *_ = pooled(parts, wholes)
    assert 0.25 < one.value < 0.5 and one.high < 0.8
    assert many.value == pytest.approx(0.3, abs=0.02) and many.low < 0.3 < many.high
    assert one.high - one.low > many.high - many.low


def test_too_few_parties_have_nothing_to_lean_on():
    assert pooled([1, 2, 3, 4], [2, 3, 4, 5]) == ()


def test_the_intervals_hold_the_true_shares():
    """Over 3,000 parties .93 to .95 by how alike they are; here 1,200, so that the bound is lower."""
    draw, held, of = np.random.default_rng(3), 0, 0
    for _ in range(60):
        true = draw.beta(2, 5, 20)
        wholes = draw.integers(1, 30, 20)
        found = pooled([int(n) for n in draw.binomial(wholes, true)], [int(n) for n in wholes])
        held += sum(each.low <= share <= each.high for each, share in zip(found, true, strict=True))
        of += 20
    assert held / of >= 0.92
