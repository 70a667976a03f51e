"""Ratios and shares against published examples and against statsmodels, which the program itself does not use."""

from __future__ import annotations

import pytest
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.rates import power_poisson_ratio_2indep
from statsmodels.stats.rates import test_poisson_2indep as poisson_test

from verbale.analysis.stats.rates import detectable, p_value, ratio, share


def test_breast_cancer_and_fluoroscopy():
    """Stata's manual of epitab and Rothman's textbook (Boice and Monson 1977): 1.86, exact mid-p two-sided .0355."""
    found = ratio(41, 28010, 15, 19017)
    assert found.value == pytest.approx(1.855759, abs=1e-6)
    assert p_value(41, 28010, 15, 19017) == pytest.approx(0.0355, abs=5e-5)
    assert 1.0056 < found.low < found.high < 3.6094  # Stata's exact interval is wider


def test_two_counts_of_meetings_that_a_reader_can_check_by_hand():
    """378 meetings in 362 days, then 1,004 in 559 days (Zelin's public totals): 1.72, 1.53 to 1.94."""
    assert ratio(1004, 559, 378, 362) == pytest.approx((1.720, 1.529, 1.938), abs=5e-4)


@pytest.mark.parametrize(("x1", "x0", "e1", "e0"), [(12, 5, 1, 1), (3, 9, 30, 61), (40, 22, 2, 3), (0, 4, 1, 2)])
def test_the_bounds_are_where_statsmodels_rejects(x1, x0, e1, e0):
    found = ratio(x1, e1, x0, e0)
    for bound, side in ((found.low, "larger"), (found.high, "smaller")):
        if 0 < bound < float("inf"):
            tail = poisson_test(x1, e1, x0, e0, value=bound, method="cond-midp", compare="ratio", alternative=side).pvalue
            assert tail == pytest.approx(0.025, abs=1e-6)


def test_nothing_seen_bounds_nothing():
    assert ratio(0, 1, 0, 1)[1:] == (0, float("inf"))
    assert p_value(0, 1, 0, 1) == 1


def test_dispersion_widens_and_few_degrees_of_freedom_widen_more():
    plain, wide, wider = ratio(30, 1, 20, 1), ratio(30, 1, 20, 1, dispersion=2), ratio(30, 1, 20, 1, dispersion=2, freedom=5)
    assert wider.low < wide.low < plain.low < plain.high < wide.high < wider.high
    assert p_value(30, 1, 20, 1, dispersion=2) < p_value(30, 1, 20, 1, dispersion=2, freedom=5)


@pytest.mark.parametrize(("part", "whole"), [(0, 7), (3, 10), (20, 41), (7, 7)])
def test_shares_are_those_of_statsmodels(part, whole):
    found = share(part, whole)
    low, high = proportion_confint(part, whole, method="agresti_coull")
    assert (found.low, found.high) == pytest.approx((max(0, low), min(1, high)), abs=1e-9)


@pytest.mark.parametrize(("x0", "e1", "e0"), [(60, 1, 1), (20, 2, 9), (300, 6, 6)])
def test_the_detectable_ratio_has_a_power_of_eighty_per_cent(x0, e1, e0):
    found = detectable(x0, e1, e0)
    rates = (found * x0 / e0, x0 / e0)
    power = power_poisson_ratio_2indep(
        *rates, nobs1=e1, nobs_ratio=e0 / e1, value=1, alpha=0.05, alternative="two-sided", return_results=False, method_var="alt"
    )
    assert power == pytest.approx(0.8, abs=0.005)


def test_what_can_be_detected_grows_with_less_to_see():
    assert detectable(10, 1, 1) > detectable(100, 1, 1) > 1
    assert detectable(0, 1, 1) == float("inf")
