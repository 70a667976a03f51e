"""What is known by now, against the chain ladder of Mack (1993) on the triangle of Taylor and Ashe (1983)."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import nbinom

from verbale.analysis.stats.arriving import expected, known_after

TRIANGLE = """357848 1124788 1735330 2218270 2745596 3319994 3466336 3606286 3833515 3901463
352118 1236139 2170033 3353322 3799067 4120063 4647867 4914039 5339085
290507 1292306 2218525 3235179 3985995 4132918 4628910 4909315
310608 1418858 2195047 3757447 4029929 4381982 4588268
443160 1136350 2128333 2897821 3402672 3873311
396132 1333217 2180715 2985752 3691712
440832 1288463 2419861 3483130
359480 1421128 2864498
376686 1363294
344014"""


def test_the_published_reserve_comes_out():
    summed = [[float(cell) for cell in row.split()] for row in TRIANGLE.splitlines()]
    table = np.zeros((10, 10))
    for n, row in enumerate(summed):
        table[n, : len(row)] = np.diff([0.0, *row])
    known = known_after(table)
    reserves = [row[-1] / known[len(row) - 1] - row[-1] for row in summed]
    assert sum(reserves) == pytest.approx(18_680_856, abs=1)
    assert known[0] / known[1] == pytest.approx(1 / 3.4906, rel=1e-4)


def test_what_lies_after_the_newest_day_is_not_looked_at():
    table = np.array([[4.0, 4.0], [2.0, 99.0]])
    assert known_after(table) == pytest.approx([0.5, 1.0])


def test_of_what_is_to_come_the_interval_is_the_negative_binomial_s():
    found = expected(12, 0.6)
    low, high = nbinom.ppf([0.025, 0.975], 12.5, 0.6)
    assert (found.low, found.high) == (12 + low, 12 + high)
    assert found.value == pytest.approx(12 + nbinom.mean(12.5, 0.6))
    assert expected(12, 1.0) == (12, 12, 12) and expected(3, 0.0).high == float("inf")


def test_the_interval_holds_what_comes():
    draw, held = np.random.default_rng(5), 0
    for _ in range(1000):
        true = int(draw.poisson(draw.uniform(5, 40)))
        seen = int(draw.binomial(true, 0.5))
        told = expected(seen, 0.5)
        held += told.low <= true <= told.high
    assert held / 1000 >= 0.94
