"""The coder's error against published examples."""

from __future__ import annotations

import pytest

from verbale.analysis.stats.rates import ratio
from verbale.analysis.stats.reading import Audit, rogan_gladen, true_ratio, true_share


def test_brucellosis_in_a_herd():
    """The worked example of epiR's epi.prev: 23 of 150 cows positive, sensitivity .96, specificity .89: 5.1 of 100 are ill."""
    assert 100 * rogan_gladen(23 / 150, 0.96, 0.89) == pytest.approx(5.1, abs=0.05)


def test_a_share_cannot_leave_its_bounds_and_a_useless_test_says_nothing():
    assert rogan_gladen(0.02, 0.9, 0.9) == 0
    assert rogan_gladen(0.99, 0.9, 0.9) == 1
    assert rogan_gladen(0.5, 0.5, 0.5) != rogan_gladen(0.5, 0.5, 0.5)


def test_a_perfect_coder_leaves_the_ratio_as_it_is():
    found, plain = true_ratio(60, 6, 30, 6, Audit(1e6, 1e6, 1e6)), ratio(60, 6, 30, 6)
    assert found == pytest.approx(plain, rel=0.03)


def test_inventions_that_may_be_the_same_every_day_leave_room_above():
    found, plain = true_ratio(60, 6, 30, 6, Audit(200, 150, 120)), ratio(60, 6, 30, 6)
    assert found.low < plain.low and found.high > 1.15 * plain.high


def test_a_side_that_is_half_hidden_counts_double():
    sure = Audit(1e6, 1e6, 1e6)
    assert true_share(20, 40, Audit(1e6, 5e5, 5e5), sure).value == pytest.approx(0.5)


def test_a_small_audit_leaves_more_open():
    small, large = (true_share(30, 30, Audit(n, n, 0.8 * n), Audit(n, n, 0.8 * n)) for n in (12, 2000))
    assert small.high - small.low > 1.2 * (large.high - large.low)
