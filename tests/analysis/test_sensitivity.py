"""What the band of the index rests on, where the answer is known without reckoning."""

from __future__ import annotations

import numpy as np
import pytest

from verbale.analysis.recognition import answer, recognition
from verbale.analysis.recognition.index import _drawn, scores
from verbale.analysis.recognition.ladder import ladder
from verbale.analysis.recognition.sensitivity import causes

from .making import about
from .test_recognition import kabul


def test_a_sum_of_one_product_is_divided_as_the_product_s_variance_is():
    found = recognition(about(kabul("QAT", "2022-02-12", "envoy", disclaimer=True)))
    told = {each.name: each for each in causes(found.acts, ["QAT"])}
    disclaimer = next(m for m in ladder().modifier if m.id == "disclaimer")
    # of a product of independent variables, what the factor brings alone is E(w)^2 Var(f) of Var(wf)
    weights = _drawn()[0][:, 4]
    mean, spread = (disclaimer.low + disclaimer.high) / 2, (disclaimer.high - disclaimer.low) ** 2 / 12
    whole = weights.mean() ** 2 * spread + mean**2 * weights.var() + weights.var() * spread
    assert told[disclaimer.label].alone == pytest.approx(weights.mean() ** 2 * spread / whole, abs=0.06)
    assert told[disclaimer.label].total == pytest.approx((weights.mean() ** 2 + weights.var()) * spread / whole, abs=0.06)


def test_the_variance_is_that_of_the_index_itself():
    """The gamma variables of the indices are the Dirichlet variables of the band."""
    found = recognition(about(kabul("QAT", "2022-02-12", "envoy"), kabul("QAT", "2022-03-12", "minister")))
    drawn = scores(found.acts, ["QAT"], _drawn())[:, 0]
    told = causes(found.acts, ["QAT"])
    assert np.std(drawn) > 0 and all(each.name.startswith("weight of L") for each in told)
    assert told[0].name == "weight of L4 over the step below" or told[0].total >= told[-1].total


def test_the_answer_says_what_each_band_rests_on():
    given = about(
        *(kabul("QAT", f"2022-02-{d:02}", "envoy", disclaimer=True) for d in range(1, 5)), kabul("IRN", "2022-03-01", "minister")
    )
    told = answer(recognition(given), given)
    table = next(each for each in told.tables if each.name == "causes")
    assert {row[0] for row in table.rows} == {"Qatar", "Iran"}
    assert {each.party for each in causes(recognition(given).acts, ["IRN"])} == {"IRN"}
    assert all(row[2].endswith("%") and row[3].endswith("%") for row in table.rows)


def test_without_a_frame_there_is_none():
    assert recognition(about(kabul("QAT", "2022-02-12", "envoy"), frame=None)).causes == ()
