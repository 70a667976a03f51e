"""Models of weekly counts against statsmodels and arch-free arithmetic."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from statsmodels.discrete.discrete_model import NegativeBinomial
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tsa.stattools import acf

from verbale.analysis.stats.counts import block_bootstrap, dispersion, hanging, negative_binomial

DRAW = np.random.default_rng(3)
WINDOW = np.arange(52) >= 40
EXPOSURE = np.where(np.arange(52) % 7 == 0, 3.0, 7.0)
CLUSTERED = DRAW.negative_binomial(2, 2 / (2 + EXPOSURE * np.where(WINDOW, 2.0, 1.0))).astype(float)


def test_the_negative_binomial_is_that_of_statsmodels():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        other = NegativeBinomial(CLUSTERED, np.column_stack([np.ones(52), WINDOW]), exposure=EXPOSURE).fit(disp=0, maxiter=500)
    found = negative_binomial(CLUSTERED, EXPOSURE, WINDOW)
    assert np.log(found.value) == pytest.approx(other.params[1], abs=1e-3)
    low, high = np.log(found[1:])
    assert (low, high) == pytest.approx(tuple(other.conf_int()[1]), abs=0.03)


def test_dispersion_is_pearson_s_over_the_degrees_of_freedom():
    other = GLM(CLUSTERED, np.column_stack([np.ones(52), WINDOW]), family=Poisson(), exposure=EXPOSURE).fit()
    assert dispersion(CLUSTERED, EXPOSURE, WINDOW) == pytest.approx(other.pearson_chi2 / 50, rel=1e-9)


def test_even_counts_have_no_dispersion_below_one():
    assert dispersion(np.full(20, 4.0), np.full(20, 7.0), np.arange(20) > 9) == 1


def test_a_side_without_counts_has_no_model():
    counts = np.where(WINDOW, 0.0, 3.0)
    assert negative_binomial(counts, EXPOSURE, WINDOW)[1:] == (0, float("inf"))


def test_the_bootstrap_of_even_weeks_is_narrow_and_of_runs_is_wide():
    even, exposure, window = np.full(40, 6.0), np.full(40, 7.0), np.arange(40) >= 20
    runs = np.where(np.arange(40) // 4 % 2, 12.0, 0.0)
    plain, clustered = block_bootstrap(even, exposure, window), block_bootstrap(runs, exposure, window)
    assert plain.low == pytest.approx(plain.high) == pytest.approx(1)
    assert clustered.low < 0.8 < 1.25 < clustered.high
    assert block_bootstrap(runs, exposure, window) == clustered


def test_weeks_that_hang_together_are_those_of_statsmodels():
    """By the autocorrelations of statsmodels, weighted as in Newey and West's paper."""
    runs = np.repeat([2.0, 7.0, 3.0, 8.0, 1.0, 6.0], 5)
    everything = np.zeros(30, dtype=bool)
    known = acf(runs, nlags=4, fft=False)[1:]
    assert hanging(runs, np.ones(30), everything) == pytest.approx(
        1 + 2 * sum((1 - k / 5) * r for k, r in enumerate(known, start=1))
    )
    assert hanging(np.tile([0.0, 9.0], 15), np.ones(30), everything) == 1
